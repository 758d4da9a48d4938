"""Passages as quotations: those of a code, all of a study, and one with everything that is said of it."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from ownwords.inquiry.access import Need, OpenedStudy, study_page
from ownwords.inquiry.actions.codings import change_coding
from ownwords.inquiry.forms.coding import PassageForm
from ownwords.inquiry.models import About, Code, Coding
from ownwords.inquiry.presenters.desk import code_choices, words_shown
from ownwords.inquiry.presenters.suggestions import told
from ownwords.inquiry.queries import desk as texts
from ownwords.inquiry.queries import passages as queries
from ownwords.inquiry.queries.codes import codebook
from ownwords.inquiry.queries.finding_rests import rests_on
from ownwords.inquiry.queries.memos import memos_about
from ownwords.inquiry.queries.suggest_origin import origin_of
from ownwords.inquiry.views.desk import to_passage
from ownwords.people.access import NotFound
from ownwords.people.forms.fields import SubmissionField
from ownwords.people.views.form_page import form_page, sent


@study_page()
def passages(request: HttpRequest, opened: OpenedStudy) -> HttpResponse:
    """Show every passage of the study, by code, text and person as wanted."""
    return _list(request, opened, None)


@study_page()
def of_code(request: HttpRequest, opened: OpenedStudy, code_id: UUID) -> HttpResponse:
    """Show the passages of one code."""
    return _list(request, opened, queries.open_code(opened, code_id))


def _list(request: HttpRequest, opened: OpenedStudy, code: Code | None) -> HttpResponse:
    asked = {name: SubmissionField().clean(request.GET.get(name)) for name in ("source", "coder")}
    wanted = queries.Sought(
        code.id if code else None, asked["source"], asked["coder"], request.GET.get("note") == "yes"
    )
    found, after = queries.page_of(opened, wanted, queries.Place.read(request.GET.get("after", "")))
    kept = {name: str(value) for name, value in asked.items() if value}
    kept |= {"note": "yes"} if wanted.with_note else {}
    context = {
        "opened": opened,
        "code": code,
        "quotations": found,
        "how_many": queries.how_many(opened, wanted),
        "most_counted": queries.MOST_COUNTED,
        "further": f"?{urlencode({**kept, 'after': str(after)})}" if after else "",
        "paged": "after" in request.GET,
        "wanted": wanted,
        "sources": texts.sources_in_view(opened),
        "coders": queries.coders(opened),
    }
    return render(request, "inquiry/coding/passages.html", context)


@study_page()
def passage(request: HttpRequest, opened: OpenedStudy, coding_id: UUID) -> HttpResponse:
    """Show one passage; its coder, and who leads the study, can say it differently here."""
    if request.method == "POST":
        opened.needs(Need.CODE)
    found = queries.open_coding(opened, coding_id)
    changes = opened.has(Need.LEAD) or (opened.has(Need.CODE) and found.coder_id == opened.me)
    if request.method == "POST" and not changes:
        raise NotFound
    codes = code_choices(codebook(opened, counted=False))
    form = PassageForm(sent(request), codes=codes, coding=found) if changes else None

    def shown(form: Any, status: int = 200) -> HttpResponse:
        return render(request, "inquiry/coding/passage.html", _context(opened, found, form), status=status)

    if form is None:
        return shown(None)
    return form_page(
        request, form, page=shown, said=_("Saved."), onwards=lambda kept: to_passage(opened, found.source, kept),
        act=lambda: change_coding(
            opened=opened, coding_id=coding_id, version=form.cleaned_data["version"], said=form.to_said(),
            chosen=form.to_passage(),
        ),
    )  # fmt: skip


def _context(opened: OpenedStudy, found: Coding, form: PassageForm | None) -> dict[str, Any]:
    words, turns = texts.words_of(found.source), texts.turns_of(found.source)
    first = next((one for one in turns if one.end > found.start), turns[-1])
    last = next((one for one in reversed(turns) if one.start < found.end), turns[0])
    return {
        "opened": opened,
        "coding": found,
        "words": words[found.start : found.end],
        "turn": first,
        "form": form,
        "first_words": words_shown(words, first) if form else [],
        "last_words": words_shown(words, last) if form else [],
        "memos": memos_about(opened, About.CODING, found.id),
        "origin": origin_of(opened, found),
        "told": told,
        "rests": rests_on(opened, found),
        "say": _,
    }
