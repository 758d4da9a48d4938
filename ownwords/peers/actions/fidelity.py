"""Saying how true peer support is to its principles: about the support, never about a worker (PS-20)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from ownwords.ledger.actions import note_act
from ownwords.ledger.ids import Ref
from ownwords.ledger.verbs import Verb
from ownwords.peers.method.fidelity import packaged
from ownwords.peers.models import FidelityAnswer, FidelityRating, Rater
from ownwords.peers.queries.fidelity import team_for_person
from ownwords.peers.queries.supervision import whom_i_supervise
from ownwords.people import rules
from ownwords.people.access import NotFound, Opened
from ownwords.people.actions.sent_again import sent_before
from ownwords.people.refusals import Refused
from ownwords.people.roles import Permission
from ownwords.people.viewer import Viewer

MOST_WORDS = 2_000


@dataclass(frozen=True, slots=True)
class Said:
    """What somebody says about one domain: a value of the scale or None, and words for themselves."""

    value: int | None = None
    words: str = ""


def _checked(said: Mapping[str, Said]) -> dict[str, Said]:
    asked = packaged()
    kept = {}
    for domain in asked.domains:
        one = said.get(domain.key, Said())
        if one.value is not None and not asked.low <= one.value <= asked.high:
            raise Refused({domain.key: _("Choose one of the answers in the list.")})
        words = rules.own_words(one.words, field=f"{domain.key}_words", needed=False, most=MOST_WORDS)
        if one.value is not None or words:
            kept[domain.key] = Said(one.value, words)
    if not kept:
        raise Refused({"": _("Nothing was filled in, so there was nothing to save.")})
    return kept


def rate_as_person(
    *, opened: Opened, said: Mapping[str, Said], submission: UUID | None = None
) -> FidelityRating:
    """Keep how the person sees the peer support of their team. Any domain may be left out."""
    team_id = team_for_person(opened).id
    columns = {"team_id": team_id, "rater": Rater.PERSON, "person_id": opened.person.id}
    return _keep(opened.viewer, columns, _checked(said), submission)


def rate_as_peer(
    *, viewer: Viewer, team_id: UUID, said: Mapping[str, Said], submission: UUID | None = None
) -> FidelityRating:
    """Keep how a peer worker sees the peer support of a team they work in."""
    _may(viewer, team_id)
    return _keep(viewer, {"team_id": team_id, "rater": Rater.PEER}, _checked(said), submission)


def rate_as_supervisor(
    *, viewer: Viewer, team_id: UUID, said: Mapping[str, Said], submission: UUID | None = None
) -> FidelityRating:
    """Keep how a peer supervisor sees it. Raises NotFound for somebody who supervises nobody today."""
    _may(viewer, team_id)
    if not whom_i_supervise(viewer):
        raise NotFound
    return _keep(viewer, {"team_id": team_id, "rater": Rater.SUPERVISOR}, _checked(said), submission)


def _may(viewer: Viewer, team_id: UUID) -> None:
    peer = viewer.may(Permission.RATE_PEER_SUPPORT) and viewer.may(Permission.OWN_SPACE)
    if not peer or team_id not in viewer.teams:
        raise NotFound


def _keep(
    viewer: Viewer, columns: dict[str, Any], said: Mapping[str, Said], submission: UUID | None
) -> FidelityRating:
    me = viewer.account_id
    try:
        with transaction.atomic():
            rating = FidelityRating.objects.create(
                **columns, written_by_id=me, changed_by_id=me, submission=submission
            )
            FidelityAnswer.objects.bulk_create(
                FidelityAnswer(rating=rating, domain=key, value=one.value, words=one.words)
                for key, one in said.items()
            )
            note_act(
                verb=Verb.PEER_SUPPORT_RATED,
                actor_id=me,
                role=viewer.role,
                about_id=columns.get("person_id"),
                thing=Ref("fidelityrating", rating.id),
            )
            return rating
    except IntegrityError:
        before = FidelityRating.objects.filter(written_by_id=me, submission=submission).first()
        if submission is None or before is None:
            raise
        kept = {one.domain: Said(one.value, one.words) for one in before.answers.all()}
        if kept != said or (before.team_id, before.rater) != (columns["team_id"], columns["rater"]):
            raise sent_before() from None
        return before
