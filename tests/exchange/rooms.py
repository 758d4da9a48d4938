"""Something of every kind of connections and peers about one person; every text of it holds a mark."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import uuid4

from django.utils import timezone

from ownwords.connections.models import (
    ConnectingStep,
    Explained,
    Interest,
    MapCopy,
    MapCopyItem,
    MapCopyLink,
    MapHelper,
    MapItem,
    MapLink,
    MapStep,
    MapSuggestion,
    PersonMap,
    Readiness,
    Tie,
    TieView,
)
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
    Message,
    PeerWish,
    RecordingRule,
    RuleTold,
    SafetyReview,
    SafetyShare,
    SharedNote,
)
from ownwords.people.models import Account, Person, Team, ThingShare
from tests import factories as make

DAY = date(2026, 11, 22)


def fill_connections(person: Person, worker: Account, sister: Account, mark: str) -> None:
    """Keep something of every kind of the room of connections."""
    signed: dict[str, Any] = {"person": person, "written_by": worker, "changed_by_id": worker.id}
    seen = {**signed, "visibility": "team"}
    PersonMap.objects.create(person=person, links_asked_on=DAY)
    items = sorted(
        (MapItem.objects.create(**seen, words=f"{mark} item {n}", note=f"{mark} noted") for n in (1, 2)),
        key=lambda one: one.id,
    )
    MapItem.objects.filter(pk=items[0].pk).update(ring=2, version=2)
    link = MapLink.objects.create(**signed, one=items[0], other=items[1])
    MapStep.objects.create(
        person=person, number=1, did="moved", item=items[0], from_version=1, to_version=2, done_by=worker
    )
    copy = MapCopy.objects.create(**seen, taken_on=DAY, label=f"{mark} spring")
    MapCopyItem.objects.create(copy=copy, item=items[0], item_version=1)
    MapCopyLink.objects.create(copy=copy, link=link)
    MapHelper.objects.create(
        person=person, account=worker, in_conversation=True, words=f"{mark} asked", made_by_id=worker.id
    )
    MapSuggestion.objects.create(**seen, words=f"{mark} suggested", why=f"{mark} because")
    tie = Tie.objects.create(**seen, item=items[0], origin="other", origin_words=f"{mark} came about")
    TieView.objects.create(
        tie=tie, person=person, side="worker", written_by=worker, part="prepared", ground=["travel"],
        words=f"{mark} did",
    )  # fmt: skip
    Readiness.objects.create(**seen, value=0, words=f"{mark} ready")
    Explained.objects.create(**seen, answer="partly")
    ConnectingStep.objects.create(
        **seen, wheel="person", vocabulary="1", words=f"{mark} stepped", helped_words=f"{mark} helped"
    )
    Interest.objects.create(**seen, service_id=uuid4(), service_words=f"{mark} choir", answer="go")
    ThingShare.objects.create(
        person=person,
        thing_kind="connections_mapitem",
        thing_id=items[0].id,
        account=sister,
        made_by_id=worker.id,
    )
    ThingShare.objects.create(
        person=person, thing_kind="connections_tie", thing_id=tie.id, account=sister, made_by_id=worker.id
    ).delete()


def fill_peers(person: Person, worker: Account, mark: str) -> None:
    """Keep something of every kind of the room of peers, and what must be in no copy, marked NEVER."""
    signed: dict[str, Any] = {"person": person, "written_by": worker, "changed_by_id": worker.id}
    seen = {**signed, "visibility": "team"}
    rule = RecordingRule.objects.create(
        organisation=person.organisation, rule="notes_allowed", set_by=worker, since=timezone.now()
    )
    RuleTold.objects.create(person=person, rule=rule, told_by=worker)
    DoorChange.objects.create(
        **signed, number=1, status="paused_by_person", decided_by="person", words=f"{mark} a rest"
    )
    Approach.objects.create(**seen, route="walked_in", words=f"{mark} walked")
    Attempt.objects.create(
        **seen, with_account=worker, started_by="peer", means="phone", outcome="spoke", kind="social",
        setting=f"{mark} cafe", door_status="open", rule=rule, note=f"{mark} spoke", by_peer=True,
    )  # fmt: skip
    Introduction.objects.create(
        **seen,
        from_words=f"{mark} me",
        to_words=f"{mark} allotment",
        how="in_person",
        rating_words=f"{mark} fine",
    )
    FirstFace.objects.create(
        person=person, account=worker, met_on=DAY, answer=9, words=f"{mark} kind", answered_at=timezone.now()
    )
    SharedNote.objects.create(
        **seen,
        peer=worker,
        words=f"{mark} by two",
        peer_agreed_to=1,
        person_agreed_to=1,
        agreed_at=timezone.now(),
    )
    safety = {"to_whom": "the team", "why": "safety", "told_first": "yes"}
    passed_on = SafetyShare.objects.create(**signed, what=f"{mark} passed on", **safety)
    SafetyReview.objects.create(share=passed_on, decision="released", made_by=worker)
    withheld_by = make.account(f"{mark} Lead")
    SafetyShare.objects.create(
        **signed, what="NEVER withheld", withheld_at=timezone.now(), withheld_by=withheld_by,
        withheld_reason="NEVER reason", review_on=DAY, **safety,
    )  # fmt: skip
    PeerWish.objects.create(person=person, wanted=True, words=f"{mark} a veteran")
    match = Match.objects.create(**signed, account=worker)
    MatchAnswer.objects.create(match=match, side="peer", answer="no", given_by=worker)
    MatchAnswer.objects.create(match=match, side="person", answer="yes", given_by=person.account)
    MatchReason.objects.create(match=match, account=worker, words="NEVER why")
    MatchReason.objects.create(match=match, account=person.account, words=f"{mark} my why")
    channel = Channel.objects.create(person=person, account=worker, switched_by_id=worker.id)
    Message.objects.create(channel=channel, written_by=worker, words="NEVER message")
    CompetingEnd.objects.create(person=person, on=DAY, kind="moved_away", made_by_id=worker.id)
    team = Team.objects.filter(organisation=person.organisation).first()
    rating = FidelityRating.objects.create(
        team=team, rater="person", person=person, written_by=person.account
    )
    FidelityAnswer.objects.create(rating=rating, domain="trust", value=0, words=f"{mark} true")
