"""The content decides what a file is, and a name that says otherwise is spoken of."""

from __future__ import annotations

import pytest

from ownwords.inquiry.method.text.reading import read
from ownwords.inquiry.method.text.refused import CannotRead
from tests.inquiry.method.text.made import docx, kinds, odt, packed, rtf, srt, vtt
from tests.inquiry.method.text.pdfs import pdf

TALK = [(1.0, 2.0, "said")]
FILES = {
    "docx": docx("said"),
    "odt": odt("said"),
    "rtf": rtf("said"),
    "pdf": pdf("said"),
    "vtt": vtt(TALK),
    "srt": srt(TALK),
}


@pytest.mark.parametrize("kind", FILES)
@pytest.mark.parametrize("name", ["a.txt", "a.docx", "a.pdf", "a", ""])
def test_a_wrong_name_does_not_matter_and_is_said(kind: str, name: str) -> None:
    """inquiry bad input: a .docx named .txt is read as what it is, with a note."""
    found = read(FILES[kind], name)
    extension = name.partition(".")[2]
    assert (found.text, found.format) == ("said", kind)
    assert ("content_differs" in kinds(found)) == (extension not in ("", kind))


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (bytes.fromhex("d0cf11e0a1b11ae1") + bytes(100), "old_word"),
        (bytes.fromhex("d0cf11e0a1b11ae1") + "EncryptedPackage".encode("utf-16-le"), "password"),
        (b"\x89PNG\r\n\x1a\n" + bytes(50), "not_text"),
        (b"\xff\xd8\xff\xe0" + bytes(50), "not_text"),
        (b"\0\0\0\x20ftypM4A " + bytes(50), "not_text"),
        (b"\xff\xfb\x90\x00" + bytes(50), "not_text"),
        (bytes(range(256)) * 20, "not_text"),
        (packed({"xl/workbook.xml": "<a/>"}), "other_office"),
        (
            packed({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<a/>"}),
            "other_office",
        ),
        (b"PK\x05\x06" + bytes(18), "other_office"),
    ],
)
def test_what_is_no_transcript_is_named(data: bytes, reason: str) -> None:
    """inquiry bad input: the sentence says what it is and what to bring."""
    with pytest.raises(CannotRead) as caught:
        read(data, "talk.txt")
    assert caught.value.reason == reason


def test_markdown_stays_as_it_is_written() -> None:
    """inquiry section 1: .md is kept as text."""
    text = "# Title\n\n* **Anna**: one\n* two <b>\n"
    assert (read(text.encode(), "a.md").text, read(text.encode(), "a.md").format) == (text, "md")
    assert kinds(read(text.encode(), "a.txt")) == {}


def test_a_text_that_speaks_of_html_is_a_text() -> None:
    """inquiry bad input: only a page that begins as one is one."""
    assert read(b"We wrote <html> by hand", "a.txt").format == "txt"
    assert read(b"one\ntwo", "a.html").text == "one\ntwo"
    assert read(b"\n<!DOCTYPE html><p>a</p>", "a.txt").format == "html"


def test_reading_imports_only_what_its_format_needs() -> None:
    """platform: the web process and other commands start fast."""
    import subprocess
    import sys

    code = (
        "import sys; from ownwords.inquiry.method.text.reading import read\n"
        "from ownwords.inquiry.method.text import following, identifying\n"
        "read(b'Anna: hi', 'a.txt'); heavy = 'lxml docx pypdf striprtf webvtt srt charset_normalizer django'\n"
        "print([name for name in heavy.split() if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
