"""A file as QualCoder writes it: another namespace, a byte order mark that no position counts."""

from __future__ import annotations

from ownwords.inquiry.method.refi.report import Repair
from tests.inquiry.refi.made import book, code, guid, package, passage, passages, project_xml, taken

TEXT = "\ufeffShe said she was heard at the café talk 😀 and left."


def sent() -> bytes:
    start, talk = TEXT.index("heard") - 1, TEXT.index("café") - 1
    inside = passage(10, start, start + 5, 2, name="heard") + passage(11, talk, talk + 9, 2, name="café talk")
    source = f'<TextSource guid="{guid(5)}" name="one" plainTextPath="internal://{guid(5)}.txt">{inside}</TextSource>'
    codes = book(code(1, "category", code(2, "listening"), 'isCodable="false" color="#0a0B0c"'))
    xml = project_xml(
        f"{codes}<Sources>{source}</Sources>", "urn:QDA-XML:project:1:0", origin="QualCoder-4.0"
    )
    return package({"project.qde": xml, f"sources/{guid(5)}.txt": TEXT})


def test_the_two_passages_are_heard_and_cafe_talk() -> None:
    """inquiry 25: QualCoder's file gives `heard` and `café talk`."""
    assert passages(taken(sent())) == ["heard", "café talk"]


def test_the_mark_is_no_text_and_the_namespace_is_said() -> None:
    """inquiry 2, 3.2: a byte order mark is not text."""
    reading = taken(sent())
    assert not reading.project.sources[0].text.startswith("\ufeff")
    assert reading.report.repairs(Repair.MARK) == 1
    assert reading.report.repairs(Repair.NAMESPACE) == 1


def test_a_category_stays_one_that_cannot_be_given() -> None:
    """inquiry 3.2: categories are not codable."""
    category, below = taken(sent()).project.codes
    assert (category.codable, below.codable, below.parent) == (False, True, category.guid)
    assert category.colour == "#0a0b0c"


def test_positions_that_do_count_the_mark_are_seen_as_well() -> None:
    """inquiry 3.2: what fits the selection's name is taken, and said."""
    data = package({"project.qde": counted_with_the_mark(), f"sources/{guid(5)}.txt": TEXT})
    assert passages(taken(data)) == ["heard"]
    assert taken(data).report.repairs(Repair.MARK_COUNTED) == 1


def counted_with_the_mark() -> str:
    at = TEXT.index("heard")
    inside = passage(10, at, at + 5, 2, name="heard")
    source = f'<TextSource guid="{guid(5)}" plainTextPath="internal://{guid(5)}.txt">{inside}</TextSource>'
    return project_xml(f"{book(code(2, 'listening'))}<Sources>{source}</Sources>")
