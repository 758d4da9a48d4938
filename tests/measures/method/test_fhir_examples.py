"""The public examples that are known to be broken, read without losing or believing anything."""

from __future__ import annotations

from ownwords.measures.method.catalogue import instruments
from ownwords.measures.method.definitions import LicenceClass
from tests.measures.method.fhir_files import FOLDER, bundle, example, reading

SDC_LINKS = {f"H1/T1/Q{number}": str(number) for number in range(1, 10)}


def test_the_guides_own_example_says_13_and_adds_up_to_10() -> None:
    """HL7/sdc PHQ-9: stored total 13, answers 10; both are kept and the difference is told (measures 6)."""
    report = reading(instrument="phq-9", links=SDC_LINKS).read(
        bundle(example("sdc-phq9-questionnaire"), example("sdc-phq9-response"))
    )
    (read,) = report.responses
    assert sum(value for value in read.administration.answers.values() if isinstance(value, int)) == 10
    assert [one.value for one in read.totals] == [13]
    assert read.whole
    assert "The total kept there is 13; the answers give 10. Both are kept." in report.remarks[-1].in_words()


def test_without_a_word_about_its_link_ids_two_of_its_questions_are_kept_aside() -> None:
    """A misprint in question 8 and other words in question 9: kept aside and said, never guessed."""
    report = reading(instrument="phq-9").read(
        bundle(example("sdc-phq9-response"), example("sdc-phq9-questionnaire"))
    )
    (read,) = report.responses
    assert sorted(read.administration.answers) == ["1", "2", "3", "4", "5", "6", "7"]
    assert [one.link_id for one in read.strays] == ["H1/T1/Q8", "H1/T1/Q9"]
    assert not read.whole


def test_a_response_that_names_no_instrument_is_refused_in_words() -> None:
    """Without an instrument named, a stranger's response is no instrument's."""
    report = reading().read(example("sdc-phq9-response"))
    assert report.responses == []
    assert "Name it with --instrument" in str(report.refused[0])


def test_the_american_example_is_known_by_its_codes_and_its_total_is_a_string() -> None:
    """HL7/US-Core: LOINC in the link ids; the total's Observation holds "12" as text."""
    report = reading().read(bundle(example("us-core-phq9-total"), example("us-core-phq9-response")))
    (read,) = report.responses
    assert read.administration.instrument == "phq-9"
    assert [read.administration.answers[str(item)] for item in range(1, 11)] == [2, 2, 2, 2, 1, 1, 2, 0, 0, 1]
    assert [one.value for one in read.totals] == [12]
    (score,) = report.scores
    assert score.kept is not None
    assert (score.kept.value, score.value) == (12, "12")
    assert [remark.key for remark in report.remarks] == ["number_as_text"]


def test_the_german_examples_first_link_ids_are_in_no_questionnaire() -> None:
    """kerndatensatzmodul-proms: eleven link ids that its questionnaire does not have; all eleven answers are kept."""
    report = reading(instrument="phq-9").read(
        bundle(example("mii-phq9-questionnaire-extract"), example("mii-phq9-response-early"))
    )
    (read,) = report.responses
    assert read.administration.answers == {}
    assert len(read.strays) == 11
    assert {remark.key for remark in report.remarks} == {"not_in_questionnaire"}


def test_told_what_they_are_they_are_read() -> None:
    """The same, with the link ids explained: codes without a system are read by the code alone, and that is said."""
    links = {f"PHQ.{number}": str(number) for number in range(1, 10)} | {"PHQ.Score": "total"}
    report = reading(instrument="phq-9", links=links).read(example("mii-phq9-response-early"))
    (read,) = report.responses
    assert [value for value in read.administration.answers.values() if value == 3] == [3] * 9
    assert [remark.key for remark in report.remarks].count("no_system") >= 9
    assert "total_differs" not in {remark.key for remark in report.remarks}


def test_the_german_example_is_read_with_its_questionnaire() -> None:
    """Later: LOINC on the questions; the questions that the extract leaves out are told."""
    report = reading().read(
        bundle(
            example("mii-phq9-questionnaire-extract"), example("mii-phq9-response"), example("mii-phq9-total")
        )
    )
    (read,) = report.responses
    assert {key: read.administration.answers[key] for key in ("1", "2", "9")} == {"1": 3, "2": 3, "9": 3}
    assert [one.value for one in read.totals] == [27]
    assert {"phq-phq2c", "phq-phq2h"} <= {one.link_id for one in read.strays}


def test_no_words_of_an_instrument_came_with_the_examples_that_its_licence_forbids() -> None:
    """measures 8: fixtures hold the words of class A alone."""
    everything = " ".join(path.read_text(encoding="utf-8").casefold() for path in FOLDER.iterdir())
    for one in instruments().values():
        if one.licence.klass is not LicenceClass.A:
            assert len(one.name) < 5 or one.name.casefold() not in everything
            assert not any(item.text and item.text.casefold() in everything for item in one.items)
