"""Links for people who are asked: after a check of the same day, shown once, for 28 days, while the round is open."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.actions.asking_links import make_link
from ownwords.inquiry.actions.rounds import close_round
from ownwords.inquiry.models import Respondent
from ownwords.ledger.models import Act
from ownwords.people.invitations import digest
from ownwords.people.refusals import Refused
from tests import studying as make
from tests.inquiry.asking_back import agreed, at, begun, joined, others

pytestmark = pytest.mark.django_db


def test_a_link_is_made_after_the_check_of_today_and_shown_on_this_answer_only(
    leads: Client, opened: OpenedStudy
) -> None:
    """inquiry 2.6 (Birt 2016): check that it is still right to contact each person; only the hash is kept."""
    row = begun(opened, "Walking opens talk.")
    (who,) = others(opened, row, "People", 1)
    page = at("respondent_link", opened, row.id, who.id)
    assert "Do they still want to hear from you?" in leads.get(page).content.decode()
    refused = leads.post(page, {})
    assert refused.status_code == 422
    assert Respondent.objects.get().secret_hash is None
    answer = leads.post(page, {"right": "on"})
    secrets = set(re.findall(r"/asked/([A-Za-z0-9_-]{43})/", answer.content.decode()))
    assert len(secrets) == 1
    who.refresh_from_db()
    assert who.secret_hash == digest(secrets.pop())
    assert who.right_on == timezone.localdate()
    assert timedelta(days=27) < who.expires_at - timezone.now() <= timedelta(days=28)
    sheet = answer.content.decode()
    for words in ("Walking opens talk.", "We asked many.", "Does it match your experience?", "partly"):
        assert words in sheet
    assert "/asked/" not in leads.get(at("respondent", opened, row.id, who.id)).content.decode()
    assert "no-store" in answer["Cache-Control"]


def test_a_check_of_yesterday_is_not_enough(opened: OpenedStudy) -> None:
    """inquiry 2.6: still right means today."""
    row = begun(opened, "Walking opens talk.")
    (who,) = others(opened, row, "People", 1)
    yesterday = timezone.localdate() - timedelta(days=1)
    for day in (None, yesterday):
        Respondent.objects.filter(pk=who.id).update(right_on=day)
        with pytest.raises(Refused, match="today"):
            make_link(opened=opened, respondent_id=who.id)


def test_no_link_is_made_while_the_round_is_not_open_or_once_they_take_their_agreement_back(
    opened: OpenedStudy,
) -> None:
    """inquiry 2.6: asked again only while they agree to it."""
    row = begun(opened, "Walking opens talk.")
    maple = agreed(make.participant(opened.study))
    who = joined(opened, row, "People", maple)
    Respondent.objects.filter(pk=who.id).update(right_on=timezone.localdate())
    make_link(opened=opened, respondent_id=who.id)
    agreed(maple, yes=False)
    with pytest.raises(Refused, match="did not agree"):
        make_link(opened=opened, respondent_id=who.id)
    agreed(maple)
    close_round(opened=opened, round_id=row.id, version=row.version)
    with pytest.raises(Refused, match="Open the round first"):
        make_link(opened=opened, respondent_id=who.id)


def test_a_link_is_withdrawn_and_a_new_one_replaces_the_old(leads: Client, opened: OpenedStudy) -> None:
    """inquiry 27: the ledger keeps that a link was made and withdrawn, never the link."""
    row = begun(opened, "Walking opens talk.")
    (who,) = others(opened, row, "People", 1)
    page = at("respondent_link", opened, row.id, who.id)
    leads.post(page, {"right": "on"})
    first = Respondent.objects.get().secret_hash
    assert leads.post(at("respondent_link_withdraw", opened, row.id, who.id)).status_code == 303
    assert Respondent.objects.get().withdrawn_at is not None
    assert leads.post(at("respondent_link_withdraw", opened, row.id, who.id)).status_code == 404
    leads.post(page, {"right": "on"})
    who.refresh_from_db()
    assert (who.secret_hash == first, who.withdrawn_at) == (False, None)
    verbs = list(
        Act.objects.filter(verb__startswith="study_link").order_by("at").values_list("verb", flat=True)
    )
    assert verbs == ["study_link_made", "study_link_withdrawn", "study_link_made"]
