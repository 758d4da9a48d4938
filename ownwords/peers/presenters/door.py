"""The door in plain words: how it stands, whose decision that was, until when, and what was before."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from ownwords.peers.method.door import Standing, Status
from ownwords.peers.models import Approach, Decider, DoorChange
from ownwords.people.access import Opened


@dataclass(frozen=True, slots=True)
class DoorWords:
    """How a door stands, for a page: a heading, and sentences."""

    heading: str
    sentences: tuple[str, ...]
    whose: str


@dataclass(frozen=True, slots=True)
class ChangeWords:
    """One change of a door, for the history. `who` is whoever wrote it down."""

    change: DoorChange
    title: str
    whose: str
    who: str


def day(on: date | None) -> str:
    """Return a day as pages show it."""
    return date_format(on, "j F Y") if on else ""


def door_words(opened: Opened, standing: Standing, *, quiet_after: int, supported: bool) -> DoorWords:
    """Return how a door stands, in words to the person or about them."""
    # Without a team, "in contact" and "quiet" would both be untrue: only the decisions about a door still hold.
    undecided = not supported and standing.status in (Status.OPEN, Status.QUIET)
    status = "" if undecided else _status(opened, standing, quiet_after)
    sentences = [one for one in (status, _until(standing)) if one]
    if not supported and standing.may_return:
        alone = _("No team supports you just now. You can come back at any time, with no referral.")
        other = _("No team supports %(person)s just now. They can come back at any time, with no referral.")
        sentences.append(alone if opened.is_own else other % {"person": opened.person.called})
    told = _("No team just now. The door is open") if undecided else heading(standing, own=opened.is_own)
    return DoorWords(told, tuple(sentences), _whose(opened, standing.decided_by))


def heading(standing: Standing, *, own: bool) -> str:
    """Return how a door stands, in a few words."""
    stepped_back = standing.status is Status.MOVED_ON and standing.decided_by == "person"
    if stepped_back:
        return _("You have stepped back. The door is open") if own else _("Stepped back. The door is open")
    return {
        Status.OPEN: _("The door is open"),
        Status.QUIET: _("It has been quiet. The door is open"),
        Status.PAUSED_BY_PERSON: _("You have paused") if own else _("A pause that the person chose"),
        Status.PAUSED_BY_SERVICE: _("The service has paused"),
        Status.MOVED_ON: _("Moved on. The door is open"),
        Status.CLOSED: _("Closed by law or death"),
    }[standing.status]


def _status(opened: Opened, standing: Standing, quiet_after: int) -> str:
    own = opened.is_own
    names = {"person": opened.person.called, "since": day(standing.since), "days": quiet_after}
    return {
        Status.OPEN: _("You are in contact, or can be at any time.")
        if own
        else _("%(person)s is in contact, or can be at any time.") % names,
        Status.QUIET: _("There was no contact for more than %(days)s days. That is nobody's fault.") % names,
        Status.PAUSED_BY_PERSON: _("Paused since %(since)s. No reason is needed.") % names,
        Status.PAUSED_BY_SERVICE: _("Paused since %(since)s.") % names,
        Status.MOVED_ON: _(
            "Since %(since)s there is no plan to meet. Coming back needs no referral and no excuse."
        )
        % names,
        Status.CLOSED: _("Since %(since)s.") % names,
    }[standing.status]


def _until(standing: Standing) -> str:
    if standing.end_has_come:
        return _(
            "The pause was to last until %(day)s. That day has passed. The pause goes on until somebody ends it."
        ) % {"day": day(standing.until)}
    if standing.until:
        return _("The pause lasts until %(day)s.") % {"day": day(standing.until)}
    return ""


def _whose(opened: Opened, decided_by: str | None) -> str:
    if decided_by is None:
        return ""
    return {
        "person": _("This was your own decision.")
        if opened.is_own
        else _("This was %(person)s's own decision.") % {"person": opened.person.called},
        "service": _("This was the decision of the service."),
        "both": _("This was decided together."),
    }[str(decided_by)]


def change_words(opened: Opened, change: DoorChange) -> ChangeWords:
    """Return one change of a door in words."""
    title = {
        "open": _("The door is open again"),
        "paused_by_person": _("A pause, by the person"),
        "paused_by_service": _("A pause, by the service"),
        "moved_on": _("Stepped back, door open")
        if change.decided_by == Decider.PERSON
        else _("Moved on, door open"),
        "closed": _("Closed by law or death"),
    }[change.status]
    if change.until:
        title = _("%(what)s, until %(day)s") % {"what": title, "day": day(change.until)}
    own = opened.is_own and change.decided_by == Decider.PERSON
    whose = _("your own decision") if own else str(change.get_decided_by_display())
    return ChangeWords(change, title, whose, writer(opened, change))


def writer(opened: Opened, row: DoorChange | Approach) -> str:
    """Return who wrote something down."""
    if row.written_by_id == opened.viewer.account_id:
        return _("You")
    if row.written_by_id == opened.person.account_id:
        return opened.person.called
    return row.written_by.name if row.written_by else ""


@dataclass(frozen=True, slots=True)
class TurnWords:
    """A way to turn a door, in words: the button that leads to it, the page's heading, what it means, and the press."""

    button: str
    heading: str
    means: tuple[str, ...]
    press: str
    done: str


