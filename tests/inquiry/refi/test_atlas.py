"""A file as ATLAS.ti writes it: named after the project, a GUID twice, line ends as one, attributes as sets."""

from __future__ import annotations

from ownwords.inquiry.method.refi.model.selections import Area, TextSpan
from ownwords.inquiry.method.refi.report import Loss, Repair
from ownwords.inquiry.method.refi.views.attributes import attributes
from ownwords.inquiry.method.refi.views.memos import MemoForm, memos
from tests.inquiry.refi.made import book, code, guid, package, passage, passages, project_xml, taken

TEXT = "one line\r\ntwo lines\r\nthree lines"
WHERE = 'page="0" firstX="1" firstY="2" secondX="3" secondY="4"'


def sent() -> bytes:
    noted = passage(31, 9, 12, 1).replace("><Coding", "><Description>Why two?</Description><Coding")
    text = (
        f'<TextSource guid="{guid(20)}" name="A" plainTextPath="internal://{guid(20)}.txt">'
        f"{passage(30, 19, 24, 1, name='three')}{noted}{passage(32, 4, 4, 1)}</TextSource>"
    )
    pdf = (
        f'<PDFSource guid="{guid(21)}" name="B" path="internal://{guid(21)}.pdf">'
        f'<PDFSelection guid="{guid(40)}" {WHERE}><Coding guid="{guid(41)}"><CodeRef targetGUID="{guid(1)}"/></Coding>'
        f'</PDFSelection><Representation guid="{guid(22)}"><PlainTextContent>a page</PlainTextContent>'
        f"{passage(40, 2, 6, 1)}</Representation></PDFSource>"
    )
    gone = (
        f'<TextSource guid="{guid(23)}" name="C" plainTextPath="absolute:///C:/Users/somebody/c.txt">'
        f"{passage(33, 0, 5, 1)}</TextSource>"
        f'<TextSource guid="{guid(24)}" name="D"><PlainTextContent>still here</PlainTextContent></TextSource>'
    )
    age = f'<Sets><Set guid="{guid(50)}" name="age: 25"><MemberSource targetGUID="{guid(20)}"/></Set></Sets>'
    xml = project_xml(
        f"{book(code(1, 'Coke::diet Coke'))}<Sources>{text}{pdf}{gone}</Sources>{age}", origin="ATLAS.ti 26"
    )
    return package({"Trial.qde": xml, f"sources/{guid(20)}.txt": TEXT, f"sources/{guid(21)}.pdf": b"%PDF"})


def test_a_project_file_named_after_the_project_is_found() -> None:
    """inquiry 3.2: `Trial.qde`."""
    reading = taken(sent())
    assert reading.report.repairs(Repair.OTHER_NAME) == 1
    assert reading.report.came["sources"] == 4


def test_line_ends_counted_as_one_are_seen_by_the_name_of_a_selection() -> None:
    """inquiry 3.2: CRLF in the file, positions counted as if LF."""
    reading = taken(sent())
    assert passages(reading)[:2] == ["three", "two"]
    assert reading.report.repairs(Repair.LINES_AS_ONE) == 1


def test_without_any_name_the_way_of_the_program_is_taken_and_said_to_be_a_guess() -> None:
    """inquiry 3.2."""
    xml = project_xml(
        f'{book(code(1, "a"))}<Sources><TextSource guid="{guid(20)}" plainTextPath="internal://a.txt">'
        f"{passage(30, 9, 12, 1)}</TextSource></Sources>",
        origin="ATLAS.ti 26",
    )
    for origin, words in (("ATLAS.ti", "two"), ("NVivo", "\ntw")):
        reading = taken(package({"project.qde": xml.replace("ATLAS.ti", origin), "sources/a.txt": TEXT}))
        assert reading.report.repairs(Repair.LINES_GUESSED) == 1
        assert passages(reading)[0].strip("\n") in words


def test_one_guid_for_an_area_and_a_passage_leaves_both() -> None:
    """inquiry 3.2: references are resolved by type and GUID."""
    pdf = taken(sent()).project.sources[1]
    assert pdf.selections[0].guid == pdf.parts[0].selections[0].guid == guid(40)
    assert pdf.selections[0].place == Area(1, 2, 3, 4, 0)
    assert (pdf.parts[0].text, pdf.parts[0].selections[0].place) == ("a page", TextSpan(2, 6))


def test_a_selection_without_length_is_kept_as_a_point_and_said() -> None:
    """inquiry 3.2: zero-length selection."""
    reading = taken(sent())
    assert reading.project.sources[0].selections[2].place == TextSpan(4, 4)
    assert reading.report.repairs(Repair.ZERO_LENGTH) == 1


def test_a_missing_source_stops_nothing_else_and_its_codings_are_counted() -> None:
    """inquiry 25: missing source files do not stop the rest."""
    reading = taken(sent())
    assert [one.text is None for one in reading.project.sources] == [False, True, True, False]
    lost = {(one.kind, one.count) for one in reading.report.lost if one.what is Loss.NO_TEXT}
    assert lost == {("text of a source", 1), ("selection", 1)}


def test_a_description_of_a_selection_is_a_memo_and_a_set_called_age_25_an_attribute() -> None:
    """inquiry 3.2."""
    project = taken(sent()).project
    assert [(one.form, one.text) for one in memos(project)] == [(MemoForm.DESCRIPTION, "Why two?")]
    assert [(one.of, one.name, one.value) for one in attributes(project)] == [(guid(20), "age", "25")]
