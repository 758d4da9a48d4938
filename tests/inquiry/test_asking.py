"""Whom a round asks: participants who agreed, others by number, in groups; and why somebody cannot be asked."""

from __future__ import annotations

import pytest
from django.test import Client
from django.utils import timezone

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.actions import rounds
from ownwords.inquiry.actions.asking import add_group, ask_people, rename_group
from ownwords.inquiry.models import CheckingGroup, Participant, Respondent, Speaker
from ownwords.people.access import NotFound
from ownwords.people.refusals import Refused
from tests import studying as make
from tests.inquiry.asking_back import agreed, at, begun, group_of, others

pytestmark = pytest.mark.django_db


def ask(opened: OpenedStudy, group: CheckingGroup, *people: Participant, many: int = 0) -> list[Respondent]:
    """Put people into a group."""
    ids = [one.id for one in people]
    return ask_people(
        opened=opened, round_id=group.round_id, asked_group_id=group.id, participant_ids=ids, others=many
    )


def test_participants_who_agreed_are_asked_and_others_by_number(leads: Client, opened: OpenedStudy) -> None:
    """inquiry 2.6: by a pseudonym or a number; nobody is asked twice in one round."""
    row = begun(opened, "Walking opens talk.")
    maple = agreed(make.participant(opened.study))
    group = group_of(row, "People")
    sent = {"people": [str(maple.id)], "others": "2"}
    assert leads.post(at("respondents_add", opened, row.id, group.id), sent).status_code == 303
    assert leads.post(at("respondents_add", opened, row.id, group.id), {"others": "1"}).status_code == 303
    assert [one.called for one in Respondent.objects.order_by("id")] == [
        "Maple", "People 1", "People 2", "People 3",
    ]  # fmt: skip
    ask(opened, group_of(row, "Workers"), maple)
    assert Respondent.objects.filter(participant=maple).count() == 1
    page = leads.get(at("round", opened, row.id)).content.decode()
    for words in ("Maple", "People 3", "not asked yet", "Nobody is asked in this group yet."):
        assert words in page


@pytest.mark.parametrize(
    ("says", "reason"),
    [
        (None, "have not said whether they agree"),
        (False, "did not agree to being asked again"),
        ("withdrew", "have withdrawn from the study"),
    ],
)
def test_who_did_not_agree_or_has_withdrawn_is_refused_with_the_reason(
    leads: Client, opened: OpenedStudy, says: bool | str | None, reason: str
) -> None:
    """inquiry 2.6: only who agreed to being asked again."""
    row = begun(opened, "Walking opens talk.")
    maple = make.participant(opened.study)
    if says is not None:
        agreed(maple, yes=bool(says))
    if says == "withdrew":
        Participant.objects.filter(pk=maple.id).update(withdrew_on=timezone.localdate())
    group = group_of(row, "People")
    with pytest.raises(Refused, match=reason):
        ask(opened, group, maple)
    page = leads.get(at("respondents_add", opened, row.id, group.id)).content.decode()
    assert reason in page
    assert f'value="{maple.id}"' not in page


def test_own_words_are_given_back_only_to_who_speaks_in_a_text_of_the_round(opened: OpenedStudy) -> None:
    """inquiry 27: sees own words only; who has none is not asked, and numbers have none."""
    text = make.source(opened.study)
    maple, alder = (agreed(make.participant(opened.study, name)) for name in ("Maple", "Alder"))
    Speaker.objects.filter(source=text, label="P1").update(participant=maple)
    row = rounds.add_round(opened=opened, told=rounds.Told("Your words"), puts="words")
    row = rounds.choose_texts(opened=opened, round_id=row.id, version=1, source_ids=[text.id])
    group = add_group(opened=opened, round_id=row.id, name="People")
    assert [one.called for one in ask(opened, group, maple)] == ["Maple"]
    with pytest.raises(Refused, match="speak in none of the texts"):
        ask(opened, group, alder)
    with pytest.raises(Refused):
        ask(opened, group, many=2)


def test_a_group_has_a_name_of_its_own_and_can_be_called_differently(
    leads: Client, opened: OpenedStudy
) -> None:
    """connecting R25: separate groups, such as people and workers."""
    row = begun(opened, "Walking opens talk.")
    with pytest.raises(Refused, match="already"):
        add_group(opened=opened, round_id=row.id, name="people")
    group = group_of(row, "People")
    rename_group(opened=opened, round_id=row.id, asked_group_id=group.id, version=1, name="People who walk")
    assert "People who walk" in leads.get(at("round", opened, row.id)).content.decode()


def test_nobody_of_another_study_is_asked(opened: OpenedStudy) -> None:
    """inquiry 28: a study reaches its own participants only."""
    row = begun(opened, "Walking opens talk.")
    stranger = agreed(make.participant(make.study(make.researcher(opened.study.organisation))))
    with pytest.raises(NotFound):
        ask(opened, group_of(row, "People"), stranger)
    assert others(opened, row, "People", 1)[0].participant is None
