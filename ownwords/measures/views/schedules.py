"""Pages about when something is looked at again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from ownwords.measures.actions import schedules as actions
from ownwords.measures.forms.schedules import ALL, PauseForm, RhythmForm, ScheduleForm
from ownwords.measures.models import Schedule
from ownwords.measures.queries.instruments import in_use
from ownwords.measures.queries.lines import lines_of
from ownwords.measures.queries.schedules import (
    channels,
    open_schedule,
    planned,
    thing_words,
    words_of,
)
from ownwords.people import notices
from ownwords.people.access import Opened
from ownwords.people.forms.saving import save_or_explain
from ownwords.people.roles import Permission
from ownwords.people.routes import person_page
from ownwords.people.views.form_page import pressed

LONGEST_CHOICE = 120


def _page(request: HttpRequest, opened: Opened, name: str, status: int = 200, **context: Any) -> HttpResponse:
    base = {"opened": opened, "person": opened.person}
    return render(request, f"measures/schedules/{name}.html", {**base, **context}, status=status)


def _back(opened: Opened) -> HttpResponse:
    return HttpResponseRedirect(reverse("measures:schedules", args=[opened.person.id]), status=303)


@person_page(Permission.READ_RECORD, part="schedule")
def schedules(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Show what somebody means to look at again, and when."""
    return _page(
        request,
        opened,
        "schedules",
        plans=planned(opened),
        channels=channels(opened) if opened.is_own else (),
        may_write=opened.may(Permission.WRITE_RECORD),
    )


@person_page(Permission.WRITE_RECORD, part="schedule")
def schedule_add(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Plan to look at something again."""
    data = request.POST if request.method == "POST" else None
    form = ScheduleForm(
        data,
        opened=opened,
        channels=channels(opened),
        things=_things(opened),
        chosen=request.GET.get("about", ""),
    )

    def page(form: Any, status: int = 200) -> HttpResponse:
        return _page(request, opened, "add", status, form=form)

    if data is None:
        return page(form)
    return _kept(
        request,
        opened,
        form,
        lambda: actions.make_schedule(
            opened=opened,
            about=form.about(),
            rhythm=form.rhythm(),
            reminding=form.reminding(),
            asked_by_person=form.asked_by_person(),
            submission=form.cleaned_data["submission"],
        ),
        page,
    )


def _things(opened: Opened) -> list[tuple[str, str]]:
    """Return what can be looked at again: all lines together, each open line, each standard measure in use."""
    lines = [line for line in lines_of(opened) if line.closed_on is None]
    words = words_of(line.id for line in lines)
    found = [(f"line:{line.id}", _shortened(words[line.id])) for line in lines]
    everything = _("All my open lines") if opened.is_own else _("All open lines")
    return [(ALL, everything), *found, *((f"measure:{one.key}", one.name) for one in in_use(opened))]


def _shortened(words: str) -> str:
    one_line = " ".join(words.split())
    return one_line if len(one_line) <= LONGEST_CHOICE else f"{one_line[: LONGEST_CHOICE - 1]}…"


def _kept(
    request: HttpRequest,
    opened: Opened,
    form: Any,
    act: Callable[[], Schedule],
    page: Callable[[Any, int], HttpResponse],
) -> HttpResponse:
    kept = save_or_explain(request, form, act, page=page, again=True)
    if isinstance(kept, HttpResponse):
        return kept
    notices.done(request, _("Kept."))
    return _back(opened)


@person_page(Permission.WRITE_RECORD, part="schedule")
def schedule_change(request: HttpRequest, opened: Opened, schedule_id: UUID) -> HttpResponse:
    """Change when to look again, and how to be reminded."""
    row = open_schedule(opened, schedule_id)
    data = request.POST if request.method == "POST" else None
    form = RhythmForm(data, opened=opened, channels=channels(opened), row=row)

    def page(form: Any, status: int = 200) -> HttpResponse:
        return _page(request, opened, "change", status, form=form, row=row, words=_words(row))

    if data is None:
        return page(form)
    return _kept(
        request,
        opened,
        form,
        lambda: actions.change_schedule(
            opened=opened,
            schedule_id=schedule_id,
            version=form.cleaned_data["version"],
            rhythm=form.rhythm(),
            reminding=form.reminding(),
        ),
        page,
    )


@person_page(Permission.WRITE_RECORD, part="schedule")
def schedule_pause(request: HttpRequest, opened: Opened, schedule_id: UUID) -> HttpResponse:
    """Pause a plan until a day, or until somebody says so."""
    row = open_schedule(opened, schedule_id)
    data = request.POST if request.method == "POST" else None
    form = PauseForm(data, row=row)

    def page(form: Any, status: int = 200) -> HttpResponse:
        return _page(request, opened, "pause", status, form=form, row=row, words=_words(row))

    if data is None:
        return page(form)
    return _kept(
        request,
        opened,
        form,
        lambda: actions.pause_schedule(
            opened=opened,
            schedule_id=schedule_id,
            version=form.cleaned_data["version"],
            until=form.cleaned_data["until"],
        ),
        page,
    )


@person_page(Permission.WRITE_RECORD, part="schedule")
def schedule_resume(request: HttpRequest, opened: Opened, schedule_id: UUID) -> HttpResponse:
    """End a pause (POST)."""
    return _press(request, opened, schedule_id, actions.resume_schedule, _("It goes on."))


@person_page(Permission.WRITE_RECORD, part="schedule")
def schedule_end(request: HttpRequest, opened: Opened, schedule_id: UUID) -> HttpResponse:
    """Ask once, then end a plan."""
    row = open_schedule(opened, schedule_id)
    if request.method != "POST":
        return _page(request, opened, "end", row=row, words=_words(row))
    return _press(request, opened, schedule_id, actions.end_schedule, _("Ended. Everything answered stays."))


def _press(
    request: HttpRequest, opened: Opened, schedule_id: UUID, action: Callable[..., Schedule], said: str
) -> HttpResponse:
    """Run an action of one press; a stale or needless one is explained on the list."""
    if request.method == "POST":
        pressed(
            request,
            lambda version: action(opened=opened, schedule_id=schedule_id, version=version),
            said,
        )
    return _back(opened)


def _words(row: Schedule) -> str:
    return thing_words(row, words_of([row.line_id]))
