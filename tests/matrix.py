"""The access matrix: every route, walked as everybody, held against a table that a human can read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

from django.db import transaction
from django.test import Client
from django.urls import get_resolver
from django.utils import timezone

from ownwords.connections.method.vocabulary import vocabulary
from ownwords.connections.models import (
    CommunityWork,
    ConnectingStep,
    DirectoryService,
    DirectorySource,
    Explained,
    Interest,
    MapCopy,
    MapHelper,
    MapItem,
    MapSuggestion,
    PracticeCheck,
    Readiness,
    Tie,
    TieView,
)
from ownwords.ledger.actions import make_links
from ownwords.ledger.ids import Ref
from ownwords.measures.models import (
    Asking,
    ContextEvent,
    ItemEvent,
    OwnAnswer,
    RatingLink,
    Response,
    Schedule,
)
from ownwords.peers.models import (
    Approach,
    Attempt,
    DoorChange,
    FirstFace,
    Introduction,
    Match,
    OwnNote,
    PeerWish,
    RecordingRule,
    SafetyShare,
    SharedNote,
    Supervision,
    SupervisionItem,
)
from ownwords.people.checks import walk
from ownwords.people.models import Account, ErasureRequest, Invitation, Person, Team
from ownwords.record.models import (
    Conversation,
    Goal,
    NotAsked,
    OtherView,
    Share,
    Step,
    Strength,
)
from tests import factories as make
from tests.matrix_study import of_a_study

METHODS = ("GET", "POST")
VIEWERS = (
    "the person",
    "another person",
    "their supporter",
    "another's supporter",
    "worker",
    "worker, other team",
    "worker, other trust",
    "former worker",
    "their peer worker",
    "another's peer worker",
    "team lead",
    "lead, other team",
    "researcher",
    "researcher, reads only",
    "researcher, other study",
    "administrator",
    "signed out",
)
IN, NOT_FOUND, SIGN_IN = "yes", "–", "sign in"
_CONVERTER = re.compile(r"<(?:(?P<kind>\w+):)?(?P<name>\w+)>")


@dataclass
class World:
    """Two trusts, three teams, two people, and one account for each way of standing to the first person."""

    sam: Person
    jo: Person
    team: Team
    viewers: dict[str, tuple[Account | None, str]] = field(default_factory=dict)
    ids: dict[str, Any] = field(default_factory=dict)


def build() -> World:
    """Make the world that the matrix is walked in."""
    trust, elsewhere = make.organisation(), make.organisation()
    team, other, far = make.team(trust), make.team(trust), make.team(elsewhere)
    sam, jo = make.person(team, "Sam"), make.person(other, "Jo")
    sister, friend = make.account("Ruth"), make.account("Dev")
    make.beside(sam, sister, "supporter")
    make.beside(jo, friend, "supporter")
    peer, other_peer = make.staff(team, "peer_worker"), make.staff(team, "peer_worker")
    make.beside(sam, peer, "peer_worker")
    make.beside(jo, other_peer, "peer_worker")
    world = World(sam, jo, team)
    world.viewers = {
        "the person": (sam.account, "person"),
        "another person": (jo.account, "person"),
        "their supporter": (sister, "supporter"),
        "another's supporter": (friend, "supporter"),
        "worker": (make.staff(team), "worker"),
        "worker, other team": (make.staff(other), "worker"),
        "worker, other trust": (make.staff(far), "worker"),
        "former worker": (make.staff(team, ends_on=timezone.localdate()), "worker"),
        "their peer worker": (peer, "peer_worker"),
        "another's peer worker": (other_peer, "peer_worker"),
        "team lead": (make.staff(team, "team_lead"), "team_lead"),
        "lead, other team": (make.staff(other, "team_lead"), "team_lead"),
        "researcher": (make.appointed(trust, "researcher"), "researcher"),
        "researcher, reads only": (make.appointed(trust, "researcher"), "researcher"),
        "researcher, other study": (make.appointed(trust, "researcher"), "researcher"),
        "administrator": (make.appointed(trust, "administrator"), "administrator"),
        "signed out": (None, ""),
    }
    world.ids = _things(sam, [sister, peer]) | _looked_at_again(sam) | _filled(sam) | _around(sam, team)
    world.ids |= _tied(sam)
    world.ids |= _mapped(sam, world.viewers["worker"][0])
    world.ids |= _of_the_team(team, world.viewers["worker"][0])
    world.ids |= _between(sam, peer)
    world.ids |= _held_open(sam, peer)
    world.ids |= of_a_study(
        *(
            world.viewers[name][0]
            for name in ("researcher", "researcher, reads only", "researcher, other study")
        )
    )
    return world


def _around(sam: Person, team: Team) -> dict[str, Any]:
    """What stands around Sam: a member of staff, a place, a relationship, an invitation, a flag, a request."""
    colleague = make.staff(team)
    flag = NotAsked.objects.create(person=sam, practice="goals")
    asked = ErasureRequest.objects.create(
        person=sam,
        thing_kind="entry",
        thing_id=make.entry(sam, "Let this go.").id,
        asked_by=sam.account,
        reason="It is over.",
    )
    invitation = Invitation.objects.create(
        secret_hash="0" * 64,
        whom="supporter",
        name="Ann",
        person=sam,
        expires_at=timezone.now() + timedelta(days=1),
    )
    return {
        "account_id": colleague.id,
        "team_id": team.id,
        "place_id": colleague.memberships.get().id,
        "relationship_id": sam.relationships.filter(kind="supporter").get().id,
        "invitation_id": invitation.id,
        "flag_id": flag.id,
        "request_id": asked.id,
    }


def _things(sam: Person, shared_with: list[Account]) -> dict[str, Any]:
    """Entries of Sam that the team sees and that are shared by name: one of each shape."""
    entry = make.entry(sam)
    goal = make.entry(sam, "I want to keep pigeons again.", "goal")
    Goal.objects.create(entry=goal, origin="person")
    strength = make.entry(sam, "I fix bicycles.", "strength")
    Strength.objects.create(entry=strength, domain="work")
    talk = make.entry(sam, "We talked about the loft.", "conversation")
    Conversation.objects.create(entry=talk, template="neutral-five-steps")
    offered = make.entry(sam, "You never give up.", "understanding", standing="offered", said_by="worker")
    mine = {"written_by_id": sam.account_id, "changed_by_id": sam.account_id}
    step = Step.objects.create(entry=goal, person=sam, words="Ring the club", owner="person", **mine)
    view = OtherView.objects.create(entry=entry, said_by="person", author=sam.account, words="It differs.")
    for one in (entry, goal, strength, talk):
        for who in shared_with:
            Share.objects.create(entry=one, person=sam, account=who, made_by_id=sam.account_id)
    return {
        "person_id": sam.id,
        "entry_id": entry.id,
        "goal_id": goal.id,
        "strength_id": strength.id,
        "conversation_id": talk.id,
        "offered_id": offered.id,
        "step_id": step.id,
        "view_id": view.id,
    }


def _looked_at_again(sam: Person) -> dict[str, Any]:
    """A line that the team sees, with a plan to look at it again and a link for one rating."""
    line = make.line(sam)
    mine = {"person": sam, "written_by": sam.account, "changed_by_id": sam.account_id}
    plan = Schedule.objects.create(
        **mine, line=line, first_on=timezone.localdate(), every="month", asked_by_person=True
    )
    link = RatingLink.objects.create(
        person=sam, line=line, secret_hash="1" * 64, expires_at=timezone.now() + timedelta(days=1)
    )
    rating = make.rating(line, 4)
    answer = OwnAnswer.objects.create(**mine, visibility="team", line=line, answer="better")
    return {
        "line_id": line.id,
        "schedule_id": plan.id,
        "link_id": link.id,
        "rating_id": rating.id,
        "answer_id": answer.id,
        "event_id": _happened(sam).id,
        "template": "goals",
        "instrument": "phq-9",
    }


def _happened(sam: Person) -> ContextEvent:
    """Something that happened, which the team sees."""
    mine = {"person": sam, "written_by": sam.account, "changed_by_id": sam.account_id}
    today = timezone.localdate()
    return ContextEvent.objects.create(
        **mine, visibility="team", kind="housing", words="I moved.", starts_on=today
    )


def _filled(sam: Person) -> dict[str, Any]:
    """A PHQ-9 that the team sees, with an answer that was met at once; and that Sam was asked."""
    mine = {"person": sam, "written_by": sam.account, "changed_by_id": sam.account_id, "instrument": "phq-9"}
    now = timezone.now()
    done = Response.objects.create(
        **mine, edition="1", definition_digest="", visibility="team", started_at=now, finished_at=now
    )
    event = ItemEvent.objects.create(response=done, key="thoughts-of-death-or-self-harm", item="9")
    asking = Asking.objects.create(**mine)
    return {
        "instrument_key": "phq-9",
        "instrument": "phq-9",
        "response_id": done.id,
        "item_event_id": event.id,
        "asking_id": asking.id,
    }


def _of_the_team(team: Team, worker: Account | None) -> dict[str, Any]:
    """What a worker of the team did in the community, how they see the team's work, and a step to word."""
    mine = {"team": team, "written_by": worker}
    return {
        "work_id": CommunityWork.objects.create(**mine, words="Met the choir.").id,
        "check_id": PracticeCheck.objects.create(**mine, areas_version="1").id,
        "step": vocabulary().steps[0].key,
    }


