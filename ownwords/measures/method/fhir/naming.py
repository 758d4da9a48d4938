"""Which instrument a response answers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ownwords.measures.method.definitions import Instrument
from ownwords.measures.method.fhir.codes import BASE, split_canonical
from ownwords.measures.method.fhir.matching import LOINC_AT_END
from ownwords.measures.method.fhir.questionnaire import QuestionnaireRead
from ownwords.measures.method.fhir.reader import Node


def named_instrument(
    response: Node,
    instruments: Mapping[str, Instrument],
    questionnaire: QuestionnaireRead | None,
    base: str = BASE,
) -> Instrument | None:
    """Return the instrument that a response answers: by our address, by the panel's LOINC code, by its items' codes.

    By items' codes only where at least half of the instrument's coded items are there and no other instrument fits.
    """
    key, _ = split_canonical(response.text("questionnaire"), base)
    if key in instruments:
        return instruments[key]
    panels = set(questionnaire.loinc) if questionnaire else set()
    for one in instruments.values():
        if panels and one.codes.get("loinc-panel") in panels:
            return one
    codes = set(_codes_in(response, questionnaire))
    fitting = [one for one in instruments.values() if _fits(one, codes)]
    return fitting[0] if len(fitting) == 1 else None


def _fits(instrument: Instrument, codes: set[str]) -> bool:
    own = {item.loinc for item in instrument.items if item.loinc}
    return bool(own) and len(own & codes) * 2 >= len(own)


def _codes_in(node: Node, questionnaire: QuestionnaireRead | None) -> Iterable[str]:
    for item in node.children("item"):
        link = item.text("linkId")
        yield from LOINC_AT_END.findall(link)
        question = questionnaire.question(link) if questionnaire else None
        yield from question.loinc if question else ()
        yield from _codes_in(item, questionnaire)
        for answer in item.children("answer"):
            yield from _codes_in(answer, questionnaire)
