"""What belongs to peer workers of the demonstration: profiles, answering hours, own space, supervision, principles."""

from __future__ import annotations

from datetime import time

from ownwords.demo.clock import made_id, number_from
from ownwords.demo.reading import Table
from ownwords.demo.rooms import Room
from ownwords.demo.service import add_span
from ownwords.peers import models
from ownwords.peers.method.fidelity import packaged
from ownwords.people.models import Account, Person


class PeersOwn(Room):
    """Puts the tables about peer workers themselves into the book. None of it is in anybody's record."""

    def add_all(self, file: Table) -> None:
        """Write profiles, hours, own notes, supervision and how true the support is to its principles."""
        for table in file["profile"]:
            self._profile(table)
        for table in file["own"]:
            self._own(table)
        for table in file["supervision"]:
            self._supervision(table)
        for table in file["item"]:
            self._item(table)
        for table in file["principles"]:
            self._principles(table)

    def _profile(self, table: Table) -> None:
        account, moment = (
            self.service.account(table["account"]),
            self.clock.moment(table["ago"], table["account"]),
        )
        row = models.PeerProfile(
            account=account, words=table["words"], would_like=table.get("like", ""), changed_at=moment,
            changed_by_id=account.id,
        )  # fmt: skip
        self.book.add(row, moment)
        for weekday, opens, closes in table["hours"]:
            hours = models.AnsweringHours(
                id=made_id(moment, "hours", account.id, weekday, opens), account=account, weekday=weekday,
                opens=time.fromisoformat(opens), closes=time.fromisoformat(closes),
            )  # fmt: skip
            self.book.add(hours, moment)

    def _own(self, table: Table) -> None:
        account, moment = (
            self.service.account(table["account"]),
            self.clock.moment(table["ago"], table["words"]),
        )
        row = models.OwnNote(
            id=made_id(moment, "own", table["words"]), account=account, kind=table["kind"], words=table["words"],
            for_supervision=table.get("mark", False), created_at=moment, changed_at=moment,
        )  # fmt: skip
        self.book.add(row, moment)

    def _supervision(self, table: Table) -> None:
        peer, supervisor = (self.service.account(table[name]) for name in ("peer", "supervisor"))
        by = self.service.account(table["by"])
        add_span(
            self.service,
            models.Supervision,
            table["since"],
            None,
            peer=peer,
            supervisor=supervisor,
            made_by_id=by.id,
        )

    def _item(self, table: Table) -> None:
        by, moment = self.service.account(table["by"]), self.clock.moment(table["ago"], table["words"])
        row = models.SupervisionItem(
            id=made_id(moment, "item", table["words"]), peer=self.service.account(table["peer"]), written_by=by,
            words=table["words"], created_at=moment, changed_at=moment, changed_by_id=by.id,
        )  # fmt: skip
        self.book.add(row, moment)
        if "talked" in table:
            then = self.clock.moment(table["talked"], table["words"])
            self.book.change(row, then, talked_at=then, version=2, changed_at=then)

    def _principles(self, table: Table) -> None:
        """One look of each whom the table names, from where they stand; values around the one that it gives."""
        for key in table["of"]:
            if table["rater"] == "person":
                life = self.life(key)
                self._look(table, life.hand, key, life.person)
            else:
                self._look(table, self.service.account(key), key, None)

    def _look(self, table: Table, by: Account, key: str, person: Person | None) -> None:
        moment = self.clock.moment(table["ago"] + number_from(key) % 30, "principles", key)
        row = models.FidelityRating(
            id=made_id(moment, "principles", key, table["rater"]), team=self.service.teams[table["team"]],
            rater=table["rater"], person=person, written_by=by, made_on=moment.date(), created_at=moment,
            changed_at=moment, changed_by_id=by.id,
        )  # fmt: skip
        self.book.add(row, moment)
        for number, domain in enumerate(packaged().domains):
            value = min(10, max(0, table["around"][number] + number_from(key, domain.key) % 5 - 2))
            answer = models.FidelityAnswer(
                id=made_id(moment, row.id, domain.key), rating=row, domain=domain.key, value=value,
                words=table.get("words", {}).get(key, "") if number == 0 else "",
            )  # fmt: skip
            self.book.add(answer, moment)
