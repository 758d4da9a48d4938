"""Rounds of checking back: begun, opened and closed by hand, step by step, and never undone."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.actions import rounds as actions
from ownwords.inquiry.models import CheckingRound, StudyStep
from ownwords.ledger.models import Act
from ownwords.people.models import Account
from ownwords.people.refusals import Refused
from tests import studying as make
from tests.inquiry.asking_back import at, begun
from tests.signed_in import client_for

pytestmark = pytest.mark.django_db


def test_a_round_is_begun_and_its_page_leads_through_its_steps(leads: Client, opened: OpenedStudy) -> None:
    """inquiry 2.6: a plain summary, what is put, who is asked, what came back, what changed."""
    sent = {"title": "Is it so?", "puts": "findings", "summary": "We asked many.", "submission": str(uuid4())}
    for _again in range(2):
        assert leads.post(at("round_add", opened), sent).status_code == 303
    row = CheckingRound.objects.get()
    page = leads.get(at("round", opened, row.id)).content.decode()
    for words in ("Is it so?", "We asked many.", "not opened yet", "What is put to people", "Choose findings",
                  "Who is asked, in which group", "Open the round", "What came back"):  # fmt: skip
        assert words in page
    assert "Is it so?" in leads.get(at("rounds", opened)).content.decode()
    assert leads.post(at("round_add", opened), {**sent, "title": " "}).status_code == 422


def test_a_round_is_opened_only_with_a_group_and_something_that_is_put(opened: OpenedStudy) -> None:
    """connecting R25: what is put, and to which groups."""
    row = begun(opened, groups=())
    with pytest.raises(Refused, match="which groups"):
        actions.open_round(opened=opened, round_id=row.id, version=1)
    other = begun(opened, groups=("People",))
    with pytest.raises(Refused, match="what is put"):
        actions.open_round(opened=opened, round_id=other.id, version=1)


def test_a_round_is_closed_and_opened_again_by_hand_and_the_ledger_says_so(
    leads: Client, opened: OpenedStudy
) -> None:
    """inquiry 2.6: people outside are touched, so each step is an act and none can be undone."""
    row = begun(opened, "Walking opens talk.")
    leads.post(at("round_close", opened, row.id), {"version": row.version})
    row.refresh_from_db()
    assert row.closed_on == timezone.localdate()
    leads.post(at("round_open", opened, row.id), {"version": row.version})
    row.refresh_from_db()
    assert (row.opened_on, row.closed_on) == (timezone.localdate(), None)
    assert Act.objects.filter(verb="study_round_kept").count() == 5
    assert not StudyStep.objects.exists()


def test_nothing_closes_a_round_by_itself(leads: Client, opened: OpenedStudy) -> None:
    """inquiry 2.6: a round stays open however long ago it was opened."""
    row = begun(opened, "Walking opens talk.")
    long_ago = timezone.localdate() - timedelta(days=900)
    CheckingRound.objects.filter(pk=row.id).update(opened_on=long_ago)
    assert "open since" in leads.get(at("round", opened, row.id)).content.decode()


def test_who_only_reads_sees_a_round_and_changes_nothing(opened: OpenedStudy, inquiry: object) -> None:
    """inquiry 28: reading is not asking."""
    row = begun(opened, "Walking opens talk.")
    reader: Account = make.researcher(opened.study.organisation)
    make.member(opened.study, reader, "reader")
    reads = client_for((reader, "researcher"))
    page = reads.get(at("round", opened, row.id)).content.decode()
    assert "Walking opens talk." in page
    assert "Close the round" not in page
    for name in ("round_close", "round_change", "round_put", "asked_group_add", "round_changed"):
        assert reads.post(at(name, opened, row.id), {"version": row.version}).status_code == 404


def test_what_changed_because_of_it_is_said_also_after_closing(leads: Client, opened: OpenedStudy) -> None:
    """inquiry 2.6: say how the analysis changed."""
    row = begun(opened, "Walking opens talk.")
    row = actions.close_round(opened=opened, round_id=row.id, version=row.version)
    sent = {"words": "We split the theme.", "version": row.version}
    assert leads.post(at("round_changed", opened, row.id), sent).status_code == 303
    assert "We split the theme." in leads.get(at("round", opened, row.id)).content.decode()
    assert leads.post(at("round_changed", opened, row.id), sent).status_code == 409
