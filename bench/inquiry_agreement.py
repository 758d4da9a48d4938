"""Agreement and co-occurrence of 100,000 codings, beside loops, `krippendorff` and scikit-learn in one run.

    python -m bench.inquiry_agreement [--codings 100000] [--units 100000]

A made-up corpus: 100 documents of 50,000 characters, 1,000 codes after Zipf, two coders, of whom the second codes a
third of the first one's passages again. Prints wall and CPU seconds (best of three), ratios, and whether numbers agree.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from collections.abc import Callable
from typing import Any

import krippendorff as package
import numpy as np
from sklearn.metrics import cohen_kappa_score

from ownwords.inquiry.method.agreement.krippendorff import Level, krippendorff
from ownwords.inquiry.method.agreement.measures import MEASURES
from ownwords.inquiry.method.agreement.passages.by_code import by_code
from ownwords.inquiry.method.agreement.passages.coefficients import SHOWN, coefficient, overall
from ownwords.inquiry.method.agreement.passages.disagreements import disagreements
from ownwords.inquiry.method.agreement.passages.segments import segments
from ownwords.inquiry.method.agreement.ratings import Ratings
from ownwords.inquiry.method.queries.codings import Codings
from ownwords.inquiry.method.queries.cooccurrence import PairCounts, cooccurrence
from ownwords.inquiry.method.queries.kinds import Kind
from ownwords.inquiry.method.queries.turns import Turns

DOCUMENTS, CHARACTERS, CODES, TURN = 100, 50_000, 1_000, 700
AGREEMENT, AGREEMENT_OF_MORE, COOCCURRENCE = 5.0, 30.0, 1.0
FEW = 3


def best(job: Callable[[], Any], times: int = 3) -> tuple[float, float, Any]:
    """Return wall and CPU seconds of the best of some runs, and its answer."""
    found = []
    for _ in range(times):
        wall, cpu = time.perf_counter(), time.process_time()
        answer = job()
        found.append((time.perf_counter() - wall, time.process_time() - cpu, answer))
    return min(found, key=lambda one: one[0])


def made(number: int) -> Codings:
    """Return a corpus of codings."""
    dice = np.random.default_rng(20261122)
    first = number * 3 // 4
    weight = 1 / np.arange(1, CODES + 1) ** 0.8
    code = dice.permutation(CODES)[dice.choice(CODES, first, p=weight / weight.sum())]
    size = np.clip(dice.lognormal(5, 0.8, first).astype(int), 8, CHARACTERS - 50)
    start = (dice.random(first) * (CHARACTERS - size)).astype(int)
    document = dice.integers(0, DOCUMENTS, first)
    again = dice.permutation(first)[: number - first]
    moved = np.clip(start[again] + dice.integers(-20, 20, len(again)), 0, None)
    ends = np.clip(start[again] + size[again] + dice.integers(-20, 20, len(again)), moved + 4, CHARACTERS)
    other = np.where(dice.random(len(again)) < 0.8, code[again], dice.integers(0, CODES, len(again)))
    coder = np.repeat([0, 1], [first, len(again)])
    both = [
        (code, other),
        (document, document[again]),
        (start, np.minimum(moved, ends - 1)),
        (start + size, ends),
    ]
    return Codings(*(np.concatenate(pair).astype(np.int64) for pair in both), coder.astype(np.int64))


def row(name: str, wall: float, cpu: float, ours: float | None = None, note: str = "") -> str:
    """Return a line of the table, with how many times longer it took than ours."""
    ratio = "" if ours is None else f"{cpu / ours:9.1f} x"
    return f"  {name:<46}{wall:8.3f} s wall {cpu:8.3f} s CPU{ratio:>12} {note}".rstrip()


def passages(codings: Codings) -> list[str]:
    """Time kappa and its like for every code over characters, beside a row of characters for a few codes."""
    finished, lengths = dict.fromkeys((0, 1), range(DOCUMENTS)), dict.fromkeys(range(DOCUMENTS), CHARACTERS)

    def whole() -> Any:
        cut = segments(codings, [0, 1], finished, lengths)
        tables = by_code(cut)
        return tables, [overall(tables, measure, 2) for measure in SHOWN], disagreements(cut, most=50)

    wall, cpu, (tables, found, _) = best(whole)
    target = AGREEMENT if len(codings) <= 100_000 else AGREEMENT_OF_MORE
    said = "met" if wall <= target else "MISSED"
    lines = [
        f"agreement of two coders, {len(codings):,} codings, {len(tables):,} codes, 5,000,000 characters",
        row(
            f"ours, {len(SHOWN)} measures of each code, mean, pooled",
            wall,
            cpu,
            None,
            f"{said} ({target} s)",
        ),
        f"  kappa: mean {found[0].mean:.4f}, pooled {found[0].pooled.value:.4f}",
    ]
    flat = [characters(codings, table.code, coder) for table in tables[:FEW] for coder in (0, 1)]
    pairs = list(zip(flat[::2], flat[1::2], strict=True))
    for name, measure, theirs in (
        ("scikit-learn cohen_kappa_score", "cohen", cohen_kappa_score),
        ("krippendorff.alpha, nominal", "krippendorff-nominal", alpha),
    ):
        other, other_cpu, values = best(lambda theirs=theirs: [theirs(*pair) for pair in pairs], 1)
        mine = [coefficient(table, measure).value for table in tables[:FEW]]
        note = "equal" if np.allclose(mine, values) else "DIFFERENT"
        lines.append(row(f"{name}, {FEW} codes only", other, other_cpu, cpu, note))
        lines.append(f"    for all codes that would be {other_cpu * len(tables) / FEW / cpu:,.0f} times ours")
    return lines


def characters(codings: Codings, code: int | None, coder: int) -> Any:
    """Return a 0 or 1 for every character of the corpus: what a program makes that has no run lengths."""
    text = np.zeros((DOCUMENTS, CHARACTERS), np.int8)
    for place in np.flatnonzero((codings.code == code) & (codings.coder == coder)):
        text[codings.document[place], codings.start[place] : codings.end[place]] = 1
    return text.reshape(-1)


def alpha(first: Any, second: Any) -> float:
    """Return the package's nominal alpha."""
    return float(package.alpha(reliability_data=np.array([first, second]), level_of_measurement="nominal"))


