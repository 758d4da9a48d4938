"""Pages of what went on around the numbers, and of the person's own answer to "is it different for you?"."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from ownwords.measures.actions import context as actions
from ownwords.measures.actions.own_answers import say_if_different, take_back
from ownwords.measures.forms.context import EventAddForm, EventChangeForm, OwnAnswerForm
from ownwords.measures.method.catalogue import instruments
from ownwords.measures.models import ContextEvent, OwnAnswer
from ownwords.measures.presenters.context import event_card
from ownwords.measures.queries.context import endings_of, events_of, open_event, own_answers_of
from ownwords.measures.queries.lines import open_line, wording_now
from ownwords.measures.queries.sight import one_of_them, shares_of
from ownwords.measures.views.parts import page, see_other, to_line
from ownwords.people.access import NotFound, Opened
from ownwords.people.forms.reason import ReasonForm
from ownwords.people.queries.circle import circle_of
from ownwords.people.queries.seen import is_own_or_writer
from ownwords.people.roles import Permission
from ownwords.people.routes import person_page
from ownwords.people.views.form_page import form_page, sent


@person_page(Permission.READ_RECORD, part="measures")
def events(request: HttpRequest, opened: Opened) -> HttpResponse:
    """List what happened, in the order in which it began, and where support ended."""
    found = list(events_of(opened))
    circle, shares = circle_of(opened), shares_of([one.id for one in found])
    cards = [event_card(opened, one, circle, shares.get(one.id, [])) for one in found]
    return page(request, opened, "context/events", cards=cards, endings=endings_of(opened))


@person_page(Permission.WRITE_RECORD, part="write")
def event_add(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Keep something that happened."""
    data = sent(request)
    form = EventAddForm(data, opened=opened, circle=circle_of(opened))

    def shown(form: Any, status: int = 200) -> HttpResponse:
        return page(request, opened, "context/add", status, form=form)

    def act() -> ContextEvent:
        return actions.add_event(
            opened=opened,
            happened=form.to_happened(),
            sight=form.to_sight(),
            submission=form.cleaned_data["submission"],
        )

    return form_page(
        request, form, page=shown, act=act,
        said=_("Kept. It stands on the same axis as what you follow, without a number."),
        onwards=lambda _kept: see_other("events", opened.person.id),
    )  # fmt: skip


@person_page(Permission.WRITE_RECORD, part="measures")
def event_change(request: HttpRequest, opened: Opened, event_id: UUID) -> HttpResponse:
    """Say differently what happened."""
    event = open_event(opened, event_id)
    if not is_own_or_writer(opened, event):
        raise NotFound
    form = EventChangeForm(sent(request), opened=opened, event=event)

    def shown(form: Any, status: int = 200) -> HttpResponse:
        return page(request, opened, "context/change", status, form=form, event=event)

    def act() -> ContextEvent:
        version = form.cleaned_data["version"]
        return actions.change_event(
            opened=opened, event_id=event_id, version=version, happened=form.to_happened()
        )

    return form_page(
        request, form, page=shown, act=act, said=_("Saved. What stood there before stays in its history."),
        onwards=lambda _kept: see_other("events", opened.person.id),
    )  # fmt: skip


@person_page(Permission.WRITE_RECORD, part="line")
def line_different(request: HttpRequest, opened: Opened, line_id: UUID) -> HttpResponse:
    """Ask whether it is different, about one line."""
    line = open_line(opened, line_id)
    return _different(request, opened, words=wording_now(line).words, line_id=line.id)


@person_page(Permission.WRITE_RECORD, part="measure")
def measure_different(request: HttpRequest, opened: Opened, instrument: str) -> HttpResponse:
    """Ask whether it is different, about one standard measure."""
    made = instruments().get(instrument)
    if made is None:
        raise NotFound
    return _different(request, opened, words=made.name, instrument=instrument)


def _different(
    request: HttpRequest,
    opened: Opened,
    *,
    words: str,
    line_id: UUID | None = None,
    instrument: str = "",
) -> HttpResponse:
    form = OwnAnswerForm(sent(request), opened=opened)

    def shown(form: Any, status: int = 200) -> HttpResponse:
        said = [
            one for one in own_answers_of(opened) if (one.line_id, one.instrument) == (line_id, instrument)
        ]
        return page(
            request, opened, "context/different", status, form=form, words=words, line_id=line_id, said=said
        )

    def act() -> OwnAnswer:
        return say_if_different(
            opened=opened,
            said=form.to_said(),
            line_id=line_id,
            instrument=instrument,
            submission=form.cleaned_data["submission"],
        )

    return form_page(
        request, form, page=shown, act=act, said=_("Kept. It stands beside the numbers."),
        onwards=lambda _kept: to_line(opened, line_id) if line_id else see_other("lines", opened.person.id),
    )  # fmt: skip


@person_page(Permission.WRITE_RECORD, part="measures")
def own_answer_remove(request: HttpRequest, opened: Opened, answer_id: UUID) -> HttpResponse:
    """Take an own answer out of view, with a reason."""
    answer = one_of_them(own_answers_of(opened), answer_id)
    form = ReasonForm(sent(request), version=answer.version)

    def shown(form: Any, status: int = 200) -> HttpResponse:
        return page(
            request, opened, "lines/remove", status, form=form,
            words=f"{answer.get_answer_display()}. {answer.words}".strip(), back=("measures:lines", None),
        )  # fmt: skip

    def act() -> OwnAnswer:
        version, reason = form.cleaned_data["version"], form.cleaned_data["reason"]
        return take_back(opened=opened, answer_id=answer_id, version=version, reason=reason)

    def onwards(kept: OwnAnswer) -> HttpResponse:
        return to_line(opened, kept.line_id) if kept.line_id else see_other("lines", opened.person.id)

    return form_page(
        request, form, page=shown, act=act, again=True,
        said=_("This is out of view now. It is kept, with your reason."), onwards=onwards,
    )  # fmt: skip
