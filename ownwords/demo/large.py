"""Large made-up services for measuring: so many people, each with five goals, twelve entries and two measures."""

from __future__ import annotations

import time
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import resources
from typing import Any
from uuid import UUID

from django.db import connection, transaction
from django.db.models import Model
from django.utils import timezone
from tqdm import tqdm

from ownwords.demo import DemonstrationRefused, is_loaded, large_measures, refuse_real_people
from ownwords.demo.bulk import laid_bare, write_history
from ownwords.demo.clock import Clock, made_id, number_from
from ownwords.demo.service import UNUSABLE
from ownwords.ledger.models import Act, Look
from ownwords.people.method.nhs_number import check_digit
from ownwords.people.models import Account, Membership, Organisation, Person, Placement, Relationship, Team
from ownwords.record.models import Conversation, Entry, Goal, Preference, Step, Strength

A_WORKER, WORKERS, A_TRUST = 50, 8, 10_000
A_TEAM = A_WORKER * WORKERS
CHUNK = 2_000
#: National codes as they might be met; one in twelve was not asked.
ETHNICITIES = (*"AAAAABCDHJN", "", *"AAAAAKLMPRZ", "")
SINCE = 700

_ENTRY = "(SELECT e.created_at FROM record_entry e WHERE e.id = t.entry_id)"
#: Every table that is filled, with the SQL of the moment at which a row of it was made.
MOMENTS: dict[type[Model], str] = {
    Organisation: "%s", Team: "%s", Account: "created_at", Membership: "starts_on", Person: "created_at",
    Placement: "starts_on", Relationship: "starts_on", Entry: "created_at", Goal: _ENTRY, Strength: _ENTRY,
    Preference: _ENTRY, Conversation: _ENTRY, Step: "created_at", Act: "at", Look: "at", **large_measures.MOMENTS,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Made:
    """What was made, and in how many seconds."""

    people: int
    entries: int
    steps: int
    seconds: float


def load_large(people: int, *, seed: int = 1, progress: bool = True) -> Made:
    """Fill an empty database with so many people, all or nothing. The same seed and day give the same rows.

    Raises DemonstrationRefused when anything is in the database already.
    """
    if is_loaded():
        raise DemonstrationRefused("There are made-up people here already. Use another OWNWORDS_DATA_DIR.")
    refuse_real_people()
    began = time.monotonic()
    bar = tqdm(total=people, desc="Made-up people", unit=" people", disable=not progress)
    with bar, transaction.atomic(), connection.cursor() as cursor:
        _load(cursor, people, seed, bar)
        counts = [model._default_manager.count() for model in (Entry, Step)]
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    return Made(people, counts[0], counts[1], time.monotonic() - began)


def _load(cursor: Any, people: int, seed: int, bar: Any) -> None:
    clock = Clock(timezone.localdate(), timezone.get_default_timezone())
    material = tomllib.loads(_data("large.toml"))
    cursor.execute("SET LOCAL maintenance_work_mem = '256MB'")
    cursor.execute("SET LOCAL synchronous_commit = off")
    cursor.execute(_data("large-begin.sql"))
    _copy(cursor, "made_words (kind, n, words, of)", _phrases(material["words"]))
    large_measures.prepare(cursor)
    with laid_bare(cursor, list(MOMENTS)):
        _Crowd(cursor, clock, material, seed, people).write()
        chunk = _data("large-chunk.sql") + ";\n" + _data("large-measures.sql")
        for first in range(0, people, CHUNK):
            last = min(first + CHUNK, people) - 1
            _run(cursor, chunk, {"first": first, "last": last, "seed": str(seed), "today": clock.today})
            bar.update(last - first + 1)
        large_measures.count_courses(cursor)
        bar.set_description("History")
        for model, moment in MOMENTS.items():
            write_history(
                cursor, model, moment.replace("%s", f"'{clock.morning(clock.day(SINCE)).isoformat()}'")
            )
        bar.set_description("Indexes")


def _data(name: str) -> str:
    return resources.files("ownwords.demo").joinpath("data", name).read_text(encoding="utf-8")


def _run(cursor: Any, script: str, values: dict[str, Any]) -> None:
    """Run a script of several statements, each with the values that it names."""
    for statement in script.split(";\n"):
        if statement.strip():
            cursor.execute(statement, values)


def _phrases(words: dict[str, list[str]]) -> Iterator[tuple[Any, ...]]:
    for kind, phrases in words.items():
        for number, phrase in enumerate(phrases):
            yield kind, number, phrase, len(phrases)


def _copy(cursor: Any, target: str, rows: Any) -> None:
    with cursor.copy(f"COPY {target} FROM STDIN") as copy:
        for row in rows:
            copy.write_row(row)


class _Crowd:
    """Trusts, teams, staff and people of a large service, copied into their tables."""

    def __init__(self, cursor: Any, clock: Clock, material: Any, seed: int, people: int) -> None:
        self.cursor, self.clock, self.material, self.seed, self.people = cursor, clock, material, seed, people
        self.day = clock.day(SINCE)
        self.opened = clock.morning(self.day)
        self.teams = -(-people // A_TEAM)

    def write(self) -> None:
        """Copy everybody."""
        trusts = range(-(-self.people // A_TRUST))
        _copy(
            self.cursor,
            "people_organisation (id, name)",
            ((self._id("trust", n), f"Made-up Trust {n + 1}") for n in trusts),
        )
        teams = range(self.teams)
        rows = (
            (
                self._id("team", n),
                self._trust(n * A_TEAM),
                f"Team {n + 1}",
                "01632 960100",
                "Weekdays, 9 to 5",
            )
            for n in teams
        )
        _copy(self.cursor, "people_team (id, organisation_id, name, phone, hours)", rows)
        _copy(self.cursor, ACCOUNT, self._accounts())
        _copy(
            self.cursor, "people_membership (id, account_id, team_id, role, starts_on)", self._memberships()
        )
        _copy(self.cursor, PERSON, self._people())
        _copy(self.cursor, "made_person (n, id, team, worker, account, writer, since)", self._made())
        for statement in BESIDE:
            self.cursor.execute(statement, [self.day])

    def _id(self, *parts: object) -> UUID:
        return made_id(self.opened, self.seed, *parts)

    def _trust(self, person: int) -> UUID:
        return self._id("trust", person // A_TRUST)

    def _name(self, *parts: object) -> str:
        dice = number_from(self.seed, *parts)
        first, last = self.material["first"], self.material["last"]
        return f"{first[dice % len(first)]} {last[dice // 64 % len(last)]}"

    def _staff(self) -> Iterator[tuple[int, str, int]]:
        for team in range(self.teams):
            yield from ((team, "worker", n) for n in range(WORKERS))
            yield team, "team_lead", 0
            yield team, "peer_worker", 0

    def _accounts(self) -> Iterator[tuple[Any, ...]]:
        for team, role, n in self._staff():
            signin = f"{role.replace('_', '-')}-{team + 1}-{n + 1}"
            yield self._account(("staff", team, role, n), signin, team * A_TEAM)
        for n in range(0, self.people, 3):
            yield self._account(("person", n), f"person-{n + 1}", n)

    def _account(self, key: tuple[Any, ...], signin: str, person: int) -> tuple[Any, ...]:
        made = (self._id("account", *key), signin, self._name(*key), self._trust(person))
        return (*made, UNUSABLE, True, True, self.opened)

    def _memberships(self) -> Iterator[tuple[Any, ...]]:
        for team, role, n in self._staff():
            account = self._id("account", "staff", team, role, n)
            yield self._id("place", team, role, n), account, self._id("team", team), role, self.day

    def _people(self) -> Iterator[tuple[Any, ...]]:
        blank = ("",) * 9
        for n in range(self.people):
            name = self._name("person", n)
            account = None if n % 3 else self._id("account", "person", n)
            ethnicity = ETHNICITIES[number_from(self.seed, "ethnicity", n) % len(ETHNICITIES)]
            born = self.clock.day(6600 + number_from(self.seed, "born", n) % 24_000)
            yield (
                self._id("person", n), self._trust(n), account, name, f"{name} {n + 1}".lower(), born, _nhs_number(n),
                *blank, ethnicity, "{}", "team", False, 1, self.opened, self.opened,
            )  # fmt: skip

    def _made(self) -> Iterator[tuple[Any, ...]]:
        for n in range(self.people):
            team = n // A_TEAM
            worker = self._id("account", "staff", team, "worker", n % A_TEAM // A_WORKER)
            account = None if n % 3 else self._id("account", "person", n)
            yield (
                n,
                self._id("person", n),
                self._id("team", team),
                worker,
                account,
                account or worker,
                self.day,
            )


ACCOUNT = "people_account (id, signin_name, name, organisation_id, password, is_active, made_up, created_at)"
PERSON = (
    "people_person (id, organisation_id, account_id, called, sort_key, date_of_birth, nhs_number, pronouns, full_name,"
    " email, phone, contact_wishes, language, interpreter_words, needs_words, ethnicity_words, ethnicity_code, needs,"
    " default_visibility, notices_of_looks, version, created_at, changed_at)"
)
BESIDE = (
    (
        "INSERT INTO people_placement (id, person_id, team_id, starts_on, ended_by, stays_open)"
        " SELECT pg_temp.made_id(0, 'placement' || n), id, team, %s, '', '' FROM made_person"
    ),
    (
        "INSERT INTO people_relationship (id, person_id, account_id, kind, label, starts_on)"
        " SELECT pg_temp.made_id(0, 'beside' || n), id, worker, 'named_worker', '', %s FROM made_person"
    ),
)


def _nhs_number(n: int) -> str | None:
    """Return a number of the range set aside for tests; the few that have no check digit are left out."""
    nine = f"999{n % 1_000_000:06d}"
    digit = check_digit(nine)
    return None if digit is None else f"{nine}{digit}"
