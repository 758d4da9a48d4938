"""What is between people of the demonstration and peer workers: the rule, doors, contacts, notes by two, messages."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, time, timedelta
from typing import Any

from ownwords.demo import reading
from ownwords.demo.clock import made_id, number_from
from ownwords.demo.contacts import Contacts, Stretch, stretches_of, walk_beside
from ownwords.demo.lives import Life
from ownwords.demo.peers_own import PeersOwn
from ownwords.demo.reading import Table
from ownwords.demo.rooms import Room
from ownwords.demo.traces import Traces
from ownwords.ledger.verbs import Verb
from ownwords.peers import models


class Peers(Room):
    """Puts everything of data/peers.toml into the book."""

    def __init__(self, traces: Traces, lives: Mapping[str, Life]) -> None:
        super().__init__(traces, lives)
        self.rules: dict[str, models.RecordingRule] = {}

    def add_all(self) -> None:
        """Write every table of the file. Raises WrongData."""
        file = reading.peers()
        for table in file["rule"]:
            self._rule(table)
        contacts = Contacts(self.traces, self.lives, self.rules)
        for table in file["door"]:
            self._door(table, contacts)
        self._contacts(file, contacts)
        makers = {
            "approach": self._approach, "introduction": self._introduction, "note": self._note, "safety": self._safety,
            "wish": self._wish, "match": self._match, "channel": self._channel,
        }  # fmt: skip
        for name, make in makers.items():
            for table in file[name]:
                make(table)
        PeersOwn(self.traces, self.lives).add_all(file)

    def _rule(self, table: Table) -> None:
        organisation = self.service.organisations[table["organisation"]]
        by, moment = self.service.account(table["by"]), self.clock.morning(self.clock.day(table["ago"]))
        row = models.RecordingRule(
            id=made_id(moment, "rule", organisation.pk), organisation=organisation, rule=table["rule"],
            words=table["words"], since=moment, set_by=by,
        )  # fmt: skip
        self.rules[organisation.name] = self.book.add(row, moment)
        settings = models.PeerSettings(organisation=organisation, changed_at=moment, changed_by_id=by.id)
        self.book.add(settings, moment)

    def _contacts(self, file: Table, contacts: Contacts) -> None:
        for table in file["rhythm"]:
            stretches = [Stretch(*one) for one in table["stretches"]]
            contacts.rhythm(table["person"], table["with"], stretches, returns=table.get("returns", True))
        for table in file["attempt"]:
            contacts.plan(table)
        told = {one["person"]: [Stretch(*days) for days in one["stretches"]] for one in file["rhythm"]}
        for life in [one for one in self.lives.values() if one.table["team"] == file["spread"]["team"]]:
            self._spread(life, file["spread"], contacts, told)
        contacts.write({one["person"]: one for one in file["face"]})

    def _spread(self, life: Life, spread: Table, contacts: Contacts, told: dict[str, list[Stretch]]) -> None:
        """Contacts with a peer worker, and appointments, for somebody of whom none were told one by one."""
        key, over = life.table["key"], int(life.table.get("until", 0))
        found = told.get(key, [Stretch(int(life.table["since"]), 0, 1)])
        if key not in told and key not in spread["not"]:
            since = min(int(life.table["since"]) - 12 - number_from(key) % 20, spread["since"])
            found = [one for one in stretches_of(key, since) if one.last > over]
            peer = spread["new"] if since < spread["new_since"] else spread["peer"]
            contacts.rhythm(key, peer, found)
            walk_beside(self, life, peer, found)
        contacts.appointments(life, spread["appointments"], found)

    def _door(self, table: Table, contacts: Contacts) -> None:
        life = self.life(table["person"])
        for number, one in enumerate(table["changes"], 1):
            by = self.by(life, one)
            moment = self.moment(life, one["ago"], "door", number)
            row = models.DoorChange(
                **self.signed(life, by, moment, "door", number), number=number, status=one["to"], decided_by=one["who"],
                on=self.clock.day(one["ago"]), words=one.get("words", ""), reason=one.get("reason", ""),
                until=self.clock.ahead(one["until"]) if "until" in one else None, who_to_call=one.get("call", ""),
            )  # fmt: skip
            verb = Verb.DOOR_RETURNED if one["to"] == "open" else Verb.DOOR_CHANGED
            self.keep(life, row, verb, moment, {}, by)
            contacts.doors[table["person"]].append((one["ago"], one["to"]))

    def _approach(self, table: Table) -> None:
        life = self.life(table["person"])
        by, moment = self.by(life, table), self.moment(life, table["ago"], "approach")
        seen = (
            {"seen_to_at": moment + timedelta(days=1), "seen_to_by_id": life.worker.id}
            if "seen" in table
            else {}
        )
        row = models.Approach(
            **self.signed(life, by, moment, "approach", table["ago"]), visibility=table.get("see", "team"),
            made_on=self.clock.day(table["ago"]), route=table["route"], words=table.get("words", ""),
            reach_by=table.get("reach", ""), referral_needed=table.get("referral"), **seen,
        )  # fmt: skip
        self.keep(life, row, Verb.APPROACH_KEPT, moment, table, by)

    def _introduction(self, table: Table) -> None:
        life = self.life(table["person"])
        by, moment = self.by(life, table), self.moment(life, table["ago"], "introduction", table["to"])
        taken = table.get("taken", "unknown")
        row = models.Introduction(
            **self.signed(life, by, moment, "introduction", table["to"]), visibility=table.get("see", "team"),
            on=self.clock.day(table["ago"]), from_words=table["from"], to_words=table["to"],
            asked_by=table.get("asked", ""), how=table["how"], peer_present=table.get("peer"), taken_up=taken,
            taken_up_on=self.clock.day(table["on"]) if "on" in table else None,
            rating=table.get("said"), rating_words=table.get("words", ""),
        )  # fmt: skip
        self.keep(life, row, Verb.INTRODUCTION_KEPT, moment, table, by)

    def _note(self, table: Table) -> None:
        life, peer = self.life(table["person"]), self.service.account(table["peer"])
        moment = self.moment(life, table["ago"], "note", table["words"])
        row = models.SharedNote(
            **self.signed(life, peer, moment, "note", table["words"]), visibility=table.get("see", "team"), peer=peer,
            words=table["words"], peer_agreed_to=1,
        )  # fmt: skip
        self.keep(life, row, Verb.NOTE_PROPOSED, moment, table, peer)
        if "agreed" in table:
            then = self.moment(life, table["agreed"], "agreed", table["words"])
            fields = {"person_agreed_to": 1, "agreed_at": then, "version": 2}
            self.change(life, row, Verb.NOTE_AGREED, then, life.hand, **fields)

    def _safety(self, table: Table) -> None:
        life, by = self.life(table["person"]), self.service.account(table["by"])
        moment = self.moment(life, table["ago"], "safety")
        row = models.SafetyShare(
            **self.signed(life, by, moment, "safety"), shared_on=self.clock.day(table["ago"]), what=table["what"],
            to_whom=table["to"], why=table["why"], told_first="yes",
        )  # fmt: skip
        self.keep(life, row, Verb.SAFETY_SHARED, moment, {}, by)

    def _wish(self, table: Table) -> None:
        life = self.life(table["person"])
        moment = self.moment(life, table["ago"], "wish")
        row = models.PeerWish(
            person=life.person, wanted=table.get("wanted"), words=table.get("words", ""),
            show_words=table.get("show", False), changed_at=moment, changed_by_id=life.hand.id,
        )  # fmt: skip
        self.keep(life, row, Verb.PEER_WISH_SET, moment, {}, life.hand)

    def _match(self, table: Table) -> None:
        life, by = self.life(table["person"]), self.service.account(table["by"])
        moment = self.moment(life, table["ago"], "match")
        signed = self.signed(life, by, moment, "match", table["with"])
        row = models.Match(**signed, account=self.service.account(table["with"]))
        self.keep(life, row, Verb.MATCH_PROPOSED, moment, {}, by)
        for side, answer in table["answers"].items():
            gives = life.hand if side == "person" else row.account
            then = moment + timedelta(hours=3)
            said = models.MatchAnswer(
                id=made_id(then, "answer", row.id, side),
                match=row,
                side=side,
                answer=answer,
                given_by=gives,
                given_at=then,
            )
            self.book.add(said, then)

    def _channel(self, table: Table) -> None:
        life, peer = self.life(table["person"]), self.service.account(table["with"])
        moment = self.moment(life, table["ago"], "channel")
        row = models.Channel(
            id=made_id(moment, "channel", life.person.id, peer.id), person=life.person, account=peer,
            switched_at=moment, switched_by_id=life.hand.id,
        )  # fmt: skip
        self.keep(life, row, Verb.CHANNEL_SWITCHED, moment, {}, life.hand)
        for number, (side, ago, at, words) in enumerate(table["messages"]):
            sent = self._at(ago, at)
            by = life.hand if side == "person" else peer
            late = side == "person" and at > table["closes"]
            read: dict[str, Any] = (
                {} if number + 1 == len(table["messages"]) else {"read_at": sent + timedelta(hours=1)}
            )
            message = models.Message(
                id=made_id(sent, "message", row.id, number), channel=row, written_by=by, words=words, sent_at=sent,
                outside_hours=late, **read,
            )  # fmt: skip
            self.book.add(message, sent)

    def _at(self, ago: int, at: str) -> datetime:
        return datetime.combine(self.clock.day(ago), time.fromisoformat(at), tzinfo=self.clock.zone)
