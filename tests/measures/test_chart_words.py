"""The sentences beside a chart, each worked by hand: to the person, about them, and never more than is known."""

from __future__ import annotations

from datetime import date

from django.utils import translation

from ownwords.measures.method.change import change, rule_from
from ownwords.measures.method.chart.model import (
    Band,
    Closing,
    CutOff,
    Kind,
    OwnAnswer,
    Point,
    WordingMark,
    spanning,
)
from ownwords.measures.method.definitions import Direction, Given
from ownwords.measures.presenters.chart_change import method_words, verdict_words
from ownwords.measures.presenters.chart_words import show
from tests.measures.charts import CHART, OUT, TODAY, drawn, every_year, line, one, pick, points, text


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
                 kind=Kind.STANDARD, cut_off=CutOff(10, "the paper, table 2", True))  # fmt: skip
    assert one(panel).summary == (
        "PHQ-9 was answered 2 times from May 2024 to May 2025. The first was 15, the latest is 9 of 27. "
        "On this form, lower is better."
    )
    assert (
        one(panel).remarks[-1]
        == "The thin broken line at 10 is a published threshold. Source: the paper, table 2."
    )


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


def test_months_follow_the_language_of_the_page() -> None:
    """Every word that is shown can be translated, those in the picture too."""
    with translation.override("fr"):
        assert "mars 2020" in one(line(every_year(5))).summary
