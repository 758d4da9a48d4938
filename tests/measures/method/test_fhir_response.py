"""Administrations as FHIR R4 responses and back; responses of others read, with everything odd about them said."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ownwords.measures.method.catalogue import instrument, instruments
from ownwords.measures.method.definitions import Given, Instrument
from ownwords.measures.method.fhir.codes import BASE, DATA_ABSENT, ITEM_WEIGHT, ORDINAL_VALUE
from ownwords.measures.method.fhir.questionnaire import read_questionnaire
from ownwords.measures.method.fhir.remarks import FhirFault
from ownwords.measures.method.fhir.response import Administration, ResponseRead, write_response
from ownwords.measures.method.fhir.response_read import check_totals, read_response
from ownwords.measures.method.scoring import score

PHQ = instrument("phq-9")
LOINC = "http://loinc.org"


def ways(one: Instrument) -> st.SearchStrategy[dict[str, int | Given]]:
    """Return every way of filling in an instrument, half-filled and with every kind of no answer."""
    none = [Given.BLANK, Given.NOT_APPLICABLE, Given.RATHER_NOT]
    of_item = {
        item.key: st.sampled_from(
            [*item.legal, *none, *([Given.NOT_CHOSEN] if item.may_not_be_chosen else [])]
        )
        for item in one.items
    }
    return st.fixed_dictionaries({}, optional=of_item)


@settings(max_examples=20)
@pytest.mark.parametrize("one", instruments().values(), ids=lambda one: one.key)
@given(data=st.data())
def test_every_administration_comes_back_equal(one: Instrument, data: st.DataObject) -> None:
    """measures 23 and 3: round trip, with 0, blank, not applicable, rather not, not chosen and never shown apart."""
    kept = Administration(
        instrument=one.key,
        edition=one.edition,
        answers=data.draw(ways(one)),
        when=data.draw(st.dates() | st.datetimes(timezones=st.just(UTC)) | st.none()),
        status=data.draw(st.sampled_from(["completed", "in-progress", "stopped", "amended"])),
        mode=data.draw(st.sampled_from(["", "self", "together", "link", "read_aloud", "paper", "imported"])),
        subject="Patient/1",
        author="Practitioner/2",
        source="Patient/1",
        id="r-1",
    )
    read = read_response(json.loads(json.dumps(write_response(kept, one))), one)
    assert read.administration == kept
    assert (read.strays, read.totals) == ((), ())
    assert {remark.key for remark in read.remarks} <= {"no_date"}


@settings(max_examples=10)
@pytest.mark.parametrize("one", instruments().values(), ids=lambda one: one.key)
@given(data=st.data())
def test_scores_are_the_same_after_the_round_trip(one: Instrument, data: st.DataObject) -> None:
    """measures 3: no answer becomes another by export and reload."""
    answers = data.draw(ways(one))
    kept = Administration(one.key, one.edition, answers, date(2026, 1, 1))
    assert score(one, read_response(write_response(kept, one), one).administration.answers) == score(
        one, answers
    )


def test_a_form_half_filled_stays_half_filled() -> None:
    """measures 23: in progress; what was not reached is not there, what was left empty is."""
    kept = Administration(
        "phq-9", PHQ.edition, {"1": 0, "2": Given.BLANK}, date(2026, 1, 1), status="in-progress"
    )
    written = write_response(kept, PHQ)
    assert written["status"] == "in-progress"
    assert [item["linkId"] for item in written["item"][0]["item"]] == ["1", "2"]
    assert read_response(written, PHQ).administration.answers == {"1": 0, "2": Given.BLANK}


def test_what_is_no_answer_is_not_written() -> None:
    """An export never makes a number legal."""
    with pytest.raises(ValueError, match="4 is no answer to item 1"):
        write_response(Administration("phq-9", PHQ.edition, {"1": 4}, None), PHQ)
    with pytest.raises(KeyError, match="phq-9 has no item"):
        write_response(Administration("phq-9", PHQ.edition, {"11": 1}, None), PHQ)


def a_response(*items: dict[str, Any], **more: Any) -> dict[str, Any]:
    """Return a response to our own PHQ-9."""
    return {
        "resourceType": "QuestionnaireResponse",
        "questionnaire": f"{BASE}/Questionnaire/phq-9",
        "status": "completed",
        "authored": "2026-01-01",
        "item": list(items),
        **more,
    }


def answered(link: str, *values: dict[str, Any], **more: Any) -> dict[str, Any]:
    """Return one item with its answers."""
    return {"linkId": link, "answer": list(values), **more}


def read(*items: dict[str, Any], **more: Any) -> ResponseRead:
    """Read a response to our own PHQ-9."""
    return read_response(a_response(*items, **more), PHQ)


def weighing(number: int, url: str = ITEM_WEIGHT) -> dict[str, Any]:
    """Return the extension that gives an answer its weight."""
    return {"extension": [{"url": url, "valueDecimal": number}]}


def keys(found: ResponseRead) -> list[str]:
    """Return what was remarked on."""
    return [remark.key for remark in found.remarks]


@pytest.mark.parametrize(
    ("value", "number"),
    [
        ({"valueInteger": 2}, 2),
        ({"valueDecimal": 2.0}, 2),
        ({"valueQuantity": {"value": 2}}, 2),
        ({"valueCoding": {"system": LOINC, "code": "LA6570-1"}}, 2),
        (
            {
                "valueCoding": {
                    "system": "urn:x",
                    "code": "b",
                    "extension": [{"url": ITEM_WEIGHT, "valueDecimal": 2}],
                }
            },
            2,
        ),
        (
            {
                "valueCoding": {
                    "system": "urn:x",
                    "code": "b",
                    "extension": [{"url": ORDINAL_VALUE, "valueDecimal": 0}],
                }
            },
            0,
        ),
        (
            {
                "valueCoding": {"code": "b", "system": "urn:x"},
                "extension": [{"url": ITEM_WEIGHT, "valueInteger": 3}],
            },
            3,
        ),
    ],
)
def test_an_answer_is_read_in_each_of_its_forms(value: dict[str, Any], number: int) -> None:
    """measures 4.1: integers, decimals, quantities, codes, weights under both names."""
    found = read(answered("1", value))
    assert (found.administration.answers, keys(found), found.whole) == ({"1": number}, [], True)


@pytest.mark.parametrize(
    ("value", "key"),
    [
        ({"valueInteger": 4}, "out_of_range"),
        ({"valueInteger": -1}, "out_of_range"),
        ({"valueDecimal": 1.5}, "out_of_range"),
        ({"valueBoolean": True}, "wrong_value"),
        ({"valueString": "often"}, "wrong_value"),
        ({"valueDate": "2026-01-01"}, "wrong_value"),
        ({"valueQuantity": {"unit": "x"}}, "wrong_value"),
        ({"valueCoding": {"system": "http://snomed.info/sct", "code": "LA6570-1"}}, "wrong_system"),
        ({"valueCoding": {"system": "urn:x", "code": "b"}}, "wrong_system"),
        ({"valueCoding": {"system": LOINC, "code": "LA1-1"}}, "unknown_code"),
        ({"valueCoding": {"display": "Not at all"}}, "unknown_code"),
        (
            {
                "valueCoding": {
                    "system": LOINC,
                    "code": "LA6570-1",
                    "extension": [{"url": ITEM_WEIGHT, "valueDecimal": 3}],
                }
            },
            "weights_differ",
        ),
    ],
)
def test_what_is_no_answer_is_kept_aside_with_its_place(value: dict[str, Any], key: str) -> None:
    """measures 23: wrong numbers, kinds, systems and weights are told and kept, never guessed, never dropped."""
    found = read(answered("1", value), answered("2", {"valueInteger": 1}))
    assert found.administration.answers == {"1": Given.BLANK, "2": 1}
    assert keys(found) == [key]
    assert found.remarks[0].path.startswith("QuestionnaireResponse.item[0].answer[0]")
    assert json.loads(found.strays[0].value) in (value, value.get("valueCoding"))
    assert not found.whole


def test_a_number_written_as_text_is_read_and_told() -> None:
    """Bad input: text in a number."""
    found = read(answered("1", {"valueString": " 2 "}))
    assert (found.administration.answers, keys(found)) == ({"1": 2}, ["number_as_text"])


def test_the_same_question_twice_counts_once_when_both_agree_and_not_at_all_when_they_do_not() -> None:
    """Bad input: the same answer twice."""
    same = read(answered("1", {"valueInteger": 2}), answered("1", {"valueInteger": 2}))
    assert (same.administration.answers, keys(same)) == ({"1": 2}, ["twice_same"])
    other = read(answered("1", {"valueInteger": 2}), answered("1", {"valueInteger": 0}))
    assert (other.administration.answers, keys(other)) == ({"1": Given.BLANK}, ["twice_different"])
    assert [json.loads(one.value)["valueInteger"] for one in other.strays] == [2, 0]
    inside = read(answered("1", {"valueInteger": 2}, {"valueInteger": 3}))
    assert (inside.administration.answers, keys(inside)) == ({"1": Given.BLANK}, ["twice_different"])


def test_questions_in_groups_and_under_answers_are_read() -> None:
    """measures 23: nested groups, and questions that stand under an answer."""
    under = answered("1", {"valueInteger": 1, "item": [answered("2", {"valueInteger": 2})]})
    found = read(
        {"linkId": "g", "item": [{"linkId": "h", "item": [under]}]}, answered("3", {"valueInteger": 0})
    )
    assert found.administration.answers == {"1": 1, "2": 2, "3": 0}
    assert found.strays == ()


def test_an_unknown_question_is_kept_with_everything_answered_to_it() -> None:
    """measures 23: a link id that is not there is reported with its values."""
    found = read(answered("99", {"valueString": "a"}, {"valueString": "b"}), {"linkId": "98"})
    assert [(one.link_id, one.value) for one in found.strays] == [
        ("99", '{"valueString": "a"}'),
        ("99", '{"valueString": "b"}'),
        ("98", ""),
    ]
    assert keys(found) == ["unknown_link", "unknown_link"]


@pytest.mark.parametrize(
    ("code", "given", "told"),
    [
        ("not-applicable", Given.NOT_APPLICABLE, []),
        ("asked-declined", Given.RATHER_NOT, []),
        ("asked-unknown", Given.BLANK, ["absent_reason"]),
        ("masked", Given.BLANK, ["absent_reason"]),
    ],
)
def test_a_reason_for_no_answer_is_read_wherever_it_stands(code: str, given: Given, told: list[str]) -> None:
    """measures 3: data-absent-reason on the item, the answer, its Coding, or the shadow of a plain value."""
    reason = {"extension": [{"url": DATA_ABSENT, "valueCode": code}]}
    places: list[dict[str, Any]] = [
        {"linkId": "1", **reason},
        answered("1", reason),
        answered("1", {"valueCoding": reason}),
        answered("1", {"_valueInteger": reason}),
    ]
    for place in places:
        found = read(place)
        assert (found.administration.answers, keys(found)) == ({"1": given}, told)


def test_an_answer_beside_a_reason_for_having_none_counts_as_neither() -> None:
    """Contradictions are told, not settled."""
    reason = [{"url": DATA_ABSENT, "valueCode": "asked-declined"}]
    found = read(answered("1", {"valueInteger": 2}, extension=reason))
    assert (found.administration.answers, keys(found)) == ({"1": Given.BLANK}, ["value_and_reason"])
    assert "2" in found.strays[0].value


def test_not_chosen_is_read_only_where_it_can_be_said() -> None:
    """measures 3: on INSPIRE it leaves a question out; on the PHQ-9 it is a blank, and told."""
    extension = [{"url": f"{BASE}/StructureDefinition/how-given", "valueCode": "not_chosen"}]
    found = read({"linkId": "1", "extension": extension})
    assert (found.administration.answers, keys(found)) == ({"1": Given.BLANK}, ["absent_reason"])


def test_a_questions_words_are_enough_where_we_may_know_them() -> None:
    """A stranger's link ids: matched by LOINC or by the very words; anything else is left to the reader."""
    words = PHQ.item("4").text.upper() + "?"
    found = read_response(
        a_response(
            {"linkId": "q", "text": words, "answer": [{"valueInteger": 1}]},
            {"linkId": "x/44250-9", "answer": [{"valueInteger": 2}]},
            {"linkId": "1", "answer": [{"valueInteger": 3}]},
            questionnaire="urn:theirs",
        ),
        PHQ,
    )
    assert found.administration.answers == {"1": 2, "4": 1}
    assert [one.link_id for one in found.strays] == ["1"]


