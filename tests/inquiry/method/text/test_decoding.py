"""Which encoding is taken, and whether it was a guess."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ownwords.inquiry.method.text.decoding import decode
from ownwords.inquiry.method.text.notes import Notes
from ownwords.inquiry.method.text.reading import read
from ownwords.inquiry.method.text.refused import CannotRead
from tests.inquiry.method.text.made import kinds

TALK = "She said “I don’t know” – and left… naïve café 😀"


@given(st.text())
def test_valid_utf8_is_never_read_as_anything_else(text: str) -> None:
    """inquiry 1: a wrong decoding is impossible for valid UTF-8, however rare its other signs are."""
    if "\0" not in text:
        assert decode(text.encode(), Notes()).text == text.lstrip("\ufeff")


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_a_mark_decides_and_is_no_text(mark: bytes, encoding: str) -> None:
    """inquiry 2: a byte order mark is not text."""
    found = read(mark + TALK.encode(encoding), "a.txt")
    assert (found.text, found.encoding, found.guessed) == (TALK, encoding, False)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_a_mark_is_found_and_called_a_guess(encoding: str) -> None:
    """inquiry bad input: wrong encodings."""
    found = read("the team heard what people said".encode(encoding), "a.txt")
    assert (found.text, found.encoding, found.guessed) == ("the team heard what people said", encoding, True)


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("the team heard what people said. " * 1500 + "it’s", "cp1252"),
        ("She said “I don’t know” – and left… £20. " * 20, "cp1252"),
        ("Le café était très bon, à côté. " * 20, "cp1252"),
        ("She said “I don’t know”. " * 20, "mac_roman"),
        ("Привет мир как дела " * 20, "cp1251"),
    ],
)
def test_old_encodings_are_guessed_and_said_to_be_a_guess(text: str, encoding: str) -> None:
    """inquiry 1: only then a guess, and the result says so."""
    found = read(text.encode(encoding), "a.txt")
    assert (found.text, found.guessed) == (text, True)
    assert kinds(found)["encoding_guessed"] == 1


def test_a_person_may_name_the_encoding() -> None:
    """inquiry 1: what a person names is binding, and refused where it does not fit."""
    assert read("Łódź".encode("cp1250"), "a.txt", encoding="cp1250").text == "Łódź"
    with pytest.raises(CannotRead, match="not written in utf-8"):
        read(b"caf\xe9", "a.txt", encoding="utf-8")


def test_halves_of_characters_are_joined_or_shown() -> None:
    """inquiry 2: lone surrogates never reach the database."""
    joined = read("a😀b".encode("utf-16-le", "surrogatepass").join([codecs.BOM_UTF16_LE, b""]), "a.txt")
    split = read(b"a\xed\xa0\xbd\xed\xb8\x80b", "a.txt")
    alone = read(b"a\xed\xa0\xbdb", "a.txt")
    assert [one.text for one in (joined, split, alone)] == ["a😀b", "a😀b", "a�b"]
    assert [kinds(one) for one in (split, alone)] == [{"surrogates_joined": 2}, {"surrogates_lone": 1}]


def test_a_fault_behind_a_mark_does_not_change_the_rest() -> None:
    """inquiry bad input: the sign that is broken is shown and counted."""
    found = read(codecs.BOM_UTF8 + b"caf\xc3\xa9 \xff end", "a.txt")
    assert found.text == "café � end"
    assert kinds(found) == {"undecodable": 1}
