"""What a copy holds of peer support.

Not in it: messages between meetings, which are no part of the record (PS-22); what a peer worker keeps for
themselves (PS-08); what was passed on for safety while a named senior withholds it (PS-05); what the other of two
answered to a match, and why (PS-21).
"""

from __future__ import annotations

from collections.abc import Mapping

from django.db.models import Q, QuerySet

from ownwords.exchange.queries.export_plain import Row
from ownwords.exchange.queries.export_tables import Table, tables_of
from ownwords.peers.models import (
    Approach,
    Attempt,
    Channel,
    CompetingEnd,
    DoorChange,
    FidelityAnswer,
    FidelityRating,
    FirstFace,
    Introduction,
    Match,
    MatchAnswer,
    MatchReason,
    PeerWish,
    RuleTold,
    SafetyReview,
    SafetyShare,
    SharedNote,
)
from ownwords.people.models import Person


def withheld_from(person: Person) -> QuerySet[SafetyShare]:
    """What was passed on for the person's safety and is withheld from them today."""
    return SafetyShare.objects.filter(person=person, withheld_at__isnull=False)


def _shown_to_the_person(_person: Person) -> Q:
    return Q(withheld_at__isnull=True)


def _of_what_is_shown(_person: Person) -> Q:
    return Q(share__withheld_at__isnull=True)


def _of_the_person(_person: Person) -> Q:
    return Q(side="person")


def _their_own(person: Person) -> Q:
    return Q(account_id=person.account_id) if person.account_id else Q(pk__in=[])


#: The tables of the room, in the order of the copy.
TABLES: Mapping[str, Table] = {
    "rules_told": Table(RuleTold, versions=False),
    "door": Table(DoorChange, order=("number",)),
    "approaches": Table(Approach),
    "contacts": Table(Attempt, order=("on", "id")),
    "introductions": Table(Introduction),
    "first_face": Table(FirstFace),
    "notes_by_two": Table(SharedNote),
    # Its versions would show what stood there while it was withheld.
    "safety_shares": Table(SafetyShare, versions=False, only=_shown_to_the_person),
    "safety_reviews": Table(
        SafetyReview, "share__person", ("made_at", "id"), versions=False, only=_of_what_is_shown
    ),
    "wishes": Table(PeerWish, order=("person_id",)),
    "matches": Table(Match),
    "match_answers": Table(MatchAnswer, "match__person", versions=False, only=_of_the_person),
    "match_reasons": Table(MatchReason, "match__person", versions=False, only=_their_own),
    "messages_switched": Table(Channel),
    "ends_for_counting": Table(CompetingEnd, order=("person_id",)),
    "support_rated": Table(FidelityRating),
    "support_rated_in": Table(FidelityAnswer, "rating__person"),
}


def peers_of(person: Person) -> Row:
    """Return every table of the room as a list of rows with their versions."""
    return tables_of(person, TABLES)