def test_what_somebody_says_about_link_ids_holds() -> None:
    """``links``: said by whoever imports."""
    found = read_response(
        a_response(
            answered("a", {"valueInteger": 1}), answered("t", {"valueDecimal": 7}), questionnaire="urn:theirs"
        ),
        PHQ,
        links={"a": "1", "t": "total"},
    )
    assert found.administration.answers == {"1": 1}
    assert [(one.score, one.value) for one in found.totals] == [("total", 7.0)]


def test_a_question_that_is_not_in_its_own_questionnaire_is_told() -> None:
    """measures 23: a link id absent from the questionnaire."""
    questionnaire = read_questionnaire(
        {"resourceType": "Questionnaire", "status": "active", "item": [{"linkId": "a", "type": "integer"}]}
    )
    found = read_response(
        a_response(answered("b", {"valueInteger": 1}), questionnaire="urn:q"),
        PHQ,
        questionnaire=questionnaire,
    )
    assert keys(found) == ["not_in_questionnaire"]


@pytest.mark.parametrize(
    ("authored", "key"), [("2026", "part_date"), ("2026-01", "part_date"), (None, "no_date")]
)
def test_a_date_without_its_day_is_kept_as_it_stands(authored: str | None, key: str) -> None:
    """Bad input: a date that does not say the day is not made one."""
    more = {} if authored is None else {"authored": authored}
    found = read_response({k: v for k, v in a_response().items() if k != "authored"} | more, PHQ)
    assert (found.administration.when, found.administration.when_text, keys(found)) == (
        None,
        authored or "",
        [key],
    )
    if authored:
        assert write_response(found.administration, PHQ)["authored"] == authored