def _tied(sam: Person) -> dict[str, Any]:
    """A tie with something on the map, who did what in it, and steps towards it, all of which the team sees."""
    mine = {"person": sam, "written_by": sam.account, "changed_by_id": sam.account_id}
    seen = {**mine, "visibility": "team"}
    item = MapItem.objects.create(**seen, words="Pigeon club")
    tie = Tie.objects.create(**seen, item=item)
    view = TieView.objects.create(**mine, tie=tie, side="person", part="alongside")
    source = DirectorySource.objects.create(name="A feed", profile="oruk-3")
    service = DirectoryService.objects.create(
        source=source, external_id="1", name="Pigeons", sort_key="pigeons"
    )
    said = {"service_id": service.id, "service_words": "Pigeons", "answer": "go"}
    return {
        "item_id": item.id,
        "tie_id": tie.id,
        "tie_view_id": view.id,
        "service_id": service.id,
        "readiness_id": Readiness.objects.create(**seen, value=4).id,
        "explained_id": Explained.objects.create(**seen, answer="partly").id,
        "connecting_id": ConnectingStep.objects.create(**seen, wheel="person", words="I rang.").id,
        "interest_id": Interest.objects.create(**seen, **said).id,
    }


def _mapped(sam: Person, worker: Account | None) -> dict[str, Any]:
    """A dated copy, a suggestion by a worker, and somebody else whom Sam has asked to draw the map."""
    mine = {"person": sam, "written_by": sam.account, "changed_by_id": sam.account_id, "visibility": "team"}
    theirs = {**mine, "written_by": worker}
    helper = make.staff(sam.placements.get().team)
    asked = MapHelper.objects.create(person=sam, account=helper, made_by_id=sam.account_id)
    return {
        "copy_id": MapCopy.objects.create(**mine).id,
        "suggestion_id": MapSuggestion.objects.create(**theirs, words="The choir").id,
        "helper_id": asked.id,
        "brought_id": _brought(sam),
    }


