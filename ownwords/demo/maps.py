"""Maps of the demonstration: what stands on them, what knows what, dated copies, suggestions, and steps for undoing."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from ownwords.connections import models
from ownwords.connections.models import Did
from ownwords.demo.clock import made_id
from ownwords.demo.directory import Directory
from ownwords.demo.lives import Life
from ownwords.demo.reading import Table, WrongData
from ownwords.demo.rooms import Room
from ownwords.demo.traces import Traces
from ownwords.ledger.verbs import Verb
from ownwords.people.models import Account

Done = tuple[datetime, Did, Any, int, int, Account]


class Maps(Room):
    """Draws the maps, and remembers what stands on them by key."""

    def __init__(self, traces: Traces, lives: Mapping[str, Life], directory: Directory) -> None:
        super().__init__(traces, lives)
        self.directory = directory
        self.items: dict[tuple[str, str], models.MapItem] = {}
        self._versions: dict[Any, list[datetime]] = {}
        self._ended: dict[Any, datetime] = {}
        self._links: dict[str, list[tuple[datetime, models.MapLink]]] = {}
        self._done: dict[str, list[Done]] = {}

    def item_of(self, person: str, key: str) -> models.MapItem:
        """Return something on a map. Raises WrongData."""
        try:
            return self.items[person, key]
        except KeyError:
            raise WrongData(f"data/connections.toml: {person} has no {key} on the map") from None

    def draw(self, table: Table) -> None:
        """Put one person's map into the book."""
        life = self.life(table["person"])
        if "helper" in table:
            self._helper(life, table["helper"])
        for one in table["items"]:
            self.add_item(life, one)
        for one, other, ago in table.get("links", []):
            self._link(life, one, other, ago)
        if "links_asked" in table:
            self._asked(life, table["links_asked"])
        for one in table.get("copies", []):
            self._copy(life, one)
        for one in table.get("suggestions", []):
            self._suggest(life, one)

    def number_steps(self) -> None:
        """Number what was done to each map in the order of its days: the last is what can be undone."""
        for key, done in self._done.items():
            life = self.life(key)
            for number, (moment, did, thing, was, now, by) in enumerate(sorted(done, key=_when), 1):
                row = models.MapStep(
                    id=made_id(moment, "mapstep", life.person.id, number), person=life.person, number=number, did=did,
                    item=thing if isinstance(thing, models.MapItem) else None,
                    link=thing if isinstance(thing, models.MapLink) else None,
                    from_version=was, to_version=now, done_at=moment, done_by=by,
                )  # fmt: skip
                self.book.add(row, moment)

    def add_item(self, life: Life, table: Table) -> models.MapItem:
        """Put a person, place, activity or group on a map, with what became of it."""
        by = self.by(life, table)
        moment = self.moment(life, table["ago"], "item", table["key"])
        item = models.MapItem(
            **self.signed(life, by, moment, "item", table["key"]),
            visibility=table.get("see", "team"),
            words=table["words"],
            what=table.get("what", ""),
            relations=table.get("rel", "").split(),
            ring=table.get("ring"),
            angle=table.get("angle"),
            helps=table.get("helps", ""),
            gives_me=table.get("gives"),
            i_give=table.get("give"),
            note=table.get("note", ""),
            service_id=self.directory.id_of(table),
        )
        self.keep(life, item, Verb.MAP_CHANGED, moment, table, by)
        self.items[life.table["key"], table["key"]] = item
        self._versions[item.id] = [moment]
        self._did(life, (moment, Did.ADDED, item, 0, 1, by))
        for change in table.get("changed", []):
            did = Did.MOVED if {"ring", "angle"} & set(change) else Did.CHANGED
            self._change(life, item, by, did, dict(change))
        if "ended" in table:
            over = table["ended"]
            fields = {"ended_on": self.clock.day(over["ago"]), "ended_as": over["as"]}
            self._change(
                life,
                item,
                by,
                Did.ENDED,
                {**fields, "ago": over["ago"], "ended_words": over.get("words", "")},
            )
            self._ended[item.id] = self._versions[item.id][-1]
        return item

    def _change(self, life: Life, item: models.MapItem, by: Account, did: Did, fields: Table) -> None:
        moment = self.moment(life, fields.pop("ago"), "changed", item.id)
        was = len(self._versions[item.id])
        self._versions[item.id].append(moment)
        self.change(life, item, Verb.MAP_CHANGED, moment, by, version=was + 1, **fields)
        self._did(life, (moment, did, item, was, was + 1, by))

    def _did(self, life: Life, done: Done) -> None:
        self._done.setdefault(life.table["key"], []).append(done)

    def _link(self, life: Life, one: str, other: str, ago: int) -> None:
        key = life.table["key"]
        pair = sorted((self.item_of(key, one), self.item_of(key, other)), key=lambda item: item.id)
        moment = max(self.moment(life, ago, "link", one, other), *(item.created_at for item in pair))
        signed = self.signed(life, life.hand, moment, "link", one, other)
        link = models.MapLink(**signed, one=pair[0], other=pair[1])
        self.keep(life, link, Verb.MAP_CHANGED, moment, {}, life.hand)
        self._links.setdefault(key, []).append((moment, link))
        self._did(life, (moment, Did.LINKED, link, 0, 1, life.hand))

    def _asked(self, life: Life, ago: int) -> None:
        moment = self.moment(life, ago, "asked")
        row = models.PersonMap(
            person=life.person, links_asked_on=self.clock.day(ago), created_at=moment, changed_at=moment,
            changed_by_id=life.hand.id,
        )  # fmt: skip
        self.keep(life, row, Verb.MAP_CHANGED, moment, {}, life.hand)
        self._did(life, (moment, Did.ASKED, row, 0, 1, life.hand))

    def _copy(self, life: Life, table: Table) -> None:
        """Whatever stood on the map at that moment, at the version that it had."""
        key = life.table["key"]
        moment = self.moment(life, table["ago"], "copy")
        copy = models.MapCopy(
            **self.signed(life, life.hand, moment, "copy", table["ago"]), visibility=table.get("see", "team"),
            taken_on=self.clock.day(table["ago"]), label=table.get("label", ""),
            links_asked=table.get("links_asked", False),
        )  # fmt: skip
        self.keep(life, copy, Verb.MAP_COPIED, moment, table, life.hand)
        for (person, _item), item in self.items.items():
            version = sum(then <= moment for then in self._versions[item.id])
            if person == key and version and self._ended.get(item.id, moment) >= moment:
                made = made_id(moment, "copied", copy.id, item.id)
                self.book.add(models.MapCopyItem(id=made, copy=copy, item=item, item_version=version), moment)
        for then, link in self._links.get(key, []):
            over = (self._ended.get(end.id, moment) < moment for end in (link.one, link.other))
            if then <= moment and not any(over):
                made = made_id(moment, "copied", copy.id, link.id)
                self.book.add(models.MapCopyLink(id=made, copy=copy, link=link), moment)

    def _helper(self, life: Life, table: Table) -> None:
        moment = self.moment(life, table["ago"], "helper")
        account = self.service.account(table["who"])
        row = models.MapHelper(
            id=made_id(moment, "helper", life.person.id), person=life.person, account=account,
            starts_on=self.clock.day(table["ago"]), in_conversation=life.account is None,
            words=table.get("words", ""), made_by_id=life.hand.id,
        )  # fmt: skip
        self.keep(life, row, Verb.MAP_HELPER_ASKED, moment, {}, life.hand)

    def _suggest(self, life: Life, table: Table) -> None:
        by = self.service.account(table["by"])
        moment = self.moment(life, table["ago"], "suggested", table["words"])
        row = models.MapSuggestion(
            **self.signed(life, by, moment, "suggested", table["words"]), visibility="team", words=table["words"],
            what=table.get("what", ""), why=table.get("why", ""), service_id=self.directory.id_of(table),
        )  # fmt: skip
        self.keep(life, row, Verb.MAP_SUGGESTED, moment, table, by)
        if "answer" in table:
            then = self.moment(life, table["answered"], "answered", table["words"])
            item = self.item_of(life.table["key"], table["item"]) if "item" in table else None
            self.change(
                life, row, Verb.MAP_SUGGESTION_ANSWERED, then, life.hand,
                version=2, answer=table["answer"], answered_at=then, item=item,
            )  # fmt: skip


def _when(done: Done) -> datetime:
    return done[0]