def together(codings: Codings) -> list[str]:
    """Time six ways of meeting, and loops in Python for overlap, which has to give the same."""
    begins = np.arange(0, CHARACTERS, TURN)
    turns = Turns(
        np.repeat(np.arange(DOCUMENTS), len(begins)),
        np.tile(begins, DOCUMENTS),
        np.tile(np.minimum(begins + TURN, CHARACTERS), DOCUMENTS),
    )
    lines = [f"co-occurrence of {len(codings):,} codings, all codes, all documents"]
    ours: dict[Kind, tuple[float, PairCounts]] = {}
    for kind in Kind:
        wall, cpu, found = best(lambda kind=kind: cooccurrence(codings, kind, within=200, turns=turns))
        ours[kind] = cpu, found
        note = "met" if wall <= COOCCURRENCE * max(1, len(codings) / 100_000) else "MISSED"
        lines.append(row(f"{kind}: {found.count.sum():,} pairs", wall, cpu, None, note))
    cpu, found = ours[Kind.OVERLAP]
    want = {(one, other): count for one, other, count, _ in found.rows()}
    loops: list[tuple[str, Callable[[Codings], Any]]] = [("loop over sorted codings, overlap", sorted_loop)]
    if len(codings) <= 100_000:
        loops.append(("loop over every pair of a document, overlap", every_pair))
    for name, loop in loops:
        other, other_cpu, counts = best(lambda loop=loop: loop(codings), 1)
        lines.append(row(name, other, other_cpu, cpu, "equal" if counts == want else "DIFFERENT"))
    return lines


def by_document(codings: Codings) -> list[list[tuple[int, int, int]]]:
    """Return (start, end, code) by document, sorted."""
    columns = (codings.document, codings.start, codings.end, codings.code)
    found: list[list[tuple[int, int, int]]] = [[] for _ in range(DOCUMENTS)]
    for document, start, end, code in zip(*(one.tolist() for one in columns), strict=True):
        found[document].append((start, end, code))
    return [sorted(each) for each in found]


def sorted_loop(codings: Codings) -> Counter[tuple[int, int]]:
    """Count overlapping pairs as one would write it in Python, stopping at the first that begins too late."""
    counts: Counter[tuple[int, int]] = Counter()
    for each in by_document(codings):
        for place, (_, end, code) in enumerate(each):
            for later in range(place + 1, len(each)):
                start, _, other = each[later]
                if start >= end:
                    break
                counts[(code, other) if code < other else (other, code)] += 1
    return counts


def every_pair(codings: Codings) -> Counter[tuple[int, int]]:
    """Count overlapping pairs by looking at every pair of a document."""
    counts: Counter[tuple[int, int]] = Counter()
    for each in by_document(codings):
        for place, (start, end, code) in enumerate(each):
            for begin, stop, other in each[place + 1 :]:
                if start < stop and begin < end:
                    counts[(code, other) if code < other else (other, code)] += 1
    return counts


def tables(units: int) -> list[str]:
    """Time coefficients of a table of units by coders, gaps in a tenth of the cells, beside the packages."""
    dice = np.random.default_rng(20261123)
    truth = dice.integers(0, 7, units)
    coded = np.where(dice.random((3, units)) < 0.7, truth, dice.integers(0, 7, (3, units)))
    whole = Ratings(np.ascontiguousarray(coded[:2].T), np.ones(units, np.int64), tuple(range(7)))
    gaps = np.where(dice.random((3, units)) < 0.1, -1, coded)
    table = Ratings(np.ascontiguousarray(gaps.T), np.ones(units, np.int64), tuple(range(7)))
    lines = [f"a table of {units:,} units (two coders for kappa, three with gaps for alpha)"]
    wall, cpu, mine = best(lambda: MEASURES["cohen"].of(whole).value)
    other, other_cpu, theirs = best(lambda: cohen_kappa_score(coded[0], coded[1]))
    lines.append(row("cohen, ours", wall, cpu))
    lines.append(
        row("scikit-learn", other, other_cpu, cpu, "equal" if np.isclose(mine, theirs) else "DIFFERENT")
    )
    data = np.where(gaps < 0, np.nan, gaps)
    for level in (Level.NOMINAL, Level.ORDINAL, Level.INTERVAL):
        wall, cpu, mine = best(lambda level=level: krippendorff(table, level).value)
        other, other_cpu, theirs = best(
            lambda level=level: package.alpha(data, level_of_measurement=level.value)
        )
        lines.append(row(f"krippendorff {level}, ours", wall, cpu))
        note = "equal" if np.isclose(mine, theirs) else "DIFFERENT"
        lines.append(row("krippendorff, the package", other, other_cpu, cpu, note))
    return lines


def main() -> None:
    """Measure all and print it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--codings", type=int, default=100_000)
    parser.add_argument("--units", type=int, default=100_000)
    asked = parser.parse_args()
    codings = made(asked.codings)
    print("\n".join([*passages(codings), *together(codings), *tables(asked.units)]))


if __name__ == "__main__":
    main()