def turn_words(opened: Opened, key: str) -> TurnWords:
    """Return the words of one way to turn a door, to the person or to staff."""
    named = {"person": opened.person.called}
    return _own_turn(key) if opened.is_own else _staff_turn(key, named)


def _own_turn(key: str) -> TurnWords:
    if key == "pause":
        return TurnWords(
            _("Pause"),
            _("Pause for a while"),
            (
                _("Nobody will try to see you while you pause, unless you say so."),
                _("You need no reason. You can come back on any day, also before the pause ends."),
            ),
            _("Pause"),
            _("You have paused. Come back whenever you want."),
        )
    return TurnWords(
        _("Step back"),
        _("Step back"),
        (
            _("There will be no plan to meet. Your record stays yours, and nothing in it is lost."),
            _("The door stays open. Coming back needs no referral and no excuse."),
        ),
        _("Step back"),
        _("You have stepped back. The door is open."),
    )


def _staff_turn(key: str, named: dict[str, str]) -> TurnWords:
    means = _("%(person)s sees this at once, with whose decision it was.") % named
    stays = _("The door stays open. %(person)s can come back with no referral.") % named
    return {
        "pause": TurnWords(
            _("%(person)s wants to pause") % named, _("%(person)s wants to pause") % named,
            (_("Keep this when %(person)s has asked for it. No reason is needed.") % named, means),
            _("Keep the pause"), _("The pause is kept."),
        ),
        "pause-by-us": TurnWords(
            _("We need to pause"), _("The service needs to pause"),
            (_("A pause by the service needs a reason and a day on which it ends."), means, stays),
            _("Pause"), _("The pause is kept, with its reason and its end."),
        ),
        "moved-on": TurnWords(
            _("Moved on, door open"), _("%(person)s moves on, and the door stays open") % named,
            (_("There is no plan to meet any more."), means, stays),
            _("Keep this"), _("Kept. The door stays open."),
        ),
        "open-again": TurnWords(
            _("The door is open again"), _("The door is open again"),
            (_("A pause is over, or contact goes on."), means),
            _("Open it again"), _("The door is open again."),
        ),
        "close": TurnWords(
            _("Closed by law or death"), _("Closed by law or death"),
            (
                _("Only the law or a death closes a door. Nothing else does: not missed appointments, not time."),
                _("Write a few plain words about why. They stay in the record."),
            ),
            _("Close the door"), _("Kept. The door is closed by law or death."),
        ),
    }[key]  # fmt: skip
