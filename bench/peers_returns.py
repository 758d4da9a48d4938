"""Spells, returns and both curves of a million contacts, beside lifelines and SurPyVal in one run.

    python -m bench.peers_returns [--contacts 1000000] [--runs 60]

The libraries have no spells: they are given the times away and the returns that ours found, and fewer of them where
they take too long (said in the row). Prints wall and CPU seconds (best of three), ratios, whether numbers agree, and by
simulation where an error is not right for people who come back several times.
"""

from __future__ import annotations

import argparse
import time
import warnings
from collections.abc import Callable
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd
import polars as pl
from lifelines import AalenJohansenFitter, CoxPHFitter, KaplanMeierFitter
from surpyval import NonParametricCounting

from ownwords.peers.method import frame_curves, frames

TARGET = 2.0
GAP = 90
FEW = 10_000
Array = npt.NDArray[Any]


def made(contacts: int) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Return contacts and ends: about 20 contacts each, in runs, some people far more often away; rows shuffled."""
    dice = np.random.default_rng(20261122)
    people = max(1, contacts // 20)
    person = np.sort(dice.integers(0, people, contacts))
    away = dice.random(contacts) < (0.3 * dice.beta(1, 2, people))[person]
    step = np.where(away, dice.integers(91, 700, contacts), dice.integers(1, 40, contacts))
    since = np.cumsum(step)
    begins = np.append(True, person[1:] != person[:-1])
    day = since - since[begins][np.cumsum(begins) - 1]
    last = np.zeros(people, int)
    np.maximum.at(last, person, day)
    until = last + dice.integers(0, 900, people)
    kind = dice.choice(["cut_off", "died", "moved_away"], people, p=[0.9, 0.05, 0.05])
    order = dice.permutation(contacts)
    start = np.datetime64("2010-01-01", "D")
    rows = {"person": person, "on": start + day.astype("timedelta64[D]"), "met": dice.random(contacts) < 0.7}
    ends = {"person": np.arange(people), "until": start + until.astype("timedelta64[D]"), "kind": kind}
    return pl.DataFrame(rows)[order], pl.DataFrame(ends)


def best(job: Callable[[], Any], times: int = 3) -> tuple[float, float, Any]:
    """Return wall and CPU seconds of the best of some runs, and its answer."""
    found = []
    for _ in range(times):
        wall, cpu = time.perf_counter(), time.process_time()
        answer = job()
        found.append((time.perf_counter() - wall, time.process_time() - cpu, answer))
    return min(found, key=lambda one: one[0])


def speed(contacts: int) -> list[str]:
    """Time everything we do for a million contacts, then each curve beside the library that has one."""
    rows, ends = made(contacts)
    text = [table.with_columns(pl.format("person-{}", "person").alias("person")) for table in (rows, ends)]

    def whole(given: pl.DataFrame, observed: pl.DataFrame) -> tuple[Any, Any]:
        ready = frames.prepare(given, observed)
        found = frames.service(ready, GAP)
        return found, frames.mean_cumulative(*frames.returns_since_first(ready, GAP))

    wall, cpu, (found, _) = best(lambda: whole(rows, ends))
    text_wall, text_cpu, _ = best(lambda: whole(*text))
    one = found.given
    lines = [
        f"returns, {contacts:,} contacts of {one.people:,} people, rows shuffled, gap {GAP} (target {TARGET} s)",
        f"  {one.spells:,} spells, {one.returns:,} returns; three gaps, both curves, both variances",
        f"  ours                  {wall:7.2f} s wall {cpu:7.2f} s CPU   {'met' if wall <= TARGET else 'MISSED'}",
        f"  ours, ids as text     {text_wall:7.2f} s wall {text_cpu:7.2f} s CPU",
    ]
    ready = frames.prepare(rows, ends)
    away = frames.times_away(ready, frames.spells(ready, GAP))
    return lines + incidence_speed(away) + mean_speed(*frames.returns_since_first(ready, GAP))


def incidence_speed(away: frames.Aways) -> list[str]:
    """Time to return: ours with its variance by person, lifelines without a variance and, for a few, with one."""
    days, kinds = away.until - away.since, np.where(away.back, 1, np.where(away.gone, 2, 0))
    wall, cpu, _ = best(lambda: frame_curves.incidence(away.person, days, away.back, away.gone))
    lines = [f"cumulative incidence of {days.size:,} times away", row("ours, variance by person", wall, cpu)]

    def theirs(size: int, variance: bool) -> Any:
        fitter = AalenJohansenFitter(calculate_variance=variance, seed=1)
        return quietly(lambda: fitter.fit(days[:size], kinds[:size], event_of_interest=1))

    for name, most, job in (
        ("lifelines Kaplan-Meier", days.size, lambda: KaplanMeierFitter().fit(days, away.back)),
        ("lifelines Aalen-Johansen, no variance", days.size, lambda: theirs(days.size, False)),
        ("lifelines Aalen-Johansen, variance", 2_000, lambda: theirs(2_000, True)),
    ):
        size = min(most, days.size)
        cut = slice(0, size)
        mine, mine_cpu, _ = best(
            lambda cut=cut: frame_curves.incidence(
                away.person[cut], days[cut], away.back[cut], away.gone[cut]
            )
        )
        other, other_cpu, _ = best(job)
        lines.append(row(f"{name} ({size:,})", other, other_cpu, mine, mine_cpu))
    return lines


def mean_speed(events: pl.DataFrame, observed: pl.DataFrame) -> list[str]:
    """Mean cumulative returns: ours, and SurPyVal for the first 10,000 people."""
    wall, cpu, _ = best(lambda: frames.mean_cumulative(events, observed))
    lines = [
        f"mean cumulative returns, {events.height:,} events of {observed.height:,} people",
        row("ours", wall, cpu),
    ]
    few = observed.filter(pl.col("end") > 0).head(FEW)
    some = events.join(few.select("person"), on="person", how="semi")
    mine, mine_cpu, curve = best(lambda: frames.mean_cumulative(some, few))
    other, other_cpu, model = best(lambda: surpyval(some, few))
    at = np.isin(model.x, curve.get_column("time").to_numpy())
    apart = [
        float(np.abs(column[at] - curve.get_column(name).to_numpy()).max())
        for name, column in (("estimate", model.mcf_hat), ("variance", model.var))
    ]
    lines.append(row(f"SurPyVal ({few.height:,} people)", other, other_cpu, mine, mine_cpu))
    return [
        *lines,
        f"  largest difference to SurPyVal: mean {apart[0]:.1e}, variance {apart[1]:.1e}",
    ]


def surpyval(events: pl.DataFrame, observed: pl.DataFrame) -> Any:
    """Fit SurPyVal's mean cumulative function."""
    times = np.append(events.get_column("time").to_numpy(), observed.get_column("end").to_numpy())
    whose = np.append(events.get_column("person").to_numpy(), observed.get_column("person").to_numpy())
    ends = np.repeat([0, 1], [events.height, observed.height])
    return quietly(lambda: NonParametricCounting.fit(x=times.astype(float), i=whose, c=ends))


