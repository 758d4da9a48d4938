"""Rating one line or all open ones, from paper too; one rating with its history, put right."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ownwords.measures.actions import ratings as actions
from ownwords.measures.actions.ratings import Answer, SomeRefused
from ownwords.measures.forms.ratings import CorrectForm, DayForm, RateForm, problems
from ownwords.measures.models import Rating, Way
from ownwords.measures.presenters.lines import scale_words, value_words, who_rated
from ownwords.measures.queries.lines import Followed, followed, open_line, open_lines_of
from ownwords.measures.queries.ratings import earlier_of, names_of, open_rating
from ownwords.measures.views.parts import page, see_other, to_line
from ownwords.people import notices
from ownwords.people.access import Opened
from ownwords.people.forms.saving import REFUSED, note_refusal, save_or_explain
from ownwords.people.refusals import Refused
from ownwords.people.roles import Permission
from ownwords.people.routes import person_page


@person_page(Permission.WRITE_RECORD, part="line")
def rate(request: HttpRequest, opened: Opened, line_id: UUID) -> HttpResponse:
    """Rate one line: choose a number and press."""
    one = followed(opened, [open_line(opened, line_id)])[0]
    posted = request.POST if request.method == "POST" else None
    form, day = RateForm(posted, one=one), DayForm(posted, opened=opened)

    def shown(form: Any, status: int = 200) -> HttpResponse:
        return page(
            request, opened, "ratings/rate", status, rate=form, day=day, line=one.line,
            wording=one.wording, scale=scale_words(opened, one.line), errors=problems(form, day),
        )  # fmt: skip

    if posted is None:
        return shown(form)
    if not day.is_valid():
        form.is_valid()
        return shown(form, REFUSED)

    def act() -> Rating:
        try:
            return actions.rate_line(
                opened=opened,
                line_id=line_id,
                rated=form.to_rated(day.cleaned_data["rated_on"]),
                wording_id=form.wording_id,
                way=day.cleaned_data.get("way", ""),
                submission=form.cleaned_data["submission"],
            )
        except Refused as no:
            raise Refused(_to_fields(form, day, no)) from None

    kept = save_or_explain(request, form, act, page=shown)
    if isinstance(kept, HttpResponse):
        return kept
    notices.done(request, _("Kept: %(value)s.") % {"value": value_words(one.line, kept)})
    return to_line(opened, line_id)


def _to_fields(form: RateForm, day: DayForm, no: Refused) -> dict[str, str]:
    """Move an action's words to the fields of the page; those about the day go to the day's own form."""
    found = {}
    for name, text in no.messages.items():
        if name in day.fields:
            day.add_error(name, text)
        elif name in ("value", "given"):
            found["answer" if form.tiles else "number"] = text
        else:
            found[name] = text
    return found


@person_page(Permission.WRITE_RECORD, part="measures")
def rate_all(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Rate what one likes of all open lines, and leave the rest."""
    return _several(request, opened, paper=False)


@person_page(Permission.WRITE_RECORD, part="measures")
def paper_typed(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Type in what somebody answered on paper; who typed it is kept and shown."""
    return _several(request, opened, paper=True)


def _several(request: HttpRequest, opened: Opened, *, paper: bool) -> HttpResponse:
    posted = request.POST if request.method == "POST" else None
    open_lines = followed(opened, open_lines_of(opened))
    forms = [
        RateForm(posted, one=one, needed=False, paper=paper, prefix=one.line.id.hex) for one in open_lines
    ]
    day = DayForm(posted, opened=opened, paper=paper)

    def shown(status: int = 200, problem: str = "") -> HttpResponse:
        rows = [
            {"form": form, "one": form.one, "scale": scale_words(opened, form.one.line)} for form in forms
        ]
        name = "ratings/typed" if paper else "ratings/all"
        errors = [{"text": problem, "href": ""}] if problem else problems(*forms, day)
        return page(request, opened, name, status, rows=rows, day=day, errors=errors)

    if posted is None:
        return shown()
    if not all([day.is_valid(), *(form.is_valid() for form in forms)]):
        return shown(REFUSED)
    given = [form for form in forms if form.touched]
    if not given:
        return shown(REFUSED, _("Nothing was chosen. Rate at least one line, or go back: nothing is lost."))
    try:
        kept = _keep(opened, given, day, paper=paper)
    except SomeRefused as no:
        for place, messages in no.rows.items():
            note_refusal(given[place], Refused(_to_fields(given[place], day, Refused(messages))))
        return shown(REFUSED)
    notices.done(
        request,
        ngettext("Kept: %(count)s rating.", "Kept: %(count)s ratings.", len(kept)) % {"count": len(kept)},
    )
    return see_other("lines", opened.person.id)


def _keep(opened: Opened, given: list[RateForm], day: DayForm, *, paper: bool) -> list[Rating]:
    on = day.cleaned_data["rated_on"]
    answers: list[Answer] = [form.to_answer(on) for form in given]
    way = Way.PAPER if paper else day.cleaned_data.get("way", "")
    return actions.rate_several(opened=opened, answers=answers, way=way)


@person_page(Permission.WRITE_RECORD, part="line")
def rating(request: HttpRequest, opened: Opened, rating_id: UUID) -> HttpResponse:
    """Show one rating with everything that stood there before, and put it right."""
    found = open_rating(opened, rating_id)
    one = followed(opened, [found.line])[0]
    seen = next(wording for wording in one.wordings if wording.id == found.wording_id)
    one = Followed(one.line, tuple([w for w in one.wordings if w.number <= seen.number]), one.ratings)
    posted = request.POST if request.method == "POST" else None
    form = CorrectForm(posted, one=one, rating=found)
    may_correct = opened.is_own or found.written_by_id == opened.viewer.account_id

    def shown(form: Any, status: int = 200) -> HttpResponse:
        earlier = earlier_of(found)
        names = names_of({event.changed_by_id for event in [*earlier, found] if event.changed_by_id})
        return page(
            request, opened, "ratings/rating", status, form=form, rating=found, line=found.line,
            words=seen.words, value=value_words(found.line, found), who=who_rated(opened, found),
            earlier=[(value_words(found.line, event), event, names.get(event.changed_by_id, "")) for event in earlier],
            changed_by=names.get(found.changed_by_id, "") if found.changed_by_id else "",
            may_correct=may_correct,
        )  # fmt: skip

    if posted is None:
        return shown(form)

    def act() -> Rating:
        rated = form.to_rated(form.cleaned_data["rated_on"])
        try:
            return actions.correct_rating(
                opened=opened, rating_id=rating_id, version=form.cleaned_data["version"], rated=rated
            )
        except Refused as no:
            name = "answer" if form.tiles else "number"
            raise Refused({name if key in ("value", "given") else key: text
                           for key, text in no.messages.items()}) from None  # fmt: skip

    kept = save_or_explain(request, form, act, page=shown, again=True)
    if isinstance(kept, HttpResponse):
        return kept
    notices.done(request, _("Put right. What stood there stays in its history."))
    return to_line(opened, found.line_id)
