"""What participants agree to: the last word holds, and those before it stay."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.actions.consents import keep_consents
from ownwords.inquiry.models import Consent
from ownwords.inquiry.queries.consents import may_quote
from ownwords.people.refusals import Refused
from tests import studying as make
from tests.queries import asked

pytestmark = pytest.mark.django_db


def test_each_question_is_answered_by_itself_and_sent_twice_stands_once(
    leads: Client, opened: OpenedStudy
) -> None:
    """inquiry 29 (SRQR 9): taking part and being quoted are two questions; not asked is neither yes nor no."""
    who = make.participant(opened.study)
    where = reverse("inquiry:consent_add", args=[opened.study.id, who.id])
    assert leads.post(where, {"how": "Signed form"}).status_code == 422
    for _twice in range(2):
        leads.post(where, {"part": "yes", "quoting": "no", "how": "Signed form"})
    assert set(Consent.objects.values_list("to", "agreed")) == {("part", True), ("quoting", False)}
    assert Consent.objects.count() == 2
    page = leads.get(reverse("inquiry:participant", args=[opened.study.id, who.id])).content.decode()
    for words in ("did not agree", "not asked", "Signed form"):
        assert words in page


def test_what_was_said_last_holds_and_what_was_said_before_stays(leads: Client, opened: OpenedStudy) -> None:
    """inquiry 28, 29: by the day it was said, whenever it was written down."""
    who, today = make.participant(opened.study), timezone.localdate()
    keep_consents(
        opened=opened, participant_id=who.id, answers={"quoting": False}, said_on=today - timedelta(1)
    )
    keep_consents(
        opened=opened, participant_id=who.id, answers={"quoting": True}, said_on=today - timedelta(9)
    )
    assert may_quote(opened, [who.id]) == set()
    keep_consents(opened=opened, participant_id=who.id, answers={"quoting": True})
    assert may_quote(opened, [who.id]) == {who.id}
    page = leads.get(reverse("inquiry:participant", args=[opened.study.id, who.id])).content.decode()
    assert page.count("kept by Ines Okafor") == 2


def test_a_day_that_has_not_come_yet_is_refused(opened: OpenedStudy) -> None:
    """Bad input: an answer cannot be of tomorrow."""
    who = make.participant(opened.study)
    with pytest.raises(Refused) as no:
        keep_consents(
            opened=opened, participant_id=who.id, answers={"part": True},
            said_on=timezone.localdate() + timedelta(1),
        )  # fmt: skip
    assert list(no.value.messages) == ["said_on"]
    assert not Consent.objects.exists()


def test_who_may_be_quoted_is_one_query_and_never_by_default(opened: OpenedStudy) -> None:
    """inquiry 28: who was not asked is marked like who did not agree; of another study nobody is known."""
    people = [make.participant(opened.study, f"Person {n}") for n in range(6)]
    for one in people[:2]:
        keep_consents(opened=opened, participant_id=one.id, answers={"quoting": one == people[0]})
    with asked() as statements:
        found = may_quote(opened, [one.id for one in people])
    assert found == {people[0].id}
    assert len(statements) == 1
