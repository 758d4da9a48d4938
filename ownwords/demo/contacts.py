"""Contacts and attempts of the demonstration: some told one by one, most as rhythms with gaps and returns."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from ownwords.demo.clock import made_id, number_from
from ownwords.demo.lives import Life
from ownwords.demo.reading import Table
from ownwords.demo.rooms import Room
from ownwords.demo.service import add_span
from ownwords.demo.traces import Traces
from ownwords.ledger.verbs import Verb
from ownwords.peers import models
from ownwords.peers.models import IN_CONTACT
from ownwords.people.models import Relationship

QUIET_AFTER = 42
#: What came of most tries of a rhythm, chosen by the day: (who started, means, outcome, kind, minutes).
SOCIAL = (
    ("peer", "out", "met", "social", 60), ("peer", "out", "met", "accompanying", 90),
    ("person", "phone", "spoke", "talking", 15), ("peer", "message", "answered_by_message", "", None),
    ("peer", "home", "met", "talking", 45), ("peer", "phone", "no_answer", "", None),
    ("person", "at_the_door", "met", "practical", 20), ("peer", "out", "met", "group", 90),
)  # fmt: skip
#: What became of appointments with a named worker: (attendance code, outcome).
BOOKED = (
    ("5", "met"), ("5", "met"), ("3", "no_answer"), ("5", "met"), ("2", "not_now"), ("5", "met"), ("6", "met"),
    ("4", "service_could_not"), ("5", "met"), ("7", "no_answer"), ("5", "met"), ("3", "no_answer"),
)  # fmt: skip
ROUTES = ("called_peer", "walked_in", "called_peer", "letter", "gp", "walked_in", "crisis")


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days between which somebody was in touch, counted back, and how often."""

    first: int
    last: int
    every: int


