"""One answer of a stranger's response: a number of ours, one of the other things, or something kept aside."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass

from ownwords.measures.method.definitions import Given, Instrument, Item
from ownwords.measures.method.fhir.codes import (
    ABSENT_CODES,
    BASE,
    DATA_ABSENT,
    HOW_GIVEN,
    is_loinc,
    weight_of,
)
from ownwords.measures.method.fhir.questionnaire import Option, Question
from ownwords.measures.method.fhir.reader import Node
from ownwords.measures.method.fhir.remarks import Remark, remark

_WHOLE = re.compile(r"\s*([+-]?\d{1,9})(?:\.0+)?\s*$")
_ABSENT = {code: given for given, code in ABSENT_CODES.items()}


@dataclass(frozen=True, slots=True)
class Taken:
    """What one answer came to: a value, or None with a remark that says why and repeats what stood there."""

    value: int | Given | None
    path: str
    shown: str = ""
    remarks: tuple[Remark, ...] = ()


def as_json(node: Node) -> str:
    """Return what stands at a node, so that nothing of it is lost."""
    return json.dumps(node.value, ensure_ascii=False, sort_keys=True)


def how_given(item: Node, base: str = BASE) -> tuple[Given | None, str]:
    """Return (why there is no answer, the reason's code), (None, "") where no reason stands there.

    Looked for on the item, on its answers, on their values, and on the shadow (``_value...``) of a primitive one.
    A reason that we have no word for counts as blank; its code says which it was.
    """
    places = [item]
    for answer in item.children("answer"):
        places.append(answer)
        for name in (answer.chosen(), *(name for name in answer.value if name.startswith("_value"))):
            if isinstance(answer.value.get(name), dict) and (inner := answer.child(name)):
                places.append(inner)
    for place in places:
        for extension in place.extensions(base + HOW_GIVEN):
            if extension.text("valueCode") == Given.NOT_CHOSEN:
                return Given.NOT_CHOSEN, Given.NOT_CHOSEN.value
        for extension in place.extensions(DATA_ABSENT):
            code = extension.text("valueCode")
            return _ABSENT.get(code, Given.BLANK), code
    return None, ""


def has_value(answer: Node) -> bool:
    """Whether an answer says something: a value with more in it than a reason for having none."""
    name = answer.chosen()
    if not name:
        return False
    value = answer.value[name]
    return not isinstance(value, dict) or any(key not in ("extension", "id") for key in value)


@dataclass(frozen=True, slots=True)
class Taker:
    """Takes answers to one item of one instrument."""

    instrument: Instrument
    item: Item
    link_id: str
    question: Question | None  # as the questionnaire that came with it has it
    base: str = BASE

    def take(self, answer: Node) -> Taken:
        """Return what an answer comes to. Wrong kinds of value, codes and numbers are kept aside, never guessed."""
        name = answer.chosen()
        path = f"{answer.path}.{name}"
        if name == "valueCoding" and (chosen := answer.child(name)):
            return self._coding(chosen, answer)
        if name == "valueQuantity" and (quantity := answer.child(name)):
            return self._number(quantity.number("value"), path, answer)
        if name in ("valueInteger", "valueDecimal"):
            return self._number(answer.number(name), path, answer)
        if name == "valueString" and (written := _WHOLE.match(answer.text(name))):
            noted = remark("number_as_text", path, value=answer.text(name))
            return self._number(int(written.group(1)), path, answer, noted)
        return self._aside(
            "wrong_value", path, answer, found=name.removeprefix("value") or "nothing", link=self.link_id
        )

    def _aside(self, key: str, path: str, node: Node, **details: object) -> Taken:
        details.setdefault("value", as_json(node))
        return Taken(None, path, as_json(node), (remark(key, path, **details),))

    def _number(self, number: float | None, path: str, node: Node, *noted: Remark) -> Taken:
        if number is None:
            return self._aside("wrong_value", path, node, found="nothing", link=self.link_id)
        if number not in self.item.legal:
            legal = ", ".join(map(str, self.item.legal))
            return self._aside("out_of_range", path, node, value=number, link=self.link_id, legal=legal)
        return Taken(int(number), path, as_json(node), noted)

    def _coding(self, chosen: Node, answer: Node) -> Taken:
        """Take a code: its weight on the answer first, then the questionnaire's, then what our own edition says."""
        system, code = chosen.text("system"), chosen.text("code")
        own, offered = self._own(system, code), self._offered(system, code)
        weight = weight_of(chosen, answer)
        if weight is None and offered:
            weight = offered.weight
        if own is None and self._foreign(system, code, offered, weight):
            return self._aside("wrong_system", chosen.path, answer, value=code, system=system)
        if weight is None and own is None:
            return self._aside("unknown_code", chosen.path, answer, value=code or chosen.text("display"))
        if weight is not None and own is not None and weight != own:
            return self._aside("weights_differ", chosen.path, answer, value=code, weight=weight, own=own)
        noted = () if system else (remark("no_system", chosen.path, value=code),)
        return self._number(own if weight is None else weight, chosen.path, answer, *noted)

    def _own(self, system: str, code: str) -> int | None:
        """Return the number of one of our own answers by its code, None where the code is not ours."""
        if (
            system == f"{self.base}/CodeSystem/answers"
            and code.isascii()
            and code.isdigit()
            and len(code) < 10
        ):
            return int(code)
        if system and not is_loinc(system):
            return None
        anchors = self.item.anchors or self.instrument.anchors
        return next((one.value for one in anchors if one.code and one.code == code), None)

    def _offered(self, system: str, code: str) -> Option | None:
        options = self.question.options if self.question else ()
        return next(
            (one for one in options if one.code == code and (not system or one.system in ("", system))), None
        )

    def _foreign(self, system: str, code: str, offered: Option | None, weight: float | None) -> bool:
        """Whether a code comes from a system that cannot have it: LOINC's code elsewhere, or one that nobody offers."""
        if not system or offered:
            return False
        anchors = self.item.anchors or self.instrument.anchors
        stolen = any(one.code and one.code == code for one in anchors)
        return stolen or (weight is None and not is_loinc(system))
