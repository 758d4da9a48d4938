"""Files that were made to do harm, or are no project at all: refused with a sentence, in bounded time and memory."""

from __future__ import annotations

import io
import struct
import tracemalloc
import zipfile
from collections.abc import Iterator
from time import process_time

import pytest

from ownwords.inquiry.method.refi.reading.read import read
from ownwords.inquiry.method.refi.refusal import Limits, Unreadable
from tests.inquiry.refi.made import book, code, package, project_xml, taken

GOOD = project_xml(book(code(1, "hope")))
BOMB = (
    '<?xml version="1.0"?><!DOCTYPE Project [<!ENTITY a "aaaaaaaaaa">'
    + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9))
    + ']><Project name="&j;"><Description>&j;</Description></Project>'
)
OUTSIDE = '<?xml version="1.0"?><!DOCTYPE P [<!ENTITY x SYSTEM "file:///etc/hostname">]><Project name="&x;"/>'


def refused(data: bytes, limits: Limits | None = None) -> str:
    """Return the sentence of the refusal."""
    with pytest.raises(Unreadable) as told:
        read(io.BytesIO(data), limits or Limits())
    return str(told.value)


@pytest.fixture(autouse=True)
def bounded() -> Iterator[None]:
    """Every refusal in here takes less than ten seconds of one core and 64 MiB of Python's memory."""
    tracemalloc.start()
    began = process_time()
    yield
    spent, (_, most) = process_time() - began, tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert spent < 10
    assert most < 64 * 2**20


@pytest.mark.parametrize("xml", [BOMB, OUTSIDE])
def test_a_document_type_is_refused_before_any_entity_is_read(xml: str) -> None:
    """inquiry 26: entity bombs; no entities, no network."""
    assert "document type" in refused(xml.encode())
    assert "document type" in refused(xml.replace('?xml version="1.0"?', "").replace("<>", "").encode())
    assert "document type" in refused(xml.replace('"1.0"?', '"1.0" encoding="utf-16"?').encode("utf-16"))
    assert "document type" in refused(package({"project.qde": xml}))


@pytest.mark.parametrize(
    "name", ["../up.txt", "sources/../../up.txt", "/etc/up.txt", "C:\\up.txt", "..\\up.txt"]
)
def test_a_name_that_leads_out_of_the_zip_is_refused(name: str) -> None:
    """inquiry 26: `../` names."""
    assert "leads out" in refused(package({"project.qde": GOOD, name: "x"}))


def test_a_zip_that_unpacks_to_hundreds_of_times_its_size_is_refused() -> None:
    """inquiry 26: ZIP bombs."""
    assert "hundreds of times" in refused(package({"project.qde": GOOD, "sources/a.txt": b"\0" * 20_000_000}))


def test_more_files_or_more_bytes_than_a_project_has_are_refused() -> None:
    """inquiry 26."""
    files = {"project.qde": GOOD, **{f"sources/{n}.txt": "" for n in range(40)}}
    assert "more files" in refused(package(files), Limits(entries=30))
    assert "more files" in refused(package(files), Limits(directory=500))
    assert "unpack to more" in refused(package({**files, "sources/x.txt": "x" * 999}), Limits(unpacked=1000))


def test_a_directory_of_a_million_files_is_not_read() -> None:
    """inquiry 26: the end of the ZIP says how long its list is."""
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 0xFFFF, 0xFFFF, 90_000_000, 4, 0)
    assert "more files" in refused(b"PK\x03\x04" + b"\0" * 90_000 + end)


