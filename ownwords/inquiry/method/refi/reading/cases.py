"""Variables, cases and values."""

from __future__ import annotations

from ownwords.inquiry.method.refi.model.cases import Case, Value, Variable, VariableKind
from ownwords.inquiry.method.refi.reading.attributes import chosen
from ownwords.inquiry.method.refi.reading.draft import Draft
from ownwords.inquiry.method.refi.reading.inside import inside, targets, words
from ownwords.inquiry.method.refi.reading.pull import Element

_TYPED = tuple(f"{kind}Value" for kind in VariableKind)
_KINDS = tuple(kind.value for kind in VariableKind)


def end_variable(draft: Draft, element: Element) -> None:
    """Take a variable; one of a type that the format does not know holds text."""
    name = element.get("name") or ""
    found = list(inside(draft, element, "variable", ("Description",)))
    draft.variables.append(
        Variable(
            guid=draft.ids.new("variable", element.get("guid"), name),
            name=name,
            kind=VariableKind(chosen(draft, element, "typeOfVariable", _KINDS, "variable") or "Text"),
            description=words(found[0][1]) if found else "",
        )
    )


def end_case(draft: Draft, element: Element) -> None:
    """Take a case with what belongs to it."""
    name = element.get("name") or ""
    refs: dict[str, list[Element]] = {"CodeRef": [], "SourceRef": [], "SelectionRef": []}
    description, values = "", []
    for tag, child in inside(draft, element, "case", ("Description", "VariableValue", *refs)):
        if tag == "Description":
            description = words(child)
        elif tag == "VariableValue":
            values.append(value(draft, child))
        else:
            refs[tag].append(child)
    codes, sources, selections = (targets(draft, children) for children in refs.values())
    guid = draft.ids.new("case", element.get("guid"), name)
    draft.cases.append(Case(guid, name, description, codes, tuple(values), sources, selections))


def value(draft: Draft, element: Element) -> Value:
    """Return the value of a variable, whatever its type is said to be."""
    variable, given = "", None
    for name, child in inside(draft, element, "value", ("VariableRef", *_TYPED)):
        if name == "VariableRef":
            variable = draft.ids.ref(child.get("targetGUID"))
        else:
            given = words(child)
    return Value(variable, given)
