"""Two evaluators that know nothing of each other agree: our scoring, and a FHIRPath engine on the written responses."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from fractions import Fraction
from math import floor
from typing import Any

import fhirpathpy
import pytest
from fhirpathpy.models import models

from ownwords.measures.method.catalogue import instrument, instruments
from ownwords.measures.method.definitions import Given, Instrument, LicenceClass
from ownwords.measures.method.fhir.response import Administration, write_response
from ownwords.measures.method.scoring import score

RESPONSES = 10_000
CLASS_A = [one.key for one in instruments().values() if one.licence.klass is LicenceClass.A]
SUMS = {
    "gad-7": (7, 1),
    "pcl-5": (20, 0),
    "phq-9": (9, 2),
    "qpr-15": (15, 2),
}  # items that count, most missing
ITQ = (("1", "2"), ("3", "4"), ("5", "6"), ("7", "8", "9"))
ITQ_SELF = (("10", "11"), ("12", "13"), ("14", "15"), ("16", "17", "18"))

#: The answers that a walk through all groups reaches: ``repeat(item)``, because ``item`` stops at the first level.
#: Nothing dearer: the walk costs the engine 10 to 40 microseconds an answer, and there are half a million of them.
ANSWERS = "item.first().repeat(item).answer.value"


def engine(expression: str) -> Callable[[dict[str, Any]], list[Any]]:
    """Compile once, with the R4 model: without it ``value`` finds nothing and everything scores 0."""
    return fhirpathpy.compile(expression, models["r4"])


def drawn(one: Instrument, missing: float) -> Iterator[tuple[dict[str, int | Given], dict[str, Any]]]:
    """Give random answers and a response that holds them: integers, in a group, some blank and some not there at all.

    The PHQ-9's tenth question, which never counts, stands outside the group, as it does on paper.
    """
    chance = random.Random(20261122)
    for _ in range(RESPONSES):
        answers: dict[str, int | Given] = {
            item.key: chance.choice(item.legal) for item in one.items if chance.random() >= missing
        }
        if missing and chance.random() < 0.1:
            answers[chance.choice(one.items).key] = Given.BLANK
        items = [
            {"linkId": key} | ({} if value is Given.BLANK else {"answer": [{"valueInteger": value}]})
            for key, value in answers.items()
        ]
        inside = [item for item in items if (one.key, item["linkId"]) != ("phq-9", "10")]
        outside = items[len(inside) :]
        group = {"linkId": "g", "item": inside}
        yield answers, {"resourceType": "QuestionnaireResponse", "item": [group, *outside]}


def by_the_book(values: list[int], items: int, most_missing: int) -> int | None:
    """Return the prorated sum, half up, of what the engine reached. Written apart from ours, in fractions."""
    if items - len(values) > most_missing:
        return None
    return floor(Fraction(sum(values) * items, len(values)) + Fraction(1, 2))


@pytest.mark.parametrize("key", sorted(SUMS))
def test_two_evaluators_agree_on_every_sum(key: str) -> None:
    """measures 24: 10,000 random responses of every class A instrument that is a sum."""
    one, (items, most), evaluate = instrument(key), SUMS[key], engine(ANSWERS)
    scored = 0
    for answers, response in drawn(one, missing=0.03):
        values = evaluate(response)
        mine = score(one, answers).scores[0]
        assert (mine.answered, mine.value) == (len(values), by_the_book(values, items, most)), answers
        scored += mine.value is not None
    assert RESPONSES * 0.3 < scored < RESPONSES


def test_two_evaluators_agree_on_the_two_patterns_of_the_itq() -> None:
    """measures 24: the one class A instrument that is no sum; complete responses, 10,000 of them."""
    one, evaluate = instrument("itq"), engine(ANSWERS)
    seen = set()
    for answers, response in drawn(one, missing=0):
        values = evaluate(response)
        high = {str(place) for place, value in enumerate(values, 1) if value >= 2}
        trauma = all(high & set(group) for group in ITQ)
        itself = all(high & set(group) for group in ITQ_SELF)
        expected = ("complex-ptsd" if itself else "ptsd") if trauma else "neither"
        finding = score(one, answers).finding
        assert finding is not None
        assert finding.outcome == expected, answers
        seen.add(expected)
    assert seen == {"neither", "ptsd", "complex-ptsd"}


def test_no_class_a_instrument_is_left_out() -> None:
    """A new one must be added here. A single question is its own answer: there is nothing to add up."""
    assert sorted([*SUMS, "itq", "ons-loneliness"]) == CLASS_A
    assert len(instrument("ons-loneliness").items) == 1


def test_the_engine_reads_the_weights_that_we_write() -> None:
    """The responses that we really write: codes with ``itemWeight``; an engine elsewhere comes to our total."""
    one = instrument("phq-9")
    weights = (
        "repeat(item).where(linkId != '10').answer.value.extension('http://hl7.org/fhir/StructureDefinition/itemWeight')"
        ".value.select(toDecimal()).sum()"
    )
    evaluate, chance = engine(weights), random.Random(3)
    for _ in range(50):
        answers = {item.key: chance.choice(item.legal) for item in one.items}
        written = write_response(Administration("phq-9", one.edition, answers, None), one)
        assert evaluate(written) == [score(one, answers).scores[0].value]


def test_an_engine_without_repeat_reaches_nothing() -> None:
    """The guide's own expression walks one level while the questions stand in a group: why ``repeat(item)`` is used."""
    _, response = next(drawn(instrument("phq-9"), missing=0))
    assert len(engine("item.answer.value")(response)) == 1  # the tenth, which never counts
    assert len(engine("repeat(item).answer.value")(response)) == 10
    assert len(engine(ANSWERS)(response)) == 9
