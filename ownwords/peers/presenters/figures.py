"""Who came back to a team, in words: every return is a success and is told as one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from ownwords.peers.method.spells import Counts
from ownwords.peers.presenters.figures_chart import ShownCurve, nice_top, show_curve
from ownwords.peers.presenters.figures_words import (
    Number,
    Row,
    band_words,
    days,
    decimal,
    kept,
    number,
    percent,
    share,
)
from ownwords.people.method.small_numbers import limits

if TYPE_CHECKING:
    from ownwords.peers.method.team_curves import ReturnsPerPerson, TimeToReturn
    from ownwords.peers.method.team_returns import TeamReturns

BANDS = ("same_day", "week", "four_weeks", "later", "unknown")
REFERRAL = ("no_referral", "referral", "referral_unknown")
ROUTE = ("crisis", "not_crisis", "route_unknown")


@dataclass(frozen=True, slots=True)
class ShownCurveWords:
    """A curve with its sentences; without a drawing where too few people are behind it."""

    sentences: Sequence[str]
    curve: ShownCurve | None


@dataclass(frozen=True, slots=True)
class ShownReturns:
    """The page of returns in words. ``few``: people came back, but too few to say more."""

    people: str
    reach: str
    lately: str
    came_back: str
    returns: str
    few: bool
    none: bool
    days: Sequence[Row]
    median: str
    shares: Sequence[Row]
    gap: int
    spells: Sequence[Row]
    time: ShownCurveWords
    per_person: ShownCurveWords
    least: int


def show_returns(found: TeamReturns, last: date) -> ShownReturns:
    """Put a team's returns into words; ``last`` is the last day of the period."""
    reach = _reach(found)
    ease = _ease(found)
    enough = found.with_contact >= limits().small_below
    return ShownReturns(
        people=number(reach["people"]),
        reach=share(reach["with_contact"], reach["people"]),
        lately=share(reach["lately"], reach["people"]),
        came_back=number(ease["came_back"]),
        returns=number(ease["returns"]),
        few=ease["came_back"] is None,
        none=found.came_back == 0,
        days=_day_rows(ease),
        median=_median(found, ease),
        shares=_share_rows(ease),
        gap=int(found.three[1].gap),
        spells=[_spell_row(one) for one in found.three] if enough else [],
        time=show_time(found.time, last),
        per_person=show_per_person(found.per_person),
        least=limits().small_below,
    )


def _reach(found: TeamReturns) -> dict[str, Number]:
    cells = {
        "people": found.people,
        "with_contact": found.with_contact,
        "without": found.people - found.with_contact,
        "lately": found.lately,
        "not_lately": found.people - found.lately,
        "before": found.with_contact - found.lately,
    }
    sums = (
        ("people", ("with_contact", "without")),
        ("people", ("lately", "not_lately")),
        ("with_contact", ("lately", "before")),
        ("not_lately", ("before", "without")),
    )
    return kept(cells, sums)


def _ease(found: TeamReturns) -> dict[str, Number]:
    """Return the counts of returns in the period; all are kept back where fewer than the limit came back."""
    ease = found.ease
    cells = {
        "came_back": found.came_back,
        "returns": ease.returns,
        **found.bands,
        "no_referral": ease.referral.whole - ease.referral.part,
        "referral": ease.referral.part,
        "referral_unknown": ease.referral_unknown,
        "referral_known": ease.referral.whole,
        "crisis": ease.crisis.part,
        "not_crisis": ease.crisis.whole - ease.crisis.part,
        "route_unknown": ease.route_unknown,
        "route_known": ease.crisis.whole,
        "days_known": ease.days.known,
    }
    if 0 < found.came_back < limits().small_below:
        return dict.fromkeys(cells)
    sums = (
        ("returns", ("days_known", "unknown")),
        ("days_known", BANDS[:-1]),
        ("returns", ("referral_known", "referral_unknown")),
        ("referral_known", ("no_referral", "referral")),
        ("returns", ("route_known", "route_unknown")),
        ("route_known", ("crisis", "not_crisis")),
    )
    return kept(cells, sums)


def _day_rows(ease: dict[str, Number]) -> list[Row]:
    words = band_words() | {"unknown": _("not known, or somebody else began")}
    return [(words[name], number(ease[name])) for name in BANDS]


def _median(found: TeamReturns, ease: dict[str, Number]) -> str:
    """Return the median days from approach to meeting, where enough are known."""
    known, middle = ease["days_known"], found.ease.days.median
    return days(middle) if known and middle is not None else ""


def _share_rows(ease: dict[str, Number]) -> list[Row]:
    return [
        (
            _("without a new referral"),
            share(ease["no_referral"], ease["referral_known"]),
            number(ease["referral_unknown"]),
        ),
        (_("through a crisis"), share(ease["crisis"], ease["route_known"]), number(ease["route_unknown"])),
    ]


def _spell_row(one: Counts) -> Row:
    """Return one gap: spells, and how the times away between and after them ended."""
    cells = {
        "spells": one.spells,
        "away": one.returns + one.away_now + one.competing,
        "returns": one.returns,
        "still": one.away_now,
        "competing": one.competing,
    }
    shown = kept(cells, (("away", ("returns", "still", "competing")),))
    return (f"{float(one.gap):g}", *(number(shown[name]) for name in cells))


def show_time(found: TimeToReturn, last: date) -> ShownCurveWords:
    """Put the curve of time to return into words."""
    if not found.points:
        return ShownCurveWords([_nothing()], None)
    sentences = []
    if found.median is not None:
        sentences.append(
            _("Half of the times away had ended in a return by day %(days)s.") % {"days": found.median}
        )
    else:
        sentences.append(_("The curve does not reach a half as far as it is drawn, so no median is given."))
    point = found.points[-1]
    values = {"month": point.month, "share": percent(point.estimate), "at_risk": point.at_risk}
    sentences.append(
        _(
            "By the end of month %(month)s %(share)s were back; %(at_risk)s times away were still followed then."
        )
        % values
    )
    values = {"day": date_format(last, "j F Y")}
    sentences.append(
        _("Who was still away on %(day)s counts up to that day. How it goes on is not known.") % values
    )
    sentences.append(
        _(
            "Death and moving out of the area end a time away in another way. They are neither a return nor still away."
        )
    )
    curve = show_curve("time-to-return", found.points, 1.0, percent, step=0.25)
    return ShownCurveWords(sentences, curve)


def show_per_person(found: ReturnsPerPerson) -> ShownCurveWords:
    """Put mean cumulative returns into words."""
    if not found.points:
        return ShownCurveWords([_nothing()], None)
    point = found.points[-1]
    values = {
        "month": point.month,
        "mean": decimal(point.estimate),
        "low": decimal(point.low),
        "high": decimal(point.high),
        "at_risk": point.at_risk,
    }
    sentences = [
        _(
            "By the end of month %(month)s people had come back %(mean)s times on average (%(low)s to %(high)s)."
        )
        % values,
        _("%(at_risk)s people had been followed that long.") % values,
    ]
    top, step = nice_top(found.points)
    return ShownCurveWords(sentences, show_curve("returns-per-person", found.points, top, decimal, step=step))


def _nothing() -> str:
    values = {"least": limits().small_below}
    return (
        _("Nothing is drawn: fewer than %(least)s people are behind it, or fewer than that in any step.")
        % values
    )
