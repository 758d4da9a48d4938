"""Somebody withdraws: what they said is gone, and what stays says only that they withdrew."""

from __future__ import annotations

import pytest
from django.test import Client

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.actions.speakers import Who, correct_speakers
from ownwords.inquiry.models import (
    Attribute,
    AttributeValue,
    Consent,
    Memo,
    Participant,
    ParticipantKey,
    Source,
    SourceText,
    Speaker,
    Turn,
)
from ownwords.ledger.models import Act
from tests import studying as make
from tests.inquiry.bringing import at, brought, words_of
from tests.inquiry.test_striking import kept_anywhere

pytestmark = pytest.mark.django_db
TALK = "Interviewer: How was it?\nRosalind: The waiting nearly broke me.\nInterviewer: Now?\nRosalind: I paint again."
GROUP = "Lead: Who begins?\nRosalind: Nobody rang me back for weeks.\nBen: Same here.\nRosalind: Weeks, I tell you."


@pytest.fixture
def person(opened: OpenedStudy) -> Participant:
    """Somebody who spoke alone and in a group, with a key, an attribute, a consent and a memo."""
    who = make.participant(opened.study, "Maple")
    for words, name, kind in ((TALK, "Rosalind Hart.txt", "interview"), (GROUP, "Group.txt", "group")):
        source = brought(opened, words, name, kind=kind)
        of = dict(Speaker.objects.filter(source=source).values_list("label", "id"))
        said = {of["Rosalind"]: Who(participant_id=who.id)}
        said |= (
            {of["Ben"]: Who(new_pseudonym="Birch")} if "Ben" in of else {of["Interviewer"]: Who(asks=True)}
        )
        correct_speakers(opened=opened, source_id=source.id, version=1, who=said)
        code = make.code(opened.study, f"On {kind}")
        make.coding(
            code, source, words.index("Rosalind: "), len(words), memo="Why broke?" if "broke" in words else ""
        )
    study, by = opened.study, opened.study.made_by
    ParticipantKey.objects.create(study=study, participant=who, name="Rosalind Hartley-Quill")
    attribute = Attribute.objects.create(study=study, made_by=by, name="Town")
    AttributeValue.objects.create(
        study=study, attribute=attribute, participant=who, value="Whitstable-on-Sea"
    )
    Consent.objects.create(study=study, participant=who, to="part", agreed=True, made_by=by)
    Memo.objects.create(
        study=study, made_by=by, about="participant", about_id=who.id, words="Proud", title="On Maple"
    )
    Memo.objects.create(
        study=study, made_by=by, words="She said: Nobody rang me back for weeks", title="Quoted"
    )
    return who


def test_what_will_go_is_named_and_nothing_has_gone_yet(leads: Client, person: Participant) -> None:
    """withdrawal: texts, turns, values, key; memos about them, and where their words were quoted."""
    page = leads.get(at("participant_withdraw", person.study, person.id)).content.decode()
    assert "The whole text “Rosalind Hart”" in page
    assert "Their turns in “Group”" in page
    assert "4 turns in all" in page
    assert "1 value that describes them" in page
    assert "On Maple" in page
    assert "Memo: Quoted" in page
    assert SourceText.objects.count() == 2


def test_a_second_press_takes_everything_out(leads: Client, person: Participant) -> None:
    """withdrawal really removes: the whole database is looked through for each word of theirs."""
    Memo.objects.filter(title="Quoted").delete()
    group = Source.objects.get(title="Group")
    answer = leads.post(at("participant_withdraw", person.study, person.id), {"version": person.version})
    assert answer.status_code == 303
    for words in (
        "broke me",
        "paint again",
        "rang me back",
        "Hartley",
        "Whitstable",
        "Why broke?",
        "Rosalind H",
    ):
        assert kept_anywhere(words) == [], words
    kept = words_of(group)
    assert kept == "Lead: Who begins?\n[…]\nBen: Same here.\n[…]"
    assert Turn.objects.filter(source=group).count() == 4
    assert Speaker.objects.filter(label="Rosalind").count() == 0
    person.refresh_from_db()
    assert person.withdrew_on
    assert Consent.objects.count() == 1
    assert Act.objects.filter(verb="study_withdrawn").count() == 1
    assert leads.get(at("participant_withdraw", person.study, person.id)).status_code == 404


def test_others_words_and_passages_stay(leads: Client, person: Participant) -> None:
    """withdrawal takes nobody else's words; a passage round theirs keeps what is left."""
    leads.post(at("participant_withdraw", person.study, person.id), {"version": person.version})
    group = Source.objects.get(title="Group")
    coding = group.codings.get()
    assert words_of(group)[coding.start : coding.end] == "\nBen: Same here.\n"


def test_only_who_leads_may_do_it_and_the_slower_is_told(
    codes: Client, leads: Client, person: Participant
) -> None:
    """access: forbidden is missing; an older version is refused."""
    assert codes.get(at("participant_withdraw", person.study, person.id)).status_code == 404
    leads.post(at("participant_withdraw", person.study, person.id), {"version": 99})
    assert ParticipantKey.objects.count() == 1
