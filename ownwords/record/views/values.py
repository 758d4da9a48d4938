"""What matters and how somebody wants to be treated, on one page; its order; its print."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from ownwords.people.access import Opened
from ownwords.people.refusals import Refused
from ownwords.people.roles import Permission
from ownwords.people.routes import person_page
from ownwords.record.actions.order import move_entry
from ownwords.record.forms.entries import may_add
from ownwords.record.method import tools
from ownwords.record.models import Kind
from ownwords.record.queries.entries import open_entry
from ownwords.record.queries.values import values_of
from ownwords.record.views.shown import Shown, gather, see_other


@dataclass(frozen=True, slots=True)
class Section:
    """One section of the page: what it asks, what stands in it, and where to add."""

    kind: str
    title: str
    hint: str
    shown: tuple[Shown, ...]
    add_href: str
    by_worker: bool


def _sections(opened: Opened) -> list[Section]:
    found = values_of(opened)
    shown = gather(opened, [entry for rows in found.values() for entry in rows])
    writes = opened.may(Permission.WRITE_RECORD)
    sections = []
    for field in tools.values_and_preferences().fields:
        kind = Kind(field.key)
        adds = writes and (kind is Kind.PREFERENCE or may_add(opened, kind))
        sections.append(
            Section(
                kind=kind.value,
                title=_(field.title),
                hint=_(field.hint),
                shown=tuple(shown[entry.id] for entry in found[kind]),
                add_href=reverse("record:entry_add", args=[opened.person.id, kind.value]) if adds else "",
                by_worker=field.by == "worker",
            )
        )
    return sections


@person_page(Permission.READ_RECORD, part="values")
def values(request: HttpRequest, opened: Opened) -> HttpResponse:
    """All sections on one page, each with one press to add to it."""
    context = {
        "opened": opened,
        "person": opened.person,
        "tool": tools.values_and_preferences(),
        "sections": _sections(opened),
        "forces": {one.key: _(one.label) for one in tools.values_and_preferences().strengths_of_wish},
        "writes": opened.may(Permission.WRITE_RECORD),
    }
    return render(request, "record/values/values.html", context)


@person_page(Permission.READ_RECORD, part="values")
def values_print(request: HttpRequest, opened: Opened) -> HttpResponse:
    """One sheet to print: what stands there now, or (`?blank=1`) empty boxes to fill in by hand."""
    tool = tools.values_and_preferences()
    blank = request.GET.get("blank") == "1"
    context = {
        "opened": opened,
        "person": opened.person,
        "tool": tool,
        "blank": blank,
        "sections": [] if blank else _sections(opened),
        "fields": tool.fields,
        "subjects": tool.preference_subjects,
        "forces": {one.key: _(one.label) for one in tool.strengths_of_wish},
    }
    return render(request, "record/values/print.html", context)


@person_page(Permission.READ_RECORD, part="values")
def map_print(request: HttpRequest, opened: Opened) -> HttpResponse:
    """A sheet to draw or lay out a life on, for those who would rather not start with words."""
    return render(request, "record/values/map.html", {"opened": opened, "person": opened.person})


@person_page(Permission.WRITE_RECORD, part="write")
def values_order(request: HttpRequest, opened: Opened, entry_id: UUID) -> HttpResponse:
    """Move one of the things that matter up or down."""
    back = reverse("record:values", args=[opened.person.id])
    open_entry(opened, entry_id)
    if request.method == "POST":
        try:
            move_entry(opened=opened, entry_id=entry_id, direction=request.POST.get("direction", ""))
        except Refused:
            return see_other(back)
    return see_other(f"{back}#entry-{entry_id}")
