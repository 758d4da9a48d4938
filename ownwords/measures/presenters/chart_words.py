"""A chart with all its words, ready for `measures/chart/chart.html`.

``show(chart)`` speaks to the person ("You rated..."), ``show(chart, person="Sam")`` about them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ownwords.measures.method.chart import layout, marks, sentences, small, table
from ownwords.measures.method.chart.calendar import Stretch
from ownwords.measures.method.chart.layout import PanelDrawing
from ownwords.measures.method.chart.marks import Strip
from ownwords.measures.method.chart.model import Chart, Kind, Panel, Point
from ownwords.measures.method.chart.scales import short
from ownwords.measures.method.chart.small import SmallDrawing
from ownwords.measures.method.definitions import Given
from ownwords.measures.presenters.chart_sentences import day, in_a_row, months, said, short_months

_NOTES = {
    Given.BLANK: gettext_lazy("left blank"),
    Given.NOT_APPLICABLE: gettext_lazy("does not apply"),
    Given.RATHER_NOT: gettext_lazy("rather not say"),
    Given.NOT_CHOSEN: gettext_lazy("not chosen as important"),
}


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows of a table (day, value, note) under the words that the person saw; no words for a standard measure."""

    words: str
    rows: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class ShownPanel:
    """One panel: two drawings and everything that is said about it."""

    id: str
    heading: str
    personal: bool
    direction: str
    closed: str
    low: str
    high: str
    low_words: str
    high_words: str
    wide: PanelDrawing
    narrow: PanelDrawing
    wide_note: str
    narrow_note: str
    summary: str
    remarks: tuple[str, ...]
    wordings: tuple[tuple[int, str, str], ...]
    verdict: str
    methods: tuple[str, ...]
    own: tuple[tuple[str, str], ...]
    table: tuple[Rows, ...]
    count: int


@dataclass(frozen=True, slots=True)
class ShownEvent:
    """One thing that happened: its letter, when, what kind, in which words."""

    letter: str
    when: str
    kind: str
    words: str


@dataclass(frozen=True, slots=True)
class ShownChart:
    """A whole chart. ``key`` explains the marks that occur: (name of the mark, words)."""

    id: str
    title: str
    wide: Strip | None
    narrow: Strip | None
    about_events: str
    events: tuple[ShownEvent, ...]
    key: tuple[tuple[str, str], ...]
    panels: tuple[ShownPanel, ...]


@dataclass(frozen=True, slots=True)
class ShownSmall:
    """The last ratings as a small picture with the sentence that says the same."""

    drawing: SmallDrawing
    sentence: str


def show(chart: Chart, *, person: str | None = None) -> ShownChart:
    """Draw a chart in both forms and put it into words."""
    names = short_months()
    wide, narrow = layout.draw(chart, wide=True, months=names), layout.draw(chart, wide=False, months=names)
    events = marks.lettered(chart.events)
    about = sentences.about_events(events)
    pairs = zip(wide.panels, narrow.panels, strict=True)
    return ShownChart(
        chart.id,
        chart.title,
        wide.strip,
        narrow.strip,
        said(about) if about else "",
        tuple(_event(one) for one in events),
        tuple(_key(wide.panels + narrow.panels, person)),
        tuple(_panel(chart, one, other, person) for one, other in pairs),
    )


def show_small(panel: Panel, *, person: str | None = None, most: int = 6) -> ShownSmall:
    """Draw the last answers of one panel and say them one by one."""
    words = said(sentences.about_last(panel, most), person)
    points = sentences.last_points(panel, most)
    if points:
        given = ", ".join(
            short(point.value) if point.value is not None else _note(point.given) for point in points
        )
        scale = _("on a scale from %(low)s to %(high)s") % {
            "low": short(panel.low),
            "high": short(panel.high),
        }
        words = f"{words} {given}, {scale}. {said(sentences.direction(panel), person)}"
    return ShownSmall(small.small(panel, most), words)


