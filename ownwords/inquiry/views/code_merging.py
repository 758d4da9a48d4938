"""Bringing a code into another: choosing which, reading what will happen, then pressing."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from ownwords.inquiry.access import Need, OpenedStudy, study_page
from ownwords.inquiry.actions.code_merging import merge_codes
from ownwords.inquiry.forms.code_places import PlaceForm
from ownwords.inquiry.models import Code
from ownwords.inquiry.presenters.codebook import found, without_branch
from ownwords.inquiry.queries.code_merging import going_along
from ownwords.inquiry.queries.code_pages import code_in_view
from ownwords.inquiry.queries.codes import codebook
from ownwords.inquiry.views.code_undo import undoable_page
from ownwords.people.views.form_page import sent


@study_page(Need.CODE)
def code_merge(request: HttpRequest, opened: OpenedStudy, code_id: UUID) -> HttpResponse:
    """Choose from the tree which code another goes into; say before pressing what goes along."""
    code = code_in_view(opened, code_id)
    everything = codebook(opened)
    places = without_branch(everything, code.id)
    taking = any(one.passages for one in everything if one.code.id == code.id)
    fitting = [str(one.code.id) for one in places if one.code.holds_codings or not taking]
    form = PlaceForm(sent(request) or _asked(request, code), name="into", codes=fitting)
    typed = request.GET.get("q", "")

    def page(form: Any, status: int = 200) -> HttpResponse:
        chosen = str(form["into"].value() or "")
        into = next((one.code for one in places if str(one.code.id) == chosen and chosen in fitting), None)
        context = {"opened": opened, "code": code, "form": form, "into": into, "typed": typed,
                   "places": found(places, typed), "many": len(places), "chosen": chosen, "taking": taking,
                   "fitting": fitting,
                   "along": going_along(opened, code.id, into.id if into else None)}  # fmt: skip
        return render(request, "inquiry/codes/merge.html", context, status=status)

    def act() -> Code:
        into_id, version = UUID(form.cleaned_data["into"]), form.cleaned_data["version"]
        return merge_codes(opened=opened, code_id=code_id, version=version, into_id=into_id)

    def said(kept: Code) -> str:
        return _("“%(code)s” has gone into “%(into)s”.") % {"code": code.name, "into": kept.name}

    return undoable_page(request, opened, form, page=page, act=act, said=said, again=True)


def _asked(request: HttpRequest, code: Code) -> dict[str, Any] | None:
    """Return the code chosen so far, as the form takes it; None where none was."""
    if "into" not in request.GET:
        return None
    return {"into": request.GET["into"], "version": code.version}
