"""Whatever is not taken or not written is told by kind and count, and costs nothing else."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from typing import IO

import pytest

from ownwords.inquiry.method.refi.model.cases import Value, Variable, VariableKind
from ownwords.inquiry.method.refi.model.codes import Code
from ownwords.inquiry.method.refi.model.project import Project
from ownwords.inquiry.method.refi.model.selections import Coding, Selection, SyncSpan, TextSpan
from ownwords.inquiry.method.refi.model.sources import Source, SourceKind
from ownwords.inquiry.method.refi.report import Loss, Repair
from ownwords.inquiry.method.refi.writing.archive import write_project
from ownwords.inquiry.method.refi.writing.codebook import write_codebook
from tests.inquiry.refi.made import (
    WHEN,
    book,
    code,
    faults,
    guid,
    package,
    passage,
    project_xml,
    taken,
    written,
    xml_of,
)

HOPE = Code(guid(1), "hope")


def test_what_points_nowhere_is_left_out_by_kind() -> None:
    """inquiry 25: what could not be taken is listed by kind and count."""
    source = (
        f'<TextSource guid="{guid(5)}"><PlainTextContent>some words</PlainTextContent>{passage(9, 0, 4, 77)}'
        f'{passage(10, 0, 4, 1)}<NoteRef targetGUID="{guid(78)}"/></TextSource>'
    )
    case = f'<Cases><Case guid="{guid(6)}" name="x"><SourceRef targetGUID="{guid(79)}"/></Case></Cases>'
    reading = taken(project_xml(f"{book(code(1, 'a'))}{case}<Sources>{source}</Sources><Colours/>"))
    told = {(one.kind, one.what, one.count) for one in reading.report.lost}
    assert told == {
        ("coding", Loss.NO_CODE, 1),
        ("note of a source", Loss.NO_TARGET, 1),
        ("source of a case", Loss.NO_TARGET, 1),
        ("project", Loss.UNKNOWN, 1),
    }
    assert reading.report.came == {
        "codes": 1,
        "cases": 1,
        "sources": 1,
        "selections": 2,
        "codings": 1,
        "texts": 1,
    }


def test_a_report_is_plain_json_with_sentences() -> None:
    """issue of the command line: `import-refi --report` lists what came in, was repaired, could not be taken."""
    report = taken(project_xml(book(code(1, "a")), namespace="")).report
    assert json.loads(json.dumps(report.as_json()))["repaired"] == [
        {"kind": "project", "what": Repair.NAMESPACE.value, "count": 1, "places": ["none"]}
    ]


def test_characters_that_xml_cannot_carry_are_replaced_one_for_one_and_told() -> None:
    """inquiry 23: odd names."""
    data, report = written(Project(name="a\x00b\ud800", codes=(Code(guid(1), "c\x0bd"),)))
    assert faults(xml_of(data)) == []
    assert taken(data).project.codes[0].name == "c\ufffdd"
    assert report.repairs(Repair.CHARACTERS) == 3


def test_a_value_that_its_type_cannot_hold_is_written_as_text() -> None:
    """inquiry 23: nothing is lost for the sake of validity."""
    variable = Variable(guid(2), "age", VariableKind.INTEGER)
    source = Source(guid(3), SourceKind.TEXT, "s", "t", values=(Value(guid(2), "about 40"),))
    data, report = written(Project(variables=(variable,), sources=(source,)))
    assert faults(xml_of(data)) == []
    assert report.repairs(Repair.VALUE_TYPE) == 1
    assert taken(data).project.sources[0].values == source.values


def test_what_does_not_belong_to_a_source_is_told_and_not_written() -> None:
    """inquiry 23."""
    wrong = Selection(guid(4), SyncSpan("", ""), (Coding(guid(5), guid(1)),))
    right = Selection(guid(6), TextSpan(0, 1), (Coding(guid(7), guid(99)),))
    source = Source(guid(3), SourceKind.TEXT, "s", "text", selections=(wrong, right))
    data, report = written(Project(codes=(HOPE,), sources=(source,)))
    assert faults(xml_of(data)) == []
    assert (report.losses(Loss.WRONG_KIND), report.losses(Loss.NO_CODE)) == (1, 1)


def test_a_recording_is_copied_and_a_missing_one_told() -> None:
    """inquiry 3.1: files under `sources`."""
    here = Source(guid(3), SourceKind.AUDIO, "a", path=f"internal://{guid(3)}.mp3")
    gone = Source(guid(4), SourceKind.AUDIO, "b", path=f"internal://{guid(4)}.mp3")

    def opened(name: str) -> IO[bytes] | None:
        return io.BytesIO(b"sound") if name.startswith(guid(3)) else None

    out = io.BytesIO()
    report = write_project(Project(sources=(here, gone)), out, when=WHEN, opened=opened)
    assert report.losses(Loss.NO_MEDIA) == 1
    assert taken(out.getvalue()).report.losses(Loss.NO_MEDIA) == 1


@pytest.mark.parametrize(
    "content", ["{", '{"format": "other"}', "[" * 100_000, '{"format": "ownwords inquiry"}']
)
def test_our_own_file_when_damaged_is_told_and_costs_nothing_else(content: str) -> None:
    """inquiry 3.1: an extra file of our own; others ignore it, and so do we where it is not ours."""
    reading = taken(package({"project.qde": project_xml(book(code(1, "a"))), "ownwords.json": content}))
    assert reading.report.losses(Loss.EXTRA) == 1
    assert reading.project.codes[0].name == "a"


def test_a_project_can_be_written_without_seeking_and_says_nothing_of_nothing() -> None:
    """inquiry 30: streamed."""

    class Pipe(io.RawIOBase):
        def __init__(self) -> None:
            self.data = b""

        def writable(self) -> bool:
            return True

        def write(self, data: bytes) -> int:
            self.data += bytes(data)
            return len(data)

    pipe = Pipe()
    write_project(Project(name="empty"), pipe, when=WHEN)
    assert faults(xml_of(pipe.data)) == []
    assert taken(pipe.data).project == replace(Project(), name="empty")


def test_a_codebook_without_codes_and_a_guid_that_is_none_are_faults_of_the_caller() -> None:
    """inquiry 23: the schema asks for a code."""
    with pytest.raises(ValueError, match="at least one code"):
        write_codebook(Project(), io.BytesIO())
    with pytest.raises(ValueError, match="not a GUID"):
        written(Project(codes=(Code("17", "a"),)))
