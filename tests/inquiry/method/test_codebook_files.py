"""A codebook as a file: a table that runs nothing, a document with headings, and REFI-QDA that validates."""

from __future__ import annotations

import csv
import io
from datetime import date
from uuid import UUID

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st

from ownwords.inquiry.method.codebook_files.document import as_docx
from ownwords.inquiry.method.codebook_files.entries import Codebook, Line
from ownwords.inquiry.method.codebook_files.qdc import as_qdc
from ownwords.inquiry.method.codebook_files.table import COLUMNS, as_csv
from ownwords.inquiry.method.refi.model.definition import Definition
from ownwords.inquiry.method.refi.reading.read import read
from tests.inquiry.refi.made import faults

DAY = date(2026, 3, 27)
WORDS = {
    "title": "Codebook", "on": "On a day", "what": "What it is", "use": "Use it when", "avoid": "Not when",
    "example": "Example", "origin": "From", "passages": "Passages", "no_passages": "none",
}  # fmt: skip


def line(name: str, depth: int = 0, number: int = 1, **said: str) -> Line:
    """Return a code."""
    return Line(UUID(int=number), name, depth, Definition(**said), passages=3)


def rows(made: bytes) -> list[dict[str, str]]:
    """Return the rows of a table."""
    return list(csv.DictReader(io.StringIO(made.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r"])
def test_no_cell_is_run_by_a_spreadsheet(sign: str) -> None:
    """inquiry 6: cells that begin with = + - @ tab or CR."""
    book = Codebook("Study", DAY, (line(f"{sign}1+1", what=f"{sign}cmd()"),))
    (row,) = rows(as_csv(book))
    assert tuple(row) == COLUMNS
    assert row["name"] == f"'{sign}1+1"
    assert row["what_it_is"] == f"'{sign}cmd()"
    assert row["path"][0] == "'"


def test_a_row_says_where_its_code_hangs() -> None:
    """inquiry 12: two codes of one name are told apart."""
    book = Codebook(
        "S", DAY, (line("Staff", 0, 1), line("trust", 1, 2), line("Kin", 0, 3), line("trust", 1, 4))
    )
    assert [row["path"] for row in rows(as_csv(book))] == ["Staff", "Staff > trust", "Kin", "Kin > trust"]


def test_a_document_has_a_heading_for_each_code_as_deep_as_it_hangs() -> None:
    """inquiry 5: definitions in full; what XML cannot carry does not stop it."""
    deep = tuple(line(f"code {n}", n, n + 1, what="It is\nso", example="She said\x0b it") for n in range(11))
    read_back = Document(io.BytesIO(as_docx(Codebook("S", DAY, deep), WORDS)))
    headings = [(one.style.name, one.text) for one in read_back.paragraphs if one.style.name != "Normal"]
    assert headings[0] == ("Title", "Codebook")
    assert headings[1] == ("Heading 1", "code 0")
    assert headings[9:] == [(f"Heading {n}", f"code {m}") for n, m in ((9, 8), (9, 9), (9, 10))]
    assert any(one.text == "What it is: It is\nso" for one in read_back.paragraphs)


def test_a_codebook_for_other_programs_keeps_guids_and_every_part_of_a_definition() -> None:
    """inquiry 24, 13: read again, it is the same."""
    said = {
        "what": "Being heard",
        "use": "told of\nin two lines",
        "avoid": "wished for",
        "example": "She listened.",
    }
    book = Codebook("S", DAY, (line("Staff", 0, 7), line("heard", 1, 8, **said)))
    made = as_qdc(book)
    assert faults(made, "Codebook.xsd") == []
    project = read(io.BytesIO(made)).project
    assert [(one.guid, one.name, one.parent) for one in project.codes] == [
        (str(UUID(int=7)), "Staff", ""), (str(UUID(int=8)), "heard", str(UUID(int=7))),
    ]  # fmt: skip
    assert project.codes[1].definition == Definition(**said)
    with pytest.raises(ValueError, match="at least one"):
        as_qdc(Codebook("S", DAY, ()))


NAMES = st.text(min_size=1, max_size=20)
TREES = st.lists(st.tuples(NAMES, st.integers(0, 4), NAMES), min_size=1, max_size=8)


@settings(max_examples=60)
@given(TREES)
def test_whatever_the_names_every_file_is_written_and_the_exchange_form_validates(
    drawn: list[tuple[str, int, str]],
) -> None:
    """inquiry 23: generated corpora and odd names."""
    lines: list[Line] = []
    for number, (name, wanted, said) in enumerate(drawn):
        depth = min(wanted, lines[-1].depth + 1 if lines else 0)
        lines.append(line(name, depth, number + 1, what=said, use=name))
    book = Codebook("S", DAY, tuple(lines))
    assert faults(as_qdc(book), "Codebook.xsd") == []
    project = read(io.BytesIO(as_qdc(book))).project
    assert [one.guid for one in project.codes] == [str(one.guid) for one in lines]
