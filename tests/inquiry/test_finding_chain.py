"""From a finding down to the words, and from the words up: nothing in between is lost."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.actions.findings_practice import speak_to
from ownwords.inquiry.models import (
    Chart,
    ChartCell,
    CheckingFinding,
    Coding,
    Incident,
    Participant,
    Property,
    ThemeCode,
)
from ownwords.inquiry.queries.finding_chain import chain_of
from ownwords.inquiry.queries.finding_rests import rests_on
from ownwords.people.method.practice import element_id
from ownwords.people.models import Account
from tests import studying as make
from tests.inquiry.bringing import at
from tests.inquiry.found import chain

pytestmark = pytest.mark.django_db


def test_a_finding_opens_down_to_the_words_in_two_presses(leads: Client, opened: OpenedStudy) -> None:
    """inquiry 18, 29: statement, for and against, who carries it; a press to a code, a press to the passage."""
    made = chain(opened)
    page = leads.get(at("finding", opened.study, made.finding.id)).content.decode()
    for words in (
        "Walking together opens talk.", "Talk needs no table", "Words come while doing something else.",
        "Walking with the dog", "Being alone", "So plain", "1 of 2 participants", "Side by side",
        "What speaks against it", "Maple", "Birch", "1 passage",
    ):  # fmt: skip
        assert words in page, words
    assert at("code_passages", opened.study, made.code.id) in page
    passages = leads.get(at("code_passages", opened.study, made.code.id)).content.decode()
    assert at("passage", opened.study, made.speaks_for.id) in passages


def test_who_speaks_in_a_passage_of_a_theme_is_counted_once_and_who_withdrew_is_not(
    opened: OpenedStudy,
) -> None:
    """inquiry 29: share of people. What speaks against a theme does not make somebody carry it."""
    made = chain(opened)
    make.coding(made.code, made.text, made.speaks_for.start, made.speaks_for.end - 4)
    (one,) = chain_of(opened, made.finding)
    assert (one.carried.people, one.carried.speak) == (1, 2)
    Participant.objects.filter(pk=made.maple.id).update(withdrew_on="2026-01-01")
    (one,) = chain_of(opened, made.finding)
    assert (one.carried.people, one.carried.speak) == (0, 1)


def test_in_a_study_of_documents_the_case_is_the_document_with_its_page(
    leads: Client, opened: OpenedStudy
) -> None:
    """inquiry 2.4: no speaker; the quotation has its page."""
    text = make.source(opened.study, "First page.\nRights of people.", kind="document")
    text.texts.update(pages=[0, 12])
    make.source(opened.study, "Other", "Another paper", kind="document")
    code, theme = make.code(opened.study), make.theme(opened.study)
    ThemeCode.objects.create(study=opened.study, theme=theme, code=code, made_by=opened.study.made_by)
    make.extract(theme, make.coding(code, text, 12, 18))
    finding = make.finding(opened.study, themes=[theme])
    page = leads.get(at("finding", opened.study, finding.id)).content.decode()
    assert "1 of 2 documents" in page
    assert "page 2" in page


def test_what_was_taken_back_is_said_and_never_left_out(leads: Client, opened: OpenedStudy) -> None:
    """inquiry 27: an empty passage is told as taken back, on the finding and in the list."""
    made = chain(opened)
    Coding.objects.filter(pk=made.speaks_for.id).update(end=made.speaks_for.start)
    page = leads.get(at("finding", opened.study, made.finding.id)).content.decode()
    assert "1 passage that stood here was withdrawn, struck out or corrected away." in page
    assert "A passage that stood here was withdrawn" in page
    assert "Walking with the dog" not in page
    assert "1 passage that stood here" in leads.get(at("findings", opened.study)).content.decode()


def test_a_passage_shows_what_rests_on_it(leads: Client, opened: OpenedStudy) -> None:
    """inquiry 18: backwards, up to findings and practice; charts, categories and rounds beside."""
    made = chain(opened)
    speak_to(opened=opened, finding_id=made.finding.id, version=1, elements=[element_id("listening")])
    by = {"study": opened.study, "made_by": opened.study.made_by}
    chart = Chart.objects.create(**by, title="Who says what")
    ChartCell.objects.create(
        **by, chart=chart, code=made.code, participant=made.maple, summary="Walks",
        rests_on=[made.speaks_for.id],
    )  # fmt: skip
    kept = Property.objects.create(
        **by, category=make.category(made.code), name="Pace", from_pole="slow", to_pole="fast"
    )
    Incident.objects.create(**by, property=kept, coding=made.speaks_for)
    of_round = make.asked(opened.study).round
    CheckingFinding.objects.create(
        **by, round=of_round, finding=made.finding, words="So?", quotes=[made.speaks_for.id]
    )
    page = leads.get(at("passage", opened.study, made.speaks_for.id)).content.decode()
    for words in (
        "What rests on this passage", "chosen, speaks for it", "Walking together opens talk.", "Listening",
        "Who says what", "Pace", "Does this match?",
    ):  # fmt: skip
        assert words in page, words
    other = make.coding(made.code, made.text, 0, 5)
    (theme,) = rests_on(opened, other).themes
    assert theme.stands == ""
    assert not rests_on(opened, make.coding(make.code(opened.study, "Loose"), made.text, 0, 5))


def test_a_blind_study_hides_what_another_chose_until_both_have_finished(
    opened: OpenedStudy, coder: Account
) -> None:
    """inquiry 22: not by way of a finding either."""
    made = chain(opened)
    theirs = make.coding(made.code, made.text, made.speaks_for.start, made.speaks_for.end, coder)
    make.extract(made.theme, theirs, note="Theirs")
    opened.study.blind = True
    opened.study.save()
    (one,) = chain_of(opened, made.finding)
    assert [chosen.extract.coding_id for chosen in one.extracts.speaks_for] == [made.speaks_for.id]
    assert [row.passages for row in one.codes] == [1]


def asked(opened: OpenedStudy, finding: object) -> int:
    """Count the questions that a page of a finding puts to the database."""
    with CaptureQueriesContext(
        connection,
    ) as queries:
        chain_of(opened, finding)  # type: ignore[arg-type]
    return len(queries)


def test_a_finding_on_twenty_themes_asks_no_more_than_one_on_one(opened: OpenedStudy) -> None:
    """speed: query counts do not grow."""
    made = chain(opened)
    few = asked(opened, made.finding)
    themes = [make.theme(opened.study, f"Theme {n}") for n in range(20)]
    for theme in themes:
        ThemeCode.objects.create(
            study=opened.study, theme=theme, code=made.code, made_by=opened.study.made_by
        )
        make.extract(theme, made.speaks_for)
    many = make.finding(opened.study, "Much.", themes=themes)
    assert asked(opened, many) == few <= 26
