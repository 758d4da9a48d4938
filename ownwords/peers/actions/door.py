"""The door: stepping back, pausing, going on, and saying whose decision it was. Nothing else ever moves it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ownwords.ledger.verbs import Verb
from ownwords.peers.method import door as method
from ownwords.peers.models import Decider, DoorChange, Status
from ownwords.peers.queries.door import DoorNow, changes_of, door_now
from ownwords.people import rules
from ownwords.people.access import NotFound, Opened
from ownwords.people.actions.keeping import keep_act, signed
from ownwords.people.actions.sent_again import sent_before
from ownwords.people.refusals import Refused, StaleEdit
from ownwords.people.roles import Permission, RoleName

MOST_WORDS = 2_000
Problem = method.Problem


@dataclass(frozen=True, slots=True)
class Turn:
    """What somebody decides about a door.

    `words` are the person's own, `reason` is the service's. `until` belongs to a pause.
    """

    to: str
    decided_by: str
    words: str = ""
    reason: str = ""
    until: date | None = None
    who_to_call: str = ""

    def checked(self) -> Turn:
        """Return it as it will be kept. Raises Refused when something does not fit."""
        return Turn(
            to=rules.one_of(self.to, Status.values, field="to"),
            decided_by=rules.one_of(self.decided_by, Decider.values, field="decided_by"),
            words=rules.own_words(self.words, needed=False, most=MOST_WORDS),
            reason=rules.own_words(self.reason, field="reason", needed=False, most=MOST_WORDS),
            until=self.until,
            who_to_call=rules.own_words(self.who_to_call, field="who_to_call", needed=False, most=200),
        )


def change_door(*, opened: Opened, turn: Turn, seen: int, submission: UUID | None = None) -> DoorChange:
    """Keep one decision about a door. Coming back is `approaches.come_back`.

    Args:
        turn: what is decided.
        seen: the number of the change that stood last when the form was opened; 0 for none.
        submission: the form's own key; sent twice, it is kept once.

    Raises:
        NotFound: not this role's to decide. StaleEdit: somebody else changed the door since.
        Refused: the door cannot be turned like that, or a reason or a day is missing. Nothing is kept then.
    """
    _may_decide(opened, turn)
    turn = turn.checked()
    with transaction.atomic():
        # Read first: this very form may turn the door in between, and then it is no reason to refuse.
        now = door_as_it_is(opened)
        if (before := _sent_before(opened, turn, submission)) is not None:
            return before
        if now.version != seen:
            raise StaleEdit(now)
        check_turn(opened, now, turn)
        return add_change(opened, now, turn, submission)


def door_as_it_is(opened: Opened) -> DoorNow:
    """Return the door as it stands.

    No row is locked, for a peer worker may lock none: the number of the next change decides who was first.
    """
    return door_now(opened, changes=changes_of(opened.person.id))


def add_change(opened: Opened, now: DoorNow, turn: Turn, submission: UUID | None) -> DoorChange:
    """Write the next change of a door, with its act. Raises StaleEdit where somebody else took its number."""
    made = DoorChange(
        **signed(opened),
        number=now.version + 1,
        status=turn.to,
        decided_by=turn.decided_by,
        words=turn.words,
        reason=turn.reason,
        until=turn.until,
        who_to_call=turn.who_to_call,
        submission=submission,
    )
    try:
        with transaction.atomic():
            made.save(force_insert=True)
    except IntegrityError as error:
        if (before := _sent_before(opened, turn, submission)) is not None:
            return before
        if "door_change_number_once" not in str(error):
            raise
        raise StaleEdit(door_now(opened)) from None
    keep_act(opened, Verb.DOOR_RETURNED if turn.to == Status.OPEN else Verb.DOOR_CHANGED, made)
    return made


def check_turn(opened: Opened, now: DoorNow, turn: Turn) -> None:
    """Raise Refused, with words for each field, where this cannot follow what stands."""
    change = method.Change(
        timezone.localdate(), method.Status(turn.to), method.Decider(turn.decided_by), turn.reason, turn.until
    )
    last = now.last.on if now.last else None
    found = method.problems(now.standing, change, timezone.localdate(), last=last)
    if found:
        raise Refused(
            {
                "" if field in ("to", "on") else field: problem_words(opened, one)
                for field, one in found.items()
            }
        )


def problem_words(opened: Opened, problem: method.Problem) -> str:
    """Return why a change of a door is not kept, in words."""
    return {
        Problem.QUIET_IS_COMPUTED: _("Quiet is worked out from contacts. Nobody sets it."),
        Problem.ALREADY_OPEN: _("The door is open already. Nothing was changed, and nothing is in the way."),
        Problem.ALREADY_PAUSED: _("There is a pause already. Nothing was changed."),
        Problem.ALREADY_ENDED: _("This is said already. Nothing was changed, and the door stays open."),
        Problem.CLOSED_FOR_GOOD: _("This door was closed by law or death, so it cannot be opened here."),
        Problem.RETURN_FIRST: _("There is nothing to pause just now. Coming back is always possible."),
        Problem.NOT_THEIRS_TO_DECIDE: _("Say whose decision this is. This answer does not fit here."),
        Problem.REASON_MISSING: _("Give the reason, in words that %(person)s can read.")
        % {"person": opened.person.called},
        Problem.END_MISSING: _("Give the day on which the pause is to end. A pause by the service has one."),
        Problem.END_NOT_AFTER_START: _("The end of a pause lies after today."),
        Problem.END_WITHOUT_PAUSE: _("Only a pause has a day on which it ends."),
        Problem.BEFORE_THE_LAST_CHANGE: _("This day lies before the last change of the door."),
        Problem.IN_THE_FUTURE: _("This day has not come yet."),
    }[problem]


def _sent_before(opened: Opened, turn: Turn, submission: UUID | None) -> DoorChange | None:
    """Return what the same form kept before; other words in it are no reason to keep quiet about them."""
    if submission is None:
        return None
    before = DoorChange.objects.filter(person_id=opened.person.id, submission=submission).first()
    kept = ("decided_by", "words", "reason", "until", "who_to_call")
    if before and [turn.to, *(getattr(turn, one) for one in kept)] != [
        before.status,
        *(getattr(before, one) for one in kept),
    ]:
        raise sent_before()
    return before


def _may_decide(opened: Opened, turn: Turn) -> None:
    """Raise NotFound where this is not the viewer's to decide."""
    if not opened.may(Permission.HOLD_DOOR):
        raise NotFound
    role = opened.viewer.role
    if turn.to == Status.CLOSED and role is not RoleName.TEAM_LEAD:
        raise NotFound
    if opened.is_own and (
        turn.decided_by != Decider.PERSON or turn.to not in (Status.PAUSED_BY_PERSON, Status.MOVED_ON)
    ):
        raise NotFound