def test_the_same_name_twice_is_refused() -> None:
    """inquiry 26."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("project.qde", GOOD)
        with pytest.warns(UserWarning, match="Duplicate"):
            archive.writestr("project.qde", GOOD)
    assert "same name" in refused(out.getvalue())
    assert "same name" in refused(package({"project.qde": GOOD, "Project.QDE": GOOD}))


def test_a_locked_zip_is_refused_with_what_to_do() -> None:
    """inquiry 26: encrypted."""
    data = bytearray(package({"project.qde": GOOD}))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    assert "without one" in refused(bytes(data))


@pytest.mark.parametrize("part", [0.2, 0.5, 0.9, 0.99])
def test_a_zip_that_was_not_sent_whole_is_refused(part: float) -> None:
    """inquiry 26: truncated."""
    data = package({"project.qde": GOOD, "sources/a.txt": "hope " * 500})
    assert refused(data[: int(len(data) * part)])


def test_a_zip_with_damaged_bytes_inside_is_refused() -> None:
    """inquiry 26."""
    data = bytearray(package({"project.qde": GOOD}))
    data[45] ^= 0xFF
    assert refused(bytes(data))


def test_codes_nested_without_end_are_refused_at_once() -> None:
    """inquiry 26: 100 MB of nested codes."""
    one = '<Code guid="00000000-0000-4000-8000-000000000001" name="a" isCodable="true">'
    start = project_xml("<CodeBook><Codes>").removesuffix("</Project>")
    assert "nested deeper" in refused((start + one * 20_000).encode())


class Endless(io.RawIOBase):
    """A hundred megabytes of XML that are never in memory."""

    def __init__(self, start: bytes, again: bytes, most: int = 100 * 2**20) -> None:
        self._start, self._again, self._most, self._at = start, again, most, 0

    def seek(self, where: int, whence: int = 0) -> int:
        self._at = where
        return where

    def read(self, size: int = -1) -> bytes:
        if self._at >= self._most:
            return b""
        data = self._start if self._at == 0 else self._again * (65536 // len(self._again))
        self._at += len(data)
        return data


def test_a_hundred_megabytes_of_nested_codes_or_of_attributes_are_not_read_to_the_end() -> None:
    """inquiry 26: 100 MB of nested codes."""
    start = project_xml("<CodeBook><Codes>").removesuffix("</Project>").encode()
    nested = Endless(start, b'<Code name="a">')
    with pytest.raises(Unreadable, match="nested deeper"):
        read(nested)
    assert nested._at < 2**20
    for again in (b"<x>", b"x" * 64, b"<!-- -->"):
        with pytest.raises(Unreadable):
            read(Endless(start, again, 30 * 2**20), Limits(xml=20 * 2**20))


@pytest.mark.parametrize(
    "again", [b"<x/>", b"<NoteRef/>", b"<Description/>", b"<User/><x/>", b"<Code><x/></Code>"]
)
def test_elements_that_would_be_held_in_memory_are_bounded(again: bytes) -> None:
    """inquiry 26: bounded memory, whatever the elements are called and wherever they stand."""
    start = project_xml("<CodeBook><Codes>").removesuffix("</Project>").encode()
    endless = Endless(start, again)
    with pytest.raises(Unreadable, match=r"more in this file|more codes"):
        read(endless, Limits(held=20_000, codes=20_000))
    assert endless._at < 2**20


def test_more_codes_or_elements_than_a_project_has_are_refused() -> None:
    """inquiry 26."""
    many = project_xml(book(*(code(n, "a") for n in range(50)))).encode()
    assert "more codes" in refused(many, Limits(codes=40))
    assert "more in this file" in refused(many, Limits(elements=40))
    assert "more in this file" in refused(many, Limits(things=40))
    assert "longer than" in refused(many, Limits(xml=1000))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"PK",
        b"PK\x03\x04 no zip at all",
        b"plain words",
        b"<html><body/></html>",
        b'<Project xmlns="urn:other"/>',
        b"<Project",
        b"<Project name='a'><Users></Project>",
        b"\xff\xfe\x00",
        b"%PDF-1.7",
        b"<x>" * 1000,
    ],
)
def test_what_is_no_project_is_refused_with_a_sentence(data: bytes) -> None:
    """inquiry 26: not a ZIP, not XML, not a project."""
    assert refused(data).endswith((".", ")"))


def test_a_zip_without_a_project_or_with_two_is_refused() -> None:
    """inquiry 26: nested ZIPs are never unpacked."""
    assert "no file that ends in .qde" in refused(package({"a.zip": package({"project.qde": GOOD})}))
    assert "more than one" in refused(package({"a.qde": GOOD, "b.qde": GOOD}))


def test_a_text_that_is_too_long_is_left_out_and_told() -> None:
    """inquiry 26: bounds of one text do not cost the rest."""
    source = '<Sources><TextSource guid="00000000-0000-4000-8000-000000000009" plainTextPath="internal://a.txt"/></Sources>'
    data = package({"project.qde": project_xml(book(code(1, "a")) + source), "sources/a.txt": "words " * 99})
    reading = read(io.BytesIO(data), Limits(text=100))
    assert reading.project.sources[0].text is None
    assert reading.report.came["codes"] == 1
    assert taken(data).project.sources[0].text
