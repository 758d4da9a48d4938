"""What came back: group beside group, where they disagree most first, and never a sum over groups."""

from __future__ import annotations

import csv
import dataclasses
import io
import re

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.method.checking_back import apart, results
from ownwords.inquiry.models import CheckingRound, OwnWordsNote, Participant, Respondent
from ownwords.inquiry.queries.round_results import for_report, of_finding, of_round
from tests import studying as make
from tests.inquiry.asking_back import agreed, at, begun, joined, others, put_of, say
from tests.queries import asked

pytestmark = pytest.mark.django_db
ALIKE, APART, SILENT = "Walking opens talk.", "Workers know the town.", "Money matters."


def answered(opened: OpenedStudy) -> CheckingRound:
    """Ask three people and two workers about three findings."""
    row = begun(opened, ALIKE, SILENT, APART)
    for who in others(opened, row, "People", 3):
        no = ("no", f"They know the clinic, says {who.called}.")
        say(opened, row, who, {ALIKE: "agree", APART: no, SILENT: "not_mine"})
    first, second = others(opened, row, "Workers", 2)
    say(opened, row, first, {ALIKE: "agree", APART: "agree", SILENT: "agree"})
    say(opened, row, second, {APART: ("partly", "Some of us.")})
    return row


def test_groups_stand_side_by_side_and_disagreement_comes_first(leads: Client, opened: OpenedStudy) -> None:
    """connecting R25; inquiry 27: disconfirming replies are counted and shown for each finding."""
    row = answered(opened)
    found = of_round(opened, row)
    assert [one.words for one in found.findings] == [APART, ALIKE, SILENT]
    people, workers = found.findings[0].groups
    assert (people.counts.no, people.disconfirming, people.asked) == (3, 3, 3)
    assert (workers.counts.agree, workers.counts.partly, workers.disconfirming) == (1, 1, 0)
    assert found.findings[1].groups[1].counts.not_answered == 1
    page = leads.get(at("round_results", opened, row.id)).content.decode()
    assert page.index(APART) < page.index(ALIKE) < page.index(SILENT)
    for words in ("People and Workers are 0.75 apart", "People and Workers answered alike.",
                  "no stand taken by People.", "See it differently: People: 3 of 3 asked; Workers: 0 of 2 asked.",
                  "They know the clinic, says People 2.", "Some of us."):  # fmt: skip
        assert words in page


def test_no_sum_over_groups_stands_on_the_page_in_the_table_or_in_the_shapes(
    leads: Client, opened: OpenedStudy
) -> None:
    """connecting R25: never pooled. A column for each group and no other; five would agree if groups were added."""
    row = answered(opened)
    page = leads.get(at("round_results", opened, row.id)).content.decode()
    for table in re.findall(r"<table.*?</table>", page, re.DOTALL):
        assert re.findall(r'<th scope="col"[^>]*>([^<]*)', table) == ["Answer", "People", "Workers"]
        assert all(line.count("<td") == 2 for line in re.findall(r"<tr><th scope=\"row\".*?</tr>", table))
        assert "<tfoot" not in table
    file = leads.get(at("round_results_file", opened, row.id)).content.decode("utf-8-sig")
    lines = list(csv.DictReader(io.StringIO(file)))
    assert {line["group"] for line in lines} == {"People", "Workers"}
    assert len(lines) == 6
    names = [
        field.name
        for module in (results, apart)
        for shape in vars(module).values()
        if dataclasses.is_dataclass(shape)
        for field in dataclasses.fields(shape)
    ]
    for word in ("total", "sum", "overall", "pooled", "everybody"):
        assert not any(word in name for name in names), word
        assert not re.search(rf"\b{word}\b", re.sub(r"<[^>]*>", " ", page), re.IGNORECASE), word


