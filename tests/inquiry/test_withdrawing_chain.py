"""Words taken back, and findings, themes, charts and rounds: named before, told after, gone whole."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.actions.findings import Found, add_finding, change_finding
from ownwords.inquiry.models import (
    Chart,
    ChartCell,
    ChartColumn,
    CheckingFinding,
    CheckingReply,
    Coding,
    Finding,
    OwnWordsNote,
    ParticipantKey,
    StudyStep,
    ThemeExtract,
)
from ownwords.inquiry.queries.where_words_stand import where_they_stand
from ownwords.ledger.models import Act
from tests import studying as make
from tests.inquiry.bringing import at
from tests.inquiry.found import Chain, chain
from tests.inquiry.test_striking import kept_anywhere, press

pytestmark = pytest.mark.django_db
SAID = "Walking with the dog helps"


@pytest.fixture
def made(opened: OpenedStudy) -> Chain:
    """A finding with all below it; a chart cell of Maple and one of the text; a round that quotes Maple."""
    kept = chain(opened)
    by: dict[str, Any] = {"study": opened.study, "made_by": opened.study.made_by}
    on = [kept.speaks_for.id]
    chart = Chart.objects.create(**by, title="Who says what")
    ChartCell.objects.create(
        **by, chart=chart, code=kept.code, participant=kept.maple, summary="Dogs do it", rests_on=on
    )
    texts = Chart.objects.create(**by, title="Text by text", rows="sources")
    ChartColumn.objects.create(**by, chart=texts, code=kept.code)
    ChartCell.objects.create(**by, chart=texts, code=kept.code, source=kept.text, summary="Both", rests_on=on)
    asked = make.asked(opened.study, participant=kept.maple)
    put = CheckingFinding.objects.create(
        **by, round=asked.round, finding=kept.finding, words="Is it so?", quotes=on
    )
    CheckingReply.objects.create(
        study=opened.study, respondent=asked, finding=put, answer="agree", words="Aye so"
    )
    OwnWordsNote.objects.create(
        study=opened.study, respondent=asked, source=kept.text, said="added", words="And cats"
    )
    return kept


def test_what_rests_on_the_passages_is_named_before_somebody_withdraws(leads: Client, made: Chain) -> None:
    """inquiry 27, 28: findings, themes, chart cells and rounds; nothing has gone yet."""
    page = leads.get(at("participant_withdraw", made.text.study, made.maple.id)).content.decode()
    for words in (
        "This rests on passages that go or are shortened", made.finding.statement, made.theme.name,
        "1 passage chosen", "Who says what", "Text by text", "Does this match?", "1 summary in a chart",
        "1 answer that they gave",
    ):  # fmt: skip
        assert words in page, words
    assert Coding.objects.get(pk=made.speaks_for.id).end > made.speaks_for.start


def test_afterwards_the_finding_says_so_and_nothing_of_theirs_is_kept(leads: Client, made: Chain) -> None:
    """inquiry 27: an empty passage is shown as withdrawn; their summary and answers are gone from everywhere."""
    leads.post(at("participant_withdraw", made.text.study, made.maple.id), {"version": made.maple.version})
    page = leads.get(at("finding", made.text.study, made.finding.id)).content.decode()
    assert "1 passage that stood here was withdrawn, struck out or corrected away." in page
    assert "Being alone" in page
    for words in (SAID, "Dogs do it", "Aye so", "And cats"):
        assert kept_anywhere(words) == [], words
    assert ThemeExtract.objects.count() == 2


def test_a_summary_that_rested_on_withdrawn_words_is_stale(leads: Client, made: Chain) -> None:
    """inquiry 16: a passage that it rests on is in the cell no more."""
    leads.post(at("participant_withdraw", made.text.study, made.maple.id), {"version": made.maple.version})
    cell = ChartCell.objects.get()
    page = leads.get(at("chart", made.text.study, cell.chart_id)).content.decode()
    assert "Both" in page
    assert "older than its passages" in page


def test_with_a_text_that_goes_whole_the_notes_on_its_passages_go(leads: Client, opened: OpenedStudy) -> None:
    """inquiry 27: why a passage was chosen tells what was said in it; steps and histories keep none of it."""
    kept = chain(opened)
    only = make.participant(opened.study, "Cedar")
    text = make.source(opened.study, "Cedar: I hid in the shed.", "Cedar alone")
    text.speakers.update(participant=only)
    extract = make.extract(kept.theme, make.coding(kept.code, text, 7, 25), note="The shed again")
    StudyStep.objects.create(
        study=opened.study, account=opened.study.made_by, did="coded",
        changes=[{
            "table": "theme_extract", "id": str(extract.id), "before": None,
            "after": {"coding_id": str(extract.coding_id), "note": "The shed again"},
        }],
    )  # fmt: skip
    leads.post(at("participant_withdraw", opened.study, only.id), {"version": 1})
    assert kept_anywhere("The shed again") == []
    assert kept_anywhere("So plain") != []
    assert (
        "1 passage that stood here"
        in leads.get(at("finding", opened.study, kept.finding.id)).content.decode()
    )


def test_striking_names_what_rests_on_the_words_and_where_else_they_stand(leads: Client, made: Chain) -> None:
    """inquiry 27: before the words go, findings, themes and charts are listed, and where they were repeated."""
    Finding.objects.filter(pk=made.finding.id).update(meaning=f"As in: {SAID}.")
    ChartCell.objects.filter(summary="Both").update(summary=f"{SAID}, says one")
    page = press(leads, made.text, SAID).content.decode()  # type: ignore[attr-defined]
    for words in ("This rests on passages", made.theme.name, "They may also stand here", "Text by text"):
        assert words in page, words
    assert page.count(at("finding", made.text.study, made.finding.id)) == 2


def test_histories_and_steps_of_findings_lose_struck_words(leads: Client, opened: OpenedStudy) -> None:
    """inquiry 27: gone from versions and steps letter for letter, while what stands today is left to its writer."""
    kept = chain(opened)
    finding = add_finding(opened=opened, found=Found("They said: Walking with the dog helps.", "So."))
    change_finding(opened=opened, finding_id=finding.id, version=1, found=Found("Better said."))
    ThemeExtract.objects.filter(coding=kept.speaks_for).update(note=SAID)
    ThemeExtract.objects.filter(coding=kept.speaks_for).update(note="Short")
    press(leads, kept.text, SAID, sure="yes")
    assert kept_anywhere(SAID) == []
    step = StudyStep.objects.get(did="finding_changed")
    assert step.changes[0]["before"]["statement"] == "They said: […]."
    assert step.changes[0]["after"]["statement"] == "Better said."


def test_every_place_made_of_codes_is_looked_through(opened: OpenedStudy) -> None:
    """inquiry 27: themes, notes on choices, findings, charts, cells, categories, rounds, replies, reports."""
    from ownwords.inquiry.models import Category, CodeRule, Incident, Property, Relation, ReportItem, Theme

    kept, said = chain(opened), "the heron by the weir"
    by: dict[str, Any] = {"study": opened.study, "made_by": opened.study.made_by}
    Theme.objects.filter(pk=kept.theme.id).update(scope=said)
    ThemeExtract.objects.filter(coding=kept.against).update(note=said.upper())
    Finding.objects.filter(pk=kept.finding.id).update(meaning=said)
    chart = Chart.objects.create(**by, title="Birds", guidance=said)
    ChartCell.objects.create(**by, chart=chart, code=kept.code, participant=kept.maple, summary=said)
    one, other = make.category(kept.code, saturation=said), make.category(make.code(opened.study, "Second"))
    Category.objects.filter(pk=one.id).update(saturated_on="2026-01-01")
    held = Property.objects.create(**by, category=one, name="Depth", from_pole=said, to_pole="y")
    Incident.objects.create(**by, property=held, coding=kept.speaks_for, note=said)
    Relation.objects.create(**by, of=one, to=other, kind="condition", words=said)
    asked = make.asked(opened.study)
    type(asked.round).objects.filter(pk=asked.round_id).update(summary=said)
    put = CheckingFinding.objects.create(**by, round=asked.round, finding=kept.finding, words=said)
    CheckingReply.objects.create(study=opened.study, respondent=asked, finding=put, words=said)
    OwnWordsNote.objects.create(
        study=opened.study, respondent=asked, source=kept.text, said="added", words=said
    )
    ReportItem.objects.create(**by, checklist="coreq", number=3, words=said)
    CodeRule.objects.create(**by, code=kept.code, expressions=said)
    found = where_they_stand(opened, [said])
    kinds = [place.kind for place in found]
    assert len(found) == len(set(found))
    assert {kind: kinds.count(kind) for kind in kinds} == {
        "theme": 1, "chosen": 1, "finding": 1, "chart": 1, "category": 2, "round": 1, "text": 1, "report": 1,
        "rule": 1,
    }  # fmt: skip


def test_a_look_at_the_key_is_kept_once_a_page(leads: Client, codes: Client, made: Chain) -> None:
    """inquiry 28: pages that read names out of the key say so in the ledger; who keeps no key reads none."""
    study = made.text.study
    ParticipantKey.objects.create(study=study, participant=made.maple, name="Rosalind Hart")
    leads.get(at("participant_withdraw", study, made.maple.id))
    leads.get(at("text_names", study, made.text.id))
    codes.get(at("text_names", study, made.text.id))
    looks = Act.objects.filter(verb="study_key_read").order_by("at", "id")
    assert list(looks.values_list("thing_id", "actor_id")) == [
        (made.maple.id, study.made_by_id),
        (study.id, study.made_by_id),
    ]
