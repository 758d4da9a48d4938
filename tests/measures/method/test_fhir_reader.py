"""The reader of FHIR takes anything that calls itself JSON and answers with a resource or with words."""

from __future__ import annotations

import json
import time
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ownwords.measures.method.fhir.bundle import Reading
from ownwords.measures.method.fhir.reader import parse, resource
from ownwords.measures.method.fhir.remarks import FAULTS, REMARKS, FhirFault
from tests.measures.method.fhir_files import bundle, example, reading


@pytest.mark.parametrize(
    ("content", "key"),
    [
        (b"", "not_json"),
        (b"{", "not_json"),
        (b"[]", "wrong_type"),
        (b"null", "wrong_type"),
        (b"\xff\xfe{", "not_utf8"),
        (b'{"a": NaN}', "not_finite"),
        (b'{"a": -Infinity}', "not_finite"),
        (b'{"a": 1e999}', "not_finite"),
        (b'{"a": ' + b"9" * 6000 + b"}", "not_finite"),
        (b'{"a": 1, "b": {"c": 1, "c": 2}}', "twice"),
        (b'{"a": ' + b"[" * 500 + b"]" * 500 + b"}", "too_deep"),
        (b'{"a": ' + b"[" * 200_000 + b"]" * 200_000 + b"}", "too_deep"),
        (b'{"a": "\\ud800"}', "strange_sign"),
        (b'{"a": "\\u0000"}', "strange_sign"),
        (b" " * (17 * 1024 * 1024), "too_large"),
    ],
)
def test_what_cannot_be_read_is_refused_in_words(content: bytes, key: str) -> None:
    """measures 23: hostile files get a sentence that says what is wrong and what to do."""
    with pytest.raises(FhirFault) as refused:
        parse(content)
    assert refused.value.key == key
    assert str(refused.value).endswith(".")


def test_a_file_of_fifty_megabytes_is_refused_at_once() -> None:
    """measures 23: size is looked at before anything is read."""
    content = (
        b'{"resourceType":"Bundle","type":"collection","entry":[' + b'{"resource":{}},' * 3_200_000 + b"{}]}"
    )
    assert len(content) > 50_000_000
    start = time.process_time()
    with pytest.raises(FhirFault) as refused:
        reading().read_text(content)
    assert (refused.value.key, time.process_time() - start < 1) == ("too_large", True)


def test_a_file_with_a_mark_of_byte_order_is_read() -> None:
    """Windows editors put one in front of UTF-8."""
    assert parse(b"\xef\xbb\xbf" + b'{"a": "\\ud83d\\ude00"}') == {"a": "\N{GRINNING FACE}"}


@pytest.mark.parametrize(
    "found",
    [
        {"resourceType": "Questionnaire", "status": "draft", "versionAlgorithmString": "semver"},
        {"resourceType": "Questionnaire", "status": "draft", "item": [{"linkId": "1", "type": "coding"}]},
        {
            "resourceType": "Questionnaire",
            "status": "draft",
            "item": [{"linkId": "1", "type": "choice", "option": []}],
        },
        {"resourceType": "Questionnaire", "status": "draft", "group": {}},
        {"resourceType": "QuestionnaireResponse", "status": "completed", "questionnaire": {"reference": "x"}},
        {"resourceType": "Observation", "status": "final", "triggeredBy": []},
        {"resourceType": "Observation", "status": "final", "related": []},
        {"resourceType": "Goal", "status": "in-progress"},
        {"resourceType": "Goal", "lifecycleStatus": "active", "acceptance": []},
        {"resourceType": "Observation", "fhirVersion": "5.0.0"},
        {
            "resourceType": "Observation",
            "meta": {"profile": ["http://hl7.org/fhir/5.0/StructureDefinition/Observation"]},
        },
        {
            "resourceType": "Observation",
            "meta": {"profile": ["http://hl7.org/fhir/StructureDefinition/Observation|4.3.0"]},
        },
    ],
)
def test_another_release_is_refused_by_name(found: dict[str, object]) -> None:
    """measures 23: an R4 reader never takes R5 or STU3 for R4: by version, profile or shape."""
    report = reading().read(bundle(found))
    assert [fault.key for fault in report.refused] == ["other_release"]
    assert "Only R4 (4.0.1) is read here" in str(report.refused[0])


def test_a_profile_of_another_guide_is_no_release() -> None:
    """US Core 8.0.0 builds on R4: its own version is not FHIR's."""
    assert resource(example("us-core-phq9-total"), "Observation").text("status") == "final"


def test_what_changes_the_meaning_is_not_read() -> None:
    """R4: an element that must be understood, and is not, stops the reading of its resource."""
    found = example("us-core-phq9-total") | {
        "modifierExtension": [{"url": "urn:not-done", "valueBoolean": True}]
    }
    report = reading().read(bundle(found, example("us-core-phq9-response")))
    assert [fault.key for fault in report.refused] == ["must_understand"]
    assert len(report.responses) == 1


