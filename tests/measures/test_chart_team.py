"""Two small pictures: the last answers before a visit, and how many people of a team stand where."""

from __future__ import annotations

import pytest

from ownwords.measures.method.chart.distribution import Bar, Completeness, Distribution, Held
from ownwords.measures.method.definitions import Given
from ownwords.measures.presenters.chart_team import show_distribution
from ownwords.measures.presenters.chart_words import show_small
from tests.measures.charts import drawn, line, pick, points, text

SMALL = '{% from "measures/chart/chart.html" import small %}{{ small(shown) }}'
SPREAD = '{% from "measures/chart/distribution.html" import distribution %}{{ distribution(shown) }}'


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
