"""Parting a code: ticking the passages that go to a new one, fifty a page; those of other pages are carried along."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ownwords.inquiry.access import Need, OpenedStudy, study_page
from ownwords.inquiry.actions.code_merging import split_code
from ownwords.inquiry.actions.codes import Said
from ownwords.inquiry.forms.code_places import SplitForm, chosen_passages
from ownwords.inquiry.models import Code
from ownwords.inquiry.queries.code_pages import code_in_view
from ownwords.inquiry.queries.passages import Place, Sought, how_many, page_of
from ownwords.inquiry.views.code_undo import undoable_page
from ownwords.people.views.form_page import sent


@study_page(Need.CODE)
def code_split(request: HttpRequest, opened: OpenedStudy, code_id: UUID) -> HttpResponse:
    """Choose passages and a name; "more" shows the next fifty with everything chosen so far still chosen."""
    code = code_in_view(opened, code_id)
    turning = request.method == "POST" and request.POST.get("do") in ("more", "first")
    typed = {"name": request.POST.get("name", ""), "version": request.POST.get("version", "")}
    form = (
        SplitForm(initial=typed) if turning else SplitForm(sent(request), initial={"version": code.version})
    )

    def page(form: Any, status: int = 200) -> HttpResponse:
        return render(
            request, "inquiry/codes/split.html", _context(request, opened, code, form), status=status
        )

    if turning:
        return page(form)

    def act() -> Code:
        chosen, typed = form.to_chosen(), form.cleaned_data
        said = Said(typed["name"], origin=code.origin)
        return split_code(
            opened=opened, code_id=code_id, version=typed["version"], said=said, coding_ids=chosen
        )

    def said(kept: Code) -> str:
        count = len(form.to_chosen())
        words = ngettext(
            "%(num)s passage has gone to “%(code)s”.", "%(num)s passages have gone to “%(code)s”.", count
        )
        return words % {"num": count, "code": kept.name}

    return undoable_page(request, opened, form, page=page, act=act, said=said, again=True)


def _context(request: HttpRequest, opened: OpenedStudy, code: Code, form: SplitForm) -> dict[str, Any]:
    do = request.POST.get("do", "")
    at = request.POST.get({"more": "next", "first": ""}.get(do, "at"), "")
    wanted = Sought(code.id)
    shown, following = page_of(opened, wanted, Place.read(at))
    chosen = set(chosen_passages(request.POST))
    here = {one.coding.id for one in shown}
    return {
        "opened": opened,
        "code": code,
        "form": form,
        "quotations": shown,
        "ticked": chosen & here,
        "held": sorted(chosen - here),
        "many": how_many(opened, wanted),
        "at": at,
        "following": following,
        "heading": _("Part “%(code)s”") % {"code": code.name},
    }