def row(name: str, wall: float, cpu: float, mine: float = 0.0, mine_cpu: float = 0.0) -> str:
    """Return a line, with the ratio to ours for the same rows."""
    times = f"{wall:8.3f} s wall {cpu:8.3f} s CPU"
    ratio = f"   x ours for the same: {wall / mine:7.1f} {cpu / mine_cpu:7.1f}" if mine else ""
    return f"  {name:<46}{times}{ratio}"


def quietly(job: Callable[[], Any]) -> Any:
    """Run something without its warnings."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return job()


def agreement() -> list[str]:
    """Compare with lifelines where times are not tied, and where they are."""
    dice = np.random.default_rng(5)
    back, gone, seen = dice.exponential(80, 500), dice.exponential(250, 500), dice.uniform(0, 300, 500)
    exact = np.minimum(np.minimum(back, gone), seen)
    kinds = np.where(seen <= exact, 0, np.where(gone <= exact, 2, 1))
    untied = (np.argsort(np.argsort(exact)) + 1).astype(int)
    lines = ["agreement with lifelines Aalen-Johansen, 500 people with one time away each"]
    for name, days in (("no ties", untied), ("whole days, tied", np.ceil(exact).astype(int))):
        ours = frame_curves.incidence(np.arange(500), days, kinds == 1, kinds == 2)
        at = np.asarray(ours["day"])
        fits = [
            quietly(lambda seed=seed, days=days, at=at: lifelines_curve(days, kinds, seed, at))
            for seed in (1, 2)
        ]
        apart = np.abs(fits[0][0] - ours["incidence"]).max()
        seeds = np.abs(fits[0][0] - fits[1][0]).max()
        kept = np.asarray(ours["variance"]) > 1e-9
        ratio = np.sqrt(fits[0][1][kept] / np.asarray(ours["variance"])[kept])
        lines.append(
            f"  {name:<18} estimate apart by {apart:.1e}, two seeds apart by {seeds:.1e};"
            f" their standard error / ours {ratio.min():.3f} to {ratio.max():.3f}"
        )
    return lines


def lifelines_curve(days: Array, kinds: Array, seed: int, at: Array) -> tuple[Array, Array]:
    """Return estimate and variance of lifelines at the end of some days."""
    fitter = AalenJohansenFitter(seed=seed).fit(days, kinds, event_of_interest=1)
    place = np.searchsorted(fitter.cumulative_density_.index.to_numpy(), at + 0.5) - 1
    variance = np.asarray(fitter.variance_).ravel()
    return fitter.cumulative_density_.to_numpy().ravel()[place], variance[place]


def errors(runs: int) -> list[str]:
    """Compare standard errors with the true spread where some people return far more often than others."""
    dice = np.random.default_rng(7)
    aways = np.array([away_errors(dice) for _ in range(5 * runs)])
    cox = np.array([cox_errors(dice) for _ in range(runs)])
    back, by_person, independent = aways[:, 0].std(ddof=1), aways[:, 1].mean(), aways[:, 2].mean()
    rate, clustered, naive = cox[:, 0].std(ddof=1), cox[:, 1].mean(), cox[:, 2].mean()
    return [
        "errors when people differ (gamma frailty, shape 1)",
        f"  share back by day 100, 100 people with five times away each, {5 * runs} runs:",
        f"    true spread {back:.4f}; mean error ours {by_person:.4f}, lifelines {independent:.4f} (as if independent)",
        f"  log rate ratio of returns, start-stop rows of 200 people, lifelines CoxPHFitter, {runs} runs:",
        f"    true spread {rate:.3f}; mean error with entry_col and cluster_col {clustered:.3f}, without {naive:.3f}",
    ]


def away_errors(dice: np.random.Generator) -> tuple[float, float, float]:
    """Return the share back by day 100, our error and that of lifelines, once."""
    person = np.repeat(np.arange(100), 5)
    back = dice.exponential(1 / np.repeat(0.012 * dice.gamma(1, 1, 100), 5))
    gone, seen = dice.exponential(500, 500), dice.uniform(0, 300, 500)
    exact = np.minimum(np.minimum(back, gone), seen)
    kinds = np.where(seen <= exact, 0, np.where(gone <= exact, 2, 1))
    days = np.ceil(exact).astype(int)
    ours = frame_curves.incidence(person, days, kinds == 1, kinds == 2)
    at = int(np.searchsorted(ours["day"], 100, side="right")) - 1
    _, theirs = quietly(lambda: lifelines_curve(days, kinds, 1, np.array([100])))
    return float(ours["incidence"][at]), float(ours["variance"][at]) ** 0.5, float(theirs[0]) ** 0.5


def cox_errors(dice: np.random.Generator) -> tuple[float, float, float]:
    """Return the coefficient of lifelines for one 0/1 covariate (truth -0.5), with and without clusters, once."""
    covariate = np.arange(200) % 2
    rate = dice.gamma(1, 1, 200) * np.exp(-0.5 * covariate)
    end = dice.uniform(0.5, 4, 200)
    rows = []
    for at in range(200):
        times = np.sort(dice.uniform(0, end[at], dice.poisson(rate[at] * end[at])))
        stops = np.append(times, end[at])
        starts = np.append(0.0, times)
        rows += [
            (at, covariate[at], start, stop, stop < end[at])
            for start, stop in zip(starts, stops, strict=True)
        ]
    table = pd.DataFrame(rows, columns=["person", "x", "start", "stop", "event"])

    def fit(**more: str) -> Any:
        given = table if more else table.drop(columns="person")
        return quietly(lambda: CoxPHFitter().fit(given, "stop", "event", entry_col="start", **more))

    clustered, naive = fit(cluster_col="person"), fit()
    return (
        float(clustered.params_["x"]),
        float(clustered.standard_errors_["x"]),
        float(naive.standard_errors_["x"]),
    )


def main() -> None:
    """Measure all and print it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--contacts", type=int, default=1_000_000)
    parser.add_argument("--runs", type=int, default=60)
    asked = parser.parse_args()
    print("\n".join([*speed(asked.contacts), *agreement(), *errors(asked.runs)]))


if __name__ == "__main__":
    main()
