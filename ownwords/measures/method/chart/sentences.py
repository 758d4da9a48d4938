"""What a chart shows, as sentences: which one, and what is filled in. The words stand in ``presenters.chart_words``.

A value that is a date is written as a day ("3 May 2024"), unless its name ends in ``_month`` ("May 2024"). Numbers are
written as on the axis. Nothing here praises, judges or calls a small difference "no change".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from itertools import pairwise

from ownwords.measures.method.chart.marks import Lettered
from ownwords.measures.method.chart.model import Kind, Panel, Point
from ownwords.measures.method.definitions import Direction, Given


class Key(StrEnum):
    """A sentence. Those of standard measures carry ``form``, those of personal lines ``line``."""

    NONE = "none"
    ONCE = "once"
    MANY = "many"
    MANY_CLOSED = "many closed"
    FORM_NONE = "form none"
    FORM_ONCE = "form once"
    FORM_MANY = "form many"
    HIGHER = "higher"
    LOWER = "lower"
    FORM_HIGHER = "form higher"
    FORM_LOWER = "form lower"
    ALWAYS = "always"
    EXTREMES = "extremes"
    PAUSE = "pause"
    PAUSES = "pauses"
    RATHER_NOT = "rather not"
    NOT_APPLICABLE = "not applicable"
    BLANK = "blank"
    REWORDED = "reworded"
    CLOSED = "closed"
    USUAL_RANGE = "usual range"
    CUT_OFF = "cut-off"
    EVENTS = "events"
    LAST = "last"
    LAST_NONE = "last none"


#: What is filled into a sentence.
Facts = dict[str, str | int | float | date]


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence to be said."""

    key: Key
    values: Facts = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Pause:
    """A time without a number that is longer than a line may cross."""

    since: date
    until: date

    @property
    def days(self) -> int:
        """Days from the last number before it to the first after it."""
        return (self.until - self.since).days


def direction(panel: Panel) -> Sentence:
    """Say which way is better: to the person for their own line, on the form otherwise."""
    up = panel.direction is Direction.UP
    if panel.kind is Kind.PERSONAL:
        return Sentence(Key.HIGHER if up else Key.LOWER)
    return Sentence(Key.FORM_HIGHER if up else Key.FORM_LOWER)


def pauses(panel: Panel) -> list[Pause]:
    """Return the times over which no line is drawn, in order."""
    rated = panel.rated
    pairs = pairwise(rated)
    return [Pause(a.on, b.on) for a, b in pairs if (b.on - a.on).days > panel.gap_days]


def summary(panel: Panel) -> tuple[Sentence, ...]:
    """Return the plain summary: how often, first and latest, which way is better, lowest and highest."""
    found = [_how_often(panel), direction(panel)]
    values = [point.value for point in panel.rated if point.value is not None]
    if len(values) > 1 and min(values) == max(values):
        found.append(Sentence(Key.ALWAYS, {"value": values[0]}))
    elif len(values) > 2:
        found.append(Sentence(Key.EXTREMES, {"lowest": min(values), "highest": max(values)}))
    return tuple(found)


def _how_often(panel: Panel) -> Sentence:
    rated, form = panel.rated, panel.kind is Kind.STANDARD
    facts: Facts = {
        "words": panel.heading,
        "low": panel.low,
        "high": panel.high,
    }
    if not rated:
        return Sentence(Key.FORM_NONE if form else Key.NONE, facts)
    first, last = rated[0], rated[-1]
    facts["latest"] = last.value or 0
    if len(rated) == 1:
        return Sentence(Key.FORM_ONCE if form else Key.ONCE, {**facts, "on": last.on})
    facts |= {"count": len(rated), "first": first.value or 0, "since_month": first.on, "until_month": last.on}
    if form:
        return Sentence(Key.FORM_MANY, facts)
    return Sentence(Key.MANY_CLOSED if panel.closing else Key.MANY, facts)


def closed(panel: Panel) -> Sentence | None:
    """Say when and why a line was closed; None while it is open."""
    if panel.closing is None:
        return None
    return Sentence(Key.CLOSED, {"on": panel.closing.on, "reason": panel.closing.words})


def remarks(panel: Panel) -> tuple[Sentence, ...]:
    """Return what else there is to see: pauses, answers without a number, rewordings, usual range, threshold."""
    return (*_pauses(panel), *_without_a_number(panel), *_standing(panel))


def _pauses(panel: Panel) -> list[Sentence]:
    found = pauses(panel)
    if not found:
        return []
    longest = max(found, key=lambda pause: pause.days)
    facts: Facts = {"since_month": longest.since, "until_month": longest.until, "count": len(found)}
    return [Sentence(Key.PAUSE if len(found) == 1 else Key.PAUSES, facts)]


def _without_a_number(panel: Panel) -> list[Sentence]:
    kinds = (
        (Key.RATHER_NOT, (Given.RATHER_NOT,)),
        (Key.NOT_APPLICABLE, (Given.NOT_APPLICABLE, Given.NOT_CHOSEN)),
        (Key.BLANK, (Given.BLANK,)),
    )
    counts = [(key, sum(point.given in given for point in panel.points)) for key, given in kinds]
    return [Sentence(key, {"count": count}) for key, count in counts if count]


def _standing(panel: Panel) -> list[Sentence]:
    found = []
    if len(panel.wordings) > 1:
        found.append(Sentence(Key.REWORDED, {"count": len(panel.wordings) - 1, "on": panel.wordings[-1].on}))
    if panel.band:
        band = panel.band
        facts: Facts = {
            "low": band.low,
            "high": band.high,
            "count": band.count,
            "since": band.since,
            "until": band.until,
        }
        found.append(Sentence(Key.USUAL_RANGE, facts))
    if panel.cut_off and panel.cut_off.confirmed:
        found.append(Sentence(Key.CUT_OFF, {"at": panel.cut_off.at, "words": panel.cut_off.words}))
    return found


def about_events(events: Sequence[Lettered]) -> Sentence | None:
    """Say how many things that happened are marked; None when there are none."""
    if not events:
        return None
    facts: Facts = {"count": len(events), "first": events[0].letter, "last": events[-1].letter}
    return Sentence(Key.EVENTS, facts)


def last_points(panel: Panel, most: int = 6) -> tuple[Point, ...]:
    """Return the last answers of a panel, oldest first, with and without a number."""
    return panel.points[-most:]


def about_last(panel: Panel, most: int = 6) -> Sentence:
    """Introduce the last answers, whose numbers follow one by one in the presenter's words."""
    shown = last_points(panel, most)
    if not shown:
        return Sentence(Key.LAST_NONE)
    return Sentence(
        Key.LAST, {"count": len(shown), "since": shown[0].on, "until": shown[-1].on, "high": panel.high}
    )
