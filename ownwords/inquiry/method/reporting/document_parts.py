"""What a Word document needs beyond words, and python-docx has no call for."""

from __future__ import annotations

import io
from typing import Any

from ownwords.inquiry.method.word import element, name

CONTENTS = 'TOC \\o "1-3" \\h \\z \\u'


def contents(made: Any, until: str) -> None:
    """Put a table of contents that Word fills when it opens the file; ``until`` stands there before."""
    paragraph = made.add_paragraph()
    _field(paragraph, "begin", dirty=True)
    instruction = element("w:instrText")
    instruction.set(name("xml:space"), "preserve")
    instruction.text = CONTENTS
    paragraph.add_run()._r.append(instruction)
    _field(paragraph, "separate")
    paragraph.add_run(until)
    _field(paragraph, "end")
    update = element("w:updateFields")
    update.set(name("w:val"), "true")
    made.settings.element.append(update)


def _field(paragraph: Any, kind: str, *, dirty: bool = False) -> None:
    mark = element("w:fldChar")
    mark.set(name("w:fldCharType"), kind)
    if dirty:
        mark.set(name("w:dirty"), "true")
    paragraph.add_run()._r.append(mark)


def in_language(made: Any, language: str) -> None:
    """Say in which language the words are, for spelling and for reading aloud."""
    known = {"en": "en-GB", "en-gb": "en-GB"}.get(language, language)
    fonts = made.styles.element.find(f".//{name('w:docDefaults')}//{name('w:rPr')}")
    lang = fonts.find(name("w:lang"))
    if lang is None:
        lang = element("w:lang")
        fonts.append(lang)
    lang.set(name("w:val"), known)


def picture(made: Any, png: bytes, alt: str) -> None:
    """Put a picture as large as a page holds, with words for those who do not see it."""
    section = made.sections[0]
    wide = section.page_width - section.left_margin - section.right_margin
    high = section.page_height - section.top_margin - section.bottom_margin
    shape = made.add_picture(io.BytesIO(png))
    scale = min(wide / shape.width, high * 0.9 / shape.height)
    shape.width, shape.height = int(shape.width * scale), int(shape.height * scale)
    shape._inline.docPr.set("descr", alt)
