"""A codebook as a Word document: a heading for each code, as deep as it hangs, and its definition below."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime, time

from ownwords.inquiry.method.codebook_files.entries import Codebook, Line
from ownwords.inquiry.method.word import DEEPEST, begun, finished, fit


def as_docx(codebook: Codebook, words: Mapping[str, str]) -> bytes:
    """Return the codebook as .docx. Characters that XML cannot carry become U+FFFD.

    Args:
        words: in the reader's language: title, on (what stands below the title), what, use, avoid, example, origin,
            passages, no_passages.
    """
    made = begun(words["title"])
    made.core_properties.created = made.core_properties.modified = datetime.combine(codebook.on, time())
    made.add_paragraph(fit(words["on"]))
    for line in codebook.lines:
        made.add_heading(fit(line.name), min(line.depth + 1, DEEPEST))
        for label, said in _said(line, words):
            paragraph = made.add_paragraph()
            paragraph.add_run(f"{label}: ").bold = True
            paragraph.add_run(fit(said))
    return finished(made)


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
