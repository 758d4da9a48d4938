"""PDF: words and pages; what cannot be read is refused with a word on what to do."""

from __future__ import annotations

import pytest

from ownwords.inquiry.method.text.limits import Limits
from ownwords.inquiry.method.text.notes import Notes
from ownwords.inquiry.method.text.readers.pdf import _tidied
from ownwords.inquiry.method.text.reading import read
from ownwords.inquiry.method.text.refused import CannotRead
from tests.inquiry.method.text.made import kinds
from tests.inquiry.method.text.pdfs import pdf, protected


def test_each_page_keeps_its_start() -> None:
    """inquiry 2.4: quoting a document needs its page; a page without words has a place too."""
    found = read(pdf("Page one\nsecond line", "", "Page three"), "a.pdf")
    assert found.text == "Page one\nsecond line\n\nPage three"
    assert found.pages == (0, 21, 22)
    assert kinds(found) == {"pages_without_words": 1}


def test_tabs_between_words_are_spaces() -> None:
    """inquiry section 6: pypdf gives tabs between all words of some files."""
    notes = Notes()
    assert _tidied("one\ttwo\t three \n four", notes) == "one two three\n four"
    assert notes.all()[0].count == 2


def test_a_password_for_reading_is_refused_and_one_for_changing_is_not() -> None:
    """inquiry bad input: password-protected PDF."""
    with pytest.raises(CannotRead, match="save a copy without one"):
        read(protected(pdf("secret"), "word"), "a.pdf")
    assert read(protected(pdf("open"), ""), "a.pdf").text == "open"


def test_pictures_of_words_are_refused_with_what_to_do() -> None:
    """inquiry bad input: a scanned document."""
    with pytest.raises(CannotRead, match="OCR"):
        read(pdf("", ""), "a.pdf")


@pytest.mark.parametrize("cut", [20, 60, 200, 400])
def test_a_broken_file_is_refused_or_read_never_a_crash(cut: int) -> None:
    """inquiry bad input: broken PDF."""
    data = pdf("Page one of a broken file", "another")
    with pytest.raises(CannotRead):
        read(data[:cut], "a.pdf")


def test_too_many_pages_are_refused() -> None:
    """inquiry 26: bounded time."""
    with pytest.raises(CannotRead, match="3 pages; the limit is 2"):
        read(pdf("a", "b", "c"), "a.pdf", limits=Limits(pages=2))
