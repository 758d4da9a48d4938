"""Which format a file has, by its content; its name only decides between formats that look alike."""

from __future__ import annotations

import re

from ownwords.inquiry.method.text.archive import Archive
from ownwords.inquiry.method.text.guessing import SAMPLE, wide_without_mark
from ownwords.inquiry.method.text.limits import Limits
from ownwords.inquiry.method.text.readers.cues import TIMING
from ownwords.inquiry.method.text.refused import CannotRead

OLE = bytes.fromhex("d0cf11e0a1b11ae1")
#: Name of the stream in which Office keeps a file that has a password, as it stands in the bytes.
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
#: First bytes of what is no text -> what it is called.
OTHERS = (
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"ID3", "a recording"),
    (b"\xff\xfb", "a recording"),
    (b"RIFF", "a recording"),
    (b"OggS", "a recording"),
    (b"fLaC", "a recording"),
    (b"\x1aE\xdf\xa3", "a recording"),
    (b"SQLite format 3", "a database"),
    (b"\x1f\x8b", "a packed file"),
    (b"7z\xbc\xaf", "a packed file"),
    (b"Rar!", "a packed file"),
    (b"MZ", "a program"),
    (b"\x7fELF", "a program"),
)
HTML = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->).)*+-->\s*)*+<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
#: Bytes that stand in no text; the line ends, tab, form feed and escape are not among them.
CONTROLS = tuple(bytes([number]) for number in (*range(9), *range(14, 27)))
#: More than this share of them, and more than a few, is no text.
MOST_CONTROLS = 0.05
FEW_CONTROLS = 8


def packed_format(data: bytes, limits: Limits) -> str | None:
    """Return the format of a file that is not just characters, or None. Raises `CannotRead` for what is never read."""
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zip_format(data, limits)
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.lstrip(b"\xef\xbb\xbf \t\r\n")[:5] == b"{\\rtf":
        return "rtf"
    if data.startswith(OLE):
        raise CannotRead("password" if ENCRYPTED in data else "old_word")
    for first, kind in OTHERS:
        if data.startswith(first) and (len(first) > 2 or b"\0" in data[:64]):
            raise CannotRead("not_text", kind=kind)
    if data[4:8] == b"ftyp":
        raise CannotRead("not_text", kind="a recording")
    return None


def _zip_format(data: bytes, limits: Limits) -> str:
    archive = Archive(data, limits)
    if "[Content_Types].xml" in archive.names and any(name.startswith("word/") for name in archive.names):
        return "docx"
    if "content.xml" in archive.names and _is_odt(archive):
        return "odt"
    raise CannotRead("other_office")


def _is_odt(archive: Archive) -> bool:
    if "mimetype" not in archive.names:
        return True
    return archive.whole("mimetype").strip().startswith(b"application/vnd.oasis.opendocument.text")


def has_many_controls(data: bytes) -> bool:
    """Say whether bytes hold more control characters than any text; UTF-16 and UTF-32, which hold NUL, are let be."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff", b"\0\0\xfe\xff")) or wide_without_mark(data):
        return False
    head = data[:SAMPLE]
    return sum(map(head.count, CONTROLS)) > max(FEW_CONTROLS, MOST_CONTROLS * len(head))


def begins_as_page(data: bytes) -> bool:
    """Say whether bytes begin as HTML does, so that what the page declares of its encoding can be heeded."""
    return bool(HTML.match(data[:4096].decode("latin-1")))


def text_format(text: str, extension: str) -> str:
    """Return the format of a text: what its first lines show, else what its name says, else plain text."""
    head = text[:4096].replace("\r\n", "\n").replace("\r", "\n")
    if head.startswith("WEBVTT") and head[6:7] in ("", " ", "\t", "\n"):
        return "vtt"
    lines = [line for line in head.split("\n") if line.strip()]
    if extension not in ("vtt", "srt"):
        lines = lines[:2]
    if any(map(TIMING.match, lines)):
        return "vtt" if extension == "vtt" else "srt"
    if HTML.match(head) or (extension in ("html", "htm", "xhtml") and "<" in head):
        return "html"
    return "md" if extension in ("md", "markdown") else "txt"
