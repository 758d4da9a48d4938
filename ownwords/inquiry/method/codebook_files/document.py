"""A codebook as a Word document: a heading for each code, as deep as it hangs, and its definition below."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from datetime import datetime, time

from ownwords.inquiry.method.codebook_files.entries import Codebook, Line
from ownwords.inquiry.method.refi.parts.characters import legal

DEEPEST = 9
"""Word knows nine levels of headings; what hangs deeper has the ninth."""


def as_docx(codebook: Codebook, words: Mapping[str, str]) -> bytes:
    """Return the codebook as .docx. Characters that XML cannot carry become U+FFFD.

    Args:
        words: in the reader's language: title, on (what stands below the title), what, use, avoid, example, origin,
            passages, no_passages.
    """
    from docx import Document

    made = Document()
    made.core_properties.title = _fit(words["title"])[:255]
    made.core_properties.author = ""
    made.core_properties.comments = ""
    made.core_properties.created = made.core_properties.modified = datetime.combine(codebook.on, time())
    made.add_heading(_fit(words["title"]), 0)
    made.add_paragraph(_fit(words["on"]))
    for line in codebook.lines:
        made.add_heading(_fit(line.name), min(line.depth + 1, DEEPEST))
        for label, said in _said(line, words):
            paragraph = made.add_paragraph()
            paragraph.add_run(f"{label}: ").bold = True
            paragraph.add_run(_fit(said))
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def _said(line: Line, words: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for part in ("what", "use", "avoid", "example"):
        if said := getattr(line.definition, part):
            yield words[part], said
    if line.origin:
        yield words["origin"], line.origin
    if not line.holds_codings:
        yield words["passages"], words["no_passages"]
    elif line.passages is not None:
        yield words["passages"], str(line.passages)


def _fit(text: str) -> str:
    return legal(text)[0]
