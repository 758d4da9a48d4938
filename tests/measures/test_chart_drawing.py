"""The chart as words and as HTML: sentences read as meant, rows hold exactly what was answered, marks are safe."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import cssselect2
import pytest
from django.template import engines
from django.utils import translation
from hypothesis import given, settings
from hypothesis import strategies as st

from ownwords.measures.method.change import change, rule_from
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
from ownwords.measures.method.chart.small import Bar, Completeness, Distribution, Held
from ownwords.measures.method.definitions import Direction, Given
from ownwords.measures.presenters.chart_change import method_words, verdict_words
from ownwords.measures.presenters.chart_team import show_distribution
from ownwords.measures.presenters.chart_words import show, show_small

TODAY = date(2026, 11, 16)
CHART = '{% from "measures/chart/chart.html" import chart, small %}{{ chart(shown) }}'
SMALL = '{% from "measures/chart/chart.html" import small %}{{ small(shown) }}'
SPREAD = '{% from "measures/chart/distribution.html" import distribution %}{{ distribution(shown) }}'
OUT = "getting out of the house"


def drawn(source: str, shown: Any) -> Element:
    """Render a macro and return what it makes; what we write closes every tag, so a strict reader will do."""
    html = engines["jinja2"].from_string(source).render({"shown": shown})
    return ElementTree.fromstring(f"<main>{html}</main>")


def pick(html: Element, selector: str) -> list[Element]:
    """Return the elements that a selector matches."""
    root = cssselect2.ElementWrapper.from_xml_root(html)
    return [found.etree_element for found in root.query_all(selector)]


def text(html: Element) -> str:
    """Return all words of an element, with single spaces."""
    return " ".join("".join(html.itertext()).split())


def points(*given: tuple[str, float | Given]) -> tuple[Point, ...]:
    """Answers from pairs of a day and a number or a reason why there is none."""
    return tuple(
        Point(date.fromisoformat(on), None, what)
        if isinstance(what, Given)
        else Point(date.fromisoformat(on), what)
        for on, what in given
    )


def line(given: tuple[Point, ...], **more: Any) -> Panel:
    """A personal line from 0 to 10 where higher is better, unless told otherwise."""
    values: dict[str, Any] = {"id": "line", "heading": OUT, "direction": Direction.UP, "low": 0, "high": 10}
    return Panel(**(values | {"points": given} | more))


def one(panel: Panel, person: str | None = None) -> Any:
    """One panel in words."""
    return show(spanning([panel], today=TODAY), person=person).panels[0]


def every_year(count: int, value: float = 2) -> tuple[Point, ...]:
    """Answers 26 days apart from March 2020 that begin with 2 and end with 6."""
    middle = tuple(Point(date(2020, 3, 1) + timedelta(days=26 * n), value) for n in range(count - 1))
    return (*middle, Point(date(2026, 11, 1), 6))


def test_the_summary_says_how_often_first_latest_and_which_way_is_better() -> None:
    """DESIGN section 4: a sentence that says what the picture says. Worked by hand."""
    assert one(line(every_year(43))).summary == (
        f"You rated “{OUT}” 43 times from March 2020 to November 2026. The first was 2, the latest is 6 of 10. "
        "Higher is better for you. The lowest was 2 and the highest 6."
    )
    assert one(line(every_year(43)), "Sam").summary.startswith(f"Sam rated “{OUT}” 43 times")


def test_one_answer_and_none_are_said_as_they_are() -> None:
    """House rule 10: one point is no course, none is not zero."""
    once = one(line(points(("2024-05-03", 0)), direction=Direction.DOWN))
    assert once.summary == f"You rated “{OUT}” once, on 3 May 2024: 0 of 10. Lower is better for you."
    assert one(line(())).summary == f"You have not rated “{OUT}” yet. Higher is better for you."
    only_refused = one(line(points(("2024-05-03", Given.RATHER_NOT))))
    assert only_refused.summary.startswith("You have not rated")
    assert only_refused.remarks == ("Once you would rather not say.",)
    assert only_refused.count == 1


def test_a_scale_that_does_not_begin_at_nought_names_both_ends() -> None:
    """House rule 10: 2 from 1 to 7 is not 2 of 7."""
    assert ": 2 on a scale from 1 to 7." in one(line(points(("2024-05-03", 2)), low=1, high=7)).summary


def test_a_standard_measure_speaks_of_the_form() -> None:
    """measures 2: its direction is that of the form."""
    panel = line(points(("2024-05-03", 15), ("2025-05-03", 9)), heading="PHQ-9", high=27, direction=Direction.DOWN,
                 kind=Kind.STANDARD, cut_off=CutOff(10, "10 or more, as published", True))  # fmt: skip
    assert one(panel).summary == (
        "PHQ-9 was answered 2 times from May 2024 to May 2025. The first was 15, the latest is 9 of 27. "
        "On this form, lower is better."
    )
    assert one(panel).remarks[-1] == "The thin broken line at 10: 10 or more, as published."


def test_pauses_refusals_rewordings_and_ranges_are_said() -> None:
    """measures 3, 11, 22: everything that the picture shows by a mark."""
    given = points(
        ("2024-01-01", 3), ("2024-02-01", Given.RATHER_NOT), ("2024-03-01", Given.RATHER_NOT),
        ("2024-09-01", 4), ("2024-10-01", Given.NOT_APPLICABLE), ("2025-11-01", 5),
    )  # fmt: skip
    marks = (WordingMark(date(2024, 1, 1), 1, "Going out"), WordingMark(date(2024, 9, 1), 2, "Getting out"))
    seen = tuple(Point(p.on, p.value, p.given, 1 + (p.on >= marks[1].on)) for p in given)
    band = Band(2, 5, date(2024, 1, 1), date(2024, 9, 1), 8)
    assert one(line(seen, wordings=marks, band=band)).remarks == (
        "2 longer times without a number, the longest from September 2024 to November 2025. No line is drawn there.",
        "2 times you would rather not say.",
        "Once it did not apply.",
        "The words were changed once, on 1 September 2024.",
        (
            "Your usual range is 2 to 5. It was worked out once, from 8 ratings between 1 January 2024 "
            "and 1 September 2024."
        ),
    )


def test_a_closed_line_stays_with_its_reason_in_words_and_in_grey() -> None:
    """measures 13: closing has a reason, and the line stays."""
    panel = line(every_year(5), closing=Closing(date(2026, 11, 3), "reached"))
    html = drawn(CHART, show(spanning([panel], today=TODAY)))
    assert pick(html, ".ow-panel--closed .ow-plot__closed")
    assert pick(html, ".ow-panel__state")[0].text == "This line was closed on 3 November 2026: reached."
    assert "the last was 6 of 10" in pick(html, ".ow-panel__summary")[0].text


def test_a_small_change_is_never_called_none_and_stands_beside_the_persons_own_answer() -> None:
    """measures 20, RS-21: "smaller than this form can tell apart from chance", with the method on request."""
    found = change(15, 12, rule=rule_from(sd=6.1, reliability=0.874), direction=Direction.DOWN)
    panel = line(points(("2024-05-03", 15), ("2025-05-03", 12)), high=27, kind=Kind.STANDARD,
                 verdict_words=verdict_words(found), method_words=method_words(found),
                 own=(OwnAnswer(date(2025, 5, 3), "Yes. Mornings are mine again"),))  # fmt: skip
    html = drawn(CHART, show(spanning([panel], today=TODAY)))
    sides = [text(side) for side in pick(html, ".ow-verdicts__side")]
    assert "Mornings are mine again" in sides[0]
    assert "smaller than this form can tell apart from chance" in sides[1]
    assert "no change" not in text(html).lower()
    method = text(pick(html, ".ow-verdicts details")[0])
    for part in ("jacobson-truax", "at least 6", "6.1", "0.874", "1991"):
        assert part in method
    assert "one score only" in verdict_words(change(15, None, rule=None, direction=Direction.DOWN))
    assert "No published threshold" in verdict_words(change(15, 9, rule=None, direction=Direction.DOWN))


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


def test_the_small_picture_says_each_of_the_last_answers() -> None:
    """Before the visit: a glance and the same in words."""
    given = points(("2026-10-01", 3), ("2026-10-08", 4), ("2026-10-15", Given.RATHER_NOT), ("2026-10-22", 6))
    shown = show_small(line(given), person="Sam")
    assert shown.sentence == (
        "Sam’s last 4 answers: 3, 4, rather not say, 6, on a scale from 0 to 10. Higher is better for Sam."
    )
    assert pick(drawn(SMALL, shown), "svg[aria-hidden=true] circle")
    assert show_small(line(())).sentence == "You have not rated this yet."


def test_a_team_sees_completeness_first_and_no_small_number() -> None:
    """RS-23, house rule 4: 32 of 245 is 13 %; hidden numbers have no bar and say why."""
    known = Completeness(245, 120, 88, 32)
    bars = (
        Bar("0 to 14", None),
        Bar("15 to 29", 10),
        Bar("30 to 44", 20),
        Bar("45 to 60", None, Held.BESIDE),
    )
    html = drawn(SPREAD, show_distribution(Distribution("team", "QPR-15", known, bars)))
    words = text(html)
    assert "32 of 245 people answered at least twice (13%). Nothing is known about the others." in words
    assert words.index("could be asked") < words.index("0 to 14")
    rows = [[text(cell) for cell in row] for row in pick(html, "tbody tr")]
    assert [row[0] for row in rows] == [bar.words for bar in bars]
    assert rows[0][1] == "fewer than 5"
    assert rows[3][1] == "not shown, to keep another number hidden"
    assert [bar.get("width") for bar in pick(html, "rect")] == ["50.0", "100.0"]


def test_a_small_number_that_was_not_hidden_is_refused() -> None:
    """House rule 10: small groups hidden; the drawing is the last door."""
    with pytest.raises(ValueError, match="held back"):
        Distribution("team", "QPR-15", Completeness(9, 9, 9, 9), (Bar("low", 4), Bar("high", 0)))


def test_undefined_completeness_is_said_to_be_so() -> None:
    """RS-18: a zero denominator says that there is no one to count."""
    nobody = show_distribution(Distribution("t", "QPR-15", Completeness(0, 0, 0, 0), ()))
    assert nobody.sentence == "There is no one to count."
    hidden = show_distribution(Distribution("t", "QPR-15", Completeness(12, None, None, None), ()))
    assert "Too few" in hidden.sentence


def test_months_follow_the_language_of_the_page() -> None:
    """Every word that is shown can be translated, those in the picture too."""
    with translation.override("fr"):
        assert "mars 2020" in one(line(every_year(5))).summary


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
