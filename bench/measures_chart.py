"""The ten-year chart of measures 25: 6 lines with 20 wordings and 1,500 ratings, 4 instruments, events.

    python -m bench.measures_chart

Prints the CPU milliseconds for building the model, laying it out, and rendering the page's part to HTML, beside the
50 ms that the whole may take. Matplotlib drawing the same points as one SVG stands beside it where it is installed.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import Any

from ownwords.measures.method.chart.model import (
    Band,
    Chart,
    Closing,
    CutOff,
    Event,
    Kind,
    OwnAnswer,
    Panel,
    Point,
    WordingMark,
    spanning,
)
from ownwords.measures.method.definitions import Direction, Given

ROOT = Path(__file__).resolve().parent.parent
BUDGET_MS = 50.0
START, TODAY = date(2016, 11, 7), date(2026, 11, 16)
LINES = (
    ("Getting out of the house", "I never leave", "I go where I like"),
    ("Sleeping through without the radio on", "Not at all", "All night"),
    ("Ringing my sister before she rings me", "Never", "Whenever I want to"),
    ("The noise in my head when I am in a shop", "None", "I have to leave"),
    (
        "Being able to say no to people without lying awake about it for three nights afterwards",
        "Never",
        "Always",
    ),
    ("The allotment", "I have not been", "I was there and dug"),
)
FORMS = (
    ("PHQ-9", 0, 27, Direction.DOWN, CutOff(10, "made up for this measurement", True)),
    ("GAD-7", 0, 21, Direction.DOWN, CutOff(8, "made up for this measurement", True)),
    ("ReQoL-10", 0, 40, Direction.UP, None),
    ("QPR-15", 0, 60, Direction.UP, None),
)
EVENTS = (
    ("2017-03-01", "Housing", "Moved into the flat on Mill Lane", None),
    ("2018-06-11", "Work", "Two mornings a week at the garden centre", "2019-12-20"),
    ("2019-02-04", "Therapy", "Started with Dr Osei", "2019-08-30"),
    ("2020-03-23", "World", "Everything shut", "2021-05-17"),
    ("2020-03-30", "Loss", "Nan died", None),
    ("2021-09-01", "Benefits", "Waiting for the PIP decision", "2022-04-02"),
    ("2022-04-02", "Benefits", "It was turned down, and I appealed", None),
    ("2023-01-15", "Housing", "Damp fixed at last", None),
    ("2025-10-01", "Work", "Volunteering at the library", None),
)


def ratings(
    start: date, count: int, dice: random.Random, low: int, high: int, days: float
) -> tuple[Point, ...]:
    """Return so many answers that wander, with a pause in the middle and now and then none."""
    level, found = (low + high) / 2, []
    for number in range(count):
        on = start + timedelta(days=int(number * days) + (300 if number > count * 0.6 else 0))
        level = min(max(level + dice.gauss(0.01, (high - low) / 12), low), high)
        if number % 60 == 31:
            found.append(Point(on, None, dice.choice((Given.RATHER_NOT, Given.NOT_APPLICABLE))))
        else:
            noisy = level + dice.gauss(0, (high - low) / 14)
            found.append(Point(on, round(min(max(noisy, low), high))))
    return tuple(found)


def ten_years(weekly: int = 250) -> Chart:
    """Return the chart of the budget: `weekly` ratings a line, 20 wordings over six lines."""
    dice = random.Random(25)
    panels = [_line(number, weekly, dice) for number in range(6)] + [
        _form(number, dice) for number in range(4)
    ]
    events = [
        Event(date.fromisoformat(on), kind, words, date.fromisoformat(until) if until else None)
        for on, kind, words, until in EVENTS
    ]
    events.append(Event(date(2021, 6, 30), "Support ended", "Harbour team; agreed together", ending=True))
    return spanning(panels, events, today=TODAY, title="Ten years, in your words", id="years")


def _line(number: int, weekly: int, dice: random.Random) -> Panel:
    words, low, high = LINES[number]
    points = ratings(START + timedelta(days=9 * number), weekly, dice, 0, 10, 3330 / weekly)
    wordings = 4 if number in (0, 3) else 3
    size = len(points) // wordings + 1
    seen = tuple(
        Point(
            one.on,
            one.value,
            one.given,
            1 + index // size,
            "on paper, typed in by Amina" if index == 7 else "",
        )
        for index, one in enumerate(points)
    )
    marks = tuple(
        WordingMark(
            points[part * size].on, part + 1, words if part + 1 == wordings else f"{words} ({part + 1})"
        )
        for part in range(wordings)
    )
    closing = Closing(min(points[-1].on + timedelta(days=3), TODAY), "reached") if number == 5 else None
    band = Band(3, 7, points[0].on, points[11].on, 12) if number == 1 else None
    own = (
        OwnAnswer(date(2019, 5, 3), "Yes, a bit"),
        OwnAnswer(date(2026, 5, 3), "Yes. I do not plan my day round it any more"),
    )
    return Panel(
        f"line-{number}", words, Direction.DOWN if number == 3 else Direction.UP, 0, 10, seen, Kind.PERSONAL, low, high,
        marks, closing, band, own=own if number == 0 else (),
        verdict_words="The change is smaller than this form can tell apart from chance." if number == 0 else "",
        method_words=("First 12 ratings against the last 12", "Usual range kept from the first 12 ratings"),
    )  # fmt: skip


def _form(number: int, dice: random.Random) -> Panel:
    name, low, high, direction, cut_off = FORMS[number]
    points = ratings(START + timedelta(days=30), 40, dice, low, high, 80)
    return Panel(
        f"form-{number}", name, direction, low, high, points, Kind.STANDARD, cut_off=cut_off, gap_days=200
    )


def timed(work: Callable[[], Any], times: int = 15) -> tuple[float, float]:
    """Return the best and the median CPU milliseconds of a piece of work, run once before."""
    work()
    spent = []
    for _ in range(times):
        before = time.process_time()
        work()
        spent.append(1000 * (time.process_time() - before))
    return min(spent), sorted(spent)[times // 2]


def main() -> None:
    """Measure and print."""
    print(table())


def table() -> str:
    """Return the table of the budget's chart and of one with twice as many ratings."""
    template, show = _page()
    said = [line for ratings_a_line in (250, 500) for line in _rows(ratings_a_line, template, show)]
    return "\n".join(said)


