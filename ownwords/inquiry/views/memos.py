"""Memos: all of a study, writing one about anything, changing one's own, taking it out of view and putting it back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from ownwords.inquiry.access import OpenedStudy, study_page
from ownwords.inquiry.actions import memos as actions
from ownwords.inquiry.forms.coding_memos import MemoForm, MemosForm
from ownwords.inquiry.models import About, Memo
from ownwords.inquiry.queries import memos as queries
from ownwords.inquiry.queries.stages import stage_finder
from ownwords.people.access import NotFound
from ownwords.people.forms.fields import SubmissionField
from ownwords.people.views.form_page import form_page, pressed, sent


@study_page()
def memos(request: HttpRequest, opened: OpenedStudy) -> HttpResponse:
    """List the memos, by kind and by what they are about."""
    form = MemosForm(request.GET)
    wanted = form.to_wanted()
    after = SubmissionField().clean(request.GET.get("after"))
    found, further = queries.memos_of(opened, wanted, after)
    names = queries.names_of(opened, [*queries.things_of(found), (wanted.about, wanted.about_id)])
    kept = {
        name: value
        for name, value in request.GET.items()
        if name in form.fields and name != "after" and value
    }
    context = {
        "opened": opened,
        "filters": form,
        "wanted": wanted,
        "memos": [
            (one, names.get((one.about, one.about_id), ""), names.get((one.beside, one.beside_id), ""))
            for one in found
        ],
        "stage_of": stage_finder(opened),
        "about_name": names.get((wanted.about, wanted.about_id), ""),
        "out_of_view": list(queries.memos_out_of_view(opened)),
        "further": f"?{urlencode({**kept, 'after': str(further)})}" if further else "",
    }
    return render(request, "inquiry/coding/memos.html", context)


@study_page()
def memo_add(request: HttpRequest, opened: OpenedStudy) -> HttpResponse:
    """Write a memo about what the address names, or about the study."""
    about = request.GET.get("about", About.STUDY)
    about_id = SubmissionField().clean(request.GET.get("about_id"))
    if about not in About.values or not queries.is_there(opened, about, about_id):
        raise NotFound
    form = MemoForm(sent(request), opened=opened)
    name = queries.names_of(opened, [(about, about_id)]).get((about, about_id), "") if about_id else ""

    def act() -> Memo:
        submission = form.cleaned_data["submission"]
        return actions.write_memo(
            opened=opened, told=form.to_told(), about=about, about_id=about_id, submission=submission
        )

    return _saved(request, opened, form, act, about=About(about).label, name=name, memo=None)


@study_page()
def memo_change(request: HttpRequest, opened: OpenedStudy, memo_id: UUID) -> HttpResponse:
    """Show a memo; who wrote it can change it here."""
    memo = queries.open_memo(opened, memo_id)
    names = queries.names_of(opened, queries.things_of([memo]))
    name = " – ".join(names[one] for one in queries.things_of([memo]) if one in names)
    if memo.made_by_id != opened.me or memo.removed_at:
        if request.method == "POST":
            raise NotFound
        context = {"opened": opened, "memo": memo, "name": name}
        return render(request, "inquiry/coding/memo.html", context)
    form = MemoForm(sent(request), opened=opened, memo=memo)

    def act() -> Memo:
        version = form.cleaned_data["version"]
        return actions.change_memo(opened=opened, memo_id=memo_id, version=version, told=form.to_told())

    return _saved(request, opened, form, act, about=memo.get_about_display(), name=name, memo=memo)


def _saved(
    request: HttpRequest, opened: OpenedStudy, form: MemoForm, act: Callable[[], Memo], **shown: Any
) -> HttpResponse:
    def page(form: Any, status: int = 200) -> HttpResponse:
        return render(
            request, "inquiry/coding/memo_form.html", {"opened": opened, "form": form, **shown}, status=status
        )

    return form_page(
        request, form, page=page, act=act, said=_("Memo kept."), onwards=lambda _kept: _to_memos(opened)
    )


@study_page()
def memo_remove(request: HttpRequest, opened: OpenedStudy, memo_id: UUID) -> HttpResponse:
    """Take a memo out of view."""
    said = _("Out of view. You can put it back, below the memos.")
    return _pressed(request, opened, said, lambda version: actions.remove_memo(
        opened=opened, memo_id=memo_id, version=version
    ))  # fmt: skip


@study_page()
def memo_restore(request: HttpRequest, opened: OpenedStudy, memo_id: UUID) -> HttpResponse:
    """Put a memo back."""
    return _pressed(request, opened, _("The memo is back."), lambda version: actions.restore_memo(
        opened=opened, memo_id=memo_id, version=version
    ))  # fmt: skip


def _pressed(
    request: HttpRequest, opened: OpenedStudy, said: str, act: Callable[[int], Memo]
) -> HttpResponse:
    if request.method == "POST":
        pressed(request, act, said)
    return _to_memos(opened)


def _to_memos(opened: OpenedStudy) -> HttpResponse:
    return HttpResponseRedirect(reverse("inquiry:memos", args=[opened.study.id]), status=303)
