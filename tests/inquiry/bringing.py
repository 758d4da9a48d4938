"""Files as somebody brings them, and texts that came in."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.actions.texts import Told, bring_in
from ownwords.inquiry.models import Source, SourceText, Study

TALK = (
    "Interviewer: What helps you?\n"
    "Rose: Walking with the dog helps. The café on Hill Street helps too.\n"
    "Interviewer: And the team?\n"
    "Rose: They were carefull with my medication, and Ana was there.\n"
)
GROUP_VTT = (
    "WEBVTT\n\n00:00:01.000 --> 00:00:04.000\n<v Lead>Who wants to begin?\n\n"
    "00:00:04.500 --> 00:00:09.000\n<v Ash>I felt heard for once.\n\n"
    "00:00:09.500 --> 00:00:12.000\n<v Birch>For me it was the waiting.\n\n"
    "00:00:12.500 --> 00:00:14.000\n<v Ash>Yes, the waiting.\n"
)


def docx(lines: Sequence[str]) -> bytes:
    """Return a Word file with a paragraph for each line."""
    from docx import Document

    document, made = Document(), io.BytesIO()
    for line in lines:
        document.add_paragraph(line)
    document.save(made)
    return made.getvalue()


def sent(name: str, data: bytes | str) -> SimpleUploadedFile:
    """Return a file as a browser sends it."""
    return SimpleUploadedFile(name, data.encode() if isinstance(data, str) else data)


def brought(opened: OpenedStudy, words: str = TALK, name: str = "Talk_1.txt", **told: Any) -> Source:
    """Bring in a text."""
    told = {"kind": "interview", **told}
    return bring_in(opened=opened, told=Told(**told), data=words.encode(), name=name).source


def at(name: str, study: Study, *more: object) -> str:
    """Return an address below a study."""
    return reverse(f"inquiry:{name}", args=[study.id, *more])


def words_of(source: Source) -> str:
    """Return the present words of a text."""
    source.refresh_from_db()
    return SourceText.objects.get(source=source, number=source.text_version).words