def _page() -> tuple[Any, Callable[[Chart], Any]]:
    """Return the compiled part of a page, and what puts a chart into words for it."""
    sys.path.insert(0, str(ROOT / "tools"))
    import styleguide
    from jinja2 import FileSystemLoader

    styleguide.set_up()
    from ownwords.config.jinja_env import environment
    from ownwords.measures.presenters.chart_words import show

    folders = [ROOT / "ownwords" / room / "jinja2" for room in ("site", "measures")]
    source = '{% from "measures/chart/chart.html" import chart %}{{ chart(shown) }}'
    return environment(autoescape=True, loader=FileSystemLoader(folders)).from_string(source), show


def _rows(ratings_a_line: int, template: Any, show: Callable[[Chart], Any]) -> Iterator[str]:
    chart = ten_years(ratings_a_line)
    shown = show(chart)
    answers = sum(len(panel.points) for panel in chart.panels)
    kilobytes = len(template.render(shown=shown).encode()) // 1000
    yield f"Ten-year chart, {answers:,} answers in {len(chart.panels)} panels, {kilobytes} kB of HTML; CPU ms"
    steps: tuple[tuple[str, Callable[[], Any]], ...] = (
        ("dataclasses", partial(ten_years, ratings_a_line)),
        ("layout and words", partial(show, chart)),
        ("rendered to HTML", partial(template.render, shown=shown)),
        ("both together", lambda: template.render(shown=show(chart))),
    )
    for name, work in steps:
        best, middle = timed(work)
        share = middle / BUDGET_MS
        yield f"  {name:<20}{best:7.1f} best{middle:8.1f} median{share:7.2f} of the {BUDGET_MS:.0f} ms it may take"
    yield _beside(chart)


def _beside(chart: Chart) -> str:
    """Draw the same points with matplotlib, where it is installed, and say how long that took."""
    try:
        from matplotlib.figure import Figure
    except ImportError:
        return "  matplotlib is not installed: measured beside the goal alone"
    import io

    def work() -> None:
        figure = Figure(figsize=(8, 20))
        for number, panel in enumerate(chart.panels):
            axes = figure.add_subplot(len(chart.panels), 1, number + 1)
            axes.plot([p.on for p in panel.rated], [p.value for p in panel.rated], marker=".")
            axes.set_ylim(panel.low, panel.high)
        figure.savefig(io.StringIO(), format="svg")

    best, middle = timed(work, 3)
    return f"  {'matplotlib, SVG':<20}{best:7.1f} best{middle:8.1f} median"


if __name__ == "__main__":
    main()
