"""What programs write in several ways is seen in one."""

from __future__ import annotations

from ownwords.inquiry.method.refi.model.cases import Case, Value, Variable, VariableKind
from ownwords.inquiry.method.refi.model.codes import Code, Set
from ownwords.inquiry.method.refi.model.graphs import Link
from ownwords.inquiry.method.refi.model.project import Project
from ownwords.inquiry.method.refi.model.selections import Coding, Selection, SyncSpan, TextSpan
from ownwords.inquiry.method.refi.model.sources import Source, SourceKind, SyncPoint
from ownwords.inquiry.method.refi.views.attributes import attributes
from ownwords.inquiry.method.refi.views.memos import MemoForm, memos
from ownwords.inquiry.method.refi.views.transcripts import transcript_spans
from tests.inquiry.refi.made import guid

NOTES = tuple(Source(guid(n), SourceKind.NOTE, f"note {n}", f"words {n}") for n in (1, 2, 3))


def test_memos_come_once_for_each_thing_and_a_note_about_nothing_last() -> None:
    """inquiry 3.2: memo as `Description`, `NoteRef` or `Note` with `Link`; inquiry 1.1: all memos in one place."""
    coding = Coding(guid(21), guid(10), notes=(guid(1),))
    place = Selection(guid(20), TextSpan(0, 1), (coding,), description="look")
    source = Source(guid(30), SourceKind.TEXT, text="t", selections=(place,))
    project = Project(
        codes=(Code(guid(10), "a", notes=(guid(2),)),),
        sources=(source,),
        notes=NOTES,
        links=(
            Link(guid(40), origin=guid(10), target=guid(2)),
            Link(guid(41), origin=guid(30), target=guid(10)),
        ),
    )
    assert [(one.kind, one.about, one.text, one.form) for one in memos(project)] == [
        ("code", guid(10), "words 2", MemoForm.NOTE),
        ("coding", guid(21), "words 1", MemoForm.NOTE),
        ("", "", "words 3", MemoForm.NOTE),
        ("selection", guid(20), "look", MemoForm.DESCRIPTION),
    ]


def test_attributes_of_a_case_and_of_a_source_are_told_apart_and_said_once() -> None:
    """inquiry 3.2: variables on the source or on a case; sets named `age: 25`."""
    age = Variable(guid(5), "Age", VariableKind.INTEGER)
    project = Project(
        variables=(age,),
        cases=(Case(guid(6), "x", values=(Value(guid(5), "30"),)),),
        sources=(
            Source(guid(7), SourceKind.TEXT, values=(Value(guid(5), None),)),
            Source(guid(8), SourceKind.TEXT),
        ),
        sets=(
            Set(guid(9), "age: 25", sources=(guid(7), guid(8))),
            Set(guid(11), "12:30 group", sources=(guid(7),)),
            Set(guid(12), "theme: hope", codes=(guid(10),)),
        ),
    )
    assert [(one.on_case, one.of, one.value) for one in attributes(project)] == [
        (True, guid(6), "30"),
        (False, guid(7), "25"),
        (False, guid(8), "25"),
    ]


def test_a_passage_of_a_transcript_may_begin_with_it_and_end_with_it() -> None:
    """inquiry 3.1."""
    points = (SyncPoint(guid(1), 0, 2), SyncPoint(guid(2), 9, 5), SyncPoint(guid(3), 9))
    ends = [("", guid(2)), (guid(1), ""), (guid(2), guid(1)), (guid(3), "")]
    places = tuple(Selection(guid(20 + n), SyncSpan(*pair)) for n, pair in enumerate(ends))
    spoken = Source(guid(30), SourceKind.TRANSCRIPT, text="01234567", sync_points=points, selections=places)
    assert [span for _, span in transcript_spans(spoken)] == [TextSpan(0, 5), TextSpan(2, 8)]