def _brought(sam: Person) -> UUID:
    """Something on the map that came from a file; return the id of that file's coming in."""
    seen = {"person": sam, "written_by": sam.account, "changed_by_id": sam.account_id, "visibility": "team"}
    item, file = MapItem.objects.create(**seen, words="From a file"), Ref("mapimport", uuid4())
    make_links(
        about_id=sam.id,
        source=file,
        relation="brought in",
        targets=[Ref("mapitem", item.id)],
        made_by_id=sam.account_id,
    )
    return file.id


def _held_open(sam: Person, peer: Account) -> dict[str, Any]:
    """What stands around Sam's door: a change, coming back, a contact that the peer worker kept, an introduction."""
    mine = {"person": sam, "written_by": sam.account, "changed_by_id": sam.account_id}
    theirs = {"person": sam, "written_by": peer, "changed_by_id": peer.id, "visibility": "team"}
    rule = RecordingRule.objects.create(organisation=sam.organisation, rule="no_notes")
    tried = {"with_account": peer, "started_by": "peer", "means": "phone", "outcome": "spoke", "rule": rule}
    face = FirstFace.objects.create(person=sam, account=peer, met_on=timezone.localdate())
    change = DoorChange.objects.create(**mine, number=1, status="moved_on", decided_by="person")
    return {
        "way": "pause",
        "change_id": change.id,
        "approach_id": Approach.objects.create(**mine, visibility="team", route="online").id,
        "attempt_id": Attempt.objects.create(**theirs, **tried, door_status="open", by_peer=True).id,
        "introduction_id": Introduction.objects.create(
            **theirs, from_words="Jo", to_words="The pigeon club", how="phone"
        ).id,
        "face_id": face.id,
    }


