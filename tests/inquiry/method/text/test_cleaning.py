"""What is stored can be stored, and line ends are one kind."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ownwords.inquiry.method.text.cleaning import clean
from ownwords.inquiry.method.text.notes import Notes
from ownwords.inquiry.method.text.reading import read
from tests.inquiry.method.text.made import kinds


@given(
    st.lists(st.text(st.characters(exclude_categories=["Cc", "Cs"])), min_size=1),
    st.sampled_from(["\n", "\r", "\r\n"]),
)
def test_line_ends_give_the_same_text(lines: list[str], end: str) -> None:
    """inquiry 2: CRLF, CR and LF give the same stored text."""
    assert clean(end.join(lines), Notes()) == clean("\n".join(lines), Notes())


@given(st.text(st.characters()))
def test_whatever_comes_can_be_stored(text: str) -> None:
    """inquiry 2: UTF-8 takes it, PostgreSQL and XML 1.0 take it, and a second cleaning changes nothing."""
    done = clean(text, Notes())
    assert done.encode() and not set(done) & {"\0", "\r", "\x0b", "\ufffe"} if done else True
    assert clean(done, Notes()) == done


def test_control_characters_go_and_are_counted() -> None:
    """inquiry bad input: PostgreSQL cannot keep NUL."""
    found = read(b"before\0 and\x07 after", "a.txt")
    assert found.text == "before and after"
    assert kinds(found) == {"controls_removed": 2}


def test_form_feeds_begin_pages() -> None:
    """inquiry 2.4: page numbers are kept where a text has them."""
    found = read(b"one\ftwo\fthree", "a.txt")
    assert [found.text[start : start + 3] for start in found.pages] == ["one", "two", "thr"]
    assert kinds(found) == {"breaks_as_lines": 2}
