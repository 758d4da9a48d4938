"""The worker's part in new ties, as the person and as the worker each see it: one cross-table with its denominators.

It describes what the two said. It does not prove what brought a tie about. Small numbers are hidden in the table, also
from somebody who subtracts; then a figure beside it is shown only when it gives nothing of the table away.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ownwords.people.method.small_numbers import Sum, hidden, limits, safe

#: What a worker's part can have been, as keys.
PARTS = ("none", "prepared", "alongside", "introduced", "not-sure")
NO_ANSWER = "no-answer"
TOTAL = "total"

#: English message id; stands under every report.
DESCRIBES = "This describes what people said. It does not prove what brought a connection about."

Cell = tuple[str, str]
BOTH, ONLY_PERSON, ONLY_WORKER = "both", "only-person", "only-worker"
AGREE, READY, UNREADY = "agree", "readiness-known", "readiness-unknown"


@dataclass(frozen=True, slots=True)
class TieViews:
    """One new tie: the worker's part as each sees it, None where they have not answered.

    ``readiness_known``: whether the person rated how ready they felt on a day *before* the tie. A rating of the same
    day or later does not count. Ties marked "only me" must not be passed in at all.
    """

    person: str | None = None
    worker: str | None = None
    readiness_known: bool = False


@dataclass(frozen=True, slots=True)
class PartReport:
    """What may be shown; a count is None where it is hidden, and only there.

    ``rows`` are the person's answers, ``columns`` the worker's, each with "no-answer" and, last, "total".
    """

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    cells: Mapping[Cell, int | None]
    facts: Mapping[str, int | None]

    @property
    def total(self) -> int | None:
        """How many new ties there are."""
        return self.cells[TOTAL, TOTAL]

    @property
    def both_answered(self) -> int | None:
        """In how many both have answered: what agreement is counted among."""
        return self.facts[BOTH]

    @property
    def only_person(self) -> int | None:
        """In how many only the person has answered."""
        return self.facts[ONLY_PERSON]

    @property
    def only_worker(self) -> int | None:
        """In how many only the worker has answered."""
        return self.facts[ONLY_WORKER]

    @property
    def neither(self) -> int | None:
        """In how many nobody has answered."""
        return self.cells[NO_ANSWER, NO_ANSWER]

    @property
    def agreement(self) -> tuple[int | None, int | None]:
        """How many gave the same answer ("not sure" is one), and among how many where both answered."""
        return self.facts[AGREE], self.facts[BOTH]

    @property
    def readiness_known(self) -> int | None:
        """How many ties have a rating of readiness from before."""
        return self.facts[READY]

    @property
    def readiness_unknown(self) -> int | None:
        """How many have none."""
        return self.facts[UNREADY]

    @property
    def hides(self) -> bool:
        """Whether anything is hidden, so that the page says why."""
        return None in {*self.cells.values(), *self.facts.values()}


def part_report(
    ties: Iterable[TieViews], *, parts: Sequence[str] = PARTS, below: int | None = None
) -> PartReport:
    """Return the report of some new ties; counts from 1 to under ``below`` (the service's limit) are hidden.

    Raises ValueError for an answer that is not among ``parts``.
    """
    given = tuple(ties)
    names = (*parts, NO_ANSWER)
    for place, tie in enumerate(given):
        for name, view in (("person", tie.person), ("worker", tie.worker)):
            if view is not None and view not in parts:
                raise ValueError(f"ties[{place}].{name}: {view!r} is none of {', '.join(parts)}")
    least = limits().small_below if below is None else below
    cells = _cells(given, names)
    sums = _margins(names)
    away = hidden(cells, sums, below=least)
    shown = {key: None if key in away else count for key, count in cells.items()}
    facts = _facts_shown(given, tuple(parts), cells, sums, away, least)
    ready = _readiness(given, total_shown=shown[TOTAL, TOTAL] is not None, least=least)
    return PartReport((*names, TOTAL), (*names, TOTAL), shown, facts | ready)


def _cells(given: Sequence[TieViews], names: Sequence[str]) -> dict[Cell, int]:
    found = Counter((tie.person or NO_ANSWER, tie.worker or NO_ANSWER) for tie in given)
    cells = {(row, column): found[row, column] for row in names for column in names}
    cells |= {(row, TOTAL): sum(found[row, column] for column in names) for row in names}
    cells |= {(TOTAL, column): sum(found[row, column] for row in names) for column in names}
    return cells | {(TOTAL, TOTAL): len(given)}


def _margins(names: Sequence[str]) -> list[Sum[Cell]]:
    found: list[Sum[Cell]] = [Sum((row, TOTAL), tuple((row, column) for column in names)) for row in names]
    found += [Sum((TOTAL, column), tuple((row, column) for row in names)) for column in names]
    found.append(Sum((TOTAL, TOTAL), tuple((row, TOTAL) for row in names)))
    found.append(Sum((TOTAL, TOTAL), tuple((TOTAL, column) for column in names)))
    return found


def _facts_shown(
    given: Sequence[TieViews],
    parts: Sequence[str],
    cells: Mapping[Cell, int],
    sums: Sequence[Sum[Cell]],
    away: frozenset[Cell],
    least: int,
) -> dict[str, int | None]:
    """Return the facts beside the table, which comes first: a fact that would give some of it away is hidden."""
    answered = [(row, column) for row in parts for column in parts]
    made_of = {
        BOTH: answered,
        AGREE: [(part, part) for part in parts],
        ONLY_PERSON: [(part, NO_ANSWER) for part in parts],
        ONLY_WORKER: [(NO_ANSWER, part) for part in parts],
    }
    shown: dict[str, int | None] = {}
    known, ties = dict(cells), list(sums)
    for name, of in made_of.items():
        fact = ("", name)
        more = {**known, fact: sum(cells[cell] for cell in of)}
        with_it = [*ties, Sum(fact, tuple(of))]
        if name == AGREE and shown[BOTH] is not None:  # the rest, those who differ, can be had by taking away
            rest = ("", "differ")
            more[rest] = more["", BOTH] - more[fact]
            with_it += [Sum(("", BOTH), (fact, rest)), Sum(rest, tuple(set(answered) - set(of)))]
        shown[name] = more[fact] if safe(more, with_it, away, below=least) else None
        if shown[name] is not None:
            known, ties = more, with_it
    return shown


def _readiness(given: Sequence[TieViews], *, total_shown: bool, least: int) -> dict[str, int | None]:
    """Return the two counts of readiness, or neither: with the total, each gives the other away."""
    known = sum(tie.readiness_known for tie in given)
    both = (known, len(given) - known)
    small = any(0 < count < least for count in both)
    return (
        dict.fromkeys((READY, UNREADY))
        if small or not total_shown
        else dict(zip((READY, UNREADY), both, strict=True))
    )
