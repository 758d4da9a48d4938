"""Rows of a table made into referrals or counts, with every fault and its line.

In: rows as text by column name, each with the number of its line. Out: what they hold, and what is wrong with them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from math import isfinite

from ownwords.measures.method.talking_therapies import Pair, Referral
from ownwords.measures.method.talking_therapies_rates import Counts, contradiction
from ownwords.measures.method.talking_therapies_rules import MeasureRule, Rules

REFERRAL_COLUMNS = ("referral", "problem", "measure", "first", "last", "finished")
COUNT_COLUMNS = (
    "period", "finished", "not_at_caseness", "improvement", "deterioration", "no_change", "recovery",
    "reliable_recovery",
)  # fmt: skip
_YES, _NO = ("yes", "y", "true", "1"), ("no", "n", "false", "0")
_HIDDEN = ("", "*", "-")
_THOUSANDS = re.compile(r"\d{1,3}(,\d{3})+")

Row = tuple[int, Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class ReferralTable:
    """Referrals in the order of the table. ``unknown``: how often each form that is not known here stood in it."""

    referrals: tuple[Referral, ...]
    unknown: Mapping[str, int]
    faults: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CountTable:
    """Counts by period, in the order of the table."""

    periods: tuple[tuple[str, Counts], ...]
    faults: tuple[str, ...]


@dataclass(slots=True)
class _Found:
    """One referral while its rows are read."""

    problem: str
    finished: bool
    pairs: dict[str, Pair] = field(default_factory=dict)


def referrals_of(rows: Iterable[Row], rules: Rules) -> ReferralTable:
    """Return the referrals of a table with one row for each referral and form."""
    found: dict[str, _Found] = {}
    unknown: dict[str, int] = {}
    faults: list[str] = []
    names = {_plain(key): key for key in rules.measures}
    for line, row in rows:
        key = names.get(_plain(row["measure"]))
        if key is None and row["measure"]:
            unknown[row["measure"]] = unknown.get(row["measure"], 0) + 1
        said = _take(row, key, rules.measures[key] if key else None, found)
        faults += [f"line {line}: {fault}" for fault in said]
    made = (Referral(key, one.problem, one.finished, one.pairs) for key, one in found.items())
    return ReferralTable(tuple(made), unknown, tuple(faults))


def counts_of(rows: Iterable[Row]) -> CountTable:
    """Return the counts of a published table; "*" or blank is a count that was hidden."""
    periods, faults = [], []
    for line, row in rows:
        wrong = [f"{name} {row[name]!r} is no count" for name in COUNT_COLUMNS[1:] if _count(row[name]) == -1]
        wrong += ["finished is missing"] if _count(row["finished"]) is None else []
        wrong += ["period is blank"] if not row["period"] else []
        counts = Counts(_count(row["finished"]) or 0, *(_count(row[name]) for name in COUNT_COLUMNS[2:]))
        problem = "" if wrong else contradiction(counts)
        faults += [f"line {line}: {fault}" for fault in (*wrong, problem) if fault]
        periods.append((row["period"], counts))
    return CountTable(tuple(periods), tuple(faults))


def _take(
    row: Mapping[str, str], key: str | None, rule: MeasureRule | None, found: dict[str, _Found]
) -> list[str]:
    """Add one row to its referral and return what is wrong with it."""
    name, finished = row["referral"], _answer(row["finished"])
    if not name:
        return ["referral is blank"]
    if finished is None:
        return [f"finished {row['finished']!r} is neither yes nor no"]
    one = found.setdefault(name, _Found(row["problem"], finished))
    faults = _disagreements(row, one, finished)
    if not row["measure"]:
        return [*faults, "measure is blank"]
    if key is None or rule is None:
        return faults
    if key in one.pairs:
        return [*faults, f"{rule.name} stands twice for referral {name}"]
    scores = {end: _score(row[end], rule) for end in ("first", "last")}
    faults += [f"{end} {row[end]!r} {said}" for end, (_, said) in scores.items() if said]
    one.pairs[key] = Pair(scores["first"][0], scores["last"][0])
    if scores["first"][0] is None and scores["last"][0] is not None:
        faults.append("there is a last score but no first")
    return faults


def _disagreements(row: Mapping[str, str], one: _Found, finished: bool) -> list[str]:
    said = []
    if row["problem"] != one.problem:
        said.append(
            f"referral {row['referral']} has the problems {one.problem!r} and {row['problem']!r}; give the latest"
        )
    if finished != one.finished:
        said.append(f"referral {row['referral']} is finished in one row and not in another")
    return said


def _score(text: str, rule: MeasureRule) -> tuple[float | None, str]:
    """Return a score and what is wrong with it; blank is no score."""
    if not text:
        return None, ""
    try:
        value = float(text)
    except ValueError:
        return None, "is no number"
    if not isfinite(value):
        return None, "is no number"
    if rule.low is not None and rule.high is not None:
        if not rule.low <= value <= rule.high:
            return None, f"is not within {rule.low:g} to {rule.high:g}"
        if not value.is_integer():
            return None, "is no whole number"
    return value, ""


def _answer(text: str) -> bool | None:
    plain = text.lower()
    return True if plain in _YES else False if plain in _NO else None


def _count(text: str) -> int | None:
    """Return a count, None for a hidden one, -1 for what is none."""
    if text in _HIDDEN:
        return None
    plain = text.replace(",", "") if _THOUSANDS.fullmatch(text) else text
    return int(plain) if plain.isascii() and plain.isdigit() else -1


def _plain(name: str) -> str:
    return "".join(letter for letter in name.lower() if letter.isalnum())
