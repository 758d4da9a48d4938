"""The texts of a study: their list, bringing them in, reading one, saying what it is, taking it out of view."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from uuid import UUID, uuid5

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from ownwords.inquiry.access import Need, OpenedStudy, study_page
from ownwords.inquiry.actions import texts as actions
from ownwords.inquiry.forms.texts import BringForm, TextForm
from ownwords.inquiry.method.text.limits import MEGABYTE, USUAL
from ownwords.inquiry.method.text.refused import CannotRead
from ownwords.inquiry.models import Source
from ownwords.inquiry.presenters import texts as presenters
from ownwords.inquiry.presenters.desk import clock_of
from ownwords.inquiry.queries import texts as queries
from ownwords.people.forms.saving import REFUSED, note_refusal
from ownwords.people.refusals import Refused
from ownwords.people.uploads import takes_files
from ownwords.people.views.form_page import form_page, pressed, sent

MOST_TOGETHER = USUAL.size + 10 * MEGABYTE
"""Files of one form together, with what the form itself needs."""


@study_page()
def texts(request: HttpRequest, opened: OpenedStudy) -> HttpResponse:
    """List the texts of the study."""
    context = {"opened": opened, "texts": queries.texts_of(opened), "codes_here": opened.has(Need.CODE)}
    return render(request, "inquiry/texts/list.html", context)


@takes_files(MOST_TOGETHER)
@study_page(Need.CODE)
def text_add(request: HttpRequest, opened: OpenedStudy) -> HttpResponse:
    """Bring in one or several files, or pasted words; say of each what became of it."""
    form = BringForm(sent(request), guides=queries.guides_of(opened))
    if request.method != "POST":
        return _bring(request, opened, form)
    pieces = _pieces(request, form)
    if not form.is_valid() or not pieces:
        if not pieces:
            form.add_error(None, _nothing(request))
        return _bring(request, opened, form, REFUSED)
    try:
        results = [_brought(opened, form, *one, alone=len(pieces) == 1) for one in enumerate(pieces)]
    except Refused as no:
        note_refusal(form, no)
        return _bring(request, opened, form, REFUSED)
    context = {"opened": opened, "results": results, "came": [one for one in results if one.source]}
    return render(request, "inquiry/texts/brought.html", context, status=200 if context["came"] else REFUSED)


def _bring(request: HttpRequest, opened: OpenedStudy, form: BringForm, status: int = 200) -> HttpResponse:
    context = {"opened": opened, "form": form, "most": USUAL.size // MEGABYTE}
    return render(request, "inquiry/texts/add.html", context, status=status)


def _pieces(request: HttpRequest, form: BringForm) -> list[tuple[str, bytes | CannotRead]]:
    """Return the name and content of what was sent; a file that is too large is not read."""
    pieces: list[tuple[str, bytes | CannotRead]] = []
    for file in request.FILES.getlist("files"):
        too_large = (file.size or 0) > USUAL.size
        size = {"size": f"{(file.size or 0) / MEGABYTE:.1f}", "limit": f"{USUAL.size / MEGABYTE:.1f}"}
        pieces.append((file.name or "", CannotRead("too_large", **size) if too_large else file.read()))
    words = request.POST.get("words", "")
    if words.strip():
        pieces.append(("", words.encode("utf-8", "replace")))
    return pieces


def _nothing(request: HttpRequest) -> str:
    if int(request.META.get("CONTENT_LENGTH") or 0) > MOST_TOGETHER:
        return _(
            "These files have more than %(most)s MB together. Nothing was kept; bring fewer at a time."
        ) % {"most": MOST_TOGETHER // MEGABYTE}
    return _("Choose a file, or paste the words.")


def _brought(
    opened: OpenedStudy, form: BringForm, number: int, piece: tuple[str, Any], *, alone: bool
) -> presenters.CameIn:
    name, data = piece
    typed, told = form.cleaned_data, form.to_told()
    shown = name or told.title or _("The words you pasted")
    if isinstance(data, CannotRead):
        return presenters.refusal(shown, data)
    if not alone:
        told = replace(told, title="")
    once = uuid5(typed["submission"], f"{number}") if typed["submission"] else None
    try:
        brought = actions.bring_in(
            opened=opened, told=told, data=data, name=name, submission=once,
            encoding="utf-8" if not name else typed["encoding"],
        )  # fmt: skip
    except CannotRead as no:
        return presenters.refusal(shown, no)
    found = brought.found
    notes = (
        presenters.note_sentences(found.notes) if found else [_("It had come in before, and is kept once.")]
    )
    return presenters.CameIn(shown, brought.source, len(found.speakers) if found else 0, notes)


@study_page()
def text(request: HttpRequest, opened: OpenedStudy, source_id: UUID) -> HttpResponse:
    """Read one text by turns."""
    source = queries.open_text(opened, source_id)
    first = request.GET.get("from", "")
    context = {
        "opened": opened,
        "source": source,
        "part": queries.part_of(
            source, int(first) if first.isascii() and first.isdecimal() and len(first) < 9 else 1
        ),
        "speakers": queries.speaking_in(source),
        "present": queries.present_at(source),
        "codes_here": opened.has(Need.CODE),
        "clock": clock_of,
    }
    return render(request, "inquiry/texts/text.html", context)


@study_page(Need.CODE)
def text_change(request: HttpRequest, opened: OpenedStudy, source_id: UUID) -> HttpResponse:
    """Say differently what a text is."""
    source = queries.open_text(opened, source_id)
    form = TextForm(
        sent(request), guides=queries.guides_of(opened), source=source, present=queries.present_at(source)
    )

    def shown(form: Any, status: int = 200) -> HttpResponse:
        context = {"opened": opened, "form": form, "source": source}
        return render(request, "inquiry/texts/change.html", context, status=status)

    def act() -> Source:
        version = form.cleaned_data["version"]
        return actions.describe_text(opened=opened, source_id=source_id, version=version, told=form.to_told())

    return form_page(
        request, form, page=shown, act=act, said=_("Saved."), onwards=lambda kept: to_text(opened, kept.id)
    )


@study_page(Need.CODE)
def text_remove(request: HttpRequest, opened: OpenedStudy, source_id: UUID) -> HttpResponse:
    """Take a text out of view, after asking."""
    source = queries.open_text(opened, source_id)
    if request.method != "POST":
        return render(request, "inquiry/texts/remove.html", {"opened": opened, "source": source})

    def act(version: int) -> Source:
        return actions.remove_text(opened=opened, source_id=source_id, version=version)

    pressed(request, act, _("Out of view, with its passages. You can undo this."))
    return HttpResponseRedirect(reverse("inquiry:texts", args=[opened.study.id]), status=303)


def to_text(opened: OpenedStudy, source_id: UUID, place: str = "") -> HttpResponse:
    """Go to a text."""
    return HttpResponseRedirect(
        reverse("inquiry:text", args=[opened.study.id, source_id]) + place, status=303
    )