def _event(one: marks.Lettered) -> ShownEvent:
    when = day(one.event.on)
    if one.event.until is not None:
        when = _("%(since)s to %(until)s") % {"since": when, "until": day(one.event.until)}
    return ShownEvent(one.letter, when, one.event.kind, one.event.words)


def _panel(chart: Chart, wide: PanelDrawing, narrow: PanelDrawing, person: str | None) -> ShownPanel:
    panel = wide.panel
    closed = sentences.closed(panel)
    return ShownPanel(
        id=f"{chart.id}-{panel.id}",
        heading=panel.heading,
        personal=panel.kind is Kind.PERSONAL,
        direction=said(sentences.direction(panel), person),
        closed=said(closed, person) if closed else "",
        low=short(panel.low),
        high=short(panel.high),
        low_words=panel.low_words,
        high_words=panel.high_words,
        wide=wide,
        narrow=narrow,
        wide_note=_stretch(wide.data.stretch),
        narrow_note=_stretch(narrow.data.stretch),
        summary=in_a_row(sentences.summary(panel), person),
        remarks=tuple(said(one, person) for one in sentences.remarks(panel)),
        wordings=tuple(
            (mark.number, day(mark.on), mark.words) for mark in panel.wordings[len(panel.wordings) < 2 :]
        ),
        verdict=panel.verdict_words,
        methods=panel.method_words,
        own=tuple((day(answer.on), answer.words) for answer in panel.own),
        table=tuple(_rows(panel)),
        count=len(panel.points),
    )


def _rows(panel: Panel) -> Iterator[Rows]:
    notes, names = {given: _note(given) for given in Given}, months()
    for part in table.parts(panel):
        words = part.wording.words if part.wording else ""
        yield Rows(words, tuple(_row(point, notes, names) for point in part.points))


def _row(point: Point, notes: dict[Given, str], names: Sequence[str]) -> tuple[str, str, str]:
    note = notes[point.given]
    words = f"{note}. {point.note}" if note and point.note else note or point.note
    when = f"{point.on.day} {names[point.on.month - 1]} {point.on.year}"
    return when, "" if point.value is None else short(point.value), words


def _note(given: Given) -> str:
    """Return why an answer has no number."""
    words = _NOTES.get(given)
    return str(words) if words else ""


def _stretch(stretch: Stretch | None) -> str:
    if stretch is None:
        return ""
    time = {
        Stretch.WEEK: _("a week"),
        Stretch.MONTH: _("a month"),
        Stretch.QUARTER: _("three months"),
        Stretch.HALF: _("half a year"),
        Stretch.YEAR: _("a year"),
    }[stretch]
    return _("Each bar holds the answers of %(time)s.") % {"time": time}


def _key(panels: Sequence[PanelDrawing], person: str | None) -> Iterator[tuple[str, str]]:
    """Explain each mark that stands in at least one panel, in the order in which an eye meets them."""
    own = _("You said whether it is different for you")
    if person is not None:
        own = _("%(person)s said whether it is different") % {"person": person}
    offered: Iterable[tuple[str, str, Iterable[object]]] = (
        ("dot", _("One answer"), (one.data.dots for one in panels)),
        ("range", _("Many answers: lowest to highest, with the middle one"), (one.data.ranges for one in panels)),
        ("rather-not", _("Rather not say, or left blank"), (one.foot.rather_not for one in panels)),
        ("not-applicable", _("Does not apply"), (one.foot.not_applicable for one in panels)),
        ("own", own, (one.foot.own for one in panels)),
        ("reworded", _("The words were changed: see the number"), (one.foot.rewordings for one in panels)),
        ("event", _("Something happened: see the letter"), (one.backdrop.events for one in panels)),
        ("ending", _("Support from a service ended"), (one.backdrop.endings for one in panels)),
        ("band", _("Usual range"), (one.backdrop.band for one in panels)),
        ("cut-off", _("A published threshold"), (one.backdrop.cut_off for one in panels)),
        ("closed", _("The line was closed here"), (one.backdrop.closed for one in panels)),
    )  # fmt: skip
    for mark, words, found in offered:
        if any(found):
            yield mark, words
