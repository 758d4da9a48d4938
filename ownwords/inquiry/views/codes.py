"""One code: what it says, where it hangs, how it came to be so; a new one; and saying it differently."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from ownwords.inquiry.access import Need, OpenedStudy, study_page
from ownwords.inquiry.actions import codes as actions
from ownwords.inquiry.forms.codes import NewCodeForm, SaidForm
from ownwords.inquiry.models import Code
from ownwords.inquiry.presenters.code_history import told
from ownwords.inquiry.presenters.codebook import around
from ownwords.inquiry.queries.categories import category_of
from ownwords.inquiry.queries.code_history import history_of, names_of_codes
from ownwords.inquiry.queries.code_pages import any_code, code_in_view
from ownwords.inquiry.queries.codes import codebook
from ownwords.inquiry.queries.passages import Sought, how_many
from ownwords.inquiry.views.code_undo import undoable_page
from ownwords.people.forms.fields import VersionField
from ownwords.people.refusals import StaleEdit
from ownwords.people.views.form_page import sent


@study_page()
def code(request: HttpRequest, opened: OpenedStudy, code_id: UUID) -> HttpResponse:
    """Show one code, also one out of view, with its history."""
    found = any_code(opened, code_id)
    before = VersionField().clean(request.GET.get("before")) or None
    versions, further = history_of(opened, code_id, before)
    context = {
        "opened": opened,
        "code": found,
        "around": around(codebook(opened, counted=False), found.id, found.parent_id),
        "passages": how_many(opened, Sought(found.id)),
        "history": told(versions, names := names_of_codes(opened)),
        "into": names.get(found.merged_into_id) if found.merged_into_id else None,
        "further": further,
        "paged": before is not None,
        "codes_here": opened.has(Need.CODE) and found.removed_at is None,
        "category": category_of(opened, found.id),
    }
    return render(request, "inquiry/codes/code.html", context)


@study_page(Need.CODE)
def code_add(request: HttpRequest, opened: OpenedStudy) -> HttpResponse:
    """Make a code."""
    choices = [
        (str(one.code.id), "– " * one.depth + one.code.name) for one in codebook(opened, counted=False)
    ]
    form = NewCodeForm(sent(request), codes=choices, initial={"parent": request.GET.get("below", "")})

    def act() -> Code:
        typed = form.cleaned_data
        return actions.make_code(
            opened=opened, said=form.to_said(), parent_id=form.to_parent(), submission=typed["submission"]
        )

    def page(form: Any, status: int = 200) -> HttpResponse:
        context = {"opened": opened, "form": form, "code": None}
        return render(request, "inquiry/codes/code_form.html", context, status=status)

    return undoable_page(request, opened, form, page=page, act=act,
                         said=lambda kept: _("Made: “%(code)s”.") % {"code": kept.name})  # fmt: skip


@study_page(Need.CODE)
def code_change(request: HttpRequest, opened: OpenedStudy, code_id: UUID) -> HttpResponse:
    """Say differently what a code is. Where somebody was quicker, both texts are shown."""
    found = code_in_view(opened, code_id)
    form = SaidForm(sent(request), code=found)

    def act() -> Code:
        try:
            return actions.change_code(
                opened=opened, code_id=code_id, version=form.cleaned_data["version"], said=form.to_said()
            )
        except StaleEdit as stale:
            form.begin_with_what_differs(stale.current)
            raise

    def page(form: Any, status: int = 200) -> HttpResponse:
        context = {"opened": opened, "form": form, "code": found}
        return render(request, "inquiry/codes/code_form.html", context, status=status)

    return undoable_page(request, opened, form, page=page, act=act,
                         said=lambda kept: _("Saved: “%(code)s”.") % {"code": kept.name})  # fmt: skip
