"""Contacts, attempts and introductions in words; who sees them, and what may be done with them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ownwords.peers.actions.attempt_rules import PRESENT, SETTINGS
from ownwords.peers.models import Attempt, Introduction, TakenUp
from ownwords.peers.presenters.door import day
from ownwords.people.access import Opened
from ownwords.people.queries.circle import Circle
from ownwords.people.wording import SeenBy, in_a_row, seen_by


@dataclass(frozen=True, slots=True)
class ContactCard:
    """One attempt or contact, ready for the page. `facts` are short pieces, in the order in which one tells them."""

    attempt: Attempt
    title: str
    facts: tuple[str, ...]
    visible: SeenBy
    may_change: bool
    may_remove: bool


@dataclass(frozen=True, slots=True)
class IntroductionCard:
    """One introduction, ready for the page."""

    row: Introduction
    title: str
    facts: tuple[str, ...]
    taken_up: str
    visible: SeenBy
    may_remove: bool


def contact_card(opened: Opened, one: Attempt, circle: Circle, shared: Iterable[UUID]) -> ContactCard:
    """Return one attempt as a card."""
    mine = one.written_by_id == opened.viewer.account_id
    return ContactCard(
        attempt=one,
        title=_("%(outcome)s, %(means)s")
        % {"outcome": str(one.get_outcome_display()).capitalize(), "means": one.get_means_display()},
        facts=tuple(fact for fact in _facts(opened, one) if fact),
        visible=seen_by(opened, one.visibility, circle, _and_whoever_was_there(one, circle, shared)),
        may_change=mine and not opened.is_own,
        may_remove=mine or opened.is_own,
    )


def _facts(opened: Opened, one: Attempt) -> list[str]:
    present = in_a_row([str(PRESENT[key]) for key in one.present.split(",") if key in PRESENT])
    mine = one.with_account_id == opened.viewer.account_id
    return [
        _("with you") if mine else _("with %(name)s") % {"name": one.with_account.name},
        _("started by %(who)s") % {"who": one.get_started_by_display()},
        str(one.get_kind_display()) if one.kind else "",
        ngettext("%(count)s minute", "%(count)s minutes", one.minutes) % {"count": one.minutes}
        if one.minutes
        else "",
        str(SETTINGS[one.setting]) if one.setting in SETTINGS else "",
        _("also there: %(who)s") % {"who": present} if present else "",
        _("booked: %(what)s") % {"what": one.get_booked_display()} if one.booked else "",
    ]


def _and_whoever_was_there(one: Attempt, circle: Circle, shared: Iterable[UUID]) -> list[UUID]:
    """Add whoever kept it or was there: they see it unless it is the person's alone."""
    names = [*shared]
    beside = {who for who, _name, _label in circle.beside}
    names += [who for who in (one.with_account_id, one.written_by_id) if who in beside and who not in names]
    return [who for who in dict.fromkeys(names) if who]


def introduction_card(
    opened: Opened, row: Introduction, circle: Circle, shared: Iterable[UUID]
) -> IntroductionCard:
    """Return one introduction as a card."""
    facts = [str(row.get_how_display()), day(row.on)]
    if row.asked_by:
        facts.append(_("asked for by %(who)s") % {"who": row.get_asked_by_display()})
    if row.peer_present is not None:
        facts.append(_("a peer worker was there") if row.peer_present else _("no peer worker was there"))
    mine = row.written_by_id == opened.viewer.account_id
    named = [*shared, *([row.written_by_id] if row.written_by_id else [])]
    beside = {who for who, _name, _label in circle.beside}
    return IntroductionCard(
        row=row,
        title=_("%(first)s to %(second)s") % {"first": row.from_words, "second": row.to_words},
        facts=tuple(facts),
        taken_up=_taken_up(row),
        visible=seen_by(
            opened,
            row.visibility,
            circle,
            [who for who in dict.fromkeys(named) if who in beside or who in set(shared)],
        ),
        may_remove=mine or opened.is_own,
    )


def _taken_up(row: Introduction) -> str:
    words = {
        TakenUp.YES: _("Taken up."),
        TakenUp.NO: _("Not taken up."),
        TakenUp.LATER: _("Perhaps later."),
        TakenUp.UNKNOWN: _("Nobody knows yet whether it was taken up."),
    }[TakenUp(row.taken_up)]
    if row.taken_up_on:
        return _("Taken up on %(day)s.") % {"day": day(row.taken_up_on)}
    return words
