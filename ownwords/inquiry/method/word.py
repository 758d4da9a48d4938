"""What every Word document of a study begins with, ends with and needs: python-docx is loaded only when one is made."""

from __future__ import annotations

import io
from typing import Any

from ownwords.inquiry.method.refi.parts.characters import legal

DEEPEST = 9
"""Word knows nine levels of headings; what hangs deeper has the ninth."""
MOST_TITLE = 255


def fit(text: str) -> str:
    """Return words with U+FFFD for what XML cannot carry."""
    return legal(text)[0]


def begun(title: str) -> Any:
    """Return a document with its title, at the top and in its properties, and with nobody as its author."""
    from docx import Document

    made = Document()
    made.core_properties.title = fit(title)[:MOST_TITLE]
    made.core_properties.author = made.core_properties.comments = ""
    made.add_heading(fit(title), 0)
    return made


def header_row(row: Any) -> None:
    """Say that a row heads its table: it is read out with each cell, and stands again on the next page."""
    mark = element("w:tblHeader")
    mark.set(name("w:val"), "true")
    row._tr.get_or_add_trPr().append(mark)


def finished(made: Any) -> bytes:
    """Return the document as .docx."""
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def element(tag: str) -> Any:
    """Return a new element of a document, by its name with a prefix."""
    from docx.oxml import OxmlElement

    return OxmlElement(tag)


def name(tag: str) -> str:
    """Return a name with a prefix as lxml writes it."""
    from docx.oxml.ns import qn

    return str(qn(tag)) if not tag.startswith("xml:") else "{http://www.w3.org/XML/1998/namespace}space"
