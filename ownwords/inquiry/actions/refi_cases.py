"""Cases that come in as participants, by the names that the file gives them, and what describes them."""

from __future__ import annotations

from uuid import UUID

from ownwords.inquiry.actions.refi_made import is_theme
from ownwords.inquiry.actions.refi_state import Bringing
from ownwords.inquiry.method.brought import told as say
from ownwords.inquiry.method.brought.names import like_a_person, second_name
from ownwords.inquiry.method.refi.model.cases import VariableKind
from ownwords.inquiry.method.refi.parts.guids import derived
from ownwords.inquiry.method.refi.views.attributes import attributes, split_name
from ownwords.inquiry.models import Attribute, AttributeKind, AttributeValue, Participant

MOST_NAME, MOST_ATTRIBUTE, MOST_VALUE = 60, 120, 500
KINDS = {
    VariableKind.TEXT: AttributeKind.WORDS,
    VariableKind.DATETIME: AttributeKind.WORDS,
    VariableKind.INTEGER: AttributeKind.NUMBER,
    VariableKind.FLOAT: AttributeKind.NUMBER,
    VariableKind.DATE: AttributeKind.DAY,
    VariableKind.BOOLEAN: AttributeKind.YES_NO,
}
YES_NO = {"true": "yes", "1": "yes", "false": "no", "0": "no"}


def bring_cases(doing: Bringing) -> None:
    """Keep the cases that are not here yet."""
    there = {one.guid: one for one in Participant.objects.filter(study_id=doing.study.id)}
    taken = {one.pseudonym.lower() for one in there.values()}
    made = []
    for number, case in enumerate(doing.project.cases, 1):
        known = there.get(UUID(case.guid))
        if known is not None:
            doing.told.there["cases"] += 1
            if known.withdrew_on is None:
                doing.cases[case.guid] = known.id
            continue
        name = doing.fits("cases", case.name, MOST_NAME)
        if not name:
            name = f"Case {number}"
            doing.told.repaired("cases", say.NO_NAME, name)
        if like_a_person(name):
            doing.told.check("cases", say.LIKE_A_PERSON, name)
        found = second_name(name, taken, str.lower, MOST_NAME)
        if found != name:
            doing.told.repaired("cases", say.SECOND_NAME, found)
        taken.add(found.lower())
        row = Participant(**doing.signed(), guid=UUID(case.guid), pseudonym=found)
        doing.cases[case.guid] = row.id
        made.append(row)
    Participant.objects.bulk_create(made, batch_size=2_000)
    doing.told.came["cases"] += len(made)


def bring_values(doing: Bringing) -> None:
    """Keep what describes participants and texts; a value that stands here already stays as it is."""
    names = _bring_attributes(doing)
    rows = AttributeValue.objects.filter(study_id=doing.study.id)
    there = {
        (one, case or source)
        for one, case, source in rows.values_list("attribute_id", "participant_id", "source_id")
    }
    made: list[AttributeValue] = []
    for on_case, of, name, value, kind in _given(doing):
        thing = (doing.cases if on_case else doing.sources).get(of)
        attribute = names[name.casefold()]
        if thing is None or not value.strip():
            continue
        if (attribute.id, thing) in there:
            doing.told.there["values"] += 1
            continue
        there.add((attribute.id, thing))
        yes_no = kind is VariableKind.BOOLEAN and attribute.kind == AttributeKind.YES_NO
        said = YES_NO.get(value, value) if yes_no else doing.fits("values", value, MOST_VALUE)
        whose = {"participant_id": thing} if on_case else {"source_id": thing}
        made.append(
            AttributeValue(
                study_id=doing.study.id, attribute=attribute, value=said, changed_by_id=doing.me, **whose
            )
        )
    AttributeValue.objects.bulk_create(made, batch_size=2_000)
    doing.told.came["values"] += len(made)


def _given(doing: Bringing) -> list[tuple[bool, str, str, str, VariableKind]]:
    found = [
        (one.on_case, one.of, doing.fits("variables", one.name, MOST_ATTRIBUTE) or "–", one.value, one.kind)
        for one in attributes(doing.project)
    ]
    for group in doing.project.sets:
        if group.sources and split_name(group) is None:
            name = doing.fits("variables", group.name, MOST_ATTRIBUTE) or "–"
            doing.told.repaired("sets", say.SET, name)
            found += [(False, one, name, "true", VariableKind.BOOLEAN) for one in group.sources]
        if (group.codes or group.notes) and not is_theme(doing, group.guid):
            doing.told.lost("sets of codes or notes", say.NOT_KEPT, group.name)
    return found


def _bring_attributes(doing: Bringing) -> dict[str, Attribute]:
    """Return the attributes by name, those that the file names and that are not here yet made."""
    rows = list(Attribute.objects.filter(study_id=doing.study.id).order_by("position"))
    names, guids = {one.name.casefold(): one for one in rows}, {one.guid: one for one in rows}
    wanted = [
        (UUID(one.guid), doing.fits("variables", one.name, MOST_ATTRIBUTE) or "–", one.kind)
        for one in doing.project.variables
    ]
    wanted += [
        (UUID(derived("variable", name.casefold())), name, kind) for _, _, name, _, kind in _quiet(doing)
    ]
    made: list[Attribute] = []
    for guid, name, kind in wanted:
        known = guids.get(guid) or names.get(name.casefold())
        if known is None:
            known = Attribute(
                **doing.signed(), guid=guid, name=name, kind=KINDS[kind], position=len(rows) + len(made)
            )
            made.append(known)
        guids[guid] = names[name.casefold()] = known
    Attribute.objects.bulk_create(made)
    doing.told.came["variables"] += len(made)
    doing.told.there["variables"] += len({one[1].casefold() for one in wanted}) - len(made)
    return names


def _quiet(doing: Bringing) -> list[tuple[bool, str, str, str, VariableKind]]:
    """Return what is given without telling of it twice."""
    silent = Bringing(doing.study, doing.me, doing.project, doing.people)
    return _given(silent)
