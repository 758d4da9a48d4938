"""Passing something on for somebody's safety, withholding it for a time, and looking at that again (PS-05).

Nothing here happens by itself: on the day of review a share stands on the lead's list, and stays withheld until a
lead decides.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ownwords.ledger.verbs import Verb
from ownwords.peers.models import SafetyDecision, SafetyReview, SafetyShare, Told
from ownwords.peers.queries.safety import safety_shares
from ownwords.people import rules
from ownwords.people.access import NotFound, Opened
from ownwords.people.actions.keeping import (
    day_that_was,
    keep_act,
    kept_once,
    locked,
    may_write,
    save_change,
    signed,
    state_of,
)
from ownwords.people.actions.sent_again import columns, says
from ownwords.people.refusals import Refused
from ownwords.people.roles import Permission

MOST_WORDS = 2_000
LONGEST_DAYS = 92
"""A review lies at most about three months ahead."""


@dataclass(frozen=True, slots=True)
class PassedOn:
    """What was passed on, to whom, why, and whether the person was told first."""

    what: str
    to_whom: str
    why: str
    told_first: str
    why_not_told: str = ""
    shared_on: date | None = None

    def checked(self, opened: Opened) -> PassedOn:
        """Return it as it will be kept. Raises Refused when something is missing or does not fit."""
        told = rules.one_of(self.told_first, Told.values, field="told_first")
        why_not = ""
        if told == Told.NO:
            why_not = rules.own_words(self.why_not_told, field="why_not_told", most=MOST_WORDS)
        return PassedOn(
            what=rules.own_words(self.what, field="what", most=MOST_WORDS),
            to_whom=rules.own_words(self.to_whom, field="to_whom", most=200),
            why=rules.own_words(self.why, field="why", most=MOST_WORDS),
            told_first=told,
            why_not_told=why_not,
            shared_on=day_that_was(self.shared_on, opened, field="shared_on"),
        )


def pass_on(*, opened: Opened, passed: PassedOn, submission: UUID | None = None) -> SafetyShare:
    """Keep that something was passed on. The person sees it from now on.

    Raises:
        Refused: no why, or another part is missing.
    """
    may_write(opened, Permission.SHARE_FOR_SAFETY)
    passed = passed.checked(opened)
    told = {name: getattr(passed, name) for name in PassedOn.__slots__}

    def make() -> SafetyShare:
        share = SafetyShare.objects.create(**signed(opened), **told, submission=submission)
        keep_act(opened, Verb.SAFETY_SHARED, share)
        return share

    rows = safety_shares(opened)
    return kept_once(rows, opened, submission, make, same=says(columns(**told)))


def _one(opened: Opened, share_id: UUID, version: int) -> SafetyShare:
    share = locked(opened, safety_shares(opened), share_id, version, permission=Permission.WITHHOLD_SHARE)
    if share.written_by_id == opened.viewer.account_id:
        raise Refused({"": _("You passed this on yourself, so another lead has to decide about it.")})
    return share


def _checked_day(day: date | None) -> date:
    today = timezone.localdate()
    if day is None or day <= today:
        raise Refused({"review_on": _("Give a day to come on which this is looked at again.")})
    if (day - today).days > LONGEST_DAYS:
        raise Refused({"review_on": _("Look at it again within three months.")})
    return day


@transaction.atomic
def withhold(
    *, opened: Opened, share_id: UUID, version: int, reason: str, review_on: date | None
) -> SafetyShare:
    """Withhold a share from the person for a time; with a reason they will read, and a day to look at it again.

    Raises:
        NotFound: the viewer is no lead of theirs. Refused: the viewer wrote it, or it is withheld already.
    """
    share = _one(opened, share_id, version)
    if share.withheld_at is not None:
        raise Refused({"": _("This is withheld already.")})
    return _keep_withheld(opened, share, reason, review_on, SafetyDecision.WITHHELD)


@transaction.atomic
def keep_withheld(
    *, opened: Opened, share_id: UUID, version: int, reason: str, review_on: date | None
) -> SafetyShare:
    """After looking again, withhold it for longer: with a reason and another day."""
    share = _one(opened, share_id, version)
    if share.withheld_at is None:
        raise Refused({"": _("This is not withheld.")})
    return _keep_withheld(opened, share, reason, review_on, SafetyDecision.KEPT)


def _keep_withheld(
    opened: Opened, share: SafetyShare, reason: str, review_on: date | None, decision: SafetyDecision
) -> SafetyShare:
    before, now = state_of(share), timezone.now()
    share.withheld_reason = rules.own_words(reason, field="reason", most=MOST_WORDS)
    share.review_on = _checked_day(review_on)
    share.withheld_at = share.withheld_at or now
    share.withheld_by_id = opened.viewer.account_id
    if decision is SafetyDecision.KEPT:
        share.reviewed_at = now
    verb = Verb.SAFETY_WITHHELD if decision is SafetyDecision.WITHHELD else Verb.SAFETY_REVIEWED
    _decided(opened, share, decision, share.withheld_reason, share.review_on)
    return save_change(opened, share, verb, before)


@transaction.atomic
def release(*, opened: Opened, share_id: UUID, version: int, reason: str = "") -> SafetyShare:
    """Let the person read it from now on, with who withheld it and why."""
    share = _one(opened, share_id, version)
    if share.withheld_at is None:
        raise Refused({"": _("This is not withheld.")})
    before = state_of(share)
    words = rules.own_words(reason, field="reason", needed=False, most=MOST_WORDS)
    _decided(opened, share, SafetyDecision.RELEASED, words, None)
    share.withheld_at, share.withheld_by, share.withheld_reason, share.review_on = None, None, "", None
    share.reviewed_at = timezone.now()
    return save_change(opened, share, Verb.SAFETY_REVIEWED, before)


def _decided(
    opened: Opened, share: SafetyShare, decision: SafetyDecision, reason: str, review_on: date | None
) -> None:
    if not opened.may(Permission.WITHHOLD_SHARE):
        raise NotFound
    SafetyReview.objects.create(
        share=share,
        decision=decision,
        reason=reason,
        review_on=review_on,
        made_by_id=opened.viewer.account_id,
    )
