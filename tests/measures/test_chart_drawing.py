"""The chart as HTML: rows hold exactly what was answered, ids are unique, words stay words."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date, timedelta
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from ownwords.measures.method.chart.model import (
    Band,
    Chart,
    Closing,
    CutOff,
    Event,
    Kind,
    OwnAnswer,
    Point,
    WordingMark,
    spanning,
)
from ownwords.measures.method.definitions import Given
from ownwords.measures.presenters.chart_words import show
from tests.measures.charts import CHART, OUT, TODAY, drawn, every_year, line, one, pick, points, text

answers = st.lists(
    st.tuples(
        st.integers(0, 3000),
        st.one_of(st.integers(0, 10), st.sampled_from((Given.RATHER_NOT, Given.NOT_APPLICABLE, Given.BLANK))),
    ),
    max_size=60,
)


@given(found=answers)
@settings(deadline=None, max_examples=40)
def test_the_table_holds_exactly_the_answers_in_their_order(found: list[tuple[int, int | Given]]) -> None:
    """DESIGN section 4: the table says the same as the picture; 0 is a number, a refusal is none."""
    given = points(
        *(
            (str(date(2018, 1, 1) + timedelta(days=day)), what)
            for day, what in sorted(found, key=lambda f: f[0])
        )
    )
    rows = [row for part in one(line(given)).table for row in part.rows]
    assert [value for _day, value, _note in rows] == [
        "" if p.value is None else f"{p.value:g}" for p in given
    ]
    assert [bool(note) for _day, _value, note in rows] == [p.value is None for p in given]
    assert [day for day, _value, _note in rows] == [f"{p.on:%-d %B %Y}" for p in given]


def test_answers_stand_under_the_words_that_were_seen() -> None:
    """measures 11: each rating points to the wording seen; the words stand over its rows."""
    marks = (WordingMark(date(2024, 1, 1), 1, "Going out"), WordingMark(date(2024, 2, 1), 2, OUT))
    seen = (Point(date(2024, 1, 5), 1), Point(date(2024, 2, 5), 2, wording=2, note="on paper"))
    html = drawn(CHART, show(spanning([line(seen, wordings=marks)], today=TODAY)))
    bodies = [[text(cell) for cell in pick(body, "th, td")] for body in pick(html, "tbody")]
    assert bodies[0] == ["Words seen: Going out", "5 January 2024", "1", ""]
    assert bodies[1] == [f"Words seen: {OUT}", "5 February 2024", "2", "on paper"]


def whole() -> Chart:
    """A chart with one of everything, in words that would break a careless page."""
    evil = '<script>alert("1")</script> & "so" on'
    panels = [
        line(every_year(90), id="a", heading=evil, low_words=evil, high_words=evil,
             wordings=(WordingMark(date(2020, 3, 1), 1, evil), WordingMark(date(2022, 3, 1), 2, OUT)),
             band=Band(2, 5, date(2020, 3, 1), date(2021, 3, 1), 9), own=(OwnAnswer(date(2022, 1, 1), evil),),
             verdict_words="Smaller.", method_words=("Jacobson-Truax",)),
        line(points(("2024-05-03", Given.RATHER_NOT), ("2024-06-03", Given.NOT_APPLICABLE), ("2024-07-03", 1)), id="b",
             closing=Closing(date(2025, 1, 1), evil), cut_off=CutOff(4, evil, True)),
        line((), id="c"),
    ]  # fmt: skip
    events = [Event(date(2021, 1, 1), "Housing", evil, date(2021, 8, 1)), Event(date(2022, 1, 1), "Loss"),
              Event(date(2023, 1, 1), "Support ended", evil, ending=True)]  # fmt: skip
    return spanning(panels, events, today=TODAY, title=evil, id="first")


def test_the_page_needs_no_style_attribute_and_lets_no_words_become_markup() -> None:
    """ASVS 1.2.1 and the content-security policy."""
    html = drawn(CHART, show(whole()))
    assert not pick(html, "[style], script, style")
    assert "<script>" in text(pick(html, ".ow-panel__heading")[1])


def test_two_charts_on_a_page_share_no_id_and_every_reference_leads_somewhere() -> None:
    """platform: unique ids; what a picture is labelled by exists."""
    chart = whole()
    other = Chart(chart.panels, chart.start, chart.end, chart.events, "Again", "second")
    source = CHART.replace("{{ chart(shown) }}", "{{ chart(shown[0]) }}{{ chart(shown[1]) }}")
    html = drawn(source, (show(chart), show(other)))
    ids = Counter(found.get("id") for found in pick(html, "[id]"))
    assert ids
    assert max(ids.values()) == 1
    marks = ("aria-labelledby", "aria-describedby")
    named = [found.get(mark, "") for mark in marks for found in pick(html, f"[{mark}]")]
    assert all(name in ids for one_ in named for name in one_.split())


def test_every_picture_has_a_name_and_a_sentence_or_is_not_read_out() -> None:
    """WCAG 1.1.1: role img with a name, or hidden because the list beside it says the same."""
    for svg in pick(drawn(CHART, show(whole())), "svg"):
        if svg.get("aria-hidden") != "true":
            assert svg.get("role") == "img"
            assert svg.get("aria-labelledby")
            assert svg.get("aria-describedby")


def test_a_chart_without_a_title_has_no_empty_heading() -> None:
    """WCAG 2.4.6: where the page's own heading says it, the panels stand right under that."""
    html = drawn(CHART, show(spanning([line(every_year(3))], today=TODAY)))
    assert not pick(html, "section[aria-labelledby], h3")
    assert text(pick(html, "h2")[0]) == f"“{OUT}”"


def test_every_event_is_in_the_list_with_its_letter_and_without_a_number() -> None:
    """RS-16: context beside the ratings; events have no score."""
    html = drawn(CHART, show(whole()))
    items = [text(item).split() for item in pick(html, ".ow-happened__item")]
    assert [item[0] for item in items] == ["A", "B", "C"]
    assert "They have no number." in text(html)


def test_the_key_explains_what_occurs_and_nothing_else() -> None:
    """Colour and shape never speak alone."""
    bare = show(spanning([line(every_year(5))], today=TODAY))
    assert [mark for mark, _words in bare.key] == ["dot"]
    everything = {mark for mark, _words in show(whole()).key}
    assert everything >= {
        "rather-not",
        "not-applicable",
        "own",
        "reworded",
        "event",
        "ending",
        "band",
        "cut-off",
        "closed",
    }


def test_the_budgets_chart_renders_whole() -> None:
    """measures 25: 6 lines, 20 wordings, 1,500 ratings, 4 instruments; its time is measured by `make bench`."""
    from bench.measures_chart import ten_years

    chart = ten_years()
    html = drawn(CHART, show(chart))
    assert len(pick(html, "figure")) == 10
    assert sum(len(panel.points) for panel in chart.panels if panel.kind is Kind.PERSONAL) == 1500
    assert sum(len(panel.wordings) for panel in chart.panels) == 20
    assert len(pick(html, ".ow-rows__table tbody tr")) == 1500 + 160 + 20
    used = {name for node in pick(html, "svg *[class]") for name in node.get("class").split()}
    styles = (Path(__file__).resolve().parents[2] / "frontend" / "_chart.scss").read_text()
    assert all(re.search(rf"\.{name}\b", styles) for name in used)
