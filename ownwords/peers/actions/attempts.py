"""Attempts and contacts: that somebody tried, and what came of it. It needs a day, a means and an outcome; no text.

Nothing that is kept here moves a door, and no number of attempts leads to anything but a friendly follow-up.
"""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ownwords.ledger.verbs import Verb
from ownwords.peers.actions.attempt_rules import Tried
from ownwords.peers.actions.first_face import note_first_face
from ownwords.peers.actions.rules import note_told, rule_that_binds
from ownwords.peers.models import Attempt, Recording, RecordingRule, RuleTold
from ownwords.peers.queries.attempts import attempts_of, last_of_mine, peers_beside, who_it_can_be_with
from ownwords.peers.queries.door import door_now
from ownwords.people import rules
from ownwords.people.access import Opened
from ownwords.people.actions.keeping import (
    checked_sight,
    keep_new,
    kept_once,
    locked,
    may_write,
    save_change,
    save_if_different,
    signed,
    state_of,
)
from ownwords.people.actions.kept_kind import KeptKind
from ownwords.people.queries.circle import circle_of
from ownwords.people.refusals import Refused
from ownwords.people.roles import Permission, RoleName
from ownwords.people.sight import Sight

MOST_NOTE = 4_000
ATTEMPTS = KeptKind(
    rows=attempts_of,
    shared=Verb.ATTEMPT_SHARED,
    removed=Verb.ATTEMPT_REMOVED,
    restored=Verb.ATTEMPT_RESTORED,
    permission=Permission.HOLD_DOOR,
)


def keep_attempt(
    *,
    opened: Opened,
    tried: Tried,
    told: bool = False,
    sight: Sight | None = None,
    submission: UUID | None = None,
) -> Attempt:
    """Keep an attempt, or a contact, with no text at all unless the rule of the service allows a note.

    Args:
        tried: who, when, by what means, with what outcome.
        told: the peer worker says that they told the person what they may write down; needed once for each rule,
            before the first contact is kept under it (PS-04).
        sight: who sees it; as the person has set it for new entries when left out.

    Raises:
        NotFound: not this role. Refused: field -> what does not fit; nothing is kept then.
    """
    may_write(opened, Permission.KEEP_CONTACT)
    tried = tried.checked(opened, who_it_can_be_with(opened, circle_of(opened)))
    sight = checked_sight(opened, sight)

    def make() -> Attempt:
        rule = rule_that_binds(opened)
        by_peer = _by_peer(opened, tried.with_account)
        if by_peer:
            _person_knows(opened, rule, told)
        attempt = Attempt(
            **signed(opened),
            visibility=sight.visibility,
            submission=submission,
            rule=rule,
            by_peer=by_peer,
            door_status=door_now(opened, on=tried.on).standing.status,
            note=_note(tried.note, rule),
        )
        tried.put_into(attempt)
        keep_new(opened, attempt, Verb.ATTEMPT_KEPT, sight.named)
        note_first_face(opened, attempt)
        return attempt

    return kept_once(attempts_of(opened), opened, submission, make, same=tried.same_as)


def keep_another(*, opened: Opened, submission: UUID | None) -> Attempt:
    """Keep one more, today, like the last one that the viewer kept here: one press. A note is not copied.

    Raises:
        NotFound: not this role. Refused: there is none yet.
    """
    may_write(opened, Permission.KEEP_CONTACT)
    last = last_of_mine(opened)
    if last is None:
        raise Refused({"": _("There is no contact of yours to repeat yet.")})
    # What was booked was one appointment, and that is over.
    again = replace(Tried.of(last), on=timezone.localdate(), booked="", note="")
    named = tuple(
        who for who in (opened.viewer.account_id,) if last.visibility == "named" and not opened.is_own
    )
    sight = Sight(last.visibility, named) if last.visibility != "me" else None
    return keep_attempt(opened=opened, tried=again, sight=sight, submission=submission)


@transaction.atomic
def change_attempt(*, opened: Opened, attempt_id: UUID, version: int, tried: Tried) -> Attempt:
    """Say differently what was kept. Only whoever kept it; what stood there stays in its history.

    The rule under which it was kept goes on to hold for it: a later rule never opens it for a note (PS-04).

    Raises:
        NotFound, StaleEdit. Refused: somebody else kept it, something does not fit, or nothing is different.
    """
    attempt = locked(opened, attempts_of(opened), attempt_id, version, permission=Permission.KEEP_CONTACT)
    if attempt.written_by_id != opened.viewer.account_id:
        raise Refused({"": _("Only whoever kept this can change it.")})
    before = state_of(attempt)
    allowed = who_it_can_be_with(opened, circle_of(opened)) | {attempt.with_account_id: ""}
    tried = tried.checked(opened, allowed)
    tried.put_into(attempt)
    attempt.note = _note(tried.note, attempt.rule)
    attempt.by_peer = attempt.by_peer or _by_peer(opened, tried.with_account)
    return save_if_different(opened, attempt, Verb.ATTEMPT_CHANGED, before)


@transaction.atomic
def follow_up(*, opened: Opened, attempt_id: UUID, version: int) -> Attempt:
    """Say that somebody followed up in a friendly way after an appointment that nobody came to.

    Raises:
        NotFound, StaleEdit. Refused: there is nothing to follow up, or somebody has.
    """
    attempt = locked(opened, attempts_of(opened), attempt_id, version, permission=Permission.KEEP_CONTACT)
    if attempt.booked != "3" or attempt.followed_up_at is not None:
        raise Refused({"": _("There is nothing to follow up here any more.")})
    before = state_of(attempt)
    attempt.followed_up_at = timezone.now()
    return save_change(opened, attempt, Verb.FOLLOWED_UP, before)


def _by_peer(opened: Opened, with_account: UUID) -> bool:
    beside = {who for who, _name in peers_beside(opened.person.id)}
    return opened.viewer.role is RoleName.PEER_WORKER or with_account in beside


def _person_knows(opened: Opened, rule: RecordingRule, told: bool) -> None:
    """The person was told of this rule, or is being told now. Raises Refused when neither."""
    if RuleTold.objects.filter(person_id=opened.person.id, rule=rule).exists():
        return
    if not told:
        words = _("Tell %(person)s first what you may write down, and tick that you have.")
        raise Refused({"told": words % {"person": opened.person.called}})
    note_told(opened, rule)


def _note(note: str, rule: RecordingRule) -> str:
    """Return a note as it will be kept. Raises Refused where the rule under which this stands lets nobody write one."""
    if not note.strip():
        return ""
    if rule.rule != Recording.NOTES_ALLOWED:
        raise Refused({"note": _("The rule of this service does not let a contact carry a note.")})
    return rules.own_words(note, field="note", most=MOST_NOTE)
