"""Points onto paper: nothing outside, nothing out of order, no extreme lost, no line across a pause."""

from __future__ import annotations

import doctest
import re
from datetime import date, timedelta
from itertools import pairwise
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ownwords.measures.method.chart import layout, marks, scales
from ownwords.measures.method.chart.model import (
    Band,
    Closing,
    CutOff,
    Event,
    OwnAnswer,
    Panel,
    Point,
    WordingMark,
    spanning,
)
from ownwords.measures.method.chart.runs import Spot
from ownwords.measures.method.chart.scales import LETTER, TimeScale, ValueScale, width_of
from ownwords.measures.method.chart.thinning import FEWEST, Heap, thin
from ownwords.measures.method.chart.ticks import time_ticks, value_ticks
from ownwords.measures.method.definitions import Direction, Given

START, TODAY = date(2016, 11, 7), date(2026, 11, 16)
PLACES = re.compile(r"[ML](-?[\d.]+) (-?[\d.]+)")


@st.composite
def answers(draw: st.DrawFn, most: int = 260) -> tuple[Point, ...]:
    """Answers over up to ten years in order of time: many or few, with pauses, rewordings and none-answers."""
    gaps = draw(st.lists(st.sampled_from((0, 1, 3, 7, 7, 7, 30, 200)), max_size=most))
    on, wording, found = START, 1, []
    for number, gap in enumerate(gaps):
        on = min(on + timedelta(days=gap), TODAY)
        wording += number % 50 == 49
        value = draw(st.one_of(st.integers(0, 10), st.none())) if number % 9 == 0 else (number * 7) % 11
        kind = Given.ANSWERED if value is not None else Given.RATHER_NOT
        found.append(Point(on, value, kind, wording))
    return tuple(found)


def line_of(points: tuple[Point, ...], **more: object) -> Panel:
    """A panel from 0 to 10."""
    return Panel("line", "Getting out", Direction.UP, 0, 10, points, **more)  # type: ignore[arg-type]


def weekly(count: int, *, start: date = START) -> tuple[Point, ...]:
    """A rating each week that visits every value."""
    return tuple(Point(start + timedelta(weeks=week), (week * 7) % 11) for week in range(count))


@given(points=answers(), wide=st.booleans())
def test_every_shape_lies_within_its_panel(points: tuple[Point, ...], wide: bool) -> None:
    """measures 25: whatever was answered, no dot, line, bar or number leaves the picture."""
    drawn = layout.draw(spanning([line_of(points)], today=TODAY), wide=wide).panels[0]
    places = [
        (float(x), float(y)) for x, y in PLACES.findall(drawn.data.line + drawn.data.dots + drawn.data.ranges)
    ]
    assert all(0 <= x <= drawn.width and 0 <= y <= drawn.height for x, y in places)
    labels = [*drawn.axes.labels, *([drawn.data.latest] if drawn.data.latest else [])]
    for one in labels:
        reach = width_of(one.text, scales.SIZE)
        left = one.x - {"start": 0, "middle": reach / 2, "end": reach}[one.anchor]
        assert left >= -0.1
        assert left + reach <= drawn.width + 0.1


@given(points=answers(), per_day=st.floats(0.02, 3), gap=st.integers(20, 250))
def test_thinning_keeps_order_number_and_both_extremes(
    points: tuple[Point, ...], per_day: float, gap: int
) -> None:
    """measures 1.4: every rating is a point or counted in one bar; lowest and highest stay where they were."""
    _stretch, drawn = thin(points, per_day, gap)
    rated = [point for point in points if point.value is not None]
    counts = [one.holds if isinstance(one, Heap) else 1 for one in drawn]
    assert sum(counts) == len(rated)
    begin = 0
    for one, count in zip(drawn, counts, strict=True):
        part = rated[begin : begin + count]
        values = [point.value for point in part]
        begin += count
        if isinstance(one, Heap):
            assert (min(values), max(values)) == (one.low, one.high)
            assert one.low <= one.middle <= one.high
            assert one.since <= part[0].on
            assert part[-1].on < one.until
        else:
            assert (one.on, one.value) == (part[0].on, part[0].value)


@given(points=answers(), per_day=st.floats(0.02, 3))
def test_nothing_under_five_ratings_is_ever_put_together(points: tuple[Point, ...], per_day: float) -> None:
    """measures 1.4: draw nothing smoothed under 5 points; nor over two wordings, nor across a pause."""
    _stretch, drawn = thin(points, per_day, 120)
    heaps = [one for one in drawn if isinstance(one, Heap)]
    assert all(heap.holds >= FEWEST for heap in heaps)
    for heap in heaps:
        inside = [p for p in points if p.value is not None and heap.since <= p.on < heap.until]
        of_the_wording = [p for p in inside if p.wording == heap.wording]
        assert len(of_the_wording) >= heap.holds


