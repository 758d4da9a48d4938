"""Rich text: halves of emoji, code pages, tables, what is left out."""

from __future__ import annotations

import pytest
from striprtf.striprtf import rtf_to_text

from ownwords.inquiry.method.text.reading import read
from tests.inquiry.method.text.made import kinds, rtf

HEAD = (
    rb"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0\fcharset0 Arial;}{\f1\fcharset204 Arial;}}{\colortbl;\red0;}\f0 "
)


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (rb"smile \u-10179?\u-8704?!\par", "smile 😀!"),
        (rb"caf\'e9 \'93quoted\'94\par two\line three\tab four", "café “quoted”\ntwo\nthree\tfour"),
        (rb"{\f1 \'cf\'f0\'e8\'e2\'e5\'f2} and \'e9", "Привет and é"),
        (rb"\uc2\u233\'c3\'a9x{\uc0\u233 y}", "éxéy"),
        (rb"kept{\deleted gone} words{\*\unknown gone}{\info{\title gone}}", "kept words"),
        (rb"a{\field{\*\fldinst HYPERLINK x}{\fldrslt link}}b\bin3 }}}c", "alinkbc"),
        (rb"\{braces\} \\ slash\~non\_break", "{braces} \\ slash\xa0non‑break"),
        ("raw café".encode(), "raw café"),
        (b"raw caf\xe9", "raw café"),
    ],
)
def test_words_come_out_as_a_word_processor_shows_them(body: bytes, text: str) -> None:
    """inquiry 1, 2: code pages, Unicode with its fallback, halves of emoji joined."""
    assert read(HEAD + body + b"}", "a.rtf").text == text


def test_rows_of_a_table_are_lines_with_tabs() -> None:
    """inquiry 6."""
    row = rb"\trowd\cellx1\cellx2\pard\intbl Anna\cell I went\par home\cell\row"
    found = read(HEAD + rb"before\par" + row + row + rb"\pard after\par}", "a.rtf")
    assert found.text == "before\nAnna\tI went\nhome\nAnna\tI went\nhome\nafter"
    assert [turn.label for turn in found.turns] == [None, "Anna", "Anna"]


def test_footnotes_and_pictures_are_counted() -> None:
    """inquiry section 3: losses are listed by kind and count."""
    found = read(HEAD + rb"a{\footnote b}{\*\shppict{\pict 00ff}}{\header top}\par}", "a.rtf")
    assert (found.text, kinds(found)) == ("a", {"footnotes": 1, "pictures": 1, "headers": 1})


def test_plain_paragraphs_are_those_another_library_finds() -> None:
    """inquiry 6: the same text as striprtf, whose halves of emoji are joined here."""
    text = "One line\nanother: café “quoted” 😀"
    other = rtf_to_text(rtf(text).decode()).encode("utf-16", "surrogatepass").decode("utf-16")
    assert read(rtf(text), "a.rtf").text == other.rstrip("\n") == text
