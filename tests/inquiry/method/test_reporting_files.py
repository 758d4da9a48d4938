"""Files of a report: HTML that needs nothing else, and a Word document that is read aloud in order."""

from __future__ import annotations

import io
import re
import zipfile

from docx import Document
from hypothesis import given
from hypothesis import strategies as st
from lxml import html
from PIL import Image

from ownwords.inquiry.method.reporting.blocks import (
    Heading,
    Listing,
    Paragraph,
    Picture,
    Quote,
    Report,
    Table,
    Words,
    paragraph,
)
from ownwords.inquiry.method.reporting.document import as_docx
from ownwords.inquiry.method.reporting.drawing import as_png, as_svg
from ownwords.inquiry.method.reporting.page import as_html
from ownwords.inquiry.method.theme_map.layout import Entry, Named, layout

WORDS = {"contents": "Contents", "refresh": "Filled in by Word."}
SHARED = Named("c", "Company")
DRAWING = layout([Entry("1", "Being <heard>", 0, "named", (SHARED,)), Entry("2", "Below", 1, "", (SHARED,))])


def whole(words: str = "It <b>helps</b> & more") -> Report:
    """Return a report with a block of each kind."""
    table = Table(
        "A caption",
        ("Who", "What"),
        ((Words("Maple", "/there/"), Words("nurse")), (Words("=1+1"), Words(""))),
    )
    return Report(
        "A report", "As it stood", [
            Heading("Findings", 2, "findings"), paragraph(words, "/secret/place/"), Listing((Words("point"),)),
            Quote(words, Words("Maple (participant 1)", "/secret/")), table, Heading("Annex", 2, "annex"),
            Paragraph((Words("see "), Words("findings", "#findings")), soft=True),
            Picture(DRAWING, "Map of two themes", "The themes"),
        ],
    )  # fmt: skip


def test_the_page_holds_everything_and_asks_for_nothing_from_elsewhere() -> None:
    """inquiry 29; platform 5: no external resource, headings in order, tables with headers, alt text."""
    made = as_html(whole(), WORDS).decode()
    assert not re.search(r"(src|href)=\"(?!#)|url\(|@import|<script", made)
    assert "/secret/" not in made
    page = html.fromstring(made)
    assert [one.tag for one in page.iter("h1", "h2")] == ["h1", "h2", "h2"]
    assert page.get("lang") == "en"
    assert page.xpath("//th[@scope='row']")[0].text_content() == "Maple"
    assert page.xpath("//blockquote")[0].text == "It <b>helps</b> & more"
    assert page.xpath("//*[@role='img']/*[local-name()='title']")[0].text == "Map of two themes"
    assert [one.get("href") for one in page.xpath("//nav//a")] == ["#findings", "#annex"]


@given(st.text())
def test_no_words_become_markup(words: str) -> None:
    """ASVS 1.2.1: whatever was said is shown letter for letter."""
    made = html.fromstring(
        as_html(Report("t", "", [Quote(words, Words(words)), paragraph(words)]), WORDS).decode()
    )
    assert {one.tag for one in made.iter() if isinstance(one.tag, str)} <= {
        "html", "head", "meta", "title", "style", "body", "main", "h1", "p", "blockquote", "footer", "br",
    }  # fmt: skip


def test_the_document_has_headings_contents_quotations_header_rows_and_alt_text() -> None:
    """inquiry 29: export as .docx."""
    made = as_docx(whole("Said\x00 so"), WORDS)
    document = Document(io.BytesIO(made))
    styles = {one.style.name: one.text for one in document.paragraphs if one.style}
    assert [one.text for one in document.paragraphs if one.style and one.style.name == "Heading 1"] == [
        "Findings",
        "Annex",
    ]
    assert styles["Quote"] == "Said\ufffd so"
    assert document.tables[0].rows[0]._tr.xpath("./w:trPr/w:tblHeader")
    inside = zipfile.ZipFile(io.BytesIO(made)).read("word/document.xml").decode()
    assert "TOC \\o" in inside
    assert 'descr="Map of two themes"' in inside
    assert "secret" not in inside


def test_the_picture_is_drawn_without_colour_and_its_dashes_tell_what_is_shared() -> None:
    """inquiry 2.1: a theme map; nothing by colour alone."""
    drawn = as_svg(DRAWING, "Map")
    assert drawn.count("<rect") == len(DRAWING.boxes)
    assert drawn.count("stroke-dasharray") == 2
    assert "Being &lt;heard&gt;" in drawn
    image = Image.open(io.BytesIO(as_png(DRAWING)))
    assert image.size == (round(DRAWING.width * 2), round(DRAWING.height * 2))
    assert image.mode == "L"
    assert min(image.tobytes()) < 50


def test_a_very_large_map_stays_a_picture_that_opens() -> None:
    """inquiry 30: bounded memory."""
    many = layout(
        [
            Entry(str(n), f"Theme {n}", 0, "", tuple(Named(f"{n}-{m}", f"Code {m}") for m in range(20)))
            for n in range(100)
        ]
    )
    width, height = Image.open(io.BytesIO(as_png(many))).size
    assert width * height <= 24_500_000
