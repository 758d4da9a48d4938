"""The numbers and dates written along the axes."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from ownwords.measures.method.chart.scales import LETTER, TimeScale, width_of

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

STEPS_IN_MONTHS = (1, 2, 3, 6, 12, 24, 60, 120, 240)


def value_ticks(low: float, high: float, most: int = 4) -> tuple[float, ...]:
    """Return both ends of a scale and the round numbers between them that keep clear of the ends.

    >>> value_ticks(0, 10), value_ticks(0, 27), value_ticks(1, 7)
    ((0, 5, 10), (0, 10, 20, 27), (1, 4, 7))
    """
    reach = high - low
    power = math.floor(math.log10(reach)) - 1
    steps = (factor * 10.0**exponent for exponent in (power, power + 1) for factor in (1, 2, 5))
    step = next(step for step in steps if reach / step <= most)
    clear = reach / 5
    between = (number * step for number in range(math.floor(low / step), math.ceil(high / step) + 1))
    inner = [value for value in between if low + clear <= value <= high - clear]
    return (low, *(int(value) if value == int(value) else round(value, 6) for value in inner), high)


@dataclass(frozen=True, slots=True)
class Tick:
    """A line on the time axis; ``text`` is empty where there is no room for one."""

    on: date
    text: str


def time_ticks(scale: TimeScale, size: float, months: Sequence[str] = MONTHS) -> tuple[Tick, ...]:
    """Return the beginnings of months or years that are written below a panel, so that no two texts touch.

    The step is the smallest for which every label has room. January carries its year; where no January is in sight,
    the first label does.
    """
    letters = max(4, *(len(month) for month in months))
    room = (letters + 1) * size * LETTER
    step = next(
        (step for step in STEPS_IN_MONTHS if step * 30.4 * scale.per_day >= room), STEPS_IN_MONTHS[-1]
    )
    found = list(_beginnings(scale.start, scale.end, step))
    yearless = not any(on.month == 1 for on in found)
    ticks: list[Tick] = []
    free = 0.0
    for on in found:
        text = str(on.year) if on.month == 1 else months[on.month - 1]
        if yearless:
            text = f"{text} {on.year}"
        half = width_of(text, size) / 2
        x = scale.x(on)
        fits = x - half >= free and x + half <= scale.right + size * 2
        ticks.append(Tick(on, text if fits else ""))
        free = x + half + 3 if fits else free
        yearless = yearless and not fits
    return tuple(ticks)


def _beginnings(start: date, end: date, step: int) -> Iterator[date]:
    number = start.year * 12 + start.month - 1
    number += -number % step
    while number <= end.year * 12 + end.month - 1:
        on = date(number // 12, number % 12 + 1, 1)
        if on >= start:
            yield on
        number += step
