"""Variables, cases and values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ownwords.inquiry.method.refi.model.cases import Case, Value, Variable, VariableKind
from ownwords.inquiry.method.refi.parts.values import fits
from ownwords.inquiry.method.refi.report import Loss, Repair
from ownwords.inquiry.method.refi.writing.markup import Markup, checked


def variables(out: Markup, given: Sequence[Variable]) -> None:
    """Write the variables."""
    if not given:
        return
    out.begin("Variables")
    for one in given:
        said = [("guid", checked(one.guid)), ("name", one.name), ("typeOfVariable", one.kind.value)]
        out.begin("Variable", said)
        out.described(one.description)
        out.end("Variable")
    out.end("Variables")


def cases(out: Markup, given: Sequence[Case], kinds: Mapping[str, VariableKind]) -> None:
    """Write the cases; `kinds` are the types of the variables."""
    if not given:
        return
    out.begin("Cases")
    for one in given:
        out.begin("Case", [("guid", checked(one.guid)), ("name", one.name or None)])
        out.described(one.description)
        out.refs("CodeRef", one.codes)
        values(out, one.values, kinds)
        out.refs("SourceRef", one.sources)
        out.refs("SelectionRef", one.selections)
        out.end("Case")
    out.end("Cases")


def values(out: Markup, given: Sequence[Value], kinds: Mapping[str, VariableKind]) -> None:
    """Write values; one that its type cannot hold is written as text, which the schema allows."""
    for one in given:
        kind = kinds.get(one.variable)
        if kind is None:
            out.log.lost("value", Loss.NO_TARGET, one.value or "")
            continue
        if one.value is not None and not fits(kind, one.value):
            out.log.repaired("value", Repair.VALUE_TYPE, one.value)
            kind = VariableKind.TEXT
        out.begin("VariableValue")
        out.refs("VariableRef", (one.variable,))
        if one.value is not None:
            out.text(f"{kind.value}Value", one.value)
        out.end("VariableValue")
