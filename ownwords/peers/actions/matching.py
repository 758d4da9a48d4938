"""Finding a peer worker: what somebody would like, a proposal, and each one's own answer (PS-21).

No act in the ledger tells who answered what: two acts and their moments would say who said no. A proposal that does
not come about is closed, for both in the same words.
"""

from __future__ import annotations

from uuid import UUID

from django.db import IntegrityError, connection, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ownwords.ledger.actions import note_act
from ownwords.ledger.ids import Ref
from ownwords.ledger.verbs import Verb
from ownwords.peers.models import Answer, Match, MatchReason, PeerProfile, PeerWish
from ownwords.peers.queries.matching import (
    matches_of,
    offers_to,
    peers_to_choose,
    profile_of,
    said_no,
    wish_of,
)
from ownwords.people import rules
from ownwords.people.access import NotFound, Opened
from ownwords.people.actions.holding import hold
from ownwords.people.actions.keeping import (
    keep_act,
    kept_once,
    locked,
    may_write,
    save_change,
    signed,
    state_of,
)
from ownwords.people.refusals import Refused, StaleEdit
from ownwords.people.roles import Permission
from ownwords.people.viewer import Viewer

MATCH = Permission.MATCH_PEER
MOST_WORDS = 2_000
MATCHING = "matching"
BEGAN, CLOSED, WAITING = "began", "closed", "waiting"


@transaction.atomic
def set_wish(
    *, opened: Opened, version: int, wanted: bool | None, words: str = "", show_words: bool = False
) -> PeerWish:
    """Say whether the person would like a peer worker, and what kind of person. Nobody is asked why not.

    "No" closes what is proposed, and hides every offer until they say otherwise.

    Raises:
        StaleEdit: somebody changed it since. Refused: the person said it themselves, and somebody else would change it.
    """
    may_write(opened, MATCH)
    wish_of(opened)
    hold(MATCHING, opened.person.id)
    words = rules.own_words(words, needed=False, most=MOST_WORDS)
    PeerWish.objects.get_or_create(
        person_id=opened.person.id, defaults={"version": 0, "changed_by_id": opened.viewer.account_id}
    )
    wish = PeerWish.objects.select_for_update(of=("self",)).get(person_id=opened.person.id)
    if wish.version != version:
        raise StaleEdit(wish)
    if _is_theirs(opened, wish) and (wish.wanted, wish.words) != (wanted, words):
        called = {"person": opened.person.called}
        raise Refused({"": _("%(person)s said this on their own page, and changes it there.") % called})
    before = state_of(wish) if wish.version else None
    wish.wanted, wish.words = wanted, words
    # Whether a peer worker may read the words is the person's to say; where they do not sign in, whoever asked them.
    if opened.is_own or opened.person.account_id is None:
        wish.show_words = show_words
    wish.erased_at = None if words else wish.erased_at
    wish.version, wish.changed_at = wish.version + 1, timezone.now()
    wish.changed_by_id = opened.viewer.account_id
    wish.save()
    keep_act(opened, Verb.PEER_WISH_SET, wish, before=before)
    if wanted is False:
        _close_all(opened)
    return wish


def _is_theirs(opened: Opened, wish: PeerWish) -> bool:
    """Whether somebody else is looking at what the person said for themselves."""
    said = wish.version > 0 and wish.changed_by_id is not None
    return said and not opened.is_own and wish.changed_by_id == opened.person.account_id


def _close_all(opened: Opened) -> None:
    for match in matches_of(opened).filter(closed_at__isnull=True).select_for_update(of=("self",)):
        _close(opened, match)


def _close(opened: Opened, match: Match) -> None:
    before = state_of(match)
    match.closed_at = timezone.now()
    save_change(opened, match, Verb.MATCH_CLOSED, before)


def propose_match(*, opened: Opened, peer_id: UUID | None, submission: UUID | None = None) -> Match:
    """Propose that a person and a peer worker walk together; each then answers for themselves.

    Raises:
        Refused: the person said no to peer support, or this peer worker cannot be chosen, or is proposed already.
    """
    may_write(opened, MATCH)
    if said_no(opened):
        raise Refused({"": _no_offers()})
    if peer_id not in {one.account.id for one in peers_to_choose(opened)}:
        raise Refused({"peer": _("Choose one of the peer workers in the list.")})
    if matches_of(opened).filter(account_id=peer_id, closed_at__isnull=True).exists():
        raise Refused({"peer": _("This is proposed already, and waits for an answer.")})

    def make() -> Match:
        # A "no" that is being said at this moment is waited for; one that comes later closes this proposal.
        hold(MATCHING, opened.person.id)
        if said_no(opened):
            raise Refused({"": _no_offers()})
        match = Match.objects.create(**signed(opened), account_id=peer_id, submission=submission)
        keep_act(opened, Verb.MATCH_PROPOSED, match)
        return match

    try:
        return kept_once(
            matches_of(opened), opened, submission, make, same=lambda before: before.account_id == peer_id
        )
    except IntegrityError:
        raise Refused({"peer": _("This is proposed already, and waits for an answer.")}) from None