def test_a_rating_a_week_for_ten_years_becomes_bars_of_three_months() -> None:
    """measures 25: 500 ratings stay readable; the bars hold all of them."""
    stretch, drawn = thin(weekly(520), 0.16, 120)
    assert stretch == "quarter"
    assert len(drawn) < 60
    assert sum(one.holds if isinstance(one, Heap) else 1 for one in drawn) == 520


def test_a_few_ratings_are_drawn_as_they_were_given() -> None:
    """measures 1.4: the person's own points, none put together."""
    stretch, drawn = thin(weekly(40), 1.5, 120)
    assert stretch is None
    assert all(isinstance(one, Spot) for one in drawn)


def test_no_line_is_drawn_across_a_pause() -> None:
    """RS-14, DESIGN house rule 10: a pause of 121 days begins a new line, one of 120 does not."""
    days = (0, 120, 241)
    points = tuple(Point(START + timedelta(days=day), 5) for day in days)
    drawn = layout.draw(spanning([line_of(points, gap_days=120)], today=TODAY), wide=True).panels[0]
    assert [pen for pen in drawn.data.line if pen in "ML"] == ["M", "L", "M"]


def test_what_is_asked_once_a_year_does_not_pause_between_two_years() -> None:
    """RS-14: a pause is long beside the person's own rhythm; a weekly line pauses after four months."""
    yearly = line_of(tuple(Point(date(year, 5, 1), 5) for year in range(2018, 2026)))
    assert layout.draw(spanning([yearly], today=TODAY), wide=True).panels[0].data.line.count("M") == 1
    assert line_of(weekly(10)).gap_days == 120


def test_an_old_event_does_not_press_the_answers_together() -> None:
    """RS-16: the time axis is that of the answers; what lasts into it stays, from the edge."""
    panel = line_of((Point(date(2024, 1, 1), 4), Point(date(2026, 1, 1), 5)))
    before, lasting, near = (
        Event(date(1999, 1, 1), "Moved"),
        Event(date(2001, 1, 1), "Work", until=date(2025, 1, 1)),
        Event(date(2023, 11, 1), "Loss"),
    )
    chart = spanning([panel], [near, before, lasting], today=TODAY)
    assert chart.start == near.on
    assert chart.events == (lasting, near)
    assert layout.draw(chart, wide=False).strip is not None


def test_a_line_goes_on_after_a_service_has_ended() -> None:
    """RS-14: an ending is marked and the ratings around it are joined."""
    points = (Point(date(2021, 5, 1), 4), Point(date(2021, 7, 1), 5))
    ended = Event(date(2021, 6, 1), "Support ended", ending=True)
    drawn = layout.draw(spanning([line_of(points)], [ended], today=date(2021, 9, 1)), wide=False)
    assert drawn.panels[0].data.line.count("M") == 1
    assert drawn.panels[0].backdrop.endings.count("M") == 1
    assert drawn.strip is not None
    assert drawn.strip.endings


def test_answers_without_a_number_have_marks_of_their_own() -> None:
    """measures 3: rather not say and does not apply are two marks at the foot and never a value."""
    points = (Point(START, 0), Point(START, None, Given.RATHER_NOT), Point(START, None, Given.NOT_APPLICABLE))
    drawn = layout.draw(spanning([line_of(points)], today=TODAY), wide=True).panels[0]
    assert drawn.data.dots.count("M") == 1
    assert drawn.foot.rather_not.count("z") == 1
    assert drawn.foot.not_applicable.count("M") == 2
    assert drawn.foot.rather_not != drawn.foot.not_applicable


def test_an_unconfirmed_threshold_is_not_drawn() -> None:
    """RS-20: a threshold stands on the chart only when its source was read."""
    for confirmed in (True, False):
        panel = line_of(weekly(3), cut_off=CutOff(4, "published threshold", confirmed))
        drawn = layout.draw(spanning([panel], today=TODAY), wide=True).panels[0]
        assert bool(drawn.backdrop.cut_off) is confirmed
        assert ("4" in [one.text for one in drawn.axes.labels]) is confirmed


def test_a_usual_range_is_drawn_only_when_given_and_ends_with_a_closed_line() -> None:
    """measures 22 and 13: no band without a frozen baseline; a closed line carries none further."""
    points = weekly(10)
    band = Band(2, 8, points[0].on, points[7].on, 8)
    closing = Closing(points[-1].on, "reached")
    bare, open_, closed = (
        layout.draw(spanning([line_of(points, **more)], today=TODAY), wide=True).panels[0].backdrop
        for more in ({}, {"band": band}, {"band": band, "closing": closing})
    )
    assert bare.band is None
    assert open_.band is not None
    assert closed.band is not None
    assert closed.band.width < open_.band.width
    assert closed.closed
    assert not open_.closed


