"""Word documents: order, tables, tracked changes, and what is said to be left out."""

from __future__ import annotations

from docx import Document
from docx.table import Table

from ownwords.inquiry.method.text.reading import read
from tests.inquiry.method.text.made import kinds, saved, word


def paragraph(words: str) -> str:
    return f'<w:p><w:r><w:t xml:space="preserve">{words}</w:t></w:r></w:p>'


def test_tables_stand_in_reading_order() -> None:
    """inquiry 6: a table's words are kept between the paragraphs round it, nested ones too."""
    document = Document()
    document.add_paragraph("before")
    table = document.add_table(2, 2)
    for number, cell in enumerate(cell for row in table.rows for cell in row.cells):
        cell.text = f"cell {number}"
    inner = table.cell(1, 1).add_table(1, 2)
    inner.cell(0, 0).text, inner.cell(0, 1).text = "in", "side"
    document.add_paragraph("after")
    found = read(saved(document), "a.docx")
    assert found.text == "before\ncell 0\tcell 1\ncell 2\tcell 3\nin\tside\n\nafter"


def test_paragraphs_are_those_another_library_finds() -> None:
    """inquiry 6: the same words in the same order as python-docx's own walk through a document."""
    document = Document()
    for words in ("one\ttwo", "", "a line\nbroken", " spaces  kept ", "é e\u0301 😀"):
        document.add_paragraph(words)
    document.add_table(1, 1).cell(0, 0).text = "cell"
    walked = [
        one.cell(0, 0).text if isinstance(one, Table) else one.text for one in document.iter_inner_content()
    ]
    assert read(saved(document), "a.docx").text == "\n".join(walked)


def test_tracked_changes_are_read_as_accepted() -> None:
    """inquiry bad input: deleted words do not come back, inserted ones are not lost, and both are counted."""
    body = (
        "<w:p><w:r><w:t>kept </w:t></w:r><w:ins><w:r><w:t>new</w:t></w:r></w:ins>"
        "<w:del><w:r><w:delText>old</w:delText></w:r></w:del></w:p>"
        "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>first half </w:t></w:r></w:p>"
        + paragraph("second half")
    )
    found = read(word(body), "a.docx")
    assert found.text == "kept new\nfirst half second half"
    assert kinds(found) == {"insertions": 1, "deletions": 1}


def test_a_deleted_row_goes() -> None:
    """inquiry bad input: a row deleted with tracking is no row."""
    row = "<w:tr>{}<w:tc>{}</w:tc></w:tr>"
    body = (
        "<w:tbl>"
        + row.format("<w:trPr><w:del/></w:trPr>", paragraph("out"))
        + row.format("", paragraph("in"))
    )
    assert read(word(body + "</w:tbl>"), "a.docx").text == "in"


def test_what_is_not_read_is_said() -> None:
    """inquiry section 3: losses are listed by kind and count."""
    body = (
        '<w:p><w:pPr><w:numPr/><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr><w:r><w:t>item</w:t>'
        "<w:footnoteReference/><w:commentReference/></w:r></w:p>"
    )
    header = (
        '<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        + paragraph("top")
        + "</w:hdr>"
    )
    found = read(word(body, **{"word/header1.xml": header}), "a.docx")
    assert found.text == "item"
    assert kinds(found) == {"list_numbers": 1, "footnotes": 1, "comments": 1, "headers": 1}


def test_a_text_box_is_read_once_after_its_paragraph() -> None:
    """inquiry 6: words in a box are words; the copy kept for old programs is not read again."""
    box = f"<w:txbxContent>{paragraph('boxed')}</w:txbxContent>"
    mc = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    both = f"<mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
    body = f"<w:p><w:r><w:t>round </w:t><mc:AlternateContent {mc}>{both}</mc:AlternateContent><w:t>it</w:t></w:r></w:p>"
    found = read(word(body), "a.docx")
    assert found.text == "round it\nboxed"


def test_a_mark_at_the_start_is_no_text() -> None:
    """inquiry 2: a byte order mark is not text; the same sign further on is."""
    assert read(word(paragraph("\ufeff") + paragraph("a\ufeffb")), "a.docx").text == "\na\ufeffb"


def test_a_text_that_packs_well_is_no_bomb() -> None:
    """inquiry 26: small parts may be packed as tightly as they like."""
    assert len(read(word(paragraph("a" * 900_000)), "a.docx").text) == 900_000
