"""From what is kept to what is drawn: lines, results, own answers, what happened, as `method.chart` wants them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _

from ownwords.measures.method.catalogue import instruments
from ownwords.measures.method.change import change
from ownwords.measures.method.chart import model
from ownwords.measures.method.definitions import Direction, Given, Instrument, Score
from ownwords.measures.method.outside_range import outside
from ownwords.measures.method.personal_range import UsualRange, usual_range
from ownwords.measures.models import ContextEvent, Line, OwnAnswer
from ownwords.measures.presenters.chart_change import method_words, verdict_words
from ownwords.measures.presenters.chart_sentences import day
from ownwords.measures.presenters.chart_words import ShownChart, show
from ownwords.measures.presenters.lines import closing_reason
from ownwords.measures.presenters.lines_change import points_of
from ownwords.measures.queries.lines import Followed
from ownwords.measures.queries.overview import Overview, Result
from ownwords.people.access import Opened
from ownwords.people.models import Placement

WIDE = 5


def chart_of(opened: Opened, found: Overview, *, title: str = "") -> ShownChart | None:
    """Return the chart of everything, closed lines and standard measures included; None where nothing is followed."""
    own = opened.is_own
    panels = [line_panel(one, found.said_of(one.line), own=own) for one in found.lines]
    panels += [
        panel
        for key, results in found.results.items()
        if (panel := result_panel(key, results, found.said_of(instrument=key)))
    ]
    if not panels:
        return None
    chart = model.spanning(
        panels, [*events(found.events), *endings(found.endings)], today=timezone.localdate(), title=title
    )
    return show(chart, person=None if own else opened.person.called)


def line_panel(one: Followed, answers: Iterable[OwnAnswer] = (), *, own: bool) -> model.Panel:
    """Return one line as a panel: wordings, how it was closed, usual range, the person’s own answers."""
    line = one.line
    numbers = {wording.id: wording.number for wording in one.wordings}
    points = tuple(
        model.Point(
            rating.rated_on,
            None if rating.value is None else float(rating.value),
            Given(rating.given),
            numbers[rating.wording_id],
            rating.note,
        )
        for rating in one.ratings
    )
    usual = range_of(one)
    return model.Panel(
        id=f"line-{line.id}",
        heading=one.wording.words,
        direction=Direction(line.direction),
        low=float(line.low),
        high=float(line.high),
        points=points,
        low_words=one.wording.low_words,
        high_words=one.wording.high_words,
        wordings=tuple(_wordings(one)),
        closing=model.Closing(line.closed_on, closing_reason(line, own=own)) if line.closed_on else None,
        band=_band(line, usual, one) if usual else None,
        verdict_words=_range_words(one, usual, own=own) if usual else "",
        method_words=_range_method(usual) if usual else (),
        own=tuple(own_answers(answers)),
    )


def _wordings(one: Followed) -> Iterator[model.WordingMark]:
    for wording in one.wordings:
        since = timezone.localdate(wording.since)
        yield model.WordingMark(
            min(since, one.line.started_on) if wording.number == 1 else since, wording.number, wording.words
        )


def range_of(one: Followed) -> UsualRange | None:
    """Return the usual range from the ratings up to the day that was chosen; None without such a day."""
    if one.line.baseline_until is None:
        return None
    points = points_of(one)
    count = sum(point.on <= one.line.baseline_until for point in points)
    step = 1.0 if one.line.high - one.line.low >= WIDE else 0.5
    try:
        return usual_range(points, baseline=count, step=step)
    except ValueError:  # too few are left, because ratings were taken out of view
        return None


def _band(line: Line, usual: UsualRange, one: Followed) -> model.Band:
    points = points_of(one)
    return model.Band(
        max(usual.low, float(line.low)),
        min(usual.high, float(line.high)),
        points[0].on,
        points[usual.baseline - 1].on,
        usual.baseline,
    )


def _range_words(one: Followed, usual: UsualRange, *, own: bool) -> str:
    points = points_of(one)
    found = outside(points, usual)
    if len(points) == usual.baseline:
        return _("The usual range has just been fixed. What is rated from now on is held against it.")
    if not found:
        return _("No four ratings in a row lie outside the usual range.")
    latest = found[-1]
    values = {"since": day(points[latest.first].on), "until": day(points[latest.last].on)}
    if latest.side > 0:
        return _("All ratings from %(since)s to %(until)s lie above the usual range.") % values
    return _("All ratings from %(since)s to %(until)s lie below the usual range.") % values


def _range_method(usual: UsualRange) -> tuple[str, ...]:
    return (
        _(
            "The range comes from the first %(count)s ratings alone, and stays as it is. "
            "So a lasting change cannot widen it."
        )
        % {"count": usual.baseline},
        _("One rating outside it means nothing. Four in a row on the same side are said."),
        _("It is slow on purpose, and blind to short spells. It says what is usual, not what is good."),
    )


def own_answers(answers: Iterable[OwnAnswer]) -> Iterator[model.OwnAnswer]:
    """Yield the person's own answers in words."""
    for answer in answers:
        label = str(answer.get_answer_display())
        yield model.OwnAnswer(answer.said_on, f"{label}. {answer.words}" if answer.words else label)


def result_panel(key: str, results: list[Result], answers: Iterable[OwnAnswer]) -> model.Panel | None:
    """Return the results of a standard measure as a panel; None for one that this version does not know."""
    instrument = instruments().get(key)
    if instrument is None:
        return None
    score = instrument.score()
    inside = [one for one in results if one.value is None or score.low <= one.value <= score.high]
    values = [(one.on, one.value) for one in inside if one.value is not None]
    words, methods = _verdict(instrument, score, values)
    return model.Panel(
        id=f"measure-{key}",
        heading=instrument.name,
        direction=instrument.better(score),
        low=score.low,
        high=score.high,
        points=tuple(
            model.Point(one.on, one.value, Given.BLANK if one.value is None else Given.ANSWERED)
            for one in inside
        ),
        kind=model.Kind.STANDARD,
        cut_off=_cut_off(score),
        verdict_words=words,
        method_words=methods,
        own=tuple(own_answers(answers)),
    )


def _cut_off(score: Score) -> model.CutOff | None:
    if score.cut_off is None:
        return None
    return model.CutOff(score.cut_off.at, score.cut_off.source.citation, score.cut_off.source.confirmed)


def _verdict(
    instrument: Instrument, score: Score, values: list[tuple[date, float]]
) -> tuple[str, tuple[str, ...]]:
    if not values:
        return "", ()
    rule = score.reliable_change
    rule = rule if rule is not None and rule.source.confirmed else None
    found = change(
        values[0][1],
        values[-1][1] if len(values) > 1 else None,
        rule=rule,
        direction=instrument.better(score),
    )
    return verdict_words(found), method_words(found)


def events(found: Iterable[ContextEvent]) -> Iterator[model.Event]:
    """Yield what happened, without any number."""
    for one in found:
        yield model.Event(one.starts_on, str(one.get_kind_display()), one.words, one.ends_on)


def endings(found: Iterable[Placement]) -> Iterator[model.Event]:
    """Yield endings of support by a team; ratings may go on after them."""
    for one in found:
        if one.ends_on is not None:
            words = str(one.get_ended_by_display()) if one.ended_by else ""
            kind = _("Support from %(team)s ended") % {"team": one.team.name}
            yield model.Event(one.ends_on, kind, words, ending=True)
