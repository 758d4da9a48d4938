"""What is put to people: findings in plain words, kept with the answers to exactly these words, and quotations."""

from __future__ import annotations

import pytest
from django.test import Client

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.actions.round_findings import say_finding, take_finding_out
from ownwords.inquiry.models import CheckingFinding, CheckingReply, Speaker
from ownwords.inquiry.queries.asking_quotes import quotes_put, quotes_to_choose
from ownwords.inquiry.queries.round_results import of_round
from ownwords.people.refusals import Refused, StaleEdit
from tests import studying as make
from tests.inquiry.asking_back import agreed, at, begun, others, put_of, say

pytestmark = pytest.mark.django_db


def test_words_may_be_changed_until_somebody_has_answered(leads: Client, opened: OpenedStudy) -> None:
    """inquiry 2.6: a finding is put in plain words, which are a copy: the finding itself stays."""
    row = begun(opened, "Walking opens talk.")
    put = put_of(row, "Walking opens talk.")
    sent = {"words": "When people walk, they talk.", "version": put.version}
    assert leads.post(at("put_change", opened, row.id, put.id), sent).status_code == 303
    put.refresh_from_db()
    assert (put.words, put.version, CheckingFinding.objects.count()) == (sent["words"], 2, 1)
    assert put.finding.statement == "Walking opens talk."
    with pytest.raises(StaleEdit):
        say_finding(opened=opened, round_id=row.id, put_id=put.id, version=1, words="Else.")


def test_answered_words_stay_with_their_answers_and_new_words_begin_without(
    leads: Client, opened: OpenedStudy
) -> None:
    """inquiry 27, connecting R25: nobody is made to have answered words that they never saw."""
    row = begun(opened, "Walking opens talk.")
    put = put_of(row, "Walking opens talk.")
    (who,) = others(opened, row, "People", 1)
    say(opened, row, who, {put.words: "agree"})
    assert "Somebody has answered these words" in (
        leads.get(at("put_change", opened, row.id, put.id)).content.decode()
    )
    now = say_finding(opened=opened, round_id=row.id, put_id=put.id, version=put.version, words="They talk.")
    assert now.id != put.id
    assert CheckingReply.objects.get().finding.words == "Walking opens talk."
    (found,) = of_round(opened, row).findings
    assert (found.words, found.groups[0].counts.agree, found.groups[0].counts.not_answered) == (
        "They talk.", 0, 1,
    )  # fmt: skip
    assert [(one.words, one.groups[0].counts.agree) for one in found.earlier] == [("Walking opens talk.", 1)]
    page = leads.get(at("round_results", opened, row.id)).content.decode()
    assert "These answers belong to the earlier words and are not counted above." in page


def test_a_finding_taken_out_stays_in_the_results_only_where_somebody_answered(opened: OpenedStudy) -> None:
    """inquiry 2.6: what was said is never dropped in silence."""
    row = begun(opened, "One.", "Two.")
    one, two = put_of(row, "One."), put_of(row, "Two.")
    (who,) = others(opened, row, "People", 1)
    say(opened, row, who, {"One.": "no"})
    for put in (one, two):
        take_finding_out(opened=opened, round_id=row.id, put_id=put.id, version=put.version)
    assert [(found.words, found.taken_out) for found in of_round(opened, row).findings] == [("One.", True)]


def test_only_who_agreed_to_being_quoted_illustrates_a_finding(leads: Client, opened: OpenedStudy) -> None:
    """inquiry 28: quotations by pseudonym, of those who agreed; also where they take it back afterwards."""
    text = make.source(opened.study)
    coding = make.coding(make.code(opened.study), text, text.length - 70, text.length - 45)
    theme = make.theme(opened.study)
    make.extract(theme, coding)
    row = begun(opened, "Walking opens talk.")
    put = put_of(row, "Walking opens talk.")
    make.FindingTheme.objects.create(
        study=opened.study, finding=put.finding, theme=theme, made_by_id=opened.me
    )
    assert quotes_to_choose(opened, put) == []  # nobody knows who speaks
    maple = make.participant(opened.study)
    Speaker.objects.filter(source=text, label="P1").update(participant=maple)
    assert quotes_to_choose(opened, put) == []  # not asked yet
    with pytest.raises(Refused, match="passages"):
        say_finding(
            opened=opened, round_id=row.id, put_id=put.id, version=1, words=put.words, quotes=[coding.id]
        )
    agreed(maple, "quoting")
    sent = {"words": put.words, "quotes": [str(coding.id)], "version": put.version}
    assert leads.post(at("put_change", opened, row.id, put.id), sent).status_code == 303
    put.refresh_from_db()
    page = leads.get(at("round_paper", opened, row.id)).content.decode()
    assert "Maple" in page
    assert [[who for who, _ in one.pieces] for one in quotes_put(opened, put.quotes)] == [["Maple"]]
    agreed(maple, "quoting", yes=False)
    assert quotes_put(opened, put.quotes) == []
    assert "Maple" not in leads.get(at("round_paper", opened, row.id)).content.decode()


def test_a_passage_in_which_somebody_else_speaks_who_did_not_agree_is_not_offered(
    opened: OpenedStudy,
) -> None:
    """inquiry 28: a passage over two turns needs both to agree."""
    text = make.source(opened.study, "P1: I walk.\nP2: I do not.")
    coding = make.coding(make.code(opened.study), text, 4, text.length)
    for label, name in (("P1", "Maple"), ("P2", "Alder")):
        who = make.participant(opened.study, name)
        Speaker.objects.filter(source=text, label=label).update(participant=who)
        if name == "Maple":
            agreed(who, "quoting")
    theme = make.theme(opened.study)
    make.extract(theme, coding)
    row = begun(opened, "Walking opens talk.")
    put = put_of(row, "Walking opens talk.")
    make.FindingTheme.objects.create(
        study=opened.study, finding=put.finding, theme=theme, made_by_id=opened.me
    )
    assert quotes_to_choose(opened, put) == []
    agreed(who, "quoting")
    (offered,) = quotes_to_choose(opened, put)
    assert offered.shown.coding_id == coding.id
    assert offered.shown.pieces == (
        ("Maple", "I walk."),
        ("Alder", "I do not."),
    )  # no labels of the transcript
