"""Where a change of the interview guide stands among the texts."""

from __future__ import annotations

from datetime import date

from ownwords.inquiry.method.queries.saturation import Asked, changed_before

MAY, JUNE, JULY = date(2024, 5, 1), date(2024, 6, 1), date(2024, 7, 1)


def test_a_change_stands_before_the_first_text_made_after_it() -> None:
    """inquiry 17: dated changes of the guide (doi 10.1177/16094069231220773); a day counts where no version is said."""
    texts = [Asked(MAY), Asked(), Asked(JULY), Asked(JUNE)]
    assert changed_before(texts, 2, JUNE) == 2
    assert changed_before(texts, 2, MAY) == 0
    assert changed_before(texts, 2, date(2024, 8, 1)) == 4


def test_a_text_that_says_its_version_of_the_guide_is_taken_at_its_word() -> None:
    """inquiry 17: an interview in July may still have used the first guide."""
    texts = [Asked(JULY, 1), Asked(MAY, 2), Asked(JULY)]
    assert changed_before(texts, 2, JUNE) == 1
    assert changed_before(texts, 3, JUNE) == 2


def test_where_no_text_says_when_a_change_has_no_place() -> None:
    """inquiry 17: nothing is guessed."""
    assert changed_before([Asked(), Asked()], 2, MAY) is None
    assert changed_before([], 2, MAY) is None
