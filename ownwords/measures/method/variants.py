"""Other ways to work out reliable change, so that a verdict can be checked against its rivals.

Each variant is a straight line in the two scores: index = (on_first * first + on_last * last + constant) / error, and
the change is reliable when the index is at least ``critical`` away from 0. One form serves one person and a million.

The choice changes lives: on one published data set of 40 people, 26 count as recovered by Jacobson-Truax and 12 by
Hsu-Linn-Lord (Claus 2020 data, in the tests of the R package clinicalsignificance). So the variant, its figures and its
source are kept with every verdict, and none of these is ever used without being named.

Sources of the formulas: Jacobson & Truax 1991; Hsu 1989, 1999; Speer 1992 (Edwards-Nunnally); Nunnally & Kotsch 1983;
Hageman & Arrindell 1999; as set out side by side in the R package clinicalsignificance. The multilevel variant needs a
fitted model of a whole group and is not offered.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from ownwords.measures.method.change import Verdict, better_by, judge, standard_error
from ownwords.measures.method.definitions import Direction


class Variant(StrEnum):
    """The ways, by the short names the literature gives them."""

    JT = "jt"
    GLN = "gln"
    HLL = "hll"
    EN = "en"
    NK = "nk"
    HA = "ha"


NAMES: Mapping[Variant, str] = MappingProxyType({
    Variant.JT: "jacobson-truax",
    Variant.GLN: "gulliksen-lord-novick",
    Variant.HLL: "hsu-linn-lord",
    Variant.EN: "edwards-nunnally",
    Variant.NK: "nunnally-kotsch",
    Variant.HA: "hageman-arrindell",
})  # fmt: skip

SOURCES: Mapping[Variant, str] = MappingProxyType({
    Variant.JT: "Jacobson & Truax 1991",
    Variant.GLN: "Gulliksen 1950; Lord & Novick 1968; Hsu 1989",
    Variant.HLL: "Hsu 1989; Linn & Slinde 1977; Lord 1963",
    Variant.EN: "Speer 1992, after Edwards et al. 1978 and Nunnally 1975",
    Variant.NK: "Nunnally & Kotsch 1983",
    Variant.HA: "Hageman & Arrindell 1999",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Sample:
    """What is known of a group of people: spread and reliability, and for some variants means and the end.

    ``sd``, ``mean`` of first scores; ``last_sd``, ``last_mean`` of last scores; ``correlation`` between the two;
    ``reliability`` of the form, ``last_reliability`` at the end (as the first when left out).
    """

    sd: float
    reliability: float
    mean: float | None = None
    last_sd: float | None = None
    last_mean: float | None = None
    correlation: float | None = None
    last_reliability: float | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One variant with its figures filled in. ``error`` and ``constant`` are in points."""

    variant: Variant
    on_first: float
    on_last: float
    constant: float
    error: float
    critical: float
    sample: Sample

    def index(self, first: float, last: float) -> float:
        """Return the index, in standard errors; plus means a higher score."""
        return (self.on_first * first + self.on_last * last + self.constant) / self.error

    def verdict(self, first: float, last: float, direction: Direction) -> Verdict:
        """Return improved, within chance or deteriorated. Exactly at the critical value is reliable."""
        return judge(better_by(self.index(first, last), direction), self.critical)


def line(variant: Variant, sample: Sample) -> Line:
    """Return a variant ready for use. Raises ValueError that names the figure that is missing or impossible."""
    return _MAKERS[variant](sample)


def _need(sample: Sample, *names: str) -> list[float]:
    values = [getattr(sample, name) for name in names]
    missing = [name.replace("_", " ") for name, value in zip(names, values, strict=True) if value is None]
    if missing:
        raise ValueError(f"this variant also needs: {', '.join(missing)}")
    return values


def _jacobson_truax(sample: Sample) -> Line:
    error = math.sqrt(2) * standard_error(sample.sd, sample.reliability)
    return Line(Variant.JT, -1, 1, 0, error, 1.96, sample)


def _prediction_error(sample: Sample) -> float:
    return standard_error(sample.sd, sample.reliability) * math.sqrt(1 + sample.reliability)


def _gulliksen_lord_novick(sample: Sample) -> Line:
    (mean,) = _need(sample, "mean")
    r = sample.reliability
    return Line(Variant.GLN, -r, 1, (r - 1) * mean, _prediction_error(sample), 1.96, sample)


def _hsu_linn_lord(sample: Sample) -> Line:
    mean, last_mean = _need(sample, "mean", "last_mean")
    r = sample.reliability
    return Line(Variant.HLL, -r, 1, r * mean - last_mean, _prediction_error(sample), 1.96, sample)


def _edwards_nunnally(sample: Sample) -> Line:
    (mean,) = _need(sample, "mean")
    r = sample.reliability
    return Line(Variant.EN, -r, 1, (r - 1) * mean, standard_error(sample.sd, r), 1.96, sample)


def _nunnally_kotsch(sample: Sample) -> Line:
    (mean,) = _need(sample, "mean")
    r = sample.reliability
    last_r = r if sample.last_reliability is None else sample.last_reliability
    error = math.hypot(r * standard_error(sample.sd, r), standard_error(sample.sd, last_r))
    return Line(Variant.NK, -r, 1, (r - 1) * mean, error, 1.96, sample)


def _hageman_arrindell(sample: Sample) -> Line:
    mean, last_sd, last_mean, correlation = _need(sample, "mean", "last_sd", "last_mean", "correlation")
    noise = standard_error(sample.sd, sample.reliability)
    observed = sample.sd**2 + last_sd**2 - 2 * sample.sd * last_sd * correlation
    kept = (observed - 2 * noise**2) / observed if observed > 0 else 0.0
    if kept <= 0:
        raise ValueError(
            "the changes in this group vary no more than chance would make them: nothing can be told"
        )
    weight = math.sqrt(kept)
    constant = (last_mean - mean) * (1 - kept) / weight
    return Line(Variant.HA, -weight, weight, constant, math.sqrt(2) * noise, 1.65, sample)


_MAKERS: Mapping[Variant, Callable[[Sample], Line]] = MappingProxyType({
    Variant.JT: _jacobson_truax,
    Variant.GLN: _gulliksen_lord_novick,
    Variant.HLL: _hsu_linn_lord,
    Variant.EN: _edwards_nunnally,
    Variant.NK: _nunnally_kotsch,
    Variant.HA: _hageman_arrindell,
})  # fmt: skip
