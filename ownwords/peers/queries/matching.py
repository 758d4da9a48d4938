"""Reading how somebody and a peer worker find each other; neither side's answer is in anybody else's reach (PS-21)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connection
from django.db.models import QuerySet

from ownwords.peers.models import Match, MatchAnswer, MatchReason, PeerProfile, PeerWish
from ownwords.people.access import NotFound, Opened, show_list
from ownwords.people.models import Account, Membership, Relationship, Team
from ownwords.people.models.spans import current
from ownwords.people.queries.people import staff_of, teams_of
from ownwords.people.queries.seen import one_of_them
from ownwords.people.roles import Permission
from ownwords.people.viewer import Viewer


@dataclass(frozen=True, slots=True)
class Known:
    """A peer worker whom somebody could walk with, with what they say of themselves."""

    account: Account
    words: str
    would_like: str


@dataclass(frozen=True, slots=True)
class Offer:
    """A proposal as the peer worker sees it: a name, and words the person agreed to show.

    `state` is "open", "began" or "closed".
    """

    match: UUID
    person: UUID
    called: str
    words: str
    made_on: datetime
    answer: str
    state: str


def wish_of(opened: Opened) -> PeerWish | None:
    """Return what the person said about having a peer worker; None when nothing was said."""
    _may(opened)
    return PeerWish.objects.filter(person_id=opened.person.id).first()


def _may(opened: Opened) -> None:
    if not (opened.sees_team_entries and opened.may(Permission.MATCH_PEER)):
        raise NotFound


def said_no(opened: Opened) -> bool:
    """Whether the person said that they would not like a peer worker; then nothing is offered."""
    wish = wish_of(opened)
    return wish is not None and wish.wanted is False


def peers_to_choose(opened: Opened) -> list[Known]:
    """Return the peer workers who take on somebody new and do not stand beside the person, by name.

    Those of the person's teams; of the whole organisation where no team supports them just now.
    """
    _may(opened)
    teams = [place.team_id for place in teams_of(opened.person.id)]
    if not teams:
        rows = Team.objects.filter(organisation_id=opened.person.organisation_id)
        teams = list(rows.values_list("id", flat=True))
    found = {one.account_id: one.account for one in staff_of(teams, (Membership.Role.PEER_WORKER,))}
    for beside in relationships_of(opened):
        found.pop(beside.account_id, None)
    if opened.person.account_id is not None:
        found.pop(opened.person.account_id, None)
    said = {one.account_id: one for one in PeerProfile.objects.filter(account_id__in=list(found))}
    return [
        _known(who, said.get(who.id))
        for who in found.values()
        if who.id not in said or said[who.id].taking_on
    ]


def _known(who: Account, said: PeerProfile | None) -> Known:
    return Known(who, said.words if said else "", said.would_like if said else "")


def profile_words(account_id: UUID) -> str:
    """Return what a peer worker says of themselves for people to read; "" for nothing."""
    said = PeerProfile.objects.filter(account_id=account_id).first()
    return said.words if said else ""


def relationships_of(opened: Opened) -> list[Relationship]:
    """Return the peer workers who stand beside the person today."""
    rows = Relationship.objects.filter(
        current(), person_id=opened.person.id, kind=Relationship.Kind.PEER_WORKER
    ).select_related("account")
    return list(rows.order_by("starts_on", "id"))


def matches_of(opened: Opened) -> QuerySet[Match]:
    """Every proposal of a peer worker for this person, newest first. No row says what either of them answered."""
    _may(opened)
    rows = Match.objects.filter(person_id=opened.person.id).select_related("account", "written_by")
    return rows.order_by("-created_at", "-id")


def open_match(opened: Opened, match_id: UUID) -> Match:
    """Return one proposal. Raises NotFound."""
    return one_of_them(matches_of(opened), match_id)


def given_answers(opened: Opened) -> dict[UUID, str]:
    """Return match -> the person's own answer, of those that this viewer gave or that are theirs to know."""
    rows = MatchAnswer.objects.filter(match__person_id=opened.person.id, side="person")
    if not opened.is_own:
        rows = rows.filter(given_by_id=opened.viewer.account_id)
    return dict(rows.values_list("match_id", "answer"))


def own_reasons(viewer: Viewer) -> dict[UUID, str]:
    """Return match -> why the viewer said no, for themselves alone."""
    rows = MatchReason.objects.filter(account_id=viewer.account_id)
    return dict(rows.values_list("match_id", "words"))


def offers_to(viewer: Viewer) -> list[Offer]:
    """Return the proposals to this peer worker, open ones and those of the last four weeks; keeps the look."""
    if not (viewer.may(Permission.OWN_SPACE) and viewer.may(Permission.MATCH_PEER)):
        raise NotFound
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT match, person, called, words, made_on, answer, state FROM ownwords_match_offers()"
        )
        found = [Offer(*row) for row in cursor.fetchall()]
    show_list(viewer, [one.person for one in found], part="offers")
    return found


def profile_of(viewer: Viewer) -> PeerProfile | None:
    """Return what the viewer says of themselves as a peer worker; None when nothing yet."""
    if not viewer.may(Permission.OWN_SPACE):
        raise NotFound
    return PeerProfile.objects.filter(account_id=viewer.account_id).first()
