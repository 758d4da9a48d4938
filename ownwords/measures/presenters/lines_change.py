"""What became of somebody's lines in a stretch of time, in sentences: "k of n lines", never across people."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from ownwords.measures.method.attainment import t_score
from ownwords.measures.method.chart.scales import short
from ownwords.measures.method.definitions import Direction
from ownwords.measures.method.personal import (
    LineChange,
    LinesChange,
    LineSeries,
    Point,
    change_over_lines,
)
from ownwords.measures.method.template_catalogue import templates
from ownwords.measures.method.templates import Together
from ownwords.measures.presenters.chart_sentences import day
from ownwords.measures.queries.lines import Followed
from ownwords.people.access import Opened

#: How far back somebody may look: key -> (days, words).
SPANS: dict[str, tuple[int, Any]] = {
    "3m": (91, gettext_lazy("Three months")),
    "1y": (365, gettext_lazy("A year")),
    "3y": (1096, gettext_lazy("Three years")),
    "all": (0, gettext_lazy("All of it")),
}
FIRST_SPAN = "1y"


def points_of(one: Followed) -> tuple[Point, ...]:
    """Return the ratings of a line that carry a number, in order of time."""
    return tuple(
        Point(rating.rated_on, float(rating.value), str(rating.wording_id))
        for rating in one.ratings
        if rating.value is not None
    )


def series_of(one: Followed) -> LineSeries:
    """Return a line as `method.personal` wants it. A rating for an earlier day carries the beginning with it."""
    line, points = one.line, points_of(one)
    closed = line.closed_on
    if closed is not None and points:
        closed = max(closed, points[-1].on)
    return LineSeries(
        line=str(line.id),
        direction=Direction(line.direction),
        low=float(line.low),
        high=float(line.high),
        opened=min([line.started_on, *(point.on for point in points[:1])]),
        closed=closed,
        reason=line.closed_as,
        points=points,
        person=str(line.person_id),
    )


@dataclass(frozen=True, slots=True)
class Became:
    """What became of all lines: the stretch, the sentence with its count, and each line in words."""

    span: str
    spans: tuple[tuple[str, str], ...]
    since: date
    sentences: tuple[str, ...]
    each: tuple[tuple[str, str], ...]


def became(opened: Opened, lines: list[Followed], span: str = "", today: date | None = None) -> Became:
    """Say what became of somebody's lines: over those rated at both ends, as "k of n lines" (measures 14)."""
    today = today or timezone.localdate()
    span = span if span in SPANS else FIRST_SPAN
    series = [series_of(one) for one in lines]
    days = SPANS[span][0]
    since = today - timedelta(days=days) if days else min([one.opened for one in series], default=today)
    found = change_over_lines(series, since, max([today, *(p.on for one in series for p in one.points)]))
    words = {str(one.line.id): one.wording.words for one in lines}
    return Became(
        span,
        tuple((key, str(label)) for key, (_days, label) in SPANS.items()),
        since,
        tuple(_together(found)),
        tuple((words[one.line], line_words(one)) for one in found.changes),
    )


def _together(found: LinesChange) -> list[str]:
    counts = {"rated": found.rated, "lines": found.lines}
    said = [
        ngettext(
            "%(rated)s of %(lines)s line was rated at both ends of this time.",
            "%(rated)s of %(lines)s lines were rated at both ends of this time.",
            found.lines,
        )
        % counts
    ]
    if found.rated:
        towards = sum((one.towards or 0) > 0 for one in found.changes)
        away = sum((one.towards or 0) < 0 for one in found.changes)
        said.append(
            _("Of these, %(towards)s went in the direction chosen, %(away)s the other way, %(same)s stayed.")
            % {"towards": towards, "away": away, "same": found.rated - towards - away}
        )
    if found.reached:
        said.append(
            ngettext(
                "%(count)s line was closed because it was reached.",
                "%(count)s lines were closed because they were reached.",
                found.reached,
            )
            % {"count": found.reached}
        )
    return said


def line_words(found: LineChange) -> str:
    """Say what became of one line: its two ends and the points between them, with the direction in words."""
    if found.first is None:
        return _("Not rated in this time.")
    if found.towards is None or found.last is None:
        return _("Rated on one day only, so nothing can be said about change.")
    values = {
        "first": short(found.first.value),
        "last": short(found.last.value),
        "since": day(found.first.on),
        "until": day(found.last.on),
        "points": short(abs(found.towards)),
    }
    if not found.towards:
        return _("%(last)s on %(until)s, as on %(since)s.") % values
    if found.towards > 0:
        return (
            _("From %(first)s on %(since)s to %(last)s on %(until)s: %(points)s in the direction chosen.")
            % values
        )
    return _("From %(first)s on %(since)s to %(last)s on %(until)s: %(points)s the other way.") % values


@dataclass(frozen=True, slots=True)
class SetResult:
    """What came out of lines begun together: a sentence with its count, and what it means (never without)."""

    title: str
    sentence: str
    meaning: str
    source: str


def set_result(lines: list[Followed]) -> SetResult | None:
    """Return what came out of a set for which there is one number (goal attainment); None for all others."""
    made = templates().get(lines[0].line.template) if lines else None
    if made is None or made.together is not Together.T_SCORE:
        return None
    lines = [
        one for one in lines if one.line.followed_by_id is None
    ]  # what became something else is no goal any more
    rated = [(one, points[-1]) for one in lines if (points := points_of(one))]
    counts = {"rated": len(rated), "lines": len(lines)}
    if not rated:
        sentence = (
            ngettext(
                "The goal is not rated yet.",
                "None of the %(lines)s goals begun together is rated yet.",
                len(lines),
            )
            % counts
        )
    else:
        score = t_score([point.value for _one, point in rated], [one.line.weight for one, _point in rated])
        sentence = ngettext(
            "T is %(score)s, from the latest rating of %(rated)s of %(lines)s goal.",
            "T is %(score)s, from the latest rating of %(rated)s of %(lines)s goals.",
            len(lines),
        ) % {**counts, "score": f"{score:.1f}"}
    return SetResult(_(made.title), sentence, _(made.result), made.provenance.source)
