"""GUIDs, moments and values in the forms that files have them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from ownwords.inquiry.method.refi.model.cases import VariableKind
from ownwords.inquiry.method.refi.parts.guids import canonical, derived, is_guid
from ownwords.inquiry.method.refi.parts.moments import mended, moment
from ownwords.inquiry.method.refi.parts.values import fits
from ownwords.inquiry.method.refi.report import Repair
from tests.inquiry.refi.made import book, guid, project_xml, taken

ONE = "1b0b1791-be46-4557-9957-7333544cfaf2"


@pytest.mark.parametrize(
    "raw", [ONE, ONE.upper(), "{" + ONE + "}", f" {{{ONE.upper()}}} ", ONE.replace("-", "")]
)
def test_every_spelling_of_a_guid_is_the_same(raw: str) -> None:
    """inquiry 3.1: compare without case and braces."""
    assert canonical(raw) == ONE


@pytest.mark.parametrize("raw", ["", "17", ONE[:-1], ONE + "0", ONE.replace("b", "g")])
def test_what_is_no_guid_is_none(raw: str) -> None:
    """inquiry 3.1."""
    assert canonical(raw) is None
    assert is_guid(derived(raw))
    assert derived(raw) == derived(raw)


def test_a_wrong_id_is_the_same_thing_wherever_it_is_named_and_a_missing_one_is_made() -> None:
    """inquiry 3.2: GUIDs in any spelling."""
    source = (
        '<TextSource guid="T1"><PlainTextContent>words</PlainTextContent><Coding><CodeRef targetGUID="C1"/></Coding>'
        "</TextSource>"
    )
    xml = project_xml(book('<Code guid="C1" name="a"/>') + f"<Sources>{source}</Sources>")
    reading = taken(xml)
    assert reading.project.sources[0].codings[0].code == reading.project.codes[0].guid
    assert taken(xml).project == reading.project
    assert (reading.report.repairs(Repair.GUID_FORM), reading.report.repairs(Repair.GUID_MISSING)) == (2, 1)
    assert reading.report.repairs(Repair.CODABLE) == 1


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("2024-09-15T15:36:45Z", datetime(2024, 9, 15, 15, 36, 45, tzinfo=UTC)),
        ("2024-09-15T15:36:45", datetime(2024, 9, 15, 15, 36, 45, tzinfo=UTC)),
        (
            "2024-09-15T15:36:45.1234567+02:00",
            datetime(2024, 9, 15, 15, 36, 45, 123456, timezone(timedelta(hours=2))),
        ),
        ("2024-02-30T00:00:00Z", None),
        ("15.9.2024", None),
    ],
)
def test_moments_are_read_as_the_schema_means_them(text: str, when: datetime | None) -> None:
    """XML Schema part 2, dateTime; ATLAS.ti writes seven digits of a second."""
    assert moment(text) == when


def test_near_forms_of_a_moment_are_mended() -> None:
    """inquiry 3.2."""
    assert mended("2024-09-15 15:36") == "2024-09-15T15:36:00"
    assert mended("2024-09-15 15:36:45 +0200") == "2024-09-15T15:36:45+02:00"
    assert mended("last spring") == ""


def test_values_fit_their_types_as_the_schema_has_it() -> None:
    """XML Schema part 2."""
    assert [kind.value for kind in VariableKind if fits(kind, "1")] == ["Text", "Boolean", "Integer", "Float"]
    assert not fits(VariableKind.FLOAT, "1e5")
    assert not fits(VariableKind.INTEGER, "१")
    assert fits(VariableKind.DATE, "2024-02-29")
    assert not fits(VariableKind.DATE, "2023-02-29")


def test_the_first_of_two_codes_with_one_guid_keeps_it() -> None:
    """inquiry 3.2: the same GUID used twice."""
    xml = project_xml(book(f'<Code guid="{guid(1)}" name="a"/>', f'<Code guid="{guid(1)}" name="b"/>'))
    first, second = taken(xml).project.codes
    assert first.guid == guid(1) != second.guid == taken(xml).project.codes[1].guid
