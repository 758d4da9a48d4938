"""What we write validates, always; and comes back the same, with everything that the standard has no place for."""

from __future__ import annotations

import io
import zipfile

from hypothesis import HealthCheck, given, settings

from ownwords.inquiry.method.refi.model.project import Project
from ownwords.inquiry.method.refi.parts.characters import legal
from ownwords.inquiry.method.refi.writing.codebook import write_codebook
from tests.inquiry.refi.corpora import projects
from tests.inquiry.refi.made import faults, taken, written, xml_of

SLOW = settings(
    deadline=None, max_examples=30, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


@SLOW
@given(projects())
def test_every_project_validates_and_comes_back_as_the_same_bytes(project: Project) -> None:
    """inquiry 23, 24: valid, always; export -> import -> export is the same."""
    first, _ = written(project)
    assert faults(xml_of(first)) == []
    again, _ = written(taken(first).project)
    assert xml_of(again) == xml_of(first)
    assert files(again) == files(first)


@SLOW
@given(projects())
def test_guids_words_and_what_the_standard_cannot_hold_come_back_whole(project: Project) -> None:
    """inquiry 24: GUIDs stay for ever; strength, origin, kinds of memos, turns travel in our own file."""
    back = taken(written(project)[0]).project
    assert back.extra == project.extra
    tree = {one.guid: (one.parent, one.codable) for one in project.codes}
    assert {one.guid: (one.parent, one.codable) for one in back.codes} == tree
    for ours, theirs in zip(project.sources, back.sources, strict=True):
        assert (ours.guid, legal(ours.name)[0]) == (theirs.guid, theirs.name)
        assert [one.guid for one in ours.selections] == [one.guid for one in theirs.selections]
        assert [[two.guid for two in one.codings] for one in ours.selections] == [
            [two.guid for two in one.codings] for one in theirs.selections
        ]
        if ours.text is not None and "\r" not in ours.text:
            assert [one.place for one in ours.selections] == [one.place for one in theirs.selections]
            assert len(ours.text) == len(theirs.text)


@SLOW
@given(projects())
def test_every_codebook_validates_and_comes_back_as_the_same_bytes(project: Project) -> None:
    """inquiry 13, 23, 24: with the four parts of each definition."""
    if not project.codes:
        return
    first = io.BytesIO()
    write_codebook(project, first)
    assert faults(first.getvalue(), "Codebook.xsd") == []
    back = taken(first.getvalue()).project
    again = io.BytesIO()
    write_codebook(back, again)
    assert again.getvalue() == first.getvalue()
    kept = {one.guid: legal(one.definition.text())[0] for one in project.codes}
    assert {one.guid: one.definition.text() for one in back.codes} == kept


def files(data: bytes) -> dict[str, bytes]:
    """Return every file of a package."""
    archive = zipfile.ZipFile(io.BytesIO(data))
    return {name: archive.read(name) for name in archive.namelist()}