def test_who_withdrew_from_the_study_counts_nowhere(opened: OpenedStudy) -> None:
    """inquiry 2.6: what they said counts nowhere any more."""
    row = begun(opened, ALIKE)
    maple = agreed(make.participant(opened.study))
    say(opened, row, joined(opened, row, "People", maple), {ALIKE: ("agree", "My words.")})
    Participant.objects.filter(pk=maple.id).update(withdrew_on=timezone.localdate())
    group = of_round(opened, row).findings[0].groups[0]
    assert (group.asked, group.said) == (0, ())


def test_who_was_only_put_on_the_list_was_not_asked(opened: OpenedStudy) -> None:
    """inquiry 2.6: not answered is said of who was asked: by a link, or in a talk."""
    row = begun(opened, ALIKE)
    first, _second = others(opened, row, "People", 2)
    Respondent.objects.filter(pk=first.id).update(read_at=timezone.now())
    group = of_round(opened, row).findings[0].groups[0]
    assert (group.asked, group.counts.not_answered) == (1, 1)


def test_what_was_said_to_one_finding_and_every_round_for_the_report(opened: OpenedStudy) -> None:
    """inquiry 29, COREQ 28: findings returned; words leave the study only of who agreed to being quoted."""
    row = begun(opened, ALIKE)
    begun(opened, groups=())
    maple, alder = (agreed(make.participant(opened.study, name)) for name in ("Maple", "Alder"))
    agreed(maple, "quoting")
    for who in (maple, alder):
        say(
            opened,
            row,
            joined(opened, row, "People", who),
            {ALIKE: ("agree", "So it is."), "": ("", "Thanks.")},
        )
    ((found, put),) = of_finding(opened, put_of(row, ALIKE).finding_id)
    assert (found.round_id, put.words) == (row.id, ALIKE)
    assert {one.called: one.quotable for one in put.groups[0].said} == {"Maple": True, "Alder": False}
    (told,) = for_report(opened)
    assert [(name, [one.words for one in said]) for name, said in told.whole] == [
        ("People", ["Thanks.", "Thanks."]), ("Workers", []),
    ]  # fmt: skip


def test_of_own_words_it_is_counted_who_read_and_what_was_done(leads: Client, opened: OpenedStudy) -> None:
    """inquiry 27: the strike itself is recorded without its words."""
    text = make.source(opened.study)
    row = begun(opened, groups=())
    CheckingRound.objects.filter(pk=row.id).update(
        puts="words", sources=[text.id], opened_on=timezone.localdate()
    )
    row.refresh_from_db()
    who = make.asked(opened.study, round=row, read_at=timezone.now())
    for said, words in (
        ("comment", "I said it in anger."),
        ("added", "And walks."),
        ("struck", ""),
        ("struck", ""),
    ):
        OwnWordsNote.objects.create(study=opened.study, respondent=who, source=text, said=said, words=words)
    (own,) = of_round(opened, row).own_words
    assert (own.asked, own.read, own.commented, own.added, own.struck) == (1, 1, 1, 1, 2)
    page = leads.get(at("round_results", opened, row.id)).content.decode()
    assert "I said it in anger." in page


def test_the_results_ask_the_database_as_often_for_many_as_for_few(opened: OpenedStudy) -> None:
    """inquiry 30: a page does not slow down with the people who are asked."""
    row = answered(opened)
    with asked() as few:
        of_round(opened, row)
    for who in others(opened, row, "People", 10):
        say(opened, row, who, {ALIKE: "agree"})
    with asked() as many:
        of_round(opened, row)
    assert len(few) == len(many) <= 7


def test_the_page_of_a_finding_shows_what_came_back_group_beside_group(
    leads: Client, opened: OpenedStudy
) -> None:
    """connecting R25; house rule 9: from a finding to what people said to it, and no sum of both groups."""
    row = answered(opened)
    put = put_of(row, APART)
    page = leads.get(reverse("inquiry:finding", args=[opened.study.id, put.finding_id])).content.decode()
    assert row.title in page
    table = page[page.index("What came back") :]
    numbers = [int(one) for one in re.findall(r'inq-table__number">(\d+)<', table)]
    assert numbers == [0, 1, 0, 1, 3, 0, 0, 0, 0, 0]
