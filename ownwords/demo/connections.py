"""How people of the demonstration connect: their maps, how ties came about, steps, and what a team does around it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ownwords.connections import models
from ownwords.connections.method.practice import practice_areas
from ownwords.connections.method.vocabulary import vocabulary
from ownwords.demo import reading
from ownwords.demo.clock import made_id, number_from
from ownwords.demo.directory import Directory
from ownwords.demo.lives import Life
from ownwords.demo.maps import Maps
from ownwords.demo.reading import Table, WrongData
from ownwords.demo.rooms import Room
from ownwords.demo.traces import Traces
from ownwords.ledger.verbs import Verb
from ownwords.people.models import Account

VIEW = ("part", "ground", "idea", "helped_by", "anyway", "words")


class Connections(Room):
    """Puts everything of data/connections.toml into the book."""

    def __init__(self, traces: Traces, lives: Mapping[str, Life], directory: Directory) -> None:
        super().__init__(traces, lives)
        self.directory, self.maps = directory, Maps(traces, lives, directory)

    def add_all(self) -> None:
        """Write every table of the file. Raises WrongData."""
        file = reading.connections()
        for table in file["map"]:
            self.maps.draw(table)
        for table in file["tie"]:
            self._tie(table)
        self._spread(file["spread"], {table["person"] for table in file["map"]})
        self.maps.number_steps()
        for table in file["explained"]:
            for key in table["of"]:
                self._explained(self.life(key), table)
        makers = {
            "readiness": self._readiness, "step": self._step, "interest": self._interest,
            "community": self._community, "practice": self._practice,
        }  # fmt: skip
        for name, make in makers.items():
            for table in file[name]:
                make(table)

    def _tie(self, table: Table) -> None:
        life = self.life(table["person"])
        item = self.maps.item_of(table["person"], table["item"])
        by = self.by(life, table)
        moment = max(self.moment(life, table["ago"], "tie", item.id), item.created_at)
        tie = models.Tie(
            **self.signed(life, by, moment, "tie", item.id, table["ago"]), visibility=table.get("see", "team"),
            item=item, renewed=table.get("renewed", False), since=self.clock.day(table.get("since") or table["ago"]),
            origin=table.get("origin", ""), origin_words=table.get("words", ""),
        )  # fmt: skip
        self.keep(life, tie, Verb.TIE_ADDED, moment, table, by)
        if "mine" in table:
            self._view(life, tie, "person", by, table["mine"], table["ago"])
        for view in table.get("views", []):
            self._view(life, tie, "worker", self.service.account(view["by"]), view, table["ago"])

    def _view(self, life: Life, tie: models.Tie, side: str, by: Account, table: Table, ago: int) -> None:
        days = 0 if side == "person" else table.get("later", 3)
        moment = max(self.moment(life, max(1, ago - days), "view", tie.id, by.id), tie.created_at)
        fields: dict[str, Any] = {name: table[name] for name in VIEW if name in table}
        row = models.TieView(
            id=made_id(moment, "view", tie.id, side, by.id), tie=tie, person=life.person, side=side, written_by=by,
            first_contact=table.get("first", ""), created_at=moment, changed_at=moment, changed_by_id=by.id, **fields,
        )  # fmt: skip
        self.keep(life, row, Verb.TIE_VIEW_GIVEN, moment, {}, by)

    def _spread(self, table: Table, drawn: set[str]) -> None:
        """Short ties over everybody of a team, so that its report has something to count; the same on every machine."""
        for life in [one for one in self.lives.values() if one.table["team"] == table["team"]]:
            key, since = life.table["key"], int(life.table["since"]) - 5
            if key in drawn:
                continue
            often = 1 + since // table["every"]
            told = sorted(table["told"], key=lambda one: number_from(key, one["words"]))[:often]
            for number, one in enumerate(told):
                ago = since - (number * since + number_from(key, number) % since) // often
                self._short(life, one, max(3, ago), number)
            if since > 200 and number_from(key, "ready") % 3:
                self._readiness({"person": key, "ago": since, "value": number_from(key, "value") % 8 + 2})

    def _short(self, life: Life, told: Table, ago: int, number: int) -> None:
        key, sign = life.table["key"], number_from(life.table["key"], told["words"], "view")
        words = {"key": f"short-{number}", "ago": ago, "ring": 1 + sign % 3}
        self.maps.add_item(life, {**told, **words})
        part = told["part"]
        # One in four of the two see it differently, and one in five workers has said nothing.
        seen = told.get("else", "not_sure") if sign // 7 % 4 == 0 else part
        views = [{"by": life.table["worker"], "part": seen, "idea": told.get("idea", "person")}]
        tie = {
            "person": key,
            "item": words["key"],
            "ago": ago,
            "origin": told["origin"],
            "renewed": sign % 6 == 0,
        }
        mine = {"part": part, "idea": told.get("idea", "person"), "first": told.get("idea", "person")}
        silent = sign // 11 % 5 == 0
        known_then = int(life.table.get("worker_since") or life.table["since"]) > ago
        self._tie({**tie, "mine": mine, "views": views if known_then and not silent else []})

    def _readiness(self, table: Table) -> None:
        life = self.life(table["person"])
        moment = self.moment(life, table["ago"], "readiness")
        row = models.Readiness(
            **self.signed(life, life.hand, moment, "readiness", table["ago"]), visibility=table.get("see", "team"),
            said_on=self.clock.day(table["ago"]), value=table.get("value"), words=table.get("words", ""),
        )  # fmt: skip
        self.keep(life, row, Verb.READINESS_GIVEN, moment, table, life.hand)

    def _step(self, table: Table) -> None:
        life = self.life(table["person"])
        by, known = self.by(life, table), vocabulary()
        moment = self.moment(life, table["ago"], "step", table["words"])
        step = known.step(table["step"]) if "step" in table else None
        if "step" in table and step is None:
            raise WrongData(f"data/connections.toml: there is no step {table['step']}")
        row = models.ConnectingStep(
            **self.signed(life, by, moment, "step", table["words"]), visibility=table.get("see", "team"),
            wheel=table.get("wheel", "person"), step=table.get("step", ""), step_words=step.label if step else "",
            vocabulary=known.version, happened_on=self.clock.day(table["ago"]), together=table.get("together"),
            words=table["words"], barriers=table.get("barriers", []), barrier_words=table.get("barrier_words", ""),
            helped_words=table.get("helped", ""),
            item=self.maps.item_of(table["person"], table["item"]) if "item" in table else None,
            companion=self.service.account(table["with"]) if "with" in table else None,
            companion_words=table.get("with_words", ""),
        )  # fmt: skip
        self.keep(life, row, Verb.CONNECTING_LOGGED, moment, table, by)

    def _explained(self, life: Life, table: Table) -> None:
        moment = self.moment(life, table["ago"], "explained")
        row = models.Explained(
            **self.signed(life, life.hand, moment, "explained"), visibility=table.get("see", "team"),
            said_on=self.clock.day(table["ago"]), answer=table["answer"],
        )  # fmt: skip
        self.keep(life, row, Verb.EXPLAINED_ANSWERED, moment, {}, life.hand)

    def _interest(self, table: Table) -> None:
        life = self.life(table["person"])
        found = self.directory.find(table["service"])
        moment = self.moment(life, table["ago"], "interest", found.id)
        row = models.Interest(
            **self.signed(life, life.hand, moment, "interest", found.id), visibility=table.get("see", "team"),
            service_id=found.id, service_words=found.name, answer=table["answer"], words=table.get("words", ""),
        )  # fmt: skip
        self.keep(life, row, Verb.INTEREST_GIVEN, moment, table, life.hand)

    def _community(self, table: Table) -> None:
        by = self.service.account(table["by"])
        moment = self.clock.moment(table["ago"], "community", by.id)
        row = models.CommunityWork(
            id=made_id(moment, "community", by.id, table["ago"]), team=self.service.teams[table["team"]], written_by=by,
            did_on=self.clock.day(table["ago"]), words=table["words"], place_words=table.get("place", ""),
            service_id=self.directory.id_of(table), contact_words=table.get("met", ""), created_at=moment,
            changed_at=moment, changed_by_id=by.id,
        )  # fmt: skip
        self.book.add(row, moment)

    def _practice(self, table: Table) -> None:
        by, areas = self.service.account(table["by"]), practice_areas()
        moment = self.clock.moment(table["ago"], "practice", by.id)
        made = models.PracticeCheck(
            id=made_id(moment, "practice", by.id, table["ago"]), team=self.service.teams[table["team"]], written_by=by,
            made_on=self.clock.day(table["ago"]), areas_version=areas.version, created_at=moment, changed_at=moment,
            changed_by_id=by.id,
        )  # fmt: skip
        self.book.add(made, moment)
        for area in areas.areas:
            if area.key in table["areas"]:
                value, example = table["areas"][area.key]
                row = models.PracticeRating(
                    id=made_id(moment, made.id, area.key), check_made=made, area=area.key, area_words=area.label,
                    value=value, example=example,
                )  # fmt: skip
                self.book.add(row, moment)
