"""A chart as a table, a sheet and a document: references kept, formulas harmless."""

from __future__ import annotations

import csv
import io
from zipfile import ZipFile

from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st

from ownwords.inquiry.method.charting.files import as_csv, as_docx, as_xlsx
from ownwords.inquiry.method.charting.rows import Cell, Reference, Whole
from ownwords.people.method.tables import unguarded

NAMES = ("Number", "Who", "Text", "page", "turn", "Words", "may be quoted")
REF = Reference(1, "Maple", "Interview 1", 2, None, "Walking helps", "no")


def chart(words: str = "Walks help.", title: str = "What helps") -> Whole:
    """Make a chart of one row and two columns."""
    cells = [Cell(words, [1], "older"), Cell("not charted yet")]
    return Whole(
        title, "", "Participant", ["Walks", "=Rest"], [("Maple", cells)], [REF], "It rests on", NAMES, "No!"
    )


def test_a_table_has_the_matrix_and_below_it_what_each_number_means() -> None:
    """inquiry 16: export keeps references; a cell that a spreadsheet would run is harmless."""
    lines = list(csv.reader(io.StringIO(as_csv(chart()).decode("utf-8-sig"))))
    assert len({len(line) for line in lines}) == 1
    assert lines[0][:3] == ["Participant", "Walks", "'=Rest"]
    assert lines[1][:3] == ["Maple", "Walks help. [1] (older)", "not charted yet"]
    assert lines[-1] == ["[1]", "Maple", "Interview 1", "", "2", "Walking helps", "no"]


def test_a_sheet_has_its_references_on_a_second_one() -> None:
    """inquiry 16: a sheet that keeps the references; no cell is a formula."""
    with ZipFile(io.BytesIO(as_xlsx(chart("=1+1", "[a]/b:*?")))) as book:
        names = [one for one in book.namelist() if one.startswith("xl/worksheets/sheet")]
        assert len(names) == 2
        assert not any(b"<f>" in book.read(one) for one in names)
        assert b"=1+1 [1] (older)" in book.read("xl/sharedStrings.xml")


def test_a_document_lies_on_its_side_and_warns_of_what_may_not_be_quoted() -> None:
    """inquiry 16, 28: landscape, references below, consent to quoting respected."""
    made = Document(io.BytesIO(as_docx(chart())))
    section = made.sections[0]
    assert section.page_width > section.page_height
    assert made.tables[0].cell(1, 1).text == "Walks help. [1] (older)"
    assert made.paragraphs[-1].text == "[1] Maple, Interview 1, turn 2: “Walking helps” (No!)"


@settings(deadline=None)
@given(st.text(max_size=60))
def test_whatever_somebody_writes_every_kind_of_file_is_made(words: str) -> None:
    """inquiry 16: odd signs never stop an export, and a table gives them back."""
    words = words.replace("\r", "\n").encode("utf-8", "replace").decode()
    lines = list(csv.reader(io.StringIO(as_csv(chart(words)).decode("utf-8-sig"), newline="")))
    assert unguarded(lines[1][1]) == f"{words} [1] (older)"
    assert as_docx(chart(words, words))
    assert as_xlsx(chart(words, words))
