"""Codebooks as Taguette, ATLAS.ti, NVivo and OpenQDA write them."""

from __future__ import annotations

import pytest

from ownwords.inquiry.method.refi.report import Repair
from tests.inquiry.refi.made import code, guid, taken


def codebook(codes: str, rest: str = "", namespace: str = "urn:QDA-XML:codebook:1.0") -> str:
    spoken = f' xmlns="{namespace}"' if namespace else ""
    return (
        f'<?xml version="1.0" encoding="utf-8"?>\n<CodeBook{spoken}><Codes>{codes}</Codes>{rest}</CodeBook>'
    )


def test_an_empty_list_of_sets_is_no_obstacle() -> None:
    """inquiry 25, 3.2: `<Sets/>` empty (Taguette)."""
    reading = taken(codebook(code(1, "care.team") + code(2, "hope"), "<Sets/>"))
    assert [(one.name, one.parent) for one in reading.project.codes] == [("care.team", ""), ("hope", "")]
    assert reading.report.repairs(Repair.EMPTY_LIST) == 1


@pytest.mark.parametrize(
    "namespace", ["urn:QDA-XML:codebook:0:4", "urn:QDA-XML:codebook:1:0", "urn:qda-xml:codebook:1.0", ""]
)
def test_other_namespaces_are_read_and_said(namespace: str) -> None:
    """inquiry 3.2: `codebook:0:4` (ATLAS.ti), `codebook:1:0` (NVivo 12), none."""
    reading = taken(codebook(code(1, "hope"), namespace=namespace))
    assert reading.report.came == {"codes": 1}
    assert reading.report.repairs(Repair.NAMESPACE) == 1


def test_members_of_sets_are_read_from_either_attribute() -> None:
    """inquiry 3.1: `MemberCode@guid` in a codebook, `targetGUID` in a project."""
    member = f'<MemberCode guid="{guid(1)}"/><MemberCode targetGUID="{guid(2)}"/>'
    sets = f'<Sets><Set guid="{guid(9)}" name="both">{member}</Set></Sets>'
    reading = taken(codebook(code(1, "a") + code(2, "b"), sets))
    assert reading.project.sets[0].codes == (guid(1), guid(2))


@pytest.mark.parametrize(
    ("raw", "kept"),
    [
        ("rgba(255, 204, 0, 0.5)", "#ffcc00"),
        ("rgb(100%, 0%, 0%)", "#ff0000"),
        ("rgba(1,2,3,0)", ""),
        ("transparent", ""),
        ("#FFCC0080", "#ffcc00"),
        ("#fc0", "#ffcc00"),
    ],
)
def test_colours_in_other_forms_are_put_right_or_left_out(raw: str, kept: str) -> None:
    """inquiry 3.2: `rgba(…)` or transparency as colour (OpenQDA)."""
    reading = taken(codebook(code(1, "a", more=f'isCodable="true" color="{raw}"')))
    assert reading.project.codes[0].colour == kept
    assert reading.report.repairs(Repair.COLOUR) == 1


def test_a_bare_ampersand_and_a_control_character_cost_nothing_else() -> None:
    """inquiry 3.3: `&` in a description not escaped (OpenQDA)."""
    inside = "<Description>hope & care &amp; time \x0b &nbsp; &#11;</Description>"
    reading = taken(codebook("".join(code(n, f"code {n}", inside) for n in range(900))))
    assert reading.report.came["codes"] == 900
    assert reading.project.codes[899].definition.what == "hope & care & time \ufffd &nbsp; \ufffd"
    assert reading.report.repairs(Repair.STRAY) == 900 * 4
