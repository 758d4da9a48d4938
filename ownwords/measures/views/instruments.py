"""Standard measures of one person: what is in use, asking, beginning, filling in."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from ownwords.measures.actions.asking import answer_asking, offer_measure
from ownwords.measures.actions.responses import answer_response, begin_response, may_edit
from ownwords.measures.forms.instruments import BeginForm, FillForm, OfferForm
from ownwords.measures.models import Asking, Reply, Response
from ownwords.measures.presenters.results import short_result
from ownwords.measures.queries import responses as queries
from ownwords.measures.queries.instruments import in_use, in_use_one
from ownwords.measures.queries.responses import Filled
from ownwords.measures.queries.sight import shares_of
from ownwords.measures.views.met import met_words
from ownwords.people import notices
from ownwords.people.access import NotFound, Opened
from ownwords.people.forms.saving import save_or_explain
from ownwords.people.queries.circle import circle_of
from ownwords.people.roles import Permission
from ownwords.people.routes import person_page
from ownwords.people.wording import who_can_see

MOST_SHOWN = 40


def common_context(request: HttpRequest, opened: Opened) -> dict[str, Any]:
    """Return what every page about a person's measures needs."""
    return {"opened": opened, "person": opened.person, "writes": opened.may(Permission.WRITE_RECORD)}


def address(opened: Opened, name: str, *args: object) -> str:
    """Return the address of a page of measures below the person."""
    return reverse(f"measures:{name}", args=[opened.person.id, *args])


@person_page(Permission.READ_RECORD, part="measures")
def instruments(request: HttpRequest, opened: Opened) -> HttpResponse:
    """What was filled in, what was begun, and what can be filled in."""
    latest = queries.latest_of_each(opened)
    started = queries.begun(opened)
    there = {one.response.instrument for one in latest}
    used = in_use(opened)
    context = common_context(request, opened) | {
        "met": met_words(opened, queries.to_talk_about(opened)),
        "latest": latest,
        "short": {one.response.id: short_result(one) for one in latest},
        "begun": [(one, may_edit(opened, one)) for one in started],
        "others": [one for one in used if one.key not in there],
        "names": {one.key: one.name for one in used}
        | {one.instrument.key: one.instrument.name for one in latest},
    }
    return render(request, "measures/instruments/instruments.html", context)


# ---- asking --------------------------------------------------------------------------------------


@person_page(Permission.WRITE_RECORD, part="write")
def instrument_offer(request: HttpRequest, opened: Opened, instrument_key: str) -> HttpResponse:
    """A worker keeps that they asked, and what was said."""
    found = in_use_one(opened, instrument_key)
    if opened.is_own:
        raise NotFound

    def page(form: forms.Form, status: int = 200) -> HttpResponse:
        context = common_context(request, opened) | {"instrument": found, "form": form}
        return render(request, "measures/instruments/offer.html", context, status=status)

    called = opened.person.called
    if request.method != "POST":
        return page(OfferForm(called=called))
    form = OfferForm(request.POST, called=called)
    kept = save_or_explain(
        request,
        form,
        lambda: offer_measure(
            opened=opened,
            instrument=found.key,
            reply=form.cleaned_data["reply"],
            submission=form.cleaned_data["submission"],
        ),
        page=page,
    )
    if isinstance(kept, HttpResponse):
        return kept
    notices.done(request, _("Kept. Any answer is fine."))
    return HttpResponseRedirect(address(opened, "instrument", found.key))


@person_page(Permission.WRITE_RECORD, part="write")
def asking_answer(request: HttpRequest, opened: Opened, asking_id: UUID) -> HttpResponse:
    """The person says "not today" or "rather not" (POST)."""
    asking = queries.open_asking(opened, asking_id).first()
    if asking is None or not (opened.is_own or asking.written_by_id == opened.viewer.account_id):
        raise NotFound
    back = HttpResponseRedirect(address(opened, "instrument", asking.instrument))
    if request.method != "POST":
        return back
    version, reply = request.POST.get("version", ""), request.POST.get("reply", "")
    if version == str(asking.version) and reply in Reply.values:
        answer_asking(opened=opened, asking_id=asking_id, version=asking.version, reply=reply)
        notices.done(request, _("Kept. You can begin at any other time."))
    return back


