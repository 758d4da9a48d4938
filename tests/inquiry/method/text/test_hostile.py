"""Files that are meant to hurt are refused in bounded time and memory, with a sentence."""

from __future__ import annotations

import io
import time
import zipfile

import pytest

from ownwords.inquiry.method.text.limits import MEGABYTE, Limits, weigh
from ownwords.inquiry.method.text.reading import read
from ownwords.inquiry.method.text.refused import CannotRead
from tests.inquiry.method.text.made import ODT_SPACES, WORD_SPACE, docx, odt_body, packed, word


def refused(data: bytes, name: str = "a.docx", limits: Limits | None = None) -> str:
    """Return the reason for which a file is refused within five seconds."""
    began = time.monotonic()
    with pytest.raises(CannotRead) as caught:
        read(data, name, limits=limits or Limits())
    assert time.monotonic() - began < 5
    assert caught.value.wrong.endswith((".", ")"))
    assert caught.value.remedy.endswith(".")
    return caught.value.reason


def test_a_file_of_200_megabytes_is_refused_by_its_size() -> None:
    """inquiry bad input: before anything of it is read; the limit is an argument."""
    with pytest.raises(CannotRead, match=r"200\.0 MB; the limit is 50\.0 MB"):
        weigh(200 * MEGABYTE)
    assert refused(b"0123456789", limits=Limits(size=9)) == "too_large"


@pytest.mark.parametrize(
    ("data", "reason"), [(b"", "empty"), (b" \n\n\t", "no_text"), (b"\xef\xbb\xbf", "no_text")]
)
def test_files_without_words_are_refused(data: bytes, reason: str) -> None:
    """inquiry bad input: zero-byte files."""
    assert refused(data, "a.txt") == reason


def test_a_zip_bomb_is_refused_before_it_unpacks() -> None:
    """inquiry 26: by the size it declares, by its ratio, and by its number of entries."""
    assert (
        refused(
            packed({"word/document.xml": b"0" * (12 * MEGABYTE)}),
            limits=Limits(unpacked=10 * MEGABYTE, ratio=2000),
        )
        == "bomb"
    )
    assert refused(packed({"word/document.xml": b"0" * (3 * MEGABYTE)})) == "bomb"
    assert refused(packed({f"word/{number}": b"" for number in range(3000)})) == "bomb"


def test_a_zip_bomb_that_lies_about_its_size_is_refused_while_it_unpacks() -> None:
    """inquiry 26: no more is unpacked than the file declares."""
    data = packed({"[Content_Types].xml": "<a/>", "word/document.xml": b"<a>" + b"0" * (40 * MEGABYTE)})
    size = (40 * MEGABYTE + 3).to_bytes(4, "little")
    assert refused(data.replace(size, (1000).to_bytes(4, "little"))) == "broken"


def test_a_part_that_is_too_large_is_refused() -> None:
    """inquiry 26: bounded memory also for what compresses badly."""
    assert refused(docx("word " * 500), limits=Limits(part=1000)) == "bomb"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_never_read(encoding: str) -> None:
    """inquiry 26: entity bombs, and entities that name files."""
    bomb = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    for declared in (bomb, '<!ENTITY e9 SYSTEM "file:///etc/passwd">'):
        body = f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE w [<!ENTITY e0 "ha">{declared}]>'
        parts = {"[Content_Types].xml": "<a/>", "word/document.xml": (body + "<w>&e9;</w>").encode(encoding)}
        assert refused(packed(parts)) == "entities"


@pytest.mark.parametrize("depth", [300, 100_000])
def test_deep_nesting_is_refused(depth: int) -> None:
    """inquiry 26."""
    cell = "<w:tbl><w:tr><w:tc>" * depth
    main = f"<w:document {WORD_SPACE}><w:body>{cell}"
    assert refused(packed({"[Content_Types].xml": "<a/>", "word/document.xml": main})) in ("too_deep", "bomb")
    assert refused(b"<html>" + b"<div>" * depth + b"x", "a.html") == "too_deep"
    assert refused(odt_body("<text:span>" * depth), "a.odt") in ("too_deep", "bomb")


def test_more_elements_than_any_document_has_are_refused() -> None:
    """inquiry 26: bounded time."""
    assert refused(word("<w:p/>" * 2000), limits=Limits(elements=1000)) == "bomb"


def test_a_truncated_archive_is_refused() -> None:
    """inquiry bad input: nothing is half read."""
    data = docx("one\ntwo")
    assert {refused(data[:length]) for length in (30, 200, len(data) // 2, len(data) - 30)} == {"broken"}


def test_an_archive_with_a_damaged_part_is_refused() -> None:
    """inquiry bad input: a part whose check sum is wrong."""
    data = bytearray(
        packed({"[Content_Types].xml": "<a/>", "word/document.xml": "<w>" + "abc" * 500 + "</w>"})
    )
    at = data.index(b"word/document.xml") + 30
    data[at] ^= 0xFF
    assert refused(bytes(data)) == "broken"


def test_elements_in_impossible_places_are_read_or_refused() -> None:
    """inquiry bad input: a cell without a table is words; rows without a table are refused, not a crash."""
    assert read(word("<w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc>"), "a.docx").text == "a"
    assert refused(odt_body("<table:table-row/>").replace(b"", b"")) == "no_text"
    main = f"<office:x {ODT_SPACES}><table:table-cell/></office:x>"
    assert refused(packed({"content.xml": main}), "a.odt") == "no_text"


def test_an_archive_with_a_password_is_refused() -> None:
    """inquiry bad input."""
    held = io.BytesIO(packed({"[Content_Types].xml": "<a/>", "word/document.xml": "<w/>"}))
    with zipfile.ZipFile(held) as archive:
        places = [held.getvalue().index(b"PK\x01\x02", one.header_offset) for one in archive.infolist()]
    data = bytearray(held.getvalue())
    data[places[0] + 8] |= 1
    assert refused(bytes(data)) == "password"
