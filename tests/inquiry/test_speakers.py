"""Who speaks: a proposal that counts only once somebody has looked at it."""

from __future__ import annotations

import pytest
from django.test import Client

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.actions.speakers import Who, correct_speakers
from ownwords.inquiry.models import Participant, Source, Speaker, Turn
from ownwords.people.refusals import Refused, StaleEdit
from tests import studying as make
from tests.inquiry.bringing import GROUP_VTT, TALK, at, brought, words_of

pytestmark = pytest.mark.django_db


def ids(source: Source) -> dict[str, object]:
    """Return the id of each speaker by label."""
    return dict(Speaker.objects.filter(source=source).values_list("label", "id"))


def test_a_proposal_says_that_it_is_one_until_it_was_looked_at(leads: Client, opened: OpenedStudy) -> None:
    """inquiry 3, 4: each name with its number of turns and first words; who asks is proposed, and chosen by a press."""
    source = brought(opened)
    assert "only proposed" in leads.get(at("text", opened.study, source.id)).content.decode()
    page = leads.get(at("text_speakers", opened.study, source.id)).content.decode()
    assert "2 turns" in page
    assert "Walking with the dog helps." in page
    asker, rose = ids(source)["Interviewer"], ids(source)["Rose"]
    leads.post(
        at("text_speakers", opened.study, source.id),
        {f"who-{asker}": "asks", f"who-{rose}": "new", f"new-{rose}": "Maple", "version": source.version},
    )
    source.refresh_from_db()
    assert source.speakers_checked_at
    assert Speaker.objects.get(pk=asker).asks
    assert Speaker.objects.get(pk=rose).participant.pseudonym == "Maple"
    page = leads.get(at("text", opened.study, source.id)).content.decode()
    assert "only proposed" not in page
    assert "Maple" in page


def test_in_a_group_each_speaker_becomes_or_joins_a_participant(opened: OpenedStudy) -> None:
    """inquiry 3, 4: somebody who took part before is joined, the others are new."""
    ash = make.participant(opened.study, "Ash")
    source = brought(opened, GROUP_VTT, "group.vtt", kind="group")
    of = ids(source)
    correct_speakers(opened=opened, source_id=source.id, version=1, who={
        of["Lead"]: Who(asks=True), of["Ash"]: Who(participant_id=ash.id), of["Birch"]: Who(new_pseudonym="Birch"),
    })  # fmt: skip
    assert Turn.objects.filter(source=source, speaker__participant=ash).count() == 2
    assert Participant.objects.filter(pseudonym="Birch", study=opened.study).exists()
    assert Turn.objects.filter(source=source).first().at_ms == 1000


def test_two_names_of_one_speaker_are_merged_and_no_speaker_joins_the_turn_before(
    opened: OpenedStudy,
) -> None:
    """inquiry 4: turns are worked out again; the text stays as it is."""
    words = "Ann: One.\nAnne: Two.\nAim: three.\nAnn: Four.\nAnne: Five.\nAim: six."
    source = brought(opened, words)
    of = ids(source)
    who = {of["Anne"]: Who(same_as=of["Ann"]), of["Aim"]: Who(nobody=True)}
    correct_speakers(opened=opened, source_id=source.id, version=1, who=who)
    turns = Turn.objects.filter(source=source).order_by("number")
    assert [(one.speaker.label, words[one.said_from : one.end]) for one in turns] == [
        ("Ann", "One."), ("Ann", "Two.\nAim: three."), ("Ann", "Four."), ("Ann", "Five.\nAim: six."),
    ]  # fmt: skip
    assert set(ids(source)) == {"Ann"}
    assert words_of(source) == words


def test_two_names_that_are_each_other_are_refused(opened: OpenedStudy) -> None:
    """inquiry 4: and nothing is changed."""
    source = brought(opened, "Ann: One.\nAnne: Two.\nAnn: Three.\nAnne: Four.")
    of = ids(source)
    who = {of["Anne"]: Who(same_as=of["Ann"]), of["Ann"]: Who(same_as=of["Anne"])}
    with pytest.raises(Refused):
        correct_speakers(opened=opened, source_id=source.id, version=1, who=who)
    assert set(ids(source)) == {"Ann", "Anne"}


def test_a_pseudonym_that_somebody_has_is_refused_and_comes_back_filled(
    leads: Client, opened: OpenedStudy
) -> None:
    """inquiry 28: one pseudonym is one person."""
    make.participant(opened.study, "Maple")
    source = brought(opened)
    rose = ids(source)["Rose"]
    typed = {f"who-{rose}": "new", f"new-{rose}": "maple", "version": 1}
    answer = leads.post(at("text_speakers", opened.study, source.id), typed)
    assert answer.status_code == 422
    assert 'value="maple"' in answer.content.decode()
    assert Participant.objects.count() == 1


def test_the_slower_of_two_is_told(opened: OpenedStudy) -> None:
    """DESIGN 2.7: a proposal that somebody else corrected is looked at again."""
    source = brought(opened)
    correct_speakers(opened=opened, source_id=source.id, version=1, who={})
    with pytest.raises(StaleEdit):
        correct_speakers(opened=opened, source_id=source.id, version=1, who={})
    assert words_of(source) == TALK.rstrip("\n") or words_of(source) == TALK
