"""What came out of filled forms: the same page for the person and for the worker."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _

from ownwords.measures.actions import responses as actions
from ownwords.measures.actions.results import rescored, talked_about
from ownwords.measures.forms.instruments import FillForm, RemoveForm, ResponseSightForm
from ownwords.measures.models import Response
from ownwords.measures.presenters import results as words
from ownwords.measures.presenters import results_change as changes
from ownwords.measures.presenters.national_rule import ANXIETY, DEPRESSION, national_words
from ownwords.measures.queries import responses as queries
from ownwords.measures.queries.instruments import in_use_one, worded
from ownwords.measures.queries.responses import Filled
from ownwords.measures.queries.sight import shares_of
from ownwords.measures.views.instruments import (
    MOST_SHOWN,
    address,
    common_context,
    fill_context,
    open_asking_of,
    visible_line,
)
from ownwords.measures.views.met import met_words
from ownwords.people import notices
from ownwords.people.access import NotFound, Opened
from ownwords.people.forms.saving import save_or_explain
from ownwords.people.queries.circle import circle_of
from ownwords.people.roles import Permission
from ownwords.people.routes import person_page
from ownwords.people.views.form_page import pressed


@person_page(Permission.READ_RECORD, part="measure")
def instrument(request: HttpRequest, opened: Opened, instrument_key: str) -> HttpResponse:
    """One standard measure over time: the latest result, what changed, every form."""
    found = worded(instrument_key).instrument
    results = queries.results_of(opened, found.key)
    started = queries.begun(opened, found.key)
    askings = queries.askings_of(opened, found.key)
    on = _is_on(opened, found.key)
    if not (on or results or started or askings):
        raise NotFound
    latest = results[-1] if results else None
    context = common_context(request, opened) | {
        "instrument": found,
        "on": on,
        "met": met_words(opened, queries.to_talk_about(opened, found.key)),
        "latest": latest,
        "scores": words.shown_scores(latest) if latest else [],
        "finding": words.finding_words(_finding(latest)),
        "changes": [] if found.about_worker else _changes(found.scores, results),
        "national": _national(opened, found.key, results),
        "own_answers": queries.own_answers_on(opened, found.key)[:3],
        "own_answer_url": own_answer_url(opened, found.key),
        "begun": [(one, actions.may_edit(opened, one)) for one in started],
        "asking": open_asking_of(askings, [*started, *(one.response for one in results)])
        if opened.is_own
        else None,
        "askings": askings[:MOST_SHOWN],
        "results": [(one, words.short_result(one)) for one in reversed(results)],
        "removed": queries.removed_of(opened, found.key),
        "visible": visible_line(opened, latest.response) if latest else "",
    }
    return render(request, "measures/instruments/instrument.html", context)


def _is_on(opened: Opened, key: str) -> bool:
    try:
        in_use_one(opened, key)
    except NotFound:
        return False
    return True


def _changes(scores: Any, results: list[Filled]) -> list[tuple[str, list[changes.ShownChange]]]:
    found = [(str(_(one.name)), changes.shown_changes(results, one.key)) for one in scores]
    return [(name, several) for name, several in found if several]


def _national(opened: Opened, key: str, results: list[Filled]) -> list[str]:
    """The national rule, on the pages of the two forms it looks at."""
    if key not in (DEPRESSION, ANXIETY) or len(results) < 2:
        return []
    other = queries.results_of(opened, ANXIETY if key == DEPRESSION else DEPRESSION)
    return national_words(results, other) if key == DEPRESSION else national_words(other, results)


def _finding(filled: Filled | None) -> Any:
    scored = filled.recomputed() if filled and filled.answers else None
    return scored.finding if scored else None


def own_answer_url(opened: Opened, key: str) -> str:
    """Return where the person says whether it is different for them; "" for who may not write it down."""
    return address(opened, "measure_different", key) if opened.may(Permission.WRITE_RECORD) else ""


@person_page(Permission.READ_RECORD, part="measure")
def response(request: HttpRequest, opened: Opened, response_id: UUID) -> HttpResponse:
    """One filled form: the result, how it was worked out, every answer."""
    return _response_page(request, opened, queries.open_response(opened, response_id))


def _response_page(
    request: HttpRequest, opened: Opened, found: Response, wrong: str = "", status: int = 200
) -> HttpResponse:
    if found.finished_at is None:
        return HttpResponseRedirect(address(opened, "instrument", found.instrument))
    (filled,) = queries.with_everything([found])
    context = common_context(request, opened) | {
        "instrument": filled.instrument,
        "filled": filled,
        "response": found,
        "scores": words.shown_scores(filled),
        "finding": words.finding_words(_finding(filled)),
        "said": words.said(filled),
        "met": met_words(opened, [one for one in filled.events if one.talked_at is None]),
        "talked": [one for one in filled.events if one.talked_at is not None],
        "names": queries.names_of(one.talked_by_id for one in filled.events),
        "visible": visible_line(opened, found),
        "may_edit": actions.may_edit(opened, found),
        "errors": [{"text": wrong, "href": "#results"}] if wrong else [],
    }
    return render(request, "measures/instruments/response.html", context, status=status)


# ---- putting right, sharing, out of view ---------------------------------------------------------


@person_page(Permission.WRITE_RECORD, part="measure")
def response_correct(request: HttpRequest, opened: Opened, response_id: UUID) -> HttpResponse:
    """Put answers of a finished form right; what stood there is kept."""
    found = _editable(opened, response_id)
    (filled,) = queries.with_everything([found])

    def page(form: forms.Form, status: int = 200) -> HttpResponse:
        context = fill_context(request, opened, filled, form) | {"correcting": True}
        return render(request, "measures/instruments/fill.html", context, status=status)

    if request.method != "POST":
        return page(FillForm(instrument=filled.instrument, filled=filled))
    form = FillForm(request.POST, instrument=filled.instrument)

    def correct() -> Response:
        return actions.correct_response(
            opened=opened,
            response_id=found.id,
            version=form.cleaned_data["version"],
            answers=form.to_answers(),
            answered_on=form.cleaned_data["answered_on"],
        )

    kept = save_or_explain(request, form, correct, page=page, again=True)
    if isinstance(kept, HttpResponse):
        return kept
    notices.done(request, _("Put right. What stood there before is kept in the history."))
    return _to(opened, found)


def _editable(opened: Opened, response_id: UUID) -> Response:
    found = queries.open_response(opened, response_id)
    if found.finished_at is None or not actions.may_edit(opened, found):
        raise NotFound
    return found


def _to(opened: Opened, found: Response) -> HttpResponse:
    return HttpResponseRedirect(address(opened, "response", found.id))


def _sight_form(request: HttpRequest, opened: Opened, found: Response) -> ResponseSightForm:
    first = {
        "visibility": found.visibility,
        "named": [str(one) for one in shares_of([found.id]).get(found.id, [])],
        "in_figures": found.in_figures,
        "version": found.version,
    }
    typed = request.POST if request.method == "POST" else None
    return ResponseSightForm(typed, opened=opened, circle=circle_of(opened), response=found, initial=first)


@person_page(Permission.DECIDE_VISIBILITY, part="sharing")
def response_sight(request: HttpRequest, opened: Opened, response_id: UUID) -> HttpResponse:
    """The person decides who sees a filled form, and whether it may be counted."""
    found = queries.open_response(opened, response_id)
    form = _sight_form(request, opened, found)

    def page(form: forms.Form, status: int = 200) -> HttpResponse:
        context = common_context(request, opened) | {
            "instrument": worded(found.instrument).instrument,
            "response": found,
            "form": form,
        }
        return render(request, "measures/instruments/sight.html", context, status=status)

    if request.method != "POST":
        return page(form)

    def share() -> Response:
        sight = form.to_sight()
        if sight is None:
            raise NotFound
        return actions.share_response(
            opened=opened,
            response_id=found.id,
            version=form.cleaned_data["version"],
            sight=sight,
            in_figures=form.cleaned_data["in_figures"],
        )

    kept = save_or_explain(request, form, share, page=page, again=True)
    if isinstance(kept, HttpResponse):
        return kept
    notices.done(request, _("Kept. This holds from now on."))
    return _to(opened, found)


@person_page(Permission.WRITE_RECORD, part="measure")
def response_remove(request: HttpRequest, opened: Opened, response_id: UUID) -> HttpResponse:
    """Take a form out of view, with a reason."""
    found = queries.open_response(opened, response_id)
    if not actions.may_edit(opened, found):
        raise NotFound

    def page(form: forms.Form, status: int = 200) -> HttpResponse:
        context = common_context(request, opened) | {
            "instrument": worded(found.instrument).instrument,
            "response": found,
            "form": form,
        }
        return render(request, "measures/instruments/remove.html", context, status=status)

    if request.method != "POST":
        return page(RemoveForm(initial={"version": found.version}))
    form = RemoveForm(request.POST)
    kept = save_or_explain(
        request,
        form,
        lambda: actions.remove_response(
            opened=opened,
            response_id=found.id,
            version=form.cleaned_data["version"],
            reason=form.cleaned_data["reason"],
        ),
        page=page,
        again=True,
    )
    if isinstance(kept, HttpResponse):
        return kept
    undo = address(opened, "response_restore", found.id)
    notices.done(request, _("Out of view."), undo_url=undo, version=kept.version)
    return HttpResponseRedirect(address(opened, "instrument", found.instrument))


@person_page(Permission.WRITE_RECORD, part="measure")
def response_restore(request: HttpRequest, opened: Opened, response_id: UUID) -> HttpResponse:
    """Put a form back into view (POST)."""
    found = queries.open_response(opened, response_id, removed=True)
    back = HttpResponseRedirect(address(opened, "instrument", found.instrument))
    if request.method != "POST":
        return back
    pressed(
        request,
        lambda version: actions.restore_response(opened=opened, response_id=found.id, version=version),
        _("It is back."),
    )
    return back


@person_page(Permission.WRITE_RECORD, part="measure")
def response_rescore(request: HttpRequest, opened: Opened, response_id: UUID) -> HttpResponse:
    """Work the results out again by the rules of today, side by side (POST)."""
    found = queries.open_response(opened, response_id)
    if request.method == "POST":
        pressed(
            request,
            lambda _version: rescored(opened=opened, response_id=found.id),
            _("Worked out again. Both results stand here."),
        )
    return _to(opened, found)


@person_page(Permission.WRITE_RECORD, part="measure")
def event_talked(request: HttpRequest, opened: Opened, item_event_id: UUID) -> HttpResponse:
    """Say that an answer was talked about (POST)."""
    event = queries.open_event(opened, item_event_id)
    if request.method == "POST":
        talked_about(opened=opened, event_id=event.id)
        notices.done(request, _("Kept: you talked about it."))
    return HttpResponseRedirect(address(opened, "instrument", event.response.instrument))
