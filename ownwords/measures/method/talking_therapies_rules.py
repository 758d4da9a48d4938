"""The thresholds of NHS Talking Therapies as data, and which anxiety form belongs to which problem.

Everything stands in ``measures/data/talking_therapies.toml`` with version, date and source. What is unconfirmed is off;
``switched_on`` turns it on for a service that has read the figures and says where.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from importlib import resources
from types import MappingProxyType

from ownwords.people.method.definition_file import Provenance, Table, note_repeated, read_definition


@dataclass(frozen=True, slots=True)
class MeasureRule:
    """One form: caseness and reliable change in its points, lower is better. Used only when ``on``.

    ``above``: caseness begins above ``caseness``, not at it. ``low`` and ``high`` are None where no range was
    confirmed. ``note`` is where a service read the figures when it switched the form on itself.
    """

    key: str
    name: str
    caseness: float
    reliable: float
    confirmed: bool
    source: str
    low: float | None = None
    high: float | None = None
    above: bool = False
    note: str = ""

    @property
    def on(self) -> bool:
        """Whether verdicts may rest on it."""
        return self.confirmed or bool(self.note)

    def is_case(self, score: float) -> bool:
        """Whether a score is at caseness."""
        return score > self.caseness if self.above else score >= self.caseness


@dataclass(frozen=True, slots=True)
class Problem:
    """One problem descriptor: a plain key, its codes (ICD-10 without the dot, or SNOMED CT), its own anxiety forms."""

    key: str
    codes: tuple[str, ...]
    measures: tuple[str, ...]
    own_scale_not_read: bool = False


@dataclass(frozen=True, slots=True)
class Rules:
    """One dated set of rules."""

    version: str
    since: date | None
    provenance: Provenance
    depression: str
    anxiety: str
    measures: Mapping[str, MeasureRule]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Descriptor:
    """One entry of a problem descriptor in a record: the day, the code, whether it is the primary one."""

    on: date
    code: str
    primary: bool = True


def latest_primary(descriptors: Iterable[Descriptor]) -> str:
    """Return the code of the latest primary descriptor, "" when there is none; of one day, the one given last."""
    primary = [one for one in descriptors if one.primary]
    return max(enumerate(primary), key=lambda pair: (pair[1].on, pair[0]))[1].code if primary else ""


@cache
def packaged() -> Rules:
    """Return the rules that come with the program. Raises IncompleteDefinition when the file is not whole."""
    file = resources.files("ownwords.measures").joinpath("data").joinpath("talking_therapies.toml")
    return read_rules(file.read_text(encoding="utf-8"), "measures/data/talking_therapies.toml")


def read_rules(text: str, where: str) -> Rules:
    """Return the rules that a TOML text defines. Raises IncompleteDefinition with everything that is wrong."""
    return read_definition(text, where, _rules)


def switched_on(rules: Rules, key: str, *, note: str) -> Rules:
    """Return the rules with one form switched on. ``note`` says where its figures were read (RS-20).

    Raises KeyError for a form that is not known, ValueError for an empty note.
    """
    if not note.strip():
        raise ValueError(f"to switch {key} on, say where its figures were read")
    found = replace(rules.measures[key], note=note.strip())
    return replace(rules, measures=MappingProxyType({**rules.measures, key: found}))


def problem_of(rules: Rules, descriptor: str) -> Problem | None:
    """Return the problem of a code ("F40.1", "83482000") or plain key ("social anxiety"), None for any other.

    ICD-10 codes match with or without dot and with further digits ("F32.1" is F32).
    """
    plain = " ".join(descriptor.replace("-", " ").replace("_", " ").lower().split())
    code = descriptor.strip().replace(".", "").upper()
    for problem in rules.problems:
        if plain == problem.key or any(_is_code(code, known) for known in problem.codes):
            return problem
    return None


def _is_code(code: str, known: str) -> bool:
    return code == known if known.isdigit() else code.startswith(known)


def _rules(table: Table) -> Rules:
    measures = [_measure(one) for one in table.tables("measures")]
    problems = tuple(_problem(one) for one in table.tables("problems"))
    rules = Rules(
        version=table.text("version"),
        since=table.date_or_none("date"),
        provenance=table.provenance(),
        depression=table.text("depression"),
        anxiety=table.text("anxiety"),
        measures=MappingProxyType({one.key: one for one in measures}),
        problems=problems,
    )
    note_repeated(table, "the measure", (one.key for one in measures))
    note_repeated(table, "the code", (code for one in problems for code in one.codes))
    named = {rules.depression, rules.anxiety}.union(*(one.measures for one in problems))
    for key in sorted(named - set(rules.measures)):
        table.note(f"the measure {key!r} is named but not there")
    return rules


def _measure(table: Table) -> MeasureRule:
    return MeasureRule(
        key=table.text("key"),
        name=table.text("name"),
        caseness=table.number("caseness"),
        reliable=table.number("reliable"),
        confirmed=table.flag("confirmed"),
        source=table.text("source"),
        low=table.number_or_none("low"),
        high=table.number_or_none("high"),
        above=table.flag("above"),
    )


def _problem(table: Table) -> Problem:
    return Problem(
        key=table.text("key"),
        codes=table.texts_or_empty("codes"),
        measures=table.texts_or_empty("measures"),
        own_scale_not_read=table.flag("own_scale_not_read"),
    )
