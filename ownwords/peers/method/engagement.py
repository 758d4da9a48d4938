"""Which way an engagement questionnaire points, so that its best answer counts as engaged.

A high total of the Service Engagement Scale means low engagement; read the wrong way round it says the opposite of what
was answered. So direction is part of each definition, with its source. A scale whose licence is not established ships
switched off and holds no item text. Our own three questions ask the person about trust, satisfaction and part in
decisions. Nothing here knows a cut-off: none is established.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import TypeVar

from ownwords.people.method.definition_file import Provenance, Table, note_repeated, read_definition

Kind = TypeVar("Kind", bound=StrEnum)


class Direction(StrEnum):
    """What a high total means."""

    HIGH_IS_ENGAGED = "high_is_engaged"
    HIGH_IS_LOW_ENGAGEMENT = "high_is_low_engagement"


class Answerer(StrEnum):
    """Who fills a questionnaire in; the person's own version comes first."""

    PERSON = "person"
    CLINICIAN = "clinician"


@dataclass(frozen=True, slots=True)
class Question:
    """One question in our own words, with why it is asked and the words for its lowest and highest answer."""

    key: str
    asks: str
    why: str
    lowest: str
    highest: str


@dataclass(frozen=True, slots=True)
class Scale:
    """A questionnaire. ``low`` to ``high`` is the range of its total, ``item_low`` to ``item_high`` that of one answer.

    ``on`` is whether a service may use it as it ships; ``doubts`` says what is not established. ``questions`` is empty
    where the wording is not ours to print.
    """

    key: str
    name: str
    provenance: Provenance
    on: bool
    answered_by: tuple[Answerer, ...]
    direction: Direction
    items: int
    item_low: int
    item_high: int
    doubts: tuple[str, ...]
    questions: tuple[Question, ...]

    @property
    def low(self) -> int:
        """The lowest total."""
        return self.items * self.item_low

    @property
    def high(self) -> int:
        """The highest total."""
        return self.items * self.item_high


@dataclass(frozen=True, slots=True)
class Ends:
    """The keys of the words for both ends of a scale of totals."""

    lowest_total: str
    highest_total: str


@cache
def scales() -> Mapping[str, Scale]:
    """Return the definitions that come with the program, the person's own first. Raises IncompleteDefinition."""
    folder = resources.files("ownwords.peers").joinpath("data").joinpath("engagement")
    found = [
        read_definition(file.read_text(encoding="utf-8"), f"peers/data/engagement/{file.name}", scale)
        for file in sorted(folder.iterdir(), key=lambda one: one.name)
        if file.name.endswith(".toml")
    ]
    found.sort(key=lambda one: (not one.on, one.answered_by[0] is not Answerer.PERSON, one.key))
    return MappingProxyType({one.key: one for one in found})


def scale(table: Table) -> Scale:
    """Build a scale from a definition."""
    asked = tuple(_question(one) for one in table.tables_or_none("question"))
    note_repeated(table, "question", (one.key for one in asked))
    found = Scale(
        key=table.text("key"),
        name=table.text("name"),
        provenance=table.provenance(),
        on=table.flag("on"),
        answered_by=tuple(_member(table, Answerer, who) for who in table.texts("answered_by")),
        direction=_member(table, Direction, table.text("direction")),
        items=table.whole("items"),
        item_low=table.whole("item_low"),
        item_high=table.whole("item_high"),
        doubts=table.texts_or_empty("doubts"),
        questions=asked,
    )
    if found.items < 1 or found.item_low >= found.item_high:
        table.note("a scale has items, and more than one answer to each")
    if found.on and len(asked) != found.items:
        table.note("a scale that is on has the text of every question")
    return found


def total(one: Scale, answers: Sequence[int | None]) -> int | None:
    """Return the sum of the answers; None when any is missing, for no rule for missing answers is known.

    Raises ValueError for a wrong number of answers, one outside the range, or a scale whose questions are not here.
    """
    if not one.questions:
        raise ValueError(f"how {one.name} is added up is not established here; enter its total")
    if len(answers) != one.items:
        raise ValueError(f"{one.name} has {one.items} answers, not {len(answers)}")
    given = [answer for answer in answers if answer is not None]
    if any(not one.item_low <= answer <= one.item_high for answer in given):
        raise ValueError(f"an answer is not within {one.item_low} to {one.item_high}")
    return sum(given) if len(given) == one.items else None


def engaged(one: Scale, found: int) -> Fraction:
    """Return how far a total lies on the way from least engaged (0) to most engaged (1), whatever the direction.

    Raises ValueError for a total outside the scale.
    """
    if not one.low <= found <= one.high:
        raise ValueError(f"{found} is not within {one.low} to {one.high}")
    way = Fraction(found - one.low, one.high - one.low)
    return way if one.direction is Direction.HIGH_IS_ENGAGED else 1 - way


def ends(one: Scale) -> Ends:
    """Return what to write at both ends of the scale: ``least_engaged`` or ``most_engaged``."""
    upwards = ("least_engaged", "most_engaged")
    return Ends(*(upwards if one.direction is Direction.HIGH_IS_ENGAGED else reversed(upwards)))


def offered(given: Iterable[Scale]) -> tuple[Scale, ...]:
    """Return the scales that may be used as they ship."""
    return tuple(one for one in given if one.on)


def _question(table: Table) -> Question:
    return Question(*(table.text(name) for name in ("key", "asks", "why", "lowest", "highest")))


def _member(table: Table, kind: type[Kind], name: str) -> Kind:
    try:
        return kind(name)
    except ValueError:
        table.note(f"{name!r} is none of {', '.join(kind)}")
        return next(iter(kind))