def test_a_wrong_type_names_its_place() -> None:
    """measures 23: path, what, what to do."""
    found = example("us-core-phq9-response")
    found["item"][3]["answer"] = "2"
    report = reading(instrument="phq-9").read(bundle(found))
    assert str(report.refused[0]) == (
        "Bundle.entry[0].resource.item[3].answer: Expected a list, found text. Mend the export."
    )


def test_signs_that_move_a_terminal_are_not_repeated() -> None:
    """A value that is shown in a sentence cannot rewrite the screen."""
    found = example("us-core-phq9-response")
    found["item"][0]["linkId"] = "\x1b[2J"
    report = reading(instrument="phq-9").read(found)
    assert all(remark.in_words().isprintable() for remark in report.remarks)


SIMPLE = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8)
NAMES = st.sampled_from(
    "resourceType status item answer linkId type code coding system valueCoding valueInteger valueString valueQuantity "
    "value extension url questionnaire entry resource meta profile description text contained id answerOption "
    "answerValueSet compose include concept focus reference derivedFrom lifecycleStatus authored subject "
    "effectiveDateTime dataAbsentReason valueDecimal valueCode _valueInteger modifierExtension startDate note".split()
)
WORDS = st.sampled_from(
    "Bundle Questionnaire QuestionnaireResponse Observation Goal completed final active draft collection choice group "
    "1 questions 44250-9 /44250-9 LA6568-5 http://loinc.org 44261-6 phq-9 Goal/1 2020-02-30 2020-01-01 #x".split()
)
SHAPES = st.recursive(
    SIMPLE | WORDS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(NAMES, inner, max_size=6),
    max_leaves=40,
)


def read_anything(found: object) -> None:
    """Read; everything but our own fault goes through."""
    try:
        report = reading(instrument="phq-9").read(found)  # type: ignore[arg-type]
    except FhirFault:
        return
    assert all(str(fault) for fault in report.refused)
    assert all(remark.in_words() for remark in report.remarks)


@settings(max_examples=150)
@given(SHAPES)
def test_no_shape_breaks_the_reader(found: object) -> None:
    """measures 23: random JSON raises nothing but our own error."""
    read_anything(found)


@settings(max_examples=150)
@given(
    st.sampled_from(["Questionnaire", "QuestionnaireResponse", "Observation", "Goal"]),
    st.dictionaries(NAMES, SHAPES, max_size=6),
)
def test_no_shape_of_a_resource_breaks_the_reader(kind: str, found: dict[str, object]) -> None:
    """measures 23: the same under a true resource type, alone and in a Bundle."""
    read_anything(found | {"resourceType": kind})
    read_anything(
        {
            "resourceType": "Bundle",
            "type": "collection",
            "entry": [{"resource": found | {"resourceType": kind}}],
        }
    )


@settings(max_examples=150)
@given(st.data())
def test_no_change_to_a_real_document_breaks_the_reader(data: st.DataObject) -> None:
    """measures 23: a true document with one thing in it replaced by anything."""
    name = data.draw(
        st.sampled_from(["us-core-phq9-response", "sdc-phq9-questionnaire", "us-core-phq9-total"])
    )
    document = example(name)
    at: object = document
    for _ in range(data.draw(st.integers(0, 8))):
        keys = list(at) if isinstance(at, dict) else list(range(len(at))) if isinstance(at, list) else []
        if not keys:
            break
        key = data.draw(st.sampled_from(keys))
        if data.draw(st.integers(0, 3)) == 0:
            at[key] = data.draw(SHAPES)  # type: ignore[index]
            break
        at = at[key]  # type: ignore[index]
    read_anything(document)


@settings(max_examples=200)
@given(st.text(alphabet='{}[]":,\\u0019eE+-. \n\tnulltrefas', max_size=60) | st.binary(max_size=40))
def test_no_text_breaks_the_parser(content: str | bytes) -> None:
    """measures 23: whatever the bytes are."""
    with suppress(FhirFault):
        parse(content)


def test_a_hostile_file_within_the_limit_is_read_in_bearable_time() -> None:
    """Nothing in the reader grows with the square of a file: links, options and totals are looked up, not searched."""
    many = 20_000
    items = [
        {"linkId": f"x{i}", "type": "choice", "code": [{"system": "http://loinc.org", "code": "0-0"}]}
        for i in range(many)
    ]
    answers = [{"linkId": f"x{i}", "answer": [{"valueInteger": 1}]} for i in range(many)]
    found = bundle(
        {"resourceType": "Questionnaire", "status": "draft", "url": "urn:q", "item": items},
        {
            "resourceType": "QuestionnaireResponse",
            "status": "completed",
            "questionnaire": "urn:q",
            "item": answers,
        },
    )
    start = time.process_time()
    report = Reading(reading().instruments, "phq-9").read_text(json.dumps(found))
    assert len(report.responses[0].strays) == many
    assert time.process_time() - start < 6


def test_every_sentence_can_be_said() -> None:
    """Each fault and remark is a whole sentence, so that nobody meets a bare key."""
    for words in (*FAULTS.values(), *REMARKS.values()):
        assert words.endswith((".", "}."))