def test_one_wording_needs_no_mark_and_a_changed_one_is_numbered_where_it_changed() -> None:
    """measures 11: the number stands at the day from which the new words were seen."""
    first, second = WordingMark(START, 1, "Going out"), WordingMark(date(2020, 1, 1), 2, "Getting out")
    one = layout.draw(spanning([line_of(weekly(3), wordings=(first,))], today=TODAY), wide=True).panels[0]
    two = layout.draw(
        spanning([line_of(weekly(3), wordings=(first, second))], today=TODAY), wide=True
    ).panels[0]
    assert not one.foot.numbers
    assert [number.text for number in two.foot.numbers] == ["1", "2"]
    assert two.foot.rewordings.count("M") == 1


def test_the_persons_own_verdict_has_its_mark() -> None:
    """RS-21: the answer to "is it different for you?" stands on the same axis."""
    panel = line_of(weekly(3), own=(OwnAnswer(date(2019, 5, 3), "Yes, a bit"),))
    assert layout.draw(spanning([panel], today=TODAY), wide=True).panels[0].foot.own.count("z") == 1


events = st.builds(
    lambda day, days, words: Event(
        START + timedelta(days=day), "Housing", words, START + timedelta(days=day + days) if days else None
    ),
    st.integers(0, 3600),
    st.sampled_from((0, 0, 30, 700)),
    st.sampled_from(("", "Moved", "Moved into the flat above the launderette on Mill Lane")),
)


@given(found=st.lists(events, max_size=30), wide=st.booleans())
def test_no_two_labels_of_the_strip_touch(found: list[Event], wide: bool) -> None:
    """RS-16: every event has its mark, its letter, and room."""
    strip = layout.draw(spanning([], found, today=TODAY), wide=wide).strip
    if not found:
        assert strip is None
        return
    assert strip is not None
    assert len(strip.labels) == len(found)
    reaches = []
    for one in strip.labels:
        reach = width_of(one.text, scales.SIZE)
        left = one.x if one.anchor == "start" else one.x - reach
        reaches.append((one.y, left, left + reach))
        assert left >= 0
        assert left + reach <= strip.width
    for y, left, right in reaches:
        others = [one for one in reaches if one[0] == y and one != (y, left, right)]
        assert all(right <= other[1] or other[2] <= left for other in others)


@given(places=st.lists(st.floats(0, 280), min_size=1, max_size=40))
def test_letters_above_a_panel_never_touch(places: list[float]) -> None:
    """Neighbours without room become one label from the first to the last."""
    named = [(x, marks.letter(number)) for number, x in enumerate(sorted(places))]
    found = marks.merged(named, 12, 8, 288)
    assert found[0].text.startswith("A")
    assert found[-1].text.endswith(named[-1][1])
    for one, after in pairwise(found):
        assert one.x + width_of(one.text, 12) / 2 < after.x - width_of(after.text, 12) / 2 + 0.2


@given(days=st.integers(28, 9000), start=st.dates(date(1990, 1, 1), date(2030, 1, 1)), wide=st.booleans())
def test_dates_below_a_panel_never_touch_and_there_is_a_year(days: int, start: date, wide: bool) -> None:
    """One shared time axis, readable at 320 pixels."""
    scale = TimeScale(start, start + timedelta(days=days), 25, 620 if wide else 264)
    texts = [tick for tick in time_ticks(scale, 13) if tick.text]
    reaches = [(scale.x(tick.on) - len(tick.text) * 13 * LETTER / 2, tick) for tick in texts]
    for (left, tick), (after, _tick) in pairwise(reaches):
        assert left + width_of(tick.text, 13) <= after
    assert days < 70 or any(re.search(r"\d{4}", tick.text) for tick in texts)


@given(low=st.integers(0, 20), reach=st.integers(1, 120))
def test_the_scale_is_written_from_end_to_end_and_in_order(low: int, reach: int) -> None:
    """Both ends of a scale have their number, whatever the form."""
    ticks = value_ticks(low, low + reach)
    assert (ticks[0], ticks[-1]) == (low, low + reach)
    assert list(ticks) == sorted(set(ticks))
    scale = ValueScale(low, low + reach, 20, 150)
    assert [scale.y(value) for value in (low, low + reach)] == [150, 20]


@pytest.mark.parametrize("module", [scales, marks])
def test_the_examples_in_the_descriptions_are_true(module: ModuleType) -> None:
    """DESIGN section 5: docstrings whose examples run."""
    found = doctest.testmod(module)
    assert found.attempted
    assert not found.failed


def test_a_panel_refuses_what_cannot_be_drawn() -> None:
    """House rule 10: a number outside its scale, or out of time, is a fault and never a picture."""
    later, earlier = Point(date(2026, 2, 1), 3), Point(date(2026, 1, 1), 3)
    with pytest.raises(ValueError, match="stands after"):
        line_of((later, earlier))
    with pytest.raises(ValueError, match="is not from 0 to 10"):
        line_of((Point(START, 11),))
    with pytest.raises(ValueError, match="an answer has a number"):
        Point(START, None)
    with pytest.raises(ValueError, match="an answer has a number"):
        Point(START, 3, Given.RATHER_NOT)
    with pytest.raises(ValueError, match="before it began"):
        Event(date(2026, 2, 1), "Work", until=date(2026, 1, 1))
