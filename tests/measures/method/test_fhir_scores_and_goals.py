"""Scores as Observations, personal lines as Goals with their ratings, and files of all of them."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ownwords.measures.method.catalogue import instrument, instruments
from ownwords.measures.method.definitions import Combine, Given
from ownwords.measures.method.fhir.bundle import as_text, write_bundle
from ownwords.measures.method.fhir.codes import BASE, SNOMED, snomed_map
from ownwords.measures.method.fhir.goal import (
    CLOSED,
    KeptLine,
    KeptRating,
    KeptWording,
    read_line,
    read_rating,
    write_line,
    write_rating,
)
from ownwords.measures.method.fhir.observation import KeptScore, read_score, write_score
from ownwords.measures.method.fhir.questionnaire import write_questionnaire
from ownwords.measures.method.fhir.remarks import FhirFault
from ownwords.measures.method.fhir.response import Administration, write_response
from tests.measures.method.fhir_files import reading

ALL = instruments()
SCORES = [
    (one.key, score.key) for one in ALL.values() for score in one.scores if score.combine is not Combine.NONE
]


@pytest.mark.parametrize(("key", "score"), SCORES)
def test_every_score_comes_back_from_its_observation(key: str, score: str) -> None:
    """measures 4.1: derived from the response, with the rule that made it, and what was stated beside it."""
    one = instrument(key)
    for value in (one.score(score).low, one.score(score).high, None):
        kept = KeptScore(
            instrument=key,
            score=score,
            value=value,
            when=date(2026, 1, 1),
            rule=one.score(score).rule.version,
            why_none="" if value is not None else "too-many-missing",
            response="QuestionnaireResponse/r",
            subject="Patient/1",
            stated=13 if value is not None else None,
            id="s",
        )
        read = read_score(json.loads(json.dumps(write_score(kept, one))), ALL)
        assert (read.kept, read.remarks) == (kept, ())


def test_a_score_that_is_not_there_is_never_0() -> None:
    """measures 4: no score and a reason."""
    written = write_score(
        KeptScore("phq-9", "total", None, date(2026, 1, 1), why_none="too-many-missing"), ALL["phq-9"]
    )
    assert "valueQuantity" not in written
    assert written["dataAbsentReason"] == {"text": "too-many-missing"}


def test_snomed_codes_are_written_and_read_only_where_they_are_switched_on() -> None:
    """measures 3: an optional map, off unless a deployment switches it on."""
    kept = KeptScore("phq-9", "total", 12, date(2026, 1, 1))
    systems = lambda found: {one["system"] for one in found["code"]["coding"]}  # noqa: E731
    assert SNOMED not in systems(write_score(kept, ALL["phq-9"]))
    assert SNOMED in systems(write_score(kept, ALL["phq-9"], snomed=snomed_map()))
    legacy = {"coding": [{"system": SNOMED, "code": "506701000000100"}]}
    found = {"resourceType": "Observation", "status": "final", "code": legacy, "valueInteger": 12}
    assert read_score(found, ALL).kept is None
    assert read_score(found, ALL, snomed=snomed_map()).kept == KeptScore("phq-9", "total", 12, None)


@pytest.mark.parametrize(("value", "kept"), [(33, False), (8, False), (4.5, True)])
def test_dialog_is_never_added_up_raw(value: float, kept: bool) -> None:
    """measures 2 and 3: its scores are means from 1 to 7; a raw sum is told and kept aside, an 8 as well."""
    code = {"coding": [{"system": f"{BASE}/CodeSystem/scores", "code": "dialog.life"}]}
    read = read_score(
        {"resourceType": "Observation", "status": "final", "code": code, "valueDecimal": value}, ALL
    )
    assert (read.kept is not None) == kept
    assert read.value == str(value)
    assert ("no_raw_sum" in {remark.key for remark in read.remarks}) == (not kept)


def test_what_has_no_sum_is_not_given_one() -> None:
    """EQ-5D's profile and the ITQ's pattern are no numbers."""
    with pytest.raises(FhirFault, match="no sum of its own"):
        write_score(KeptScore("eq-5d-5l", "profile", 11, None), instrument("eq-5d-5l"))


def test_an_answer_alone_and_an_unknown_code_are_told() -> None:
    """Nothing in a file goes without a word."""
    item = {"coding": [{"system": "http://loinc.org", "code": "44250-9"}]}
    other = {"coding": [{"system": "http://loinc.org", "code": "8867-4"}]}
    for code, key in ((item, "item_alone"), (other, "unknown_score")):
        read = read_score(
            {"resourceType": "Observation", "status": "final", "code": code, "valueInteger": 2}, ALL
        )
        assert (read.kept, [remark.key for remark in read.remarks], read.value) == (None, [key], "2")


WORDS = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=40).filter(str.strip)
WHEN = st.none() | st.dates() | st.datetimes(timezones=st.just(UTC))


@given(
    st.lists(
        st.builds(KeptWording, id=WORDS, words=WORDS, since=WHEN, low_words=st.just(""), high_words=WORDS),
        min_size=1,
        max_size=4,
    ),
    st.sampled_from(list(CLOSED)),
    st.sampled_from(["up", "down"]),
    st.none() | st.dates(),
)
def test_every_line_comes_back_from_its_goal(
    wordings: list[KeptWording], closing: str, direction: str, started: date | None
) -> None:
    """measures 11, 13 and 23: one id, every wording letter for letter, the reason for closing."""
    line = KeptLine(
        id="line-1",
        wordings=tuple(wordings),
        direction=direction,
        low=0,
        high=10,
        unit="hours",
        started=started,
        closed=date(2026, 5, 1) if closing else None,
        closing=closing,
        closing_words="said so" if closing else "",
        followed_by="line-2" if closing == "changed" else "",
        subject="Patient/1",
    )
    written = json.loads(json.dumps(write_line(line)))
    assert read_line(written) == (line, ())
    assert written["description"]["text"] == wordings[-1].words


LINE = KeptLine(
    "l",
    (KeptWording("w1", "Sleep through"), KeptWording("w2", "Sleep well")),
    "up",
    0,
    10,
    subject="Patient/1",
)


@pytest.mark.parametrize("value", [0, 7, 2.25, None])
@pytest.mark.parametrize("given_as", list(Given))
def test_every_rating_comes_back_with_the_wording_that_was_seen(value: float | None, given_as: Given) -> None:
    """measures 3 and 11: the wording seen, and five kinds of answer."""
    rating = KeptRating(
        "l", "w1", datetime(2026, 1, 1, 10, tzinfo=UTC), value, given_as, "a hard week", "Patient/1", "r"
    )
    if (value is None) == (given_as is Given.ANSWERED):
        with pytest.raises(ValueError, match="A number goes with an answer"):
            write_rating(rating, LINE)
        return
    written = json.loads(json.dumps(write_rating(rating, LINE)))
    assert written["code"]["text"] == "Sleep through"
    assert written["focus"] == [{"reference": "Goal/l"}]
    assert read_rating(written, {"l": LINE}) == (rating, ())


def test_a_strangers_goal_has_its_words_and_no_scale() -> None:
    """Base R4: description, status; nothing is made up, and completed is reached only where it says achieved."""
    found: dict[str, Any] = {
        "resourceType": "Goal",
        "id": "g",
        "lifecycleStatus": "completed",
        "description": {"text": "Walk"},
    }
    line, _ = read_line(found)
    assert (line.wordings[0].words, line.low, line.direction, line.closing) == ("Walk", None, "", "other")
    line, _ = read_line(found | {"achievementStatus": {"coding": [{"code": "achieved"}]}})
    assert line.closing == "reached"
    with pytest.raises(FhirFault, match="“description” is missing"):
        read_line({"resourceType": "Goal", "id": "g", "lifecycleStatus": "active"})


def a_file() -> dict[str, Any]:
    """Return a file with one of everything."""
    phq = instrument("phq-9")
    answers: dict[str, int | Given] = {
        "1": 0,
        "2": 3,
        "3": Given.RATHER_NOT,
        "4": 1,
        "5": 1,
        "6": 0,
        "7": 0,
        "8": 0,
        "9": 1,
    }
    kept = Administration("phq-9", phq.edition, answers, date(2026, 1, 1), subject="Patient/1", id="r")
    return write_bundle(
        [
            write_questionnaire(phq),
            write_response(kept, phq),
            write_score(
                KeptScore("phq-9", "total", 7, date(2026, 1, 1), response="QuestionnaireResponse/r", id="s"),
                phq,
            ),
            write_line(LINE),
            write_rating(KeptRating("l", "w2", date(2026, 1, 2), 4, id="r1"), LINE),
        ]
    )


def test_a_file_of_ours_is_read_whole_and_without_a_remark() -> None:
    """measures 23: what we write, we read, and have nothing to say about it."""
    report = reading().read_text(as_text(a_file()))
    assert (report.refused, report.remarks, report.left_out) == ([], [], {})
    counts = [
        len(one)
        for one in (report.questionnaires, report.responses, report.scores, report.lines, report.ratings)
    ]
    assert counts == [1, 1, 1, 1, 1]


def test_a_total_in_an_observation_that_the_response_does_not_give_is_told() -> None:
    """measures 6: kept, flagged, not replaced."""
    found = a_file()
    found["entry"][2]["resource"]["valueQuantity"]["value"] = 9
    report = reading().read(found)
    assert [remark.key for remark in report.remarks] == ["total_differs"]
    assert report.scores[0].kept is not None
    assert report.scores[0].kept.value == 9


def test_one_bad_entry_takes_nothing_else_with_it() -> None:
    """Each entry is refused by itself, with its place; the others are read; other resources are counted."""
    found = a_file()
    found["entry"][3]["resource"]["description"] = "Sleep"
    found["entry"] += [{"resource": {"resourceType": "Patient"}}, {"resource": []}, {}]
    with pytest.raises(FhirFault):
        reading().read({"resourceType": "Bundle", "type": "collection", "entry": 3})
    report = reading().read(found)
    assert [fault.path for fault in report.refused] == [
        "Bundle.entry[6].resource",
        "Bundle.entry[3].resource.description",
    ]
    assert report.left_out == {"Patient": 1}
    assert {remark.key for remark in report.remarks} == {"not_ours", "no_link"}
    assert len(report.responses) == 1


def test_a_file_about_something_else_is_refused() -> None:
    """A patient alone is no measure."""
    with pytest.raises(FhirFault, match="Expected a Bundle or Questionnaire"):
        reading().read({"resourceType": "Patient"})
