"""Files of every format, made by hand or by another program than the reader under test."""

from __future__ import annotations

import io
import zipfile
from html import escape

from docx import Document

from ownwords.inquiry.method.text.result import ReadText

ODT_SPACES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
    ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
    ' xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"'
)
WORD_SPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def packed(parts: dict[str, str | bytes]) -> bytes:
    """Return a ZIP file."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return held.getvalue()


def docx(text: str) -> bytes:
    """Return a Word file with a paragraph for each line, written by python-docx."""
    document = Document()
    for line in text.split("\n"):
        document.add_paragraph(line)
    return saved(document)


def saved(document: object) -> bytes:
    """Return a python-docx document as bytes."""
    held = io.BytesIO()
    document.save(held)  # type: ignore[attr-defined]
    return held.getvalue()


def word(body: str, **parts: str) -> bytes:
    """Return a Word file with this body."""
    main = f"<w:document {WORD_SPACE}><w:body>{body}</w:body></w:document>"
    return packed({"[Content_Types].xml": "<Types/>", "word/document.xml": main, **parts})


def odt(text: str) -> bytes:
    """Return an OpenDocument text with a paragraph for each line; every space is written as an element."""
    lines = (
        escape(line, quote=False).replace(" ", "<text:s/>").replace("\t", "<text:tab/>")
        for line in text.split("\n")
    )
    return odt_body("".join(f"<text:p>{line}</text:p>" for line in lines))


def odt_body(body: str) -> bytes:
    """Return an OpenDocument text with this body."""
    inner = f"<office:body><office:text>{body}</office:text></office:body>"
    content = f"<office:document-content {ODT_SPACES}>{inner}</office:document-content>"
    return packed({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content})


def rtf(text: str) -> bytes:
    """Return an RTF file in which everything beyond ASCII is UTF-16 units, as word processors write it."""
    return (r"{\rtf1\ansi\ansicpg1252\uc1 " + "".join(map(_rtf_sign, text)) + r"\par}").encode("ascii")


def _rtf_sign(sign: str) -> str:
    if sign in "{}\\":
        return "\\" + sign
    if sign == "\n":
        return "\\par\n"
    if sign == "\t":
        return "\\tab "
    if " " <= sign <= "~":
        return sign
    units = sign.encode("utf-16-le")
    return "".join(
        f"\\u{int.from_bytes(units[at : at + 2], 'little', signed=True)}?" for at in range(0, len(units), 2)
    )


def vtt(cues: list[tuple[float, float, str]], *, voice: str = "") -> bytes:
    """Return WebVTT; words are escaped, times in seconds."""
    mark = f"<v {escape(voice)}>" if voice else ""
    body = "".join(
        f"\n{_clock(a)} --> {_clock(b)}\n{mark}{escape(words, quote=False)}\n" for a, b, words in cues
    )
    return f"WEBVTT\n{body}".encode()


def srt(cues: list[tuple[float, float, str]]) -> bytes:
    """Return SubRip."""
    parts = (
        f"{number}\n{_clock(a).replace('.', ',')} --> {_clock(b).replace('.', ',')}\n{words}\n"
        for number, (a, b, words) in enumerate(cues, 1)
    )
    return "\n".join(parts).encode()


def _clock(seconds: float) -> str:
    whole = round(seconds * 1000)
    return f"{whole // 3600000:02}:{whole // 60000 % 60:02}:{whole // 1000 % 60:02}.{whole % 1000:03}"


def html(text: str) -> bytes:
    """Return a page with the text in one pre, which alone keeps every space."""
    return f"<!doctype html><meta charset=utf-8><body><pre>\n{escape(text)}</pre>".encode()


def kinds(found: ReadText) -> dict[str, int]:
    """Return the notes as kind -> count."""
    return {note.kind: note.count for note in found.notes}
