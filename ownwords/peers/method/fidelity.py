"""Whether peer support keeps to its principles, as three kinds of people see it. Never one score.

The person, the peer worker and the peer supervisor each rate the same four domains. Their views stand side by side;
nothing here adds up domains, or views, or gives a figure for one worker. Whoever reads the views of peer workers and
supervisors may be one of the raters and knows their own value: these views want one rater more than people's, and show
no distribution, in which a value that stands alone would be somebody's. Domains after Gillard S et al (2021), Social
Psychiatry and Psychiatric Epidemiology 56(10):1903-1911; the questions and the scale are our own (``fidelity.toml``).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib import resources
from statistics import median

from ownwords.people.method.definition_file import Provenance, Table, note_repeated, read_definition
from ownwords.people.method.small_numbers import Sum, hidden, limits


class Rater(StrEnum):
    """Who rates."""

    PERSON = "person"
    PEER = "peer"
    SUPERVISOR = "supervisor"


@dataclass(frozen=True, slots=True)
class Domain:
    """One domain: its key, its name and the question asked about it, in our own words."""

    key: str
    name: str
    asks: str


@dataclass(frozen=True, slots=True)
class Questions:
    """The domains and the scale, ``low`` to ``high``, with the words for its two ends."""

    provenance: Provenance
    domains: tuple[Domain, ...]
    low: int
    high: int
    lowest: str
    highest: str


@dataclass(frozen=True, slots=True)
class Rating:
    """One rating. ``value`` None: asked and rather not said."""

    rater: Rater
    domain: str
    value: int | None


@dataclass(frozen=True, slots=True)
class View:
    """One domain as one kind of rater sees it.

    ``raters``: how many gave a value, None when too few for anything to be shown; then ``median`` is None too.
    ``counts``: value -> number of raters, None where a small number is hidden; empty in views of staff.
    """

    raters: int | None
    median: float | None
    counts: Mapping[int, int | None]


@dataclass(frozen=True, slots=True)
class SideBySide:
    """One domain with its three views."""

    domain: str
    person: View
    peer: View
    supervisor: View


TOO_FEW = View(None, None, {})


@cache
def packaged() -> Questions:
    """Return the questions that come with the program."""
    file = resources.files("ownwords.peers").joinpath("data").joinpath("fidelity.toml")
    return read_definition(file.read_text(encoding="utf-8"), "peers/data/fidelity.toml", questions)


def questions(table: Table) -> Questions:
    """Build the questions from a definition."""
    domains = tuple(
        Domain(one.text("key"), one.text("name"), one.text("asks")) for one in table.tables("domain")
    )
    note_repeated(table, "domain", (one.key for one in domains))
    found = Questions(
        table.provenance(),
        domains,
        table.whole("low"),
        table.whole("high"),
        table.text("lowest"),
        table.text("highest"),
    )
    if found.low >= found.high:
        table.note("low is less than high")
    return found


def side_by_side(
    ratings: Iterable[Rating], asked: Questions, *, raters_from: int | None = None
) -> tuple[SideBySide, ...]:
    """Return the three views of each domain, in the order of the questions.

    A view of fewer raters than ``raters_from`` (None: ``raters_for``) is not shown, so that nobody's own rating is;
    ``raters_from=1`` shows every rating, for three people who look at their own together. Raises ValueError for a
    domain that is not asked or a value outside the scale.
    """
    values: dict[tuple[str, Rater], list[int]] = {
        (one.key, who): [] for one in asked.domains for who in Rater
    }
    for rating in ratings:
        if (rating.domain, rating.rater) not in values:
            raise ValueError(f"nobody is asked about {rating.domain!r}")
        if rating.value is None:
            continue
        if not asked.low <= rating.value <= asked.high:
            raise ValueError(f"{rating.value} is not within {asked.low} to {asked.high}")
        values[rating.domain, rating.rater].append(rating.value)
    return tuple(
        SideBySide(one.key, *(_view(who, values[one.key, who], asked, raters_from) for who in Rater))
        for one in asked.domains
    )


def raters_for(rater: Rater) -> int:
    """Return from how many raters a view is shown: the house's limit, and for staff one more."""
    return limits().raters_from + (rater is not Rater.PERSON)


def _view(who: Rater, values: list[int], asked: Questions, raters_from: int | None) -> View:
    least = raters_for(who) if raters_from is None else raters_from
    if len(values) < max(least, 1):
        return TOO_FEW
    if who is not Rater.PERSON and least > 1:
        return View(len(values), float(median(values)), {})
    tally = Counter(values)
    counts = {value: tally[value] for value in range(asked.low, asked.high + 1)}
    away = frozenset[int]() if least < 2 else hidden(counts | {-1: len(values)}, [Sum(-1, tuple(counts))])
    raters = None if -1 in away else len(values)
    shown = {value: None if value in away else count for value, count in counts.items()}
    return View(raters, float(median(values)), shown)
