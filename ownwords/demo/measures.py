"""What people of the demonstration follow over the years: lines, what went on around them, standard measures."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from ownwords.demo import reading
from ownwords.demo.clock import made_id
from ownwords.demo.lives import Life
from ownwords.demo.reading import Table, WrongData
from ownwords.demo.service import OPENED
from ownwords.demo.traces import Traces
from ownwords.ledger.verbs import Verb
from ownwords.measures import models
from ownwords.measures.actions.results import score_columns
from ownwords.measures.method.catalogue import instrument
from ownwords.measures.method.definitions import Given, Instrument
from ownwords.measures.method.scoring import score
from ownwords.people.models import Account, Appointment

NOTHING, RATHER_NOT = ".", "r"
WHERE_CHECKED = "Made up for the demonstration: nothing has been checked and no licence stands behind it."
REFERENCE = "DEMONSTRATION-ONLY"


class Measures:
    """Puts everything of data/measures.toml into the book, for the lives that it names."""

    def __init__(self, traces: Traces, lives: dict[str, Life]) -> None:
        self.traces, self.lives = traces, lives
        self.service, self.book, self.clock = traces.service, traces.service.book, traces.service.clock
        self.lines: dict[tuple[str, str], models.Line] = {}

    def add_all(self) -> None:
        """Write every table of the file. Raises WrongData for a person or a line that is not there."""
        file = reading.measures()
        self._switches(file["switched_on"])
        for table in file["line"]:
            self._line(table)
        for table in file["event"]:
            self._event(table)
        self._forms(file)
        for table in file["own"]:
            self._own(self._life(table["person"]), table, instrument=table["instrument"])
        for table in file["schedule"]:
            self._schedule(table)

    def _forms(self, file: Table) -> None:
        """Forms one by one, the same form on one day for many, and who was asked and did not want to."""
        for table in file["form"]:
            for given in table["given"]:
                self._form(self._life(table["person"]), table["instrument"], given)
        for table in file["round"]:
            for key, values in table["of"].items():
                self._form(self._life(key), table["instrument"], {"ago": table["ago"], "values": values})
        for table in file["asked"]:
            for key in table["of"]:
                self._asked(self._life(key), table["instrument"], table["ago"], table["reply"])

    def _life(self, key: str) -> Life:
        try:
            return self.lives[key]
        except KeyError:
            raise WrongData(f"data/measures.toml: nobody is called {key}") from None

    def _signed(self, life: Life, by: Account, moment: datetime, *parts: object) -> dict[str, Any]:
        """Columns of every row: id, whose, by whom, when."""
        return {
            "id": made_id(moment, life.table["key"], *parts),
            "person": life.person,
            "written_by": by,
            "changed_by_id": by.id,
            "created_at": moment,
            "changed_at": moment,
        }

    def _opened(self, life: Life, ago: int, *parts: object) -> datetime:
        """A moment so many days ago, or soon after the record was opened when that was later."""
        return self.clock.moment(max(1, min(ago, int(life.table["since"]) - 1)), life.person.id, *parts)

    def _share(self, life: Life, thing: Any, table: Table, moment: datetime) -> None:
        for key in table.get("share", []):
            account = self.service.account(key)
            row = models.MeasureShare(
                id=made_id(moment, "share", thing.id, key), person=life.person, thing_id=thing.id, account=account,
                made_at=moment, made_by_id=thing.written_by.id,
            )  # fmt: skip
            self.book.add(row, moment)

    def _act(self, life: Life, by: Account, verb: Verb, moment: datetime, thing: Any) -> None:
        self.traces.act(life, by, verb, moment, kind=thing._meta.model_name, thing=thing.id)

    def _switches(self, keys: list[str]) -> None:
        moment = self.clock.morning(self.clock.day(OPENED))
        offices = [row for _moment, row in self.book.rows[Appointment] if isinstance(row, Appointment)]
        keepers = {row.organisation.pk: row.account for row in offices if row.role == "administrator"}
        for name, organisation in self.service.organisations.items():
            for key in keys:
                row = models.InstrumentSwitch(
                    id=made_id(moment, "switch", name, key), organisation=organisation, instrument=key, on=True,
                    licence_reference=REFERENCE, source_note=WHERE_CHECKED, changed_at=moment,
                    changed_by_id=keepers[organisation.pk].id,
                )  # fmt: skip
                self.book.add(row, moment)

    def _line(self, table: Table) -> None:
        life = self._life(table["person"])
        first = table["words"][0]["ago"]
        moment = self._opened(life, first, "line", table["key"])
        line = models.Line(
            **self._signed(life, life.hand, moment, "line", table["key"]),
            visibility=table.get("see", "team"),
            direction=table.get("direction", "up"),
            low=Decimal(table.get("low", 0)),
            high=Decimal(table.get("high", 10)),
            unit=table.get("unit", ""),
            how_often=table.get("often", "when_i_like"),
            started_on=self.clock.day(first),
        )
        self.book.add(line, moment)
        self.lines[table["person"], table["key"]] = line
        self._share(life, line, table, moment)
        self._act(life, life.hand, Verb.LINE_ADDED, moment, line)
        wordings = [self._wording(life, line, table, number) for number in range(len(table["words"]))]
        notes = {one["ago"]: one["words"] for one in table.get("notes", [])}
        for run in table["ratings"]:
            self._ratings(life, line, wordings, run, notes)
        if notes:
            raise WrongData(
                f"{table['person']}, {table['key']}: no rating {sorted(notes)} days ago for a note"
            )
        for said in table.get("own", []):
            self._own(life, {**said, "see": table.get("see", "team")}, line=line)
        if "closed" in table:
            self._close(life, line, table["closed"])

    def _wording(self, life: Life, line: models.Line, table: Table, number: int) -> models.Wording:
        said = table["words"][number]
        since = self.clock.moment(said["ago"], line.id, "wording", number)
        row = models.Wording(
            id=made_id(since, "wording", line.id, number), line=line, number=number + 1, words=said["words"],
            low_words=table.get("low_words", ""), high_words=table.get("high_words", ""), since=since,
            written_by=life.hand,
        )  # fmt: skip
        return self.book.add(row, self._opened(life, said["ago"], "wording", line.id, number))

    def _ratings(
        self, life: Life, line: models.Line, wordings: list[models.Wording], run: Table, notes: dict[int, str]
    ) -> None:
        on_paper = run.get("way") == "paper"
        by = self.service.account(run["by"]) if "by" in run else life.hand
        for place, sign in enumerate(run["values"].split()):
            ago = run["from"] - place * run["every"]
            if sign == NOTHING:
                continue
            day = self.clock.day(ago)
            moment = self._opened(life, run.get("typed", ago), "rating", line.id, ago)
            seen = [one for one in wordings if one.since.date() <= day] or wordings[:1]
            rating = models.Rating(
                **self._signed(life, by, moment, "rating", line.id, ago),
                line=line,
                wording=seen[-1],
                rated_on=day,
                given="rather_not" if sign == RATHER_NOT else "answered",
                value=None if sign == RATHER_NOT else Decimal(sign),
                note=notes.pop(ago, ""),
                way="paper" if on_paper else "self" if by is life.account else "together",
                transcribed_by=by if on_paper else None,
            )
            self.book.add(rating, moment)
            self._act(life, by, Verb.RATED, moment, rating)

    def _close(self, life: Life, line: models.Line, table: Table) -> None:
        moment = self.clock.moment(table["ago"], line.id, "closed")
        self.book.change(
            line, moment, closed_on=self.clock.day(table["ago"]), closed_as=table["as"],
            closed_words=table.get("words", ""), version=2, changed_at=moment,
        )  # fmt: skip
        self._act(life, life.hand, Verb.LINE_CLOSED, moment, line)

    def _event(self, table: Table) -> None:
        life = self._life(table["person"])
        moment = self._opened(life, table["ago"], "event", table["words"])
        row = models.ContextEvent(
            **self._signed(life, life.hand, moment, "event", table["words"]),
            visibility=table.get("see", "team"),
            kind=table["kind"],
            words=table["words"],
            starts_on=self.clock.day(table["ago"]),
            ends_on=self.clock.day(table["until"]) if "until" in table else None,
            inside_therapy=table.get("inside"),
            help=table.get("help", ""),
        )
        self.book.add(row, moment)
        self._act(life, life.hand, Verb.CONTEXT_ADDED, moment, row)

    def _own(
        self, life: Life, table: Table, *, line: models.Line | None = None, instrument: str = ""
    ) -> None:
        moment = self._opened(life, table["ago"], "own", line.id if line else instrument)
        row = models.OwnAnswer(
            **self._signed(life, life.hand, moment, "own", line.id if line else instrument),
            visibility=table.get("see", "team"),
            line=line,
            instrument=instrument,
            said_on=self.clock.day(table["ago"]),
            since=self.clock.day(table["since"]) if "since" in table else None,
            answer=table["answer"],
            words=table.get("words", ""),
        )
        self.book.add(row, moment)
        self._act(life, life.hand, Verb.OWN_ANSWER_GIVEN, moment, row)

    def _asked(self, life: Life, key: str, ago: int, reply: str = "asked") -> None:
        moment = self._opened(life, ago, "asked", key)
        signed = self._signed(life, life.worker, moment, "asked", key, ago)
        row = models.Asking(**signed, instrument=key, asked_on=self.clock.day(ago), reply=reply)
        self.book.add(row, moment)
        self._act(life, life.worker, Verb.MEASURE_OFFERED, moment, row)

    def _form(self, life: Life, key: str, table: Table) -> None:
        found = instrument(key)
        by = self.service.account(table["by"]) if "by" in table else life.hand
        self._asked(life, key, table["ago"] + 1)
        moment = self._opened(life, table["ago"], "form", key)
        row = models.Response(
            **self._signed(life, by, moment, "form", key, table["ago"]),
            visibility=table.get("see", "team"),
            instrument=key,
            edition=found.edition,
            definition_digest=found.digest,
            way="self" if by is life.account else "together",
            answered_on=self.clock.day(table["ago"]),
            started_at=moment,
            finished_at=moment + timedelta(minutes=found.minutes),
        )
        self.book.add(row, moment)
        self._share(life, row, table, moment)
        self._act(life, by, Verb.MEASURE_ANSWERED, moment, row)
        self._answers(row, found, table["values"], moment)

    def _answers(self, row: models.Response, found: Instrument, values: str, moment: datetime) -> None:
        given = {item.key: _given(sign) for item, sign in zip(found.items, values, strict=False)}
        for key, said in given.items():
            number = said if isinstance(said, int) else None
            how = "answered" if isinstance(said, int) else said.value
            self.book.add(models.Answer(response=row, item=key, given=how, value=number), moment)
        scored = score(found, given)
        for place, result in enumerate(scored.scores):
            columns = score_columns(result, scored.digest, main=place == 0)
            kept = models.Score(
                response=row, key=result.key, rule=result.rule, worked_out_at=moment, **columns
            )
            self.book.add(kept, moment)
        for alert in scored.alerts:
            event = models.ItemEvent(
                id=made_id(moment, "alert", row.id, alert.key), response=row, key=alert.key, item=alert.item,
                raised_at=moment, talked_at=moment + timedelta(hours=1), talked_by_id=row.changed_by_id,
            )  # fmt: skip
            self.book.add(event, moment)

    def _schedule(self, table: Table) -> None:
        life = self._life(table["person"])
        what: str = table.get("instrument", "")
        line = self.lines[table["person"], table["line"]] if "line" in table else None
        moment = self._opened(life, 20, "schedule", what, line.id if line else "")
        first: date = self.clock.ahead(table["first"])
        row = models.Schedule(
            **self._signed(life, life.hand, moment, "schedule", what, line.id if line else ""),
            line=line,
            instrument=what,
            first_on=first,
            every=table["every"],
            asked_by_person=life.hand is life.account,
        )
        self.book.add(row, moment)
        self._act(life, life.hand, Verb.SCHEDULE_MADE, moment, row)


def _given(sign: str) -> int | Given:
    """Return what a sign of the data means."""
    if sign == NOTHING:
        return Given.BLANK
    return Given.RATHER_NOT if sign == RATHER_NOT else int(sign)