@pytest.mark.parametrize(
    "authored", ["2026-02-30", "yesterday", "2026-01-01T10:00:00", "2026-13", "0000-01-01"]
)
def test_what_is_no_date_is_refused(authored: str) -> None:
    """R4: a moment has its zone; 30 February is none."""
    with pytest.raises(FhirFault, match=r"QuestionnaireResponse\.authored: .* is no FHIR date"):
        read(authored=authored)


def test_a_moment_keeps_its_zone() -> None:
    """What was written at ten in Lisbon in summer stays that moment."""
    found = read(authored="2026-07-01T10:00:00.123456789+01:00")
    assert found.administration.when == datetime(2026, 7, 1, 9, 0, 0, 123456, tzinfo=UTC)


def test_what_was_entered_in_error_and_what_was_not_used_are_said() -> None:
    """Nothing around the answers goes without a word."""
    found = read(status="entered-in-error", encounter={"reference": "Encounter/1"}, partOf=[])
    assert keys(found) == ["entered_in_error", "unread"]
    assert found.remarks[1].value == "encounter, partOf"


def test_another_edition_is_said() -> None:
    """measures 7: answers belong to the edition that was answered."""
    found = read(questionnaire=f"{BASE}/Questionnaire/phq-9|Welsh")
    assert (found.administration.edition, keys(found)) == ("Welsh", ["other_edition"])


def test_totals_are_compared_and_neither_number_is_replaced() -> None:
    """measures 6: a difference is told; too few answers to check is told; agreement is silent."""
    found = read(answered("total", {"valueDecimal": 13}))
    assert [remark.key for remark in check_totals(found.totals, {"total": 10})] == ["total_differs"]
    assert [remark.key for remark in check_totals(found.totals, {"total": None})] == ["total_unchecked"]
    assert check_totals(found.totals, {"total": 13}) == ()
    assert found.totals[0].value == 13
    text = read(answered("total", {"valueString": "twelve"}))
    assert (keys(text), text.totals[0].value, text.totals[0].text) == (["total_not_number"], None, "twelve")
