"""Steps of connecting, in words: the label as it read when the step was logged."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from ownwords.connections.method.vocabulary import vocabulary, worded
from ownwords.connections.models import ConnectingStep, Wheel
from ownwords.connections.presenters.ties import day
from ownwords.people.access import Opened
from ownwords.people.queries.circle import Circle
from ownwords.people.wording import SeenBy, seen_by


def wheel_choices(opened: Opened) -> list[tuple[str, Any]]:
    """Return the two wheels: the person, and whoever goes with them."""
    person = _("mine") if opened.is_own else opened.person.called
    companion = _("of whoever goes with me") if opened.is_own else _("of whoever goes with them")
    return [(Wheel.PERSON.value, person), (Wheel.COMPANION.value, companion)]


def step_choices(labels: Mapping[str, str], row: ConnectingStep | None = None) -> list[tuple[str, Any]]:
    """Return the steps as the service words them today; the one that a record holds, as it read then."""
    found = {key: text if own else _(text) for key, text, own in worded(vocabulary().steps, labels)}
    if row is not None and row.step:
        found[row.step] = row.step_words
    return list(found.items())


def barrier_choices(row: ConnectingStep | None = None) -> list[tuple[str, Any]]:
    """Return the barriers; also one that a record holds and that is offered no more."""
    kept = row.barriers if row is not None else []
    found = {term.key: _(term.label) for term in vocabulary().barriers}
    return (
        list(({key: key for key in kept} | found).items()) if set(kept) - set(found) else list(found.items())
    )


def barrier_words(key: str) -> str:
    """Return a barrier in words."""
    term = vocabulary().barrier(key)
    return _(term.label) if term else key


@dataclass(frozen=True, slots=True)
class StepCard:
    """One step, ready for the page."""

    row: ConnectingStep
    title: str
    whose: str
    when: str
    who: str
    with_whom: str
    barriers: tuple[str, ...]
    item: tuple[UUID, str] | None
    visible: SeenBy
    may_change: bool


def step_card(
    opened: Opened, row: ConnectingStep, circle: Circle, shared: Iterable[UUID], items: Mapping[UUID, str]
) -> StepCard:
    """Return one step as a card. What it is about is named only where the viewer sees that on the map."""
    seen = row.item_id if row.item_id in items else None
    return StepCard(
        row=row,
        title=row.step_words or _("A step in one’s own words"),
        whose=_whose(opened, row),
        when=day(row.happened_on),
        who=_writer(opened, row),
        with_whom=_with_whom(row),
        barriers=tuple(barrier_words(key) for key in row.barriers),
        item=(seen, items[seen]) if seen else None,
        visible=seen_by(opened, row.visibility, circle, shared),
        may_change=opened.is_own or row.written_by_id == opened.viewer.account_id,
    )


def _whose(opened: Opened, row: ConnectingStep) -> str:
    if row.wheel == Wheel.PERSON:
        return _("your step") if opened.is_own else _("%(person)s’s step") % {"person": opened.person.called}
    return _("a step of whoever went along")


def _with_whom(row: ConnectingStep) -> str:
    names = [name for name in (row.companion.name if row.companion else "", row.companion_words) if name]
    return ", ".join(names)


def _writer(opened: Opened, row: ConnectingStep) -> str:
    if row.written_by is None:
        return ""
    if row.written_by_id == opened.viewer.account_id:
        return _("you")
    return opened.person.called if row.written_by_id == opened.person.account_id else row.written_by.name
