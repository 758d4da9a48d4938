"""What is withheld from somebody for a time is in no copy of their record, whoever makes it."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
from django.utils import timezone

from ownwords.exchange.queries.export_page import page_of
from ownwords.exchange.queries.export_rows import copy_of, everything
from ownwords.ledger.models import Look
from ownwords.peers.actions import safety
from ownwords.people.models import ErasureRequest
from tests import factories as make
from tests.around_sam import opened_by

pytestmark = pytest.mark.django_db


def test_a_copy_made_by_an_operator_says_nothing_of_what_is_withheld() -> None:
    """PS-05: neither the share nor that somebody withheld it, nor who looked at the list; released, all of it."""
    sam = make.person(called="Sam")
    team = sam.placements.get().team
    worker, lead = make.staff(team), make.staff(team, "team_lead")
    passed = safety.PassedOn(
        what="The new address", to_whom="The crisis team", why="A fire", told_first="yes"
    )
    share = safety.pass_on(opened=opened_by(worker, sam), passed=passed)
    day = timezone.localdate() + timedelta(days=7)
    share = safety.withhold(
        opened=opened_by(lead, sam),
        share_id=share.id,
        version=share.version,
        reason="Hidden why",
        review_on=day,
    )
    today = timezone.localdate()
    Look.objects.create(actor_id=lead.id, role="team_lead", about_id=sam.id, part="list:withheld", day=today)
    ErasureRequest.objects.create(
        person=sam, thing_kind="safetyshare", thing_id=share.id, asked_by=worker, reason="Hidden asking"
    )
    copy = json.dumps(copy_of(everything(sam), timezone.localdate()), default=str)
    for word in (
        str(share.id),
        "Hidden why",
        "safety_withheld",
        "safety_shared",
        "list:withheld",
        "Hidden asking",
    ):
        assert word not in copy, word
    assert "withheld, for a time" not in str(page_of(everything(sam), timezone.localdate()))
    safety.release(opened=opened_by(lead, sam), share_id=share.id, version=share.version)
    assert "safety_withheld" in json.dumps(copy_of(everything(sam), timezone.localdate()), default=str)