class Contacts(Room):
    """Puts attempts into the book in the order of their days, each under the rule that bound then."""

    def __init__(
        self, traces: Traces, lives: Mapping[str, Life], rules: Mapping[str, models.RecordingRule]
    ) -> None:
        super().__init__(traces, lives)
        self.rules = rules
        self.doors: dict[str, list[tuple[int, str]]] = defaultdict(list)
        self._planned: dict[str, list[Table]] = defaultdict(list)
        self._told: set[str] = set()

    def plan(self, table: Table) -> None:
        """Remember one attempt of somebody, until all are known."""
        self._planned[table["person"]].append(table)

    def rhythm(self, person: str, peer: str, stretches: list[Stretch], *, returns: bool = True) -> None:
        """Remember what a rhythm comes to: tries along each stretch, and a return before all but the first."""
        for number, stretch in enumerate(stretches):
            if number and returns:
                self._came_back(self.life(person), stretch.first)
            for ago in range(stretch.first, max(stretch.last, 1) - 1, -stretch.every):
                started, means, outcome, kind, minutes = SOCIAL[number_from(person, ago) % len(SOCIAL)]
                self.plan(
                    {"person": person, "ago": ago, "with": peer, "started": started, "means": means, "outcome": outcome,
                     "kind": kind, "minutes": minutes}
                )  # fmt: skip

    def appointments(self, life: Life, every: int, stretches: list[Stretch]) -> None:
        """Remember appointments with a named worker, every so many days of the stretches, with what became of each."""
        worker, key = life.table["worker"], life.table["key"]
        until = min(int(life.table["since"]), int(life.table.get("worker_since", 10_000))) - 3
        for ago in range(until, int(life.table.get("until", 4)), -every):
            if not any(one.last <= ago <= one.first for one in stretches):
                continue
            code, outcome = BOOKED[number_from(key, ago, "booked") % len(BOOKED)]
            kind = "talking" if outcome == "met" else ""
            self.plan(
                {"person": key, "ago": ago, "by": worker, "with": worker, "started": "clinician", "means": "in_person",
                 "outcome": outcome, "booked": code, "kind": kind, "minutes": 40 if kind else None}
            )  # fmt: skip

    def write(self, faces: Mapping[str, Table]) -> None:
        """Put everything remembered into the book, and who met whom first; ``faces``: what people said of that."""
        for key, planned in self._planned.items():
            life, last = self.life(key), None
            for table in sorted(planned, key=lambda one: -int(one["ago"])):
                self._attempt(life, table, last)
                if table["outcome"] in IN_CONTACT:
                    last = int(table["ago"])
            met = [one for one in planned if one["outcome"] == "met"]
            if met:
                self._first_face(life, max(met, key=lambda one: int(one["ago"])), faces.get(key))

    def _attempt(self, life: Life, table: Table, last: int | None) -> None:
        by, other = (
            self.service.account(table.get("by") or table["with"]),
            self.service.account(table["with"]),
        )
        by_peer = self.service.roles.get(table["with"]) == "peer_worker"
        moment = self.moment(life, table["ago"], "attempt", table["with"])
        if by_peer:
            self._tell(life, by, table["ago"])
        plain = ("means", "outcome", "booked", "kind", "minutes", "setting", "present", "note")
        fields: dict[str, Any] = {name: table[name] for name in plain if name in table}
        row = models.Attempt(
            **self.signed(life, by, moment, "attempt", table["ago"], table["with"]),
            visibility=table.get("see", "team"), with_account=other,
            on=self.clock.day(table["ago"]), started_by=table["started"], by_peer=by_peer,
            rule=self._rule(life), door_status=self._door(life, table["ago"], last), **fields,
        )  # fmt: skip
        self.keep(life, row, Verb.ATTEMPT_KEPT, moment, table, by)
        if table.get("booked") == "3" and table["ago"] > 9:
            then = moment + timedelta(days=2)
            self.book.change(row, then, followed_up_at=then)

    def _rule(self, life: Life) -> models.RecordingRule:
        return self.rules[str(life.person.organisation.name)]

    def _tell(self, life: Life, by: Any, ago: int) -> None:
        """Before the first contact that a peer worker keeps, the person is told of the rule."""
        key = life.table["key"]
        if key in self._told:
            return
        self._told.add(key)
        moment = self.moment(life, ago, "attempt") - timedelta(hours=12)
        rule = self._rule(life)
        told = models.RuleTold(
            id=made_id(moment, "told", life.person.id),
            person=life.person,
            rule=rule,
            told_at=moment,
            told_by=by,
        )
        self.book.add(told, moment)
        self.traces.act(life, by, Verb.RECORDING_RULE_TOLD, moment, kind="recordingrule", thing=rule.id)

    def _door(self, life: Life, ago: int, last: int | None) -> str:
        changes = [status for then, status in self.doors[life.table["key"]] if then >= ago]
        if changes and changes[-1] != "open":
            return changes[-1]
        return "quiet" if last is not None and last - ago > QUIET_AFTER else "open"

    def _came_back(self, life: Life, ago: int) -> None:
        sign = number_from(life.person.id, ago)
        moment = self.moment(life, ago + 1, "came back")
        seen = moment + timedelta(hours=20)
        row = models.Approach(
            **self.signed(life, life.hand, moment, "approach", ago), visibility="team",
            made_on=self.clock.day(ago + 1), route=ROUTES[sign % len(ROUTES)],
            referral_needed=[False, False, None][sign % 3], seen_to_at=seen, seen_to_by_id=life.worker.id,
        )  # fmt: skip
        self.keep(life, row, Verb.APPROACH_KEPT, moment, {}, life.hand)

    def _first_face(self, life: Life, met: Table, said: Table | None) -> None:
        moment = self.moment(life, met["ago"], "face")
        face = models.FirstFace(
            person=life.person, id=made_id(moment, "face", life.person.id), account=self.service.account(met["with"]),
            met_on=self.clock.day(met["ago"]), changed_at=moment,
        )  # fmt: skip
        if said is not None:
            then = moment + timedelta(days=3)
            face.shown_at = then
            face.answer, face.words = said.get("answer"), said.get("words", "")
            face.answered_at = then
        self.book.add(face, moment)
        self.traces.act(life, life.worker, Verb.FIRST_FACE_KEPT, moment, kind="firstface", thing=face.id)


def stretches_of(key: str, since: int) -> Iterator[Stretch]:
    """Yield stretches of contact with gaps between them, chosen by the key alone, from so many days ago to now."""
    first, number = since, 0
    while first > 12:
        sign = number_from(key, number)
        last = max(2, first - 20 - sign % 50)
        yield Stretch(first, last, 8 + sign // 71 % 8)
        first, number = last - 95 - sign // 13 % 60, number + 1


def walk_beside(room: Room, life: Life, peer: str, stretches: list[Stretch]) -> None:
    """Let a peer worker stand beside somebody, from the first stretch on; no longer, where the last is long over."""
    over = stretches[-1].last
    add_span(
        room.service, Relationship, stretches[0].first + 1, over - 30 if over > 60 else None,
        person=life.person, account=room.service.account(peer), kind="peer_worker", label="",
    )  # fmt: skip
