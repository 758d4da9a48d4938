"""Hanging a code elsewhere in the tree, and taking one out of view."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from ownwords.inquiry.access import Need, OpenedStudy, study_page
from ownwords.inquiry.actions.code_merging import remove_code
from ownwords.inquiry.actions.codes import move_code
from ownwords.inquiry.forms.code_places import TOP, PlaceForm
from ownwords.inquiry.models import Code
from ownwords.inquiry.presenters.codebook import found, without_branch
from ownwords.inquiry.queries.code_pages import code_in_view
from ownwords.inquiry.queries.codes import codebook
from ownwords.inquiry.queries.passages import Sought, how_many
from ownwords.inquiry.views.code_undo import done, to_code, undoable_page
from ownwords.people import notices
from ownwords.people.forms.fields import VersionField
from ownwords.people.refusals import Refused, StaleEdit
from ownwords.people.views.form_page import sent


@study_page(Need.CODE)
def code_move(request: HttpRequest, opened: OpenedStudy, code_id: UUID) -> HttpResponse:
    """Choose from the tree what a code hangs on."""
    code = code_in_view(opened, code_id)
    everything = codebook(opened, counted=False)
    places = without_branch(everything, code.id)
    form = PlaceForm(
        sent(request),
        name="parent",
        codes=[TOP, *(str(one.code.id) for one in places)],
        initial={"parent": str(code.parent_id or TOP), "version": code.version},
    )
    typed = request.GET.get("q", "")

    def page(form: Any, status: int = 200) -> HttpResponse:
        shown = places if form.is_bound else found(places, typed)
        context = {"opened": opened, "code": code, "form": form, "places": shown, "typed": typed,
                   "chosen": str(form["parent"].value() or ""), "many": len(places)}  # fmt: skip
        return render(request, "inquiry/codes/move.html", context, status=status)

    def act() -> Code:
        chosen = form.cleaned_data["parent"]
        parent_id = None if chosen == TOP else UUID(chosen)
        version = form.cleaned_data["version"]
        return move_code(opened=opened, code_id=code_id, version=version, parent_id=parent_id)

    return undoable_page(request, opened, form, page=page, act=act, again=True,
                         said=lambda kept: _("Moved: “%(code)s”.") % {"code": kept.name})  # fmt: skip


@study_page(Need.CODE)
def code_remove(request: HttpRequest, opened: OpenedStudy, code_id: UUID) -> HttpResponse:
    """Say what goes out of view with a code; then take it out of view."""
    code = code_in_view(opened, code_id)
    if request.method != "POST":
        context = {"opened": opened, "code": code, "passages": how_many(opened, Sought(code.id))}
        return render(request, "inquiry/codes/remove.html", context)
    try:
        version = VersionField().clean(request.POST.get("version"))
        gone = remove_code(opened=opened, code_id=code_id, version=version)
    except Refused as no:
        notices.note(request, " ".join(no.messages.values()))
    except StaleEdit:
        notices.note(request, _("Somebody changed this since you opened it. Look at it again."))
    else:
        return done(request, opened, _("Out of view: “%(code)s”.") % {"code": gone.name}, None)
    return to_code(opened, code_id)
