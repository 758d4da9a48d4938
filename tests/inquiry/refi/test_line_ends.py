"""Positions however they were counted: found by the names of selections, for any text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ownwords.inquiry.method.refi.report import Repair
from tests.inquiry.refi.made import book, code, guid, package, passage, passages, project_xml, taken

LINES = st.lists(st.text("abcdefgh 😀é", min_size=1, max_size=12), min_size=3, max_size=9)


def counted(text: str, at: int, way: str, end: str = "\n") -> int:
    """Return a position of our text as a program of this kind counts it."""
    before = text[:at]
    if way == "two":
        return at + before.count("\n")
    return len(before.replace("\n", end).encode("utf-16-le")) // 2 if way == "units" else at


def sent(text: str, spans: list[tuple[int, int]], file: str, way: str) -> bytes:
    end = "\r\n" if "\r\n" in file else "\n"
    inside = "".join(
        passage(
            100 + n, counted(text, start, way, end), counted(text, stop, way, end), 1, name=text[start:stop]
        )
        for n, (start, stop) in enumerate(spans)
    )
    source = f'<TextSource guid="{guid(5)}" plainTextPath="internal://a.txt">{inside}</TextSource>'
    xml = project_xml(f"{book(code(1, 'a'))}<Sources>{source}</Sources>")
    return package({"project.qde": xml, "sources/a.txt": file})


@pytest.mark.parametrize("way", ["one", "two", "units"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@given(lines=LINES)
def test_passages_are_found_however_line_ends_are_kept_and_counted(
    way: str, end: str, lines: list[str]
) -> None:
    """inquiry 2, 3.2: CRLF, CR and LF give the same stored text; three readings of line ends."""
    text = "\n".join(f"{n} {line}." for n, line in enumerate(lines))
    starts = [text.index(f"{n} ") for n in range(len(lines))]
    spans = [(at, text.index(".", at) + 1) for at in starts]
    reading = taken(sent(text, spans, text.replace("\n", end), way))
    assert reading.project.sources[0].text == text
    assert passages(reading) == [text[start:stop] for start, stop in spans]


def test_what_was_found_is_said_once_for_each_source() -> None:
    """inquiry 3.2: take the one that fits, and say so."""
    text = "one line\ntwo lines\nthree lines 😀 here"
    for file, way, what in (
        (text, "two", Repair.LINES_AS_TWO),
        (text.replace("\n", "\r\n"), "one", Repair.LINES_AS_ONE),
        (text.replace("\n", "\r\n"), "two", Repair.LINES_AS_TWO),
        (text, "units", Repair.UNITS),
    ):
        reading = taken(sent(text, [(19, 24), (33, 37)], file, way))
        assert passages(reading) == ["three", "here"]
        assert reading.report.repairs(what) == 1


def test_an_end_that_is_the_last_character_is_seen() -> None:
    """inquiry 3.1: the standard says last character, its samples are exclusive; exclusive unless names differ."""
    text = "She was heard."
    source = f'<TextSource guid="{guid(5)}"><PlainTextContent>{text}</PlainTextContent>{{}}</TextSource>'
    whole = f"{book(code(1, 'a'))}<Sources>{source}</Sources>"
    exclusive = taken(project_xml(whole.format(passage(9, 8, 13, 1, name="heard"))))
    inclusive = taken(project_xml(whole.format(passage(9, 8, 12, 1, name="heard"))))
    assert passages(exclusive) == passages(inclusive) == ["heard"]
    assert exclusive.report.repaired == ()
    assert inclusive.report.repairs(Repair.INCLUSIVE) == 1


def test_passages_that_leave_the_text_are_cut_turned_round_or_told() -> None:
    """inquiry 3.2: nothing is lost without a word."""
    spans = (
        passage(9, 8, 99, 1)
        + passage(10, 7, 4, 1)
        + passage(11, 50, 60, 1)
        + passage(12, 8, 8, 1, name="heard")
    )
    source = f'<TextSource guid="{guid(5)}"><PlainTextContent>She was heard.</PlainTextContent>{spans}</TextSource>'
    reading = taken(project_xml(f"{book(code(1, 'a'))}<Sources>{source}</Sources>"))
    assert passages(reading) == ["heard.", "was", "heard"]
    found = [(one.what, one.count) for one in (*reading.report.repaired, *reading.report.lost)]
    assert [what.name for what, _ in found] == ["CLIPPED", "BACKWARDS", "NAME_GIVES_LENGTH", "OUTSIDE"]
