"""Results: two totals that differ, two rules side by side, and words that say no more than a form can tell."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse

from ownwords.ledger.models import Act
from ownwords.measures.actions import results
from ownwords.measures.method import catalogue
from ownwords.measures.models import OwnAnswer, Score
from ownwords.measures.queries import instruments
from ownwords.measures.queries.responses import results_of, series_of
from ownwords.people.models import Person
from ownwords.people.refusals import Refused
from tests.around_sam import opened_by
from tests.measures.forms import filled, phq

pytestmark = pytest.mark.django_db


def text_of(page: bytes) -> str:
    """Return what stands on a page, without its marks."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", page.decode()))


def test_another_rule_gives_another_row_beside_the_old_one(
    sam: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    """measures 7: when a rule changes, the old score stays and both can be shown."""
    own = opened_by(sam.account, sam)
    kept = filled(own, phq(*[1] * 7))
    with pytest.raises(Refused):
        results.rescored(opened=own, response_id=kept.id)
    bare = catalogue.instrument("phq-9")
    total = bare.scores[0]
    strict = replace(total.rule, version="2030-01", missing=replace(total.rule.missing, most=0))
    changed = replace(
        bare, scores=(replace(total, rules=(*total.rules, strict)), *bare.scores[1:]), digest="f" * 64
    )
    monkeypatch.setattr(results, "worded", lambda _key: instruments.Worded(changed))
    results.rescored(opened=own, response_id=kept.id)
    rows = (
        Score.objects.filter(response=kept).order_by("rule").values_list("rule", "value", "why_none", "main")
    )
    assert list(rows) == [
        ("2026-11", Decimal(9), "", False),
        ("2030-01", None, "too-many-missing", True),
    ]
    assert Act.objects.filter(verb="measure_rescored").count() == 1


def test_a_result_explains_itself(own: Client, sam: Person) -> None:
    """measures 1; RS-19: items used, what was missing, the rule, sources and doubts, the range and the direction."""
    kept = filled(opened_by(sam.account, sam), phq(2, 1, 1, 2, 0, 3, 1))
    page = own.get(reverse("measures:response", args=[sam.id, kept.id]))
    text = text_of(page.content)
    assert "13 on a scale from 0 to 27" in text
    assert "lower is better" in text.lower()
    assert "moderate" in text
    assert "How this was worked out" in text
    assert "2026-11" in text
    assert "7 of 9 questions" in text
    assert "the mean of the others stands for" in text.lower()
    assert "rule for missing answers was not read" in text
    assert "Several days" in text


def test_a_small_difference_is_worded_as_what_the_form_cannot_tell(own: Client, sam: Person) -> None:
    """measures 20; RS-21: method, SD, r and threshold stand there, and never "no change"."""
    opened = opened_by(sam.account, sam)
    filled(opened, phq(*[2] * 9), answered_on=date(2026, 1, 5))
    filled(opened, phq(*[2] * 6, 1, 1, 0), answered_on=date(2026, 3, 5))
    text = text_of(own.get(reverse("measures:instrument", args=[sam.id, "phq-9"])).content)
    assert "smaller than this form can tell apart from chance" in text
    assert "no change" not in text.lower()
    for told in ("national code", "6 points", "6.1", "18", "14"):
        assert told in text


def test_a_large_difference_is_reliable_and_says_which_way(own: Client, sam: Person) -> None:
    """RS-19: down is better for the PHQ-9."""
    opened = opened_by(sam.account, sam)
    filled(opened, phq(*[2] * 9), answered_on=date(2026, 1, 5))
    filled(opened, phq(*[1] * 9), answered_on=date(2026, 3, 5))
    text = text_of(own.get(reverse("measures:instrument", args=[sam.id, "phq-9"])).content)
    assert "Reliably improved" in text
    assert "9 points towards better" in text


def test_the_persons_own_answer_stands_beside_the_verdict(own: Client, sam: Person) -> None:
    """RS-21: "is it different for you?" beside every computed verdict."""
    opened = opened_by(sam.account, sam)
    for day in (5, 25):
        filled(opened, phq(*[2] * 9), answered_on=date(2026, 1, day))
    OwnAnswer.objects.create(
        person=sam,
        written_by=sam.account,
        visibility="team",
        instrument="phq-9",
        answer="better",
        words="I sleep through.",
        said_on=date(2026, 1, 26),
    )
    text = text_of(own.get(reverse("measures:instrument", args=[sam.id, "phq-9"])).content)
    assert "Yes, better" in text
    assert "I sleep through." in text


def test_a_series_for_a_chart_keeps_the_forms_without_a_score(sam: Person) -> None:
    """measures 4: a form without a score is a gap with its reason, never 0."""
    opened = opened_by(sam.account, sam)
    filled(opened, phq(*[2] * 9), answered_on=date(2026, 1, 5))
    filled(opened, {}, answered_on=date(2026, 2, 5))
    points = series_of(results_of(opened, "phq-9"))
    assert [(point.value, point.why) for point in points] == [(18.0, ""), (None, "nothing-answered")]


def test_an_empty_form_says_so_in_words(own: Client, sam: Person) -> None:
    """measures 4: no score, no band, and the reason."""
    kept = filled(opened_by(sam.account, sam), {})
    text = text_of(own.get(reverse("measures:response", args=[sam.id, kept.id])).content)
    assert "No question was answered, so there is no score." in text
    assert "minimal" not in text


def test_no_page_of_results_judges_by_colour_or_adds_measures_up(own: Client, sam: Person) -> None:
    """refocus R13; house rule 4: no traffic light, no composite."""
    opened = opened_by(sam.account, sam)
    filled(opened, phq(*[2] * 9))
    for name, args in (("measures:instrument", ["phq-9"]), ("measures:instruments", [])):
        page = own.get(reverse(name, args=[sam.id, *args])).content.decode().lower()
        assert "nhsuk-tag--green" not in page
        assert "nhsuk-tag--red" not in page
        assert "overall" not in page


def gad(value: int) -> dict[str, int]:
    """A GAD-7 with the same answer everywhere."""
    return {str(number): value for number in range(1, 8)}


@pytest.mark.parametrize(
    ("first", "last", "told"),
    [
        ((2, 2), (0, 0), "reliable recovery"),
        ((2, 2), (2, 2), "smaller than these forms can tell apart from chance"),
        ((1, 1), (3, 1), "reliable deterioration"),
        ((2, 1), (1, 2), "reliable deterioration"),
        ((0, 0), (0, 0), "does not speak of recovery"),
    ],
)
def test_the_national_rule_is_labelled_and_looks_at_both_forms(
    own: Client, sam: Person, first: tuple[int, int], last: tuple[int, int], told: str
) -> None:
    """RS-17; measures 18: per person, with the pair that was used; better on one and worse on the other is no gain."""
    opened = opened_by(sam.account, sam)
    for (mood, worry), day in ((first, date(2026, 1, 5)), (last, date(2026, 4, 5))):
        filled(opened, phq(*[mood] * 9), answered_on=day)
        filled(opened, gad(worry), "gad-7", answered_on=day)
    for key in ("phq-9", "gad-7"):
        text = text_of(own.get(reverse("measures:instrument", args=[sam.id, key])).content)
        assert "National rule (NHS Talking Therapies)" in text
        assert "made for counting in services" in text
        assert told in text


def test_without_both_forms_twice_the_national_rule_says_nothing(own: Client, sam: Person) -> None:
    """RS-17: one score is no pair."""
    opened = opened_by(sam.account, sam)
    for day in (5, 25):
        filled(opened, phq(*[2] * 9), answered_on=date(2026, 1, day))
    filled(opened, gad(1), "gad-7")
    text = text_of(own.get(reverse("measures:instrument", args=[sam.id, "phq-9"])).content)
    assert "National rule" not in text