def _between(sam: Person, peer: Account) -> dict[str, Any]:
    """What is between Sam and their peer worker, and what is the peer worker's own."""
    mine = {"person": sam, "written_by": sam.account, "changed_by_id": sam.account_id}
    note = SharedNote.objects.create(
        **mine,
        peer=peer,
        words="We walked.",
        visibility="team",
        peer_agreed_to=1,
        person_agreed_to=1,
        agreed_at=timezone.now(),
    )
    told = {"what": "A plan", "to_whom": "The team", "why": "Danger", "told_first": "yes"}
    share = SafetyShare.objects.create(**{**mine, "written_by": peer}, **told)
    supervisor = make.staff(sam.placements.get().team, "peer_worker")
    named = Supervision.objects.create(peer=peer, supervisor=supervisor, made_by_id=peer.id)
    talk = SupervisionItem.objects.create(peer=peer, written_by=peer, words="Boundaries")
    PeerWish.objects.create(person=sam, wanted=True)
    return {
        "note_id": note.id,
        "share_id": share.id,
        "match_id": Match.objects.create(**mine, account=peer).id,
        "wish_id": sam.id,
        "peer_id": peer.id,
        "own_id": OwnNote.objects.create(account=peer, words="Mine").id,
        "supervision_id": named.id,
        "talk_id": talk.id,
    }


def routes() -> Iterator[tuple[str, str, Any]]:
    """Yield (address pattern, name, view) of every route, the sign-in library's too, in a stable order."""
    yield from sorted(walk(get_resolver()), key=lambda route: route[0])


def address(pattern: str, name: str, world: World) -> str:
    """Return a real address for a route's pattern, with the ids of the world and made-up ones for the rest."""

    def fill(match: re.Match[str]) -> str:
        wanted = match["name"]
        if wanted == "entry_id" and (kind := next((NEEDS[part] for part in NEEDS if part in name), "")):
            return str(world.ids[f"{kind}_id"])
        if wanted in world.ids:
            return str(world.ids[wanted])
        return {"uuid": str(uuid4()), "int": "1", "slug": "matters", "str": "values"}.get(
            match["kind"] or "str", "x"
        )

    clean = re.sub(r"\(\?P<\w+>[^)]*\)", "x", pattern.replace("^", "").replace("$", "").replace("\\Z", ""))
    return "/" + _CONVERTER.sub(fill, clean)


# Routes about an entry of one shape, by a part of their name.
NEEDS = {"goal": "goal", "conversation": "conversation", "step_add": "goal", "entry_answer": "offered"}


def answer(client: Client, method: str, url: str) -> str:
    """Return how the service answers, in one word. What it changes, also signing out, is taken back afterwards."""
    cookies = deepcopy(client.cookies)
    with transaction.atomic():
        response = client.get(url) if method == "GET" else client.post(url, {})
        where = response.headers.get("Location", "")
        transaction.set_rollback(True)
    client.cookies = cookies
    if response.status_code == 404:
        return NOT_FOUND
    if response.status_code == 401 or (response.status_code == 302 and "/login/" in where):
        return SIGN_IN
    return str(response.status_code) if response.status_code in (403, 405) else IN
