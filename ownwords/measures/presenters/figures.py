"""A team's figures on one measure in words, ready for its page.

A number that is kept back always reads alike, whether it is small or hides a small one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ownwords.measures.method.chart.scales import short
from ownwords.measures.method.definitions import Direction, Instrument
from ownwords.measures.method.figures import NO_ONE, Completeness
from ownwords.measures.method.stretches import CountedBy, Stretch
from ownwords.measures.presenters.chart_team import ShownDistribution
from ownwords.measures.presenters.figure_cells import ALL, CLASSES, KNOWN, Number, Page, group_words, page_of
from ownwords.measures.queries.figures import NOW, GroupKnown, Results
from ownwords.people.method.small_numbers import limits

CLASS_WORDS: dict[str, str | Promise] = {
    "improved": gettext_lazy("reliably improved"),
    "chance": gettext_lazy("smaller than this form can tell apart from chance"),
    "deteriorated": gettext_lazy("reliably deteriorated"),
}
KNOWN_WORDS: dict[str, str | Promise] = {
    "eligible": gettext_lazy("could be asked"),
    "asked": gettext_lazy("were asked"),
    "once": gettext_lazy("answered once or more"),
    "twice": gettext_lazy("answered twice or more"),
}


def number(count: Number) -> str:
    """Return a number, or that it is kept back. Nought is a number."""
    return _("not shown") if count is None else str(count)


def whom_words(whom: str) -> str:
    """Return a set of people in words."""
    if whom == NOW:
        return _("People supported now")
    return _("People whose support ended in %(year)s") % {"year": whom.removeprefix("ended-")}


def known_rows(page: Page) -> list[tuple[str, str]]:
    """Return completeness of all as (words, number)."""
    return [(str(KNOWN_WORDS[what]), number(page.of(ALL, what))) for what in KNOWN]


def reach_words(page: Page) -> tuple[str, str]:
    """Return how far the figures reach and the warning beside it: "13% (32 of 245) …", "no one to count"."""
    eligible, twice = page.of(ALL, "eligible"), page.of(ALL, "twice")
    if eligible == 0:
        return _(NO_ONE), ""
    if eligible is None or twice is None:
        return _("Too few people answered twice to say how many of the team that is."), _unknown()
    known = Completeness(eligible, eligible, eligible, twice)
    said = _("%(share)s of the people who could be asked answered twice or more.") % {"share": known.reads}
    return said, _unknown() if known.unknown else ""


def _unknown() -> str:
    return _("What became of the others is not known, so no figure below is about the whole team.")


def spread_of(page: Page, instrument: Instrument, by: CountedBy, results: Results) -> ShownDistribution:
    """Return the distribution of the latest results for `measures/chart/distribution.html`."""
    most = max((count or 0 for count in page.bins), default=0)
    bars = tuple(
        (
            stretch_words(one),
            number(count),
            None if count is None else round(100 * count / most, 1) if most else 0.0,
        )
        for one, count in zip(by.stretches, page.bins, strict=True)
    )
    return ShownDistribution(
        "spread",
        _("Latest results"),
        _spread_sentence(page, instrument),
        (),
        bars,
        direction_words(by.direction),
    )


def _spread_sentence(page: Page, instrument: Instrument) -> str:
    values = {"people": number(page.people), "measure": instrument.name}
    return _("The latest %(measure)s result of each person who has one (people: %(people)s).") % values


def stretch_words(one: Stretch) -> str:
    """Return a stretch of the scale: its numbers, and the publisher's word for it where there is one."""
    span = _("%(low)s to %(high)s") % {"low": short(one.low), "high": short(one.high)}
    return f"{span}: {_(one.words)}" if one.words else span


def direction_words(direction: Direction) -> str:
    """Say which way is better."""
    return _("Higher is better.") if direction is Direction.UP else _("Lower is better.")


def change_rows(page: Page) -> list[tuple[str, str]]:
    """Return the classes of change as (words, people), in one fixed order that is not by size."""
    return [(str(CLASS_WORDS[name]), number(page.of(ALL, name))) for name in CLASSES]


def method_rows(by: CountedBy) -> list[str]:
    """Return method, threshold, spread, reliability and source of the change (measures 20)."""
    rule = by.rule
    if rule is None:
        return []
    found = [
        _("A difference of at least %(points)s between first and latest result counts.")
        % {"points": short(rule.points)}
    ]
    found.append(_("Method: %(method)s.") % {"method": rule.variant})
    if rule.sd is not None and rule.reliability is not None:
        values = {"sd": short(rule.sd), "reliability": f"{rule.reliability:g}"}
        found.append(_("Standard deviation %(sd)s, reliability %(reliability)s.") % values)
    else:
        found.append(_("The standard deviation and the reliability behind it are not both published."))
    found.append(_("Source: %(source)s.") % {"source": rule.source.citation.rstrip(".")})
    return found


def group_table(page: Page, columns: Iterable[str]) -> list[list[str]]:
    """Return the groups of the national list, then all: words, then a number for each column."""
    words = group_words() | {ALL: _("Everybody")}
    chosen = tuple(columns)
    return [
        [words[group], *(number(page.of(group, what)) for what in chosen)] for group in (*page.groups, ALL)
    ]


@dataclass(frozen=True, slots=True)
class ShownFigures:
    """The page of one measure and one set of people, in words."""

    instrument: Instrument
    whom: str
    known: list[tuple[str, str]]
    reach: str
    warning: str
    spread: ShownDistribution | None
    counted_on: date | None
    changes: list[tuple[str, str]]
    judged: str
    method: list[str]
    groups: list[list[str]]
    group_changes: list[list[str]]
    has_threshold: bool
    least: int


def show_figures(
    instrument: Instrument, by: CountedBy, whom: str, rows: Sequence[GroupKnown], results: Results | None
) -> ShownFigures:
    """Put the figures of one measure into words."""
    page = page_of(rows, results, len(by.stretches))
    reach, warning = reach_words(page)
    judged = bool(by.rule and results and page.of(ALL, "judged") != 0)
    split = bool(page.groups) and not instrument.about_worker
    return ShownFigures(
        instrument=instrument,
        whom=whom,
        known=known_rows(page),
        reach=reach,
        warning=warning,
        spread=spread_of(page, instrument, by, results) if results and page.bins else None,
        counted_on=results.counted_on if results else None,
        changes=change_rows(page) if judged else [],
        judged=number(page.of(ALL, "judged")),
        method=method_rows(by) if judged else [],
        groups=group_table(page, KNOWN) if split else [],
        group_changes=group_table(page, ("judged", *CLASSES)) if split and judged else [],
        has_threshold=by.rule is not None,
        least=limits().small_below,
    )
