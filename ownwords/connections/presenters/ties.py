"""Ties and views of them, in words: the person's first, each worker's beside it, nothing merged."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from ownwords.connections.models import Explained, Ground, Helper, Readiness, Side, Tie, TieView, Who
from ownwords.people.access import Opened
from ownwords.people.models import Account
from ownwords.people.queries.circle import Circle
from ownwords.people.wording import SeenBy, in_a_row, seen_by


def day(value: Any) -> str:
    """Return "3 November 2026"."""
    return date_format(value, "j F Y")


def who_choices(opened: Opened, *, worker: bool = False) -> list[tuple[str, Any]]:
    """Return whose idea it was, or who came first, as the reader would say it.

    Args:
        worker: the reader answers as the worker, for themselves.
    """
    person = _("me") if opened.is_own else opened.person.called
    named = {
        Who.PERSON: person,
        Who.WORKER: _("me, or another worker") if worker else _("a worker"),
        Who.BOTH: _("both together"),
    }
    return [(one.value, named.get(one, one.label)) for one in Who]


def writer(opened: Opened, account: Account | None) -> str:
    """Return who wrote something that is the person's: "You", "Sam", or "Sam, written down by Aisha"."""
    own = _("You") if opened.is_own else opened.person.called
    if account is None or account.id == opened.person.account_id:
        return own
    return _("%(who)s, written down by %(writer)s") % {"who": own, "writer": account.name}


def tie_words(tie: Tie) -> str:
    """Return "New since 3 May 2026", or "Taken up again on 3 May 2026"."""
    said = {"day": day(tie.since)}
    return _("Taken up again on %(day)s") % said if tie.renewed else _("New since %(day)s") % said


def origin_words(tie: Tie) -> str:
    """Return how it came about. Nothing said, "I don't know" and "I would rather not say" read differently."""
    if not tie.origin:
        return _("Nothing has been said about how it came about.") if not tie.origin_words else ""
    return str(tie.get_origin_display())


@dataclass(frozen=True, slots=True)
class ShownView:
    """One view, ready for the page: its heading, what was answered (question, answer), words, who wrote it and when."""

    view: TieView
    own_side: bool
    heading: str
    answers: tuple[tuple[str, str], ...]
    words: str
    who: str
    erased: bool
    may_change: bool


@dataclass(frozen=True, slots=True)
class ShownTie:
    """One tie, ready for the page."""

    tie: Tie
    title: str
    when: str
    origin: str
    who: str
    visible: SeenBy
    views: tuple[ShownView, ...]
    may_change: bool

    @property
    def person_said(self) -> bool:
        """Whether the person's view is there."""
        return any(one.own_side for one in self.views)


def shown_tie(
    opened: Opened, tie: Tie, views: Iterable[TieView], circle: Circle, shared: Iterable[UUID], *, draws: bool
) -> ShownTie:
    """Return one tie with all views of it."""
    mine = opened.is_own or tie.written_by_id == opened.viewer.account_id
    return ShownTie(
        tie=tie,
        title=tie.item.words,
        when=tie_words(tie),
        origin=origin_words(tie),
        who=writer(opened, tie.written_by),
        visible=seen_by(opened, tie.visibility, circle, shared),
        views=tuple(shown_view(opened, view, draws=draws) for view in views),
        may_change=draws and mine,
    )


def shown_view(opened: Opened, view: TieView, *, draws: bool) -> ShownView:
    """Return one view."""
    own_side = view.side == Side.PERSON
    wrote = view.written_by_id == opened.viewer.account_id
    return ShownView(
        view=view,
        own_side=own_side,
        heading=_heading(opened, view),
        answers=tuple(_answers(opened, view)),
        words=view.words,
        who=_view_writer(opened, view),
        erased=view.erased_at is not None,
        may_change=draws and (opened.is_own or wrote) if own_side else wrote and not opened.is_own,
    )


def _heading(opened: Opened, view: TieView) -> str:
    if view.side == Side.PERSON:
        return (
            _("As you see it")
            if opened.is_own
            else _("As %(person)s sees it") % {"person": opened.person.called}
        )
    return _("As %(worker)s sees it") % {"worker": view.written_by.name}  # fmt: skip


def _view_writer(opened: Opened, view: TieView) -> str:
    if view.side == Side.WORKER:
        return view.written_by.name
    said = writer(opened, view.written_by)
    changed = view.changed_by_id == opened.person.account_id != view.written_by_id
    if changed and opened.person.account_id:
        own = _("you") if opened.is_own else opened.person.called
        return _("%(said)s; changed by %(person)s") % {"said": said, "person": own}
    return said


def _answers(opened: Opened, view: TieView) -> list[tuple[str, str]]:
    """Return question and answer of everything that was answered; what was left empty is left out."""
    ground, helped = dict(Ground.choices), dict(Helper.choices)
    found = [
        (_("A worker’s part"), str(view.get_part_display()) if view.part else ""),
        (_("How"), in_a_row([str(ground.get(one, one)) for one in view.ground])),
        (_("Whose idea"), _who(opened, view.idea)),
        (_("First contact"), _who(opened, view.first_contact)),
        (_("Who else helped"), in_a_row([str(helped.get(one, one)) for one in view.helped_by])),
        (_("Would it have happened anyway?"), str(view.get_anyway_display()) if view.anyway else ""),
    ]
    return [(question, answer) for question, answer in found if answer]


def _who(opened: Opened, value: str) -> str:
    if value == Who.PERSON:
        return _("you") if opened.is_own else opened.person.called
    return str(dict(Who.choices).get(value, ""))


def ready_words(said: Readiness) -> str:
    """Return "7 of 10", "rather not say", or nothing where only words were given."""
    if said.value is not None:
        return _("%(value)s of 10") % {"value": said.value}
    return "" if said.words else _("would rather not say")


@dataclass(frozen=True, slots=True)
class Said:
    """Something that was said on one day, ready for the page."""

    row: Readiness | Explained
    answer: str
    when: str
    who: str
    visible: SeenBy
    may_change: bool


def ready_cards(
    opened: Opened,
    rows: Iterable[Readiness],
    circle: Circle,
    shares: dict[UUID, list[UUID]],
    *,
    draws: bool,
) -> list[Said]:
    """Return what was said about being ready, each with its day."""
    return [
        Said(
            row=one,
            answer=ready_words(one),
            when=day(one.said_on),
            who=writer(opened, one.written_by),
            visible=seen_by(opened, one.visibility, circle, shares.get(one.id, [])),
            may_change=draws and (opened.is_own or one.written_by_id == opened.viewer.account_id),
        )
        for one in rows
    ]


def explained_cards(
    opened: Opened, rows: Iterable[Explained], circle: Circle, shares: dict[UUID, list[UUID]]
) -> list[Said]:
    """Return what the person answered to whether it was explained, each with its day."""
    return [
        Said(
            row=one,
            answer=str(one.get_answer_display()),
            when=day(one.said_on),
            who=_("You") if opened.is_own else opened.person.called,
            visible=seen_by(opened, one.visibility, circle, shares.get(one.id, [])),
            may_change=opened.is_own,
        )
        for one in rows
    ]
