"""A file as MAXQDA writes it: variables on the source, groups of documents as sets; and Quirkos with its cases."""

from __future__ import annotations

from ownwords.inquiry.method.refi.model.cases import VariableKind
from ownwords.inquiry.method.refi.report import Repair
from ownwords.inquiry.method.refi.views.attributes import attributes
from tests.inquiry.refi.made import book, code, guid, package, passage, passages, project_xml, taken

VALUE = '<VariableValue><VariableRef targetGUID="{}"/><{}>{}</{}></VariableValue>'


def value(variable: int, kind: str, given: str) -> str:
    return VALUE.format(guid(variable), kind, given, kind)


VARIABLES = (
    f'<Variables><Variable guid="{guid(60)}" name="Age" typeOfVariable="Integer"/>'
    f'<Variable guid="{guid(61)}" name="Role" typeOfVariable="Text"/></Variables>'
)


def sent(cases: str = "", values: str = "") -> bytes:
    inside = passage(30, 5, 12, 1, name="two", creationDateTime="2024-01-02 03:04:05")
    source = (
        f'<TextSource guid="{guid(20)}" name="Group 1\\A" plainTextPath="internal://{guid(20)}.txt">'
        f'{inside}<Coding guid="{guid(9)}"><CodeRef targetGUID="{guid(2)}"/></Coding>{values}</TextSource>'
    )
    sets = f'<Sets><Set guid="{guid(50)}" name="Group 1"><MemberSource targetGUID="{guid(20)}"/></Set></Sets>'
    codes = book(code(1, "Hope", more='isCodable="true" color="#FFCC00"'), code(2, "Whole"))
    xml = project_xml(f"{codes}{VARIABLES}{cases}<Sources>{source}</Sources>{sets}", origin="MAXQDA 24")
    return package({"project.qde": xml, f"sources/{guid(20)}.txt": "zero one two three"})


def test_variables_on_the_source_are_its_attributes() -> None:
    """inquiry 3.2: variables on the source (MAXQDA)."""
    reading = taken(sent(values=value(60, "IntegerValue", "41") + value(61, "TextValue", "nurse")))
    found = [(one.on_case, one.name, one.value, one.kind) for one in attributes(reading.project)]
    assert found == [(False, "Age", "41", VariableKind.INTEGER), (False, "Role", "nurse", VariableKind.TEXT)]


def test_a_group_of_documents_stays_a_set_and_is_no_attribute() -> None:
    """inquiry 3.2: document groups as sets."""
    project = taken(sent()).project
    assert (project.sets[0].name, project.sets[0].sources) == ("Group 1", (guid(20),))
    assert list(attributes(project)) == []


def test_a_whole_source_can_be_coded_without_a_selection() -> None:
    """inquiry 3.1."""
    reading = taken(sent())
    assert [one.code for one in reading.project.sources[0].codings] == [guid(2)]
    assert (reading.report.came["codings"], reading.report.came["codings of whole sources"]) == (2, 1)


def test_a_name_that_is_only_a_label_moves_nothing() -> None:
    """inquiry 3.2: a reading is taken only where it fits."""
    reading = taken(sent())
    assert passages(reading) == ["one two"]
    assert reading.project.sources[0].selections[0].stamp.made == "2024-01-02T03:04:05"
    assert reading.report.repairs(Repair.MOMENT) == 1


def test_a_case_without_a_name_takes_that_of_its_one_source() -> None:
    """inquiry 3.2: a case without a name with one source (Quirkos)."""
    case = (
        f'<Cases><Case guid="{guid(70)}">{value(61, "TextValue", "lead")}<SourceRef targetGUID="{guid(20)}"/>'
        "</Case></Cases>"
    )
    reading = taken(sent(cases=case))
    assert reading.project.cases[0].name == "Group 1\\A"
    assert [(one.on_case, one.of, one.value) for one in attributes(reading.project)] == [
        (True, guid(70), "lead")
    ]