def open_asking_of(askings: list[Asking], forms: Iterable[Response]) -> Asking | None:
    """Return the latest asking when it still waits: not answered, and no form begun since."""
    latest = askings[0] if askings else None
    if latest is None or latest.reply != Reply.ASKED:
        return None
    since = any(timezone.localdate(one.started_at) >= latest.asked_on for one in forms)
    return None if since else latest


# ---- beginning -----------------------------------------------------------------------------------


@person_page(Permission.WRITE_RECORD, part="write")
def instrument_begin(request: HttpRequest, opened: Opened, instrument_key: str) -> HttpResponse:
    """Before the first question: why, how long, who will see it; and whether to go on with what was begun."""
    found = in_use_one(opened, instrument_key)
    mine = [one for one in queries.begun(opened, found.key) if may_edit(opened, one)]
    afresh = "afresh" in request.GET or not mine

    def page(form: forms.Form, status: int = 200) -> HttpResponse:
        context = common_context(request, opened) | {
            "instrument": found,
            "form": form,
            "mine": mine,
            "afresh": afresh,
            "changed": {one.id for one in mine if one.edition != found.edition},
            "items": len(found.items),
        }
        return render(request, "measures/instruments/begin.html", context, status=status)

    circle = circle_of(opened)
    if request.method != "POST":
        return page(BeginForm(opened=opened, circle=circle, instrument=found))
    form = BeginForm(request.POST, opened=opened, circle=circle, instrument=found)
    kept = save_or_explain(
        request,
        form,
        lambda: begin_response(
            opened=opened,
            instrument=found.key,
            beginning=form.to_beginning(),
            afresh="afresh" in request.GET,
            submission=form.cleaned_data["submission"],
        ),
        page=page,
    )
    if isinstance(kept, HttpResponse):
        return kept
    return HttpResponseRedirect(address(opened, "response_fill", kept.id))


# ---- filling in ----------------------------------------------------------------------------------


@person_page(Permission.WRITE_RECORD, part="measure")
def response_fill(request: HttpRequest, opened: Opened, response_id: UUID) -> HttpResponse:
    """Every question on one page; half can be kept for later."""
    response = queries.open_response(opened, response_id)
    if not may_edit(opened, response):
        raise NotFound
    done = HttpResponseRedirect(address(opened, "response", response.id))
    if response.finished_at is not None and request.method != "POST":
        return done
    (filled,) = queries.with_everything([response])

    def page(form: forms.Form, status: int = 200) -> HttpResponse:
        context = fill_context(request, opened, filled, form)
        return render(request, "measures/instruments/fill.html", context, status=status)

    if request.method != "POST":
        return page(FillForm(instrument=filled.instrument, filled=filled))
    form = FillForm(request.POST, instrument=filled.instrument)
    finish = request.POST.get("save") != "later"
    kept = save_or_explain(
        request, form, lambda: _answer(opened, response.id, form, finish=finish), page=page, again=True
    )
    if isinstance(kept, HttpResponse):
        return kept
    if kept.finished_at is None:
        notices.done(request, _("Kept as far as it is. You can go on at any time."))
        return HttpResponseRedirect(address(opened, "instrument", kept.instrument))
    notices.done(request, _("This is kept."))
    return done


def fill_context(request: HttpRequest, opened: Opened, filled: Filled, form: forms.Form) -> dict[str, Any]:
    """Return what the page of questions needs, for filling in and for putting right."""
    response, instrument = filled.response, filled.instrument
    begun_on = timezone.localdate(response.started_at)
    return common_context(request, opened) | {
        "instrument": instrument,
        "response": response,
        "form": form,
        "met": met_words(opened, [one for one in filled.events if one.talked_at is None]),
        "begun_on": begun_on if begun_on != timezone.localdate() else None,
        "edition_changed": response.edition != instrument.edition,
        "visible": visible_line(opened, response),
        "numbered": not instrument.has_text,
    }


def visible_line(opened: Opened, response: Response) -> str:
    """Return in names who can see a form. The worker that it is about is never among them."""
    shared = shares_of([response.id]).get(response.id, [])
    about = response.about_account_id
    return who_can_see(
        opened, response.visibility, circle_of(opened), [one for one in shared if one != about]
    )


def _answer(opened: Opened, response_id: UUID, form: FillForm, *, finish: bool) -> Response:
    return answer_response(
        opened=opened,
        response_id=response_id,
        version=form.cleaned_data["version"],
        answers=form.to_answers(),
        finish=finish,
        answered_on=form.cleaned_data["answered_on"],
    )
