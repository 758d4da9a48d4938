"""Codes, attributes and participants as another program takes them. Of the key, nothing is asked for."""

from __future__ import annotations

from collections import defaultdict
from typing import Any
from uuid import UUID

from ownwords.inquiry.method.refi.model.cases import Case, Value, Variable, VariableKind
from ownwords.inquiry.method.refi.model.codes import Code as RefiCode
from ownwords.inquiry.method.refi.model.definition import Definition
from ownwords.inquiry.models import (
    Attribute,
    AttributeKind,
    AttributeValue,
    Code,
    Participant,
    Speaker,
    Study,
)
from ownwords.inquiry.queries.codes import as_tree
from ownwords.inquiry.queries.refi_notes import Notes

KINDS = {
    AttributeKind.WORDS: VariableKind.TEXT,
    AttributeKind.NUMBER: VariableKind.FLOAT,
    AttributeKind.DAY: VariableKind.DATE,
    AttributeKind.YES_NO: VariableKind.BOOLEAN,
}
YES_NO = {"yes": "true", "no": "false"}


def codes_to_go(study: Study, notes: Notes, extra: dict[str, Any]) -> tuple[RefiCode, ...]:
    """Return the tree of codes; where each came from travels beside it (one query)."""
    shown = as_tree(Code.objects.filter(study_id=study.id, removed_at__isnull=True), None)
    guids = {one.code.id: str(one.code.guid) for one in shown}
    found = []
    for code in (one.code for one in shown):
        extra[str(code.guid)] = {"origin": code.origin}
        found.append(
            RefiCode(
                str(code.guid), code.name, parent=guids.get(code.parent_id, ""), codable=code.holds_codings,
                colour=code.colour, notes=notes.about("code", code.id),
                definition=Definition(code.definition, code.use_when, code.not_when, code.example),
            )
        )  # fmt: skip
    return tuple(found)


class Values:
    """Attributes, and the values of participants and sources (two queries)."""

    def __init__(self, study: Study) -> None:
        attributes = list(Attribute.objects.filter(study_id=study.id).order_by("position", "name", "guid"))
        kinds = {one.id: AttributeKind(one.kind) for one in attributes}
        guids = {one.id: str(one.guid) for one in attributes}
        self.variables = tuple(
            Variable(str(one.guid), one.name, KINDS[AttributeKind(one.kind)]) for one in attributes
        )
        self._of: dict[UUID, list[Value]] = defaultdict(list)
        rows = AttributeValue.objects.filter(study_id=study.id)
        order = ("attribute__position", "attribute__name", "attribute__guid")
        columns = ("participant_id", "source_id", "attribute_id", "value")
        for participant, source, attribute, value in rows.order_by(*order).values_list(*columns):
            said = YES_NO.get(value, value) if kinds[attribute] is AttributeKind.YES_NO else value
            self._of[participant or source].append(Value(guids[attribute], said))

    def of(self, thing_id: UUID) -> tuple[Value, ...]:
        """Return the values of a participant or source."""
        return tuple(self._of.get(thing_id, ()))


def cases_to_go(study: Study, values: Values) -> tuple[Case, ...]:
    """Return who takes part, by pseudonym, with the texts in which they speak, but for those who withdrew."""
    speaks: dict[UUID, set[str]] = defaultdict(set)
    spoken = Speaker.objects.filter(
        study_id=study.id, participant__isnull=False, source__removed_at__isnull=True
    )
    for participant, source in spoken.values_list("participant_id", "source__guid"):
        speaks[participant].add(str(source))
    rows = Participant.objects.filter(study_id=study.id, withdrew_on__isnull=True).order_by(
        "pseudonym", "guid"
    )
    return tuple(
        Case(str(guid), name, values=values.of(one), sources=tuple(sorted(speaks.get(one, ()))))
        for one, guid, name in rows.values_list("id", "guid", "pseudonym")
    )
