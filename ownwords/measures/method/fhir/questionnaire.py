"""Instrument <-> FHIR R4 Questionnaire."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from ownwords.measures.method.definitions import Instrument, Item
from ownwords.measures.method.fhir.codes import (
    BASE,
    CORE,
    LOINC,
    answer_coding,
    canonical,
    coding,
    may_show_text,
    weight_extension,
    weight_of,
)
from ownwords.measures.method.fhir.reader import Node, refuse_modifiers, resource
from ownwords.measures.method.fhir.remarks import FhirFault

GROUP = "questions"  # the link id of the one group we write; those of the items are the items' keys
REVERSED = (
    "/StructureDefinition/reversed"  # weights are as answered: whoever adds them up turns these round first
)
WIDE = 20  # more answers than that are a number to give, not a list to choose from (the scale of EQ-5D)
MIN_VALUE, MAX_VALUE = CORE + "minValue", CORE + "maxValue"
MOST_OPTIONS = 1000
STATUS = ("draft", "active", "retired", "unknown")
TYPES = (
    *("group", "display", "question", "boolean", "decimal", "integer", "date", "dateTime", "time", "string"),
    *("text", "url", "choice", "open-choice", "attachment", "reference", "quantity"),
)
LATER = {"coding": "R5", "question": "R5"}  # "question" is abstract in R4 and written by nobody


@dataclass(frozen=True, slots=True)
class Option:
    """One answer that a questionnaire offers."""

    system: str
    code: str
    display: str
    weight: float | None


@dataclass(frozen=True, slots=True)
class Question:
    """One item of a questionnaire, whatever group it stands in."""

    link_id: str
    path: str
    type: str
    text: str
    loinc: tuple[str, ...]
    options: tuple[Option, ...]
    group: str  # link id of what it stands in, empty at the top
    read_only: bool
    ends: tuple[float | None, float | None] = (None, None)  # of a number to give


@dataclass(frozen=True, slots=True)
class QuestionnaireRead:
    """A questionnaire as read: nested groups laid out in reading order."""

    id: str
    url: str
    version: str
    title: str
    loinc: tuple[str, ...]
    questions: tuple[Question, ...]
    by_link: Mapping[str, Question] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_link", {one.link_id: one for one in self.questions})

    def question(self, link_id: str) -> Question | None:
        """Return a question by its link id."""
        return self.by_link.get(link_id)


def write_questionnaire(instrument: Instrument, *, base: str = BASE) -> dict[str, Any]:
    """Return an instrument as a Questionnaire.

    Words stand in it only where the licence lets everybody have them (class A); other questions have their number.
    """
    words = may_show_text(instrument)
    address, _, version = canonical(instrument, base).partition("|")
    found: dict[str, Any] = {
        "resourceType": "Questionnaire",
        "id": instrument.key,
        "url": address,
        "version": version,
        "name": "".join(part.capitalize() for part in instrument.key.split("-")),
        "title": instrument.full_name,
        "status": "active" if instrument.shipped_on else "draft",
        "subjectType": ["Patient"],
        "copyright": f"{instrument.licence.holder}. {instrument.licence.terms}",
    }
    if panel := instrument.codes.get("loinc-panel"):
        found["code"] = [coding(LOINC, panel)]
    group: dict[str, Any] = {"linkId": GROUP, "type": "group"}
    if words and instrument.instruction:
        group["text"] = instrument.instruction
    group["item"] = [_write_item(instrument, item, words, base) for item in instrument.items]
    return found | {"item": [group]}


def _write_item(instrument: Instrument, item: Item, words: bool, base: str) -> dict[str, Any]:
    found: dict[str, Any] = {"linkId": item.key}
    if item.reversed:
        found["extension"] = [{"url": base + REVERSED, "valueBoolean": True}]
    if item.loinc:
        found["code"] = [coding(LOINC, item.loinc)]
    found["prefix"] = item.key
    if words and item.text:
        found["text"] = item.text
    if len(item.legal) > WIDE:
        ends = [(MIN_VALUE, item.low), (MAX_VALUE, item.high)]
        return found | {
            "extension": [
                *found.get("extension", ()),
                *({"url": url, "valueInteger": end} for url, end in ends),
            ],
            "type": "integer",
            "required": False,
        }
    options = [
        {"extension": [weight_extension(value)], "valueCoding": answer_coding(instrument, item, value, base)}
        for value in item.legal
    ]
    return found | {"type": "choice", "required": False, "answerOption": options}


def read_questionnaire(found: Mapping[str, Any], path: str = "") -> QuestionnaireRead:
    """Read a Questionnaire: every item with its options and weights, however deep its group.

    Weights (``itemWeight`` or ``ordinalValue``) are read on the option, on its Coding, and in contained value sets
    and code systems. Raises FhirFault for another release, wrong types, a missing or repeated link id.
    """
    node = resource(found, "Questionnaire", path)
    node.code("status", STATUS)
    sets = _value_sets(node)
    questions = tuple(_walk(node, "", sets))
    _refuse_twins(questions)
    return QuestionnaireRead(
        id=node.text("id"),
        url=node.text("url"),
        version=node.text("version"),
        title=node.text("title"),
        loinc=_loinc(node),
        questions=questions,
    )


def _walk(node: Node, group: str, sets: Mapping[str, tuple[Option, ...]]) -> Iterator[Question]:
    for item in node.children("item"):
        refuse_modifiers(item)
        if (kind := item.text("type")) in LATER:
            raise FhirFault("other_release", f"{item.path}.type", release=LATER[kind], sign=f"type {kind}")
        if "option" in item.value or "options" in item.value:
            raise FhirFault("other_release", item.path, release="STU3", sign="option")
        yield Question(
            link_id=item.need("linkId"),
            path=item.path,
            type=item.code("type", TYPES),
            text=item.text("text"),
            loinc=_loinc(item),
            options=_options(item, sets),
            group=group,
            read_only=item.flag("readOnly"),
            ends=(_end(item, MIN_VALUE), _end(item, MAX_VALUE)),
        )
        yield from _walk(item, item.need("linkId"), sets)


def _refuse_twins(questions: tuple[Question, ...]) -> None:
    seen: set[str] = set()
    for question in questions:
        if question.link_id in seen:
            raise FhirFault("twice", question.path, name=question.link_id)
        seen.add(question.link_id)


def _loinc(node: Node) -> tuple[str, ...]:
    return tuple(one.text("code") for one in node.children("code") if one.text("system") == LOINC)


def _end(item: Node, url: str) -> float | None:
    """Return one end of a number to give, None where the questionnaire sets none."""
    found = next(iter(item.extensions(url)), None)
    if found is None:
        return None
    return next((found.number(one) for one in ("valueInteger", "valueDecimal") if one in found.value), None)


def _few(node: Node, name: str) -> tuple[Node, ...]:
    """Return a list of options, refused when no person could read them all."""
    found = node.children(name)
    if len(found) > MOST_OPTIONS:
        raise FhirFault("too_many", f"{node.path}.{name}", most=MOST_OPTIONS)
    return found


def _options(item: Node, sets: Mapping[str, tuple[Option, ...]]) -> tuple[Option, ...]:
    """Return what an item offers: its own options, else those of the value set that it names."""
    own = tuple(_option(one, sets) for one in _few(item, "answerOption"))
    address = item.text("answerValueSet")
    return own or sets.get(address.partition("|")[0], ())


def _option(node: Node, sets: Mapping[str, tuple[Option, ...]]) -> Option:
    name = node.chosen()
    if name in ("valueInteger", "valueDecimal"):
        number = node.number(name)
        weight = weight_of(node)
        return Option("", f"{number}", "", number if weight is None else weight)
    if name != "valueCoding":
        return Option(
            "",
            node.text(name) if name in ("valueString", "valueDate", "valueTime") else "",
            "",
            weight_of(node),
        )
    chosen = node.child(name)
    if chosen is None:  # ``chosen`` found it a moment ago
        raise FhirFault("missing", node.path, name=name)
    system, code = chosen.text("system"), chosen.text("code")
    weight = weight_of(node, chosen)
    if weight is None:
        weight = next((one.weight for one in sets.get(system, ()) if one.code == code), None)
    return Option(system, code, chosen.text("display"), weight)


def _value_sets(node: Node) -> dict[str, tuple[Option, ...]]:
    """Return the options of contained value sets and code systems, by ``#id`` and by their address."""
    found: dict[str, tuple[Option, ...]] = {}
    kept = node.children("contained")
    for one in sorted(kept, key=lambda one: one.text("resourceType") != "CodeSystem"):  # weights first
        if one.text("resourceType") == "CodeSystem":
            options = _concepts(one, one.text("url"), found)
        elif one.text("resourceType") == "ValueSet":
            options = _in_set(one, found)
        else:
            continue
        found |= {name: options for name in (f"#{one.text('id')}", one.text("url")) if name.strip("#")}
    return found


def _in_set(node: Node, systems: Mapping[str, tuple[Option, ...]]) -> tuple[Option, ...]:
    compose, expansion = node.child("compose"), node.child("expansion")
    found: list[Option] = []
    for include in compose.children("include") if compose else ():
        system = include.text("system")
        found += _concepts(include, system, systems) or systems.get(system, ())
    for one in _few(expansion, "contains") if expansion else ():
        found.append(_concept(one, one.text("system"), systems))
    return tuple(found)


def _concepts(node: Node, system: str, systems: Mapping[str, tuple[Option, ...]]) -> tuple[Option, ...]:
    return tuple(_concept(one, system, systems) for one in _few(node, "concept"))


def _concept(node: Node, system: str, systems: Mapping[str, tuple[Option, ...]]) -> Option:
    code, weight = node.text("code"), weight_of(node)
    if weight is None:
        weight = next((one.weight for one in systems.get(system, ()) if one.code == code), None)
    return Option(system, code, node.text("display"), weight)
