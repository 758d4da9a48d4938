"""Instruments as FHIR R4 questionnaires, and questionnaires of others read."""

from __future__ import annotations

import json

import pytest

from ownwords.measures.method.catalogue import instrument, instruments
from ownwords.measures.method.definitions import Instrument, LicenceClass
from ownwords.measures.method.fhir.codes import BASE, ITEM_WEIGHT, ORDINAL_VALUE, snomed_map
from ownwords.measures.method.fhir.questionnaire import read_questionnaire, write_questionnaire
from ownwords.measures.method.fhir.remarks import FhirFault
from tests.measures.method.fhir_files import example

ALL = pytest.mark.parametrize("one", instruments().values(), ids=lambda one: one.key)
LOINC = "http://loinc.org"


@ALL
def test_every_instrument_comes_back_from_its_questionnaire(one: Instrument) -> None:
    """measures 23: definition -> Questionnaire -> the same items, answers, weights and codes."""
    read = read_questionnaire(json.loads(json.dumps(write_questionnaire(one))))
    assert read.url == f"{BASE}/Questionnaire/{one.key}"
    assert read.version
    assert not any(sign.isspace() for sign in read.version)
    questions = [question for question in read.questions if question.type != "group"]
    assert [question.link_id for question in questions] == [item.key for item in one.items]
    for question, item in zip(questions, one.items, strict=True):
        weights = tuple(option.weight for option in question.options)
        assert weights == item.legal or question.ends == (item.low, item.high)
        assert question.loinc == ((item.loinc,) if item.loinc else ())
        assert question.group == "questions"


@ALL
def test_words_leave_only_where_the_licence_lets_everybody_have_them(one: Instrument) -> None:
    """measures 8: no text of class B and C, not even where a site has put it in."""
    words = {"text", "display"}
    written = write_questionnaire(one)
    found = json.dumps(written["item"])
    has = any(f'"{name}": ' in found for name in words)
    assert has == (one.licence.klass is LicenceClass.A)


def test_weights_are_written_under_the_present_name() -> None:
    """measures 4.1: read both, write one."""
    written = json.dumps(write_questionnaire(instrument("phq-9")))
    assert ITEM_WEIGHT in written
    assert ORDINAL_VALUE not in written


def a_questionnaire(item: dict[str, object], **more: object) -> dict[str, object]:
    """Return a questionnaire with one question three groups deep."""
    for level in ("c", "b", "a"):
        item = {"linkId": level, "type": "group", "item": [item]}
    return {"resourceType": "Questionnaire", "status": "active", "item": [item], **more}


@pytest.mark.parametrize("url", [ITEM_WEIGHT, ORDINAL_VALUE])
@pytest.mark.parametrize("place", ["option", "coding", "value set", "expansion", "code system"])
def test_weights_are_read_under_both_names_wherever_they_stand(url: str, place: str) -> None:
    """measures 23: ordinalValue and itemWeight, on the option, its Coding, a value set, a code system."""
    weight = [{"url": url, "valueDecimal": 2}]
    chosen: dict[str, object] = {"system": "urn:s", "code": "often"}
    concept = {"code": "often", "extension": weight}
    contained: list[dict[str, object]] = []
    option: dict[str, object] = {"valueCoding": chosen}
    item: dict[str, object] = {"linkId": "q", "type": "choice", "answerOption": [option]}
    if place == "option":
        option["extension"] = weight
    elif place == "coding":
        chosen["extension"] = weight
    elif place == "code system":
        contained = [
            {"resourceType": "ValueSet", "id": "v", "compose": {"include": [{"system": "urn:s"}]}},
            {"resourceType": "CodeSystem", "id": "s", "url": "urn:s", "concept": [concept]},
        ]
        item = {"linkId": "q", "type": "choice", "answerValueSet": "#v"}
    else:
        inside = {"compose": {"include": [{"system": "urn:s", "concept": [concept]}]}}
        listed = {"expansion": {"contains": [concept | {"system": "urn:s"}]}}
        contained = [{"resourceType": "ValueSet", "id": "v"} | (inside if place == "value set" else listed)]
        item = {"linkId": "q", "type": "choice", "answerValueSet": "#v"}
    question = read_questionnaire(a_questionnaire(item, contained=contained)).question("q")
    assert question is not None
    assert (question.group, [(one.code, one.weight) for one in question.options]) == ("c", [("often", 2.0)])


def test_a_link_id_twice_is_refused_with_its_place() -> None:
    """R4: link ids are unique within a questionnaire, or no answer can be placed."""
    one = {"linkId": "a", "type": "string"}
    with pytest.raises(
        FhirFault, match=r"Questionnaire\.item\[0\]\.item\[0\]\.item\[0\]\.item\[0\]: “a” stands twice"
    ):
        read_questionnaire(a_questionnaire(one))


def test_the_weights_of_the_guides_own_example_are_found() -> None:
    """HL7/sdc: weights on the concepts of a contained value set, old name, questions in a group."""
    read = read_questionnaire(example("sdc-phq9-questionnaire"))
    question = read.question("H1/T1/Q5")
    assert question is not None
    assert {one.code: one.weight for one in question.options}["More than half the days"] == 2


def test_answers_that_are_reversed_are_marked() -> None:
    """A weight is the answer as given: whoever adds CORE-10 up elsewhere must turn two questions round."""
    items = write_questionnaire(instrument("core-10"))["item"][0]["item"]
    assert [item["linkId"] for item in items if "reversed" in json.dumps(item.get("extension", ""))] == [
        "2",
        "3",
    ]


def check_digit_fits(code: str) -> bool:
    """Verhoeff's check, which every SNOMED CT identifier passes."""
    turned = [[(i + j) % 5 if j < 5 else 5 + (i + j) % 5 for j in range(10)] for i in range(5)]
    turned += [[5 + (i - j) % 5 if j < 5 else (i - j) % 5 for j in range(10)] for i in range(5, 10)]
    first = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4]
    check = 0
    for place, figure in enumerate(reversed(code)):
        moved = int(figure)
        for _ in range(place % 8):
            moved = first[moved]
        check = turned[check][moved]
    return check == 0


def test_the_snomed_map_names_scores_that_are_here_with_numbers_that_fit() -> None:
    """measures 3: an optional map with its source; every number passes its check digit."""
    found = snomed_map()
    assert "NHS England" in found.attribution
    for (key, score), concept in found.scores.items():
        assert check_digit_fits(concept)
        assert instrument(key).score(score).snomed in ("", concept)
        assert found.named(concept) == (key, score)
    assert all(check_digit_fits(code) for code in (*found.legacy, *found.items.values()))
    assert all(instrument(key).item(item) for key, item in found.items)
    assert not check_digit_fits("1037701000000102")
