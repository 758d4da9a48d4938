"""OpenDocument text: white space, tables, and what is left out."""

from __future__ import annotations

import pytest

from ownwords.inquiry.method.text.reading import read
from ownwords.inquiry.method.text.refused import CannotRead
from tests.inquiry.method.text.made import kinds, odt_body, packed


def test_white_space_counts_once_unless_an_element_says_more() -> None:
    """inquiry 1; OpenDocument 1.2 part 1, 6.1.2."""
    body = '<text:p>\n  one\n   two<text:s text:c="3"/>three<text:tab/>four<text:line-break/>five</text:p>'
    assert read(odt_body(body), "a.odt").text == "one two   three\tfour\nfive"


def test_tables_stand_in_reading_order() -> None:
    """inquiry 6."""
    cell = "<table:table-cell><text:p>{}</text:p></table:table-cell>"
    row = "<table:table-row>" + cell.format("Anna") + cell.format("I went home") + "</table:table-row>"
    found = read(
        odt_body(f"<text:p>before</text:p><table:table>{row}</table:table><text:p>after</text:p>"), "a.odt"
    )
    assert found.text == "before\nAnna\tI went home\nafter"


def test_deleted_words_and_notes_are_left_out_and_counted() -> None:
    """inquiry section 3: losses are listed by kind and count."""
    body = (
        "<text:tracked-changes><text:p>gone</text:p></text:tracked-changes>"
        "<text:p>kept<text:note><text:note-body><text:p>foot</text:p></text:note-body></text:note> words</text:p>"
    )
    found = read(odt_body(body), "a.odt")
    assert found.text == "kept words"
    assert kinds(found) == {"footnotes": 1}


def test_a_password_is_said_to_be_the_reason() -> None:
    """inquiry bad input: protected files are refused with what to do."""
    manifest = "<manifest:encryption-data/>"
    data = packed({"content.xml": b"\x01\x02", "META-INF/manifest.xml": manifest})
    with pytest.raises(CannotRead, match="protected by a password"):
        read(data, "a.odt")
