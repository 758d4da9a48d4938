"""A file as Transana writes it, and the standard's own example: an early namespace, braces, recordings."""

from __future__ import annotations

from ownwords.inquiry.method.refi.report import Loss, Repair
from ownwords.inquiry.method.refi.views.transcripts import transcript_spans
from tests.inquiry.refi.made import book, code, guid, package, project_xml, taken

WORDS = "I said so. 😀 You heard me. Good."
POINTS = ((80, 0, 0), (81, 2500, 13), (82, 4000, 27))


def braced(number: int) -> str:
    return "{" + guid(number).upper() + "}"


def transcript(number: int, first: int, name: str) -> str:
    points = "".join(f'<SyncPoint guid="{guid(n)}" timeStamp="{t}" position="{p}"/>' for n, t, p in POINTS)
    inside = (
        f'<TranscriptSelection guid="{guid(85 + number)}" name="{name}" fromSyncPoint="{guid(first)}" '
        f'toSyncPoint="{guid(first + 1)}"><Coding guid="{guid(95 + number)}"><CodeRef targetGUID="{braced(1)}"/>'
        "</Coding></TranscriptSelection>"
    )
    return (
        f'<Transcript guid="{guid(77)}" name="t{number}"><PlainTextContent>{WORDS}</PlainTextContent>'
        f"{points if number == 0 else ''}{inside if number == 0 else ''}</Transcript>"
    )


def sent() -> bytes:
    video = (
        f'<VideoSource guid="{braced(70)}" name="film" path="relative:///film.mp4">{transcript(0, 81, "You heard me.")}'
        f'{transcript(1, 81, "")}<VideoSelection guid="{guid(88)}" begin="100" end="2500"/></VideoSource>'
    )
    notes = f'<Notes><Note guid="{guid(90)}" name="lost" plainTextPath="internal://nowhere.txt"/></Notes>'
    xml = project_xml(
        f"{book(code(1, 'Heard').replace(guid(1), guid(1).upper()))}<Sources>{video}</Sources>{notes}",
        "urn:QDA-XML:project:0:10",
        origin="Transana",
    )
    return package({"project.qde": xml})


def test_an_early_namespace_and_guids_in_braces_are_the_same_things() -> None:
    """inquiry 3.1, 3.2: `project:0:10`; GUIDs with braces, in capitals."""
    reading = taken(sent())
    film = reading.project.sources[0]
    assert film.guid == guid(70)
    assert film.parts[0].selections[0].codings[0].code == reading.project.codes[0].guid == guid(1)
    assert reading.report.repairs(Repair.NAMESPACE) == 1


def test_a_passage_of_a_transcript_lies_between_its_sync_points() -> None:
    """inquiry 3.1: Transcript with SyncPoints."""
    first = taken(sent()).project.sources[0].parts[0]
    assert [(one.time, one.position) for one in first.sync_points] == [(0, 0), (2500, 13), (4000, 27)]
    ((_, span),) = transcript_spans(first)
    assert first.text[span.start : span.end].strip() == "You heard me."


def test_the_same_guid_for_two_transcripts_gives_the_second_its_own_and_always_the_same() -> None:
    """inquiry 3.2: the same GUID twice (Transana); GUIDs stay."""
    one, two = (taken(sent()).project.sources[0].parts for _ in range(2))
    assert [part.guid for part in one] == [part.guid for part in two]
    assert one[0].guid == guid(77) != one[1].guid
    assert taken(sent()).report.repairs(Repair.GUID_TWICE) == 1


def test_a_note_without_its_file_and_a_film_that_is_elsewhere_are_told() -> None:
    """inquiry 25: what could not be taken is listed by kind and count."""
    report = taken(sent()).report
    assert (report.losses(Loss.NO_TEXT), report.losses(Loss.NO_MEDIA)) == (1, 1)
    assert report.came["notes"] == 1