def _no_offers() -> str:
    return _("There is a wish not to be offered a peer worker. It can be changed on this page.")


@transaction.atomic
def close_match(*, opened: Opened, match_id: UUID, version: int) -> Match:
    """Close a proposal that nobody needs any more; no reason is asked, and none is shown."""
    match = locked(opened, matches_of(opened), match_id, version, permission=MATCH)
    if match.closed_at is not None:
        raise Refused({"": _("This is closed already.")})
    _close(opened, match)
    return match


@transaction.atomic
def answer_for_person(*, opened: Opened, match_id: UUID, answer: str, why: str = "") -> str:
    """Say yes or no for the person: they themselves, or, where they do not sign in, a worker who asked them.

    Returns:
        "waiting" for the other, "began" when both said yes, or "closed".
    """
    may_write(opened, MATCH)
    if not matches_of(opened).filter(pk=match_id).exists():
        raise NotFound
    state = _answered(match_id, answer)
    if state == BEGAN:
        thing = Ref("match", match_id)
        note_act(
            verb=Verb.RELATIONSHIP_STARTED, **opened.signature, on_behalf_of_id=opened.for_whom, thing=thing
        )
    _keep_reason(opened.viewer, match_id, answer, why)
    return state


@transaction.atomic
def answer_as_peer(*, viewer: Viewer, match_id: UUID, answer: str, why: str = "") -> str:
    """Say yes or no as the peer worker who was proposed; as `answer_for_person`."""
    offer = next((one for one in offers_to(viewer) if one.match == match_id), None)
    if offer is None:
        raise NotFound
    state = _answered(match_id, answer)
    if state == BEGAN:
        note_act(
            verb=Verb.RELATIONSHIP_STARTED,
            actor_id=viewer.account_id,
            role=viewer.role,
            about_id=offer.person,
            thing=Ref("match", match_id),
        )
    _keep_reason(viewer, match_id, answer, why)
    return state


def _answered(match_id: UUID, answer: str) -> str:
    rules.one_of(answer, Answer.values, field="answer")
    with connection.cursor() as cursor:
        cursor.execute("SELECT ownwords_answer_match(%s, %s)", [match_id, answer])
        state = str(cursor.fetchone()[0])
    if state == "none":
        raise NotFound
    return state


def _keep_reason(viewer: Viewer, match_id: UUID, answer: str, why: str) -> None:
    words = rules.own_words(why, field="why", needed=False, most=MOST_WORDS)
    if answer == Answer.NO and words:
        MatchReason.objects.bulk_create(
            [MatchReason(match_id=match_id, account_id=viewer.account_id, words=words)], ignore_conflicts=True
        )


@transaction.atomic
def set_profile(*, viewer: Viewer, version: int, words: str, would_like: str, taking_on: bool) -> PeerProfile:
    """Say what people may read of oneself as a peer worker, and with whom one would like to walk.

    Raises:
        StaleEdit: it was changed in another window since.
    """
    profile_of(viewer)
    PeerProfile.objects.get_or_create(
        account_id=viewer.account_id, defaults={"version": 0, "changed_by_id": viewer.account_id}
    )
    profile = PeerProfile.objects.select_for_update(of=("self",)).get(account_id=viewer.account_id)
    if profile.version != version:
        raise StaleEdit(profile)
    profile.words = rules.own_words(words, needed=False, most=MOST_WORDS)
    profile.would_like = rules.own_words(would_like, field="would_like", needed=False, most=MOST_WORDS)
    profile.taking_on = taking_on
    profile.version, profile.changed_at = profile.version + 1, timezone.now()
    profile.changed_by_id = viewer.account_id
    profile.save()
    thing = Ref("peerprofile", profile.pk)
    note_act(verb=Verb.PEER_PROFILE_SET, actor_id=viewer.account_id, role=viewer.role, thing=thing)
    return profile
