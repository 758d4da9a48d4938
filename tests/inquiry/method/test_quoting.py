"""Whether a passage may be quoted."""

from __future__ import annotations

from uuid import UUID

import pytest

from ownwords.inquiry.method.quoting import NOT_TO_QUOTE, Quotable, may_be_quoted

MAPLE, ALDER, ASH = (UUID(int=n) for n in (1, 2, 3))
ANSWERS = {MAPLE: True, ALDER: False}
TEAM, UNKNOWN = (None, True), (None, False)


@pytest.mark.parametrize(
    ("voices", "spoken", "found"),
    [
        ([(MAPLE, False)], True, Quotable.YES),
        ([(MAPLE, False), TEAM], True, Quotable.YES),
        ([(MAPLE, False), (ALDER, False)], True, Quotable.NO),
        ([(ASH, False), (ALDER, False)], True, Quotable.NO),
        ([(MAPLE, False), (ASH, False)], True, Quotable.NOT_ASKED),
        ([(MAPLE, False), UNKNOWN], True, Quotable.NOBODY_KNOWN),
        ([], True, Quotable.NOBODY_KNOWN),
        ([TEAM], True, Quotable.NOBODY),
        ([UNKNOWN], False, Quotable.NOBODY),
        ([], False, Quotable.NOBODY),
    ],
)
def test_everybody_who_speaks_has_to_have_agreed(
    voices: list[tuple[UUID | None, bool]], spoken: bool, found: Quotable
) -> None:
    """inquiry 28: not asked is not agreed, and what somebody unknown said is nobody's to give away."""
    assert may_be_quoted(voices, ANSWERS, spoken=spoken) is found


def test_a_file_says_of_what_is_not_agreed_that_it_is_not_to_be_quoted() -> None:
    """inquiry 28: not asked, and nobody known, are marked like a no."""
    marked = {one for one in Quotable if one.in_files in NOT_TO_QUOTE}
    assert marked == {Quotable.NO, Quotable.NOT_ASKED, Quotable.NOBODY_KNOWN}
