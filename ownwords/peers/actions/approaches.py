"""Coming back: the person says so, or somebody keeps that they came. No referral, no excuse, no question why."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ownwords.ledger.verbs import Verb
from ownwords.peers.actions.door import (
    MOST_WORDS,
    Turn,
    add_change,
    check_turn,
    door_as_it_is,
)
from ownwords.peers.method.door import Status as Standing
from ownwords.peers.models import Approach, Decider, ReachBy, Route, Status
from ownwords.peers.queries.door import DoorNow, approaches_of, team_before
from ownwords.people import rules
from ownwords.people.access import NotFound, Opened
from ownwords.people.actions import team_places
from ownwords.people.actions.keeping import (
    day_that_was,
    keep_act,
    kept_once,
    locked,
    save_change,
    signed,
    state_of,
)
from ownwords.people.actions.sent_again import columns, says
from ownwords.people.models import Visibility
from ownwords.people.refusals import Refused, StaleEdit
from ownwords.people.roles import Permission

OPENED = Turn(to=Status.OPEN, decided_by=Decider.PERSON)


@dataclass(frozen=True, slots=True)
class Came:
    """How somebody came: by which route, on which day, how they would like to be reached, in their words.

    `referral_needed` is None where nobody knows whether a new referral was asked of them after all.
    """

    route: str
    words: str = ""
    reach_by: str = ""
    made_on: date | None = None
    referral_needed: bool | None = None

    def checked(self, opened: Opened) -> Came:
        """Return it as it will be kept. Raises Refused when something does not fit."""
        return Came(
            route=rules.one_of(self.route, Route.values, field="route"),
            words=rules.own_words(self.words, needed=False, most=MOST_WORDS),
            reach_by=rules.one_of(self.reach_by, ReachBy.values, field="reach_by", blank=True),
            made_on=day_that_was(self.made_on, opened, field="made_on"),
            referral_needed=self.referral_needed,
        )


def come_back(
    *, opened: Opened, words: str = "", reach_by: str = "", submission: UUID | None = None
) -> Approach:
    """The person would like to come back, and does: the door is open from this moment.

    Where no team supports them any more, the team that did last supports them again, for somebody has to hear of it;
    it is the person's own decision, and the page says so.

    Raises:
        NotFound: not the person. Refused: they are in contact already, or the door was closed by law.
    """
    if not opened.is_own:
        raise NotFound
    came = Came(Route.ONLINE, words, reach_by).checked(opened)

    def make() -> Approach:
        # The door is read first: whatever opens it in between then shows in what is asked after it.
        now = door_as_it_is(opened)
        before = team_before(opened.person.id)
        if (sent := _sent_before(opened, came, submission)) is not None:
            return sent
        # An open door that no team stands behind is no contact: then it is a return like any other.
        if before is None or now.standing.status is not Standing.OPEN:
            check_turn(opened, now, OPENED)
        approach = _keep(opened, came, submission)
        add_change(opened, now, OPENED, submission)
        if before is not None:
            team_places.come_back(opened=opened, team_id=before.id)
        return approach

    return kept_once(approaches_of(opened), opened, submission, make, same=_same(came))


def keep_return(*, opened: Opened, came: Came, seen: int, submission: UUID | None = None) -> Approach:
    """Staff keep that the person came, or came back: the door is open from then on.

    Raises:
        NotFound: not this role. StaleEdit: somebody else changed the door since.
        Refused: a choice or a day does not fit, or the person is in contact already.
    """
    if not opened.may(Permission.KEEP_CONTACT):
        raise NotFound
    came = came.checked(opened)

    def make() -> Approach:
        now = door_as_it_is(opened)
        if (sent := _sent_before(opened, came, submission)) is not None:
            return sent
        if now.version != seen:
            raise StaleEdit(now)
        if not _newcomer(now):
            check_turn(opened, now, OPENED)
        approach = _keep(opened, came, submission)
        add_change(opened, now, OPENED, submission)
        return approach

    return kept_once(approaches_of(opened), opened, submission, make, same=_same(came))


@transaction.atomic
def see_to(*, opened: Opened, approach_id: UUID, version: int) -> Approach:
    """Say that somebody is in touch with a person who came: they leave the list.

    Raises:
        NotFound: missing or hidden. StaleEdit. Refused: somebody has seen to it already.
    """
    rows = approaches_of(opened)
    approach = locked(opened, rows, approach_id, version, permission=Permission.KEEP_CONTACT)
    if approach.seen_to_at is not None:
        raise Refused({"": _("Somebody has seen to this already.")})
    before = state_of(approach)
    approach.seen_to_at, approach.seen_to_by_id = timezone.now(), opened.viewer.account_id
    return save_change(opened, approach, Verb.APPROACH_SEEN_TO, before)


def _newcomer(now: DoorNow) -> bool:
    """Whether nothing was ever decided about this door, and nobody came to it."""
    return now.standing.since is None


def _keep(opened: Opened, came: Came, submission: UUID | None) -> Approach:
    # Whoever says that they would like to come back wants to be heard: their team and their peer workers see it.
    approach = Approach(
        **signed(opened),
        visibility=Visibility.TEAM,
        route=came.route,
        words=came.words,
        reach_by=came.reach_by,
        made_on=came.made_on or timezone.localdate(),
        referral_needed=came.referral_needed,
        submission=submission,
    )
    approach.save(force_insert=True)
    keep_act(opened, Verb.APPROACH_KEPT, approach)
    return approach


def _sent_before(opened: Opened, came: Came, submission: UUID | None) -> Approach | None:
    """Return what the same form kept before: the door is open by then, and that is no reason to refuse it."""
    if submission is None:
        return None
    before = approaches_of(opened).filter(submission=submission).first()
    return before if before is not None and _same(came)(before) else None


def _same(came: Came) -> Callable[[Approach], bool]:
    made_on = came.made_on or timezone.localdate()
    return says(
        columns(
            words=came.words,
            reach_by=came.reach_by,
            route=came.route,
            made_on=made_on,
            referral_needed=came.referral_needed,
        )
    )
