"""The key: who stands behind a pseudonym, for those who keep it and for nobody else."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.db import connection, transaction
from django.db.utils import ProgrammingError
from django.test import Client
from django.urls import reverse

import ownwords.inquiry
from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.actions.keys import destroy_key, keep_key, look_at_key, look_at_keys
from ownwords.inquiry.models import Participant, ParticipantKey
from ownwords.inquiry.queries.keys import mark_of
from ownwords.ledger.models import Act
from ownwords.people.access import NotFound
from ownwords.people.models import Account
from ownwords.people.refusals import StaleEdit
from ownwords.people.viewer import seen_by
from tests import studying as make
from tests.queries import asked

pytestmark = pytest.mark.django_db
NAME = "Wilhelmina Featherstonehaugh"


def at(name: str, opened: OpenedStudy, *more: Any) -> str:
    """Return an address of the study."""
    return reverse(f"inquiry:{name}", args=[opened.study.id, *more])


@pytest.fixture
def keyed(opened: OpenedStudy) -> Participant:
    """Somebody whose key is kept."""
    who = make.participant(opened.study)
    keep_key(opened=opened, participant_id=who.id, seen=0, name=NAME, contact="01632 960001")
    return who


def verbs() -> list[str]:
    """Return what the ledger says of the key, in order."""
    return list(
        Act.objects.filter(verb__startswith="study_key").order_by("at", "id").values_list("verb", flat=True)
    )


def test_who_keeps_the_key_sees_and_changes_it_and_each_look_is_kept(
    leads: Client, opened: OpenedStudy, keyed: Participant
) -> None:
    """inquiry 28: the key is in another place, with another permission; every look leaves a trace."""
    before = len(verbs())
    page = leads.get(at("participant_key", opened, keyed.id)).content.decode()
    assert NAME in page
    assert NAME in leads.get(at("keys", opened)).content.decode()
    assert verbs()[before:] == ["study_key_read"] * 2
    mark = str(mark_of(ParticipantKey.objects.get()))
    leads.post(at("participant_key", opened, keyed.id), {"name": "Mina F", "contact": "", "version": mark})
    assert ParticipantKey.objects.get().name == "Mina F"
    assert verbs()[-1] == "study_key_changed"


def test_nobody_else_finds_a_way_to_the_key(codes: Client, opened: OpenedStudy, keyed: Participant) -> None:
    """inquiry 28: no link, no page, no name on any page of people."""
    for name, ids in (
        ("keys", ()),
        ("participant_key", (keyed.id,)),
        ("participant_key_destroy", (keyed.id,)),
    ):
        assert codes.get(at(name, opened, *ids)).status_code == 404
        assert codes.post(at(name, opened, *ids), {"name": "x", "version": "0"}).status_code == 404
    for name, ids in (
        ("participants", ()),
        ("participant", (keyed.id,)),
        ("participant_change", (keyed.id,)),
    ):
        page = codes.get(at(name, opened, *ids)).content.decode()
        assert "Maple" in page
        assert NAME not in page
        assert "/key/" not in page


def test_the_actions_refuse_whoever_does_not_keep_the_key(
    opened: OpenedStudy, coder: Account, keyed: Participant
) -> None:
    """inquiry 28: its own permission; leading is not enough either."""
    opened.study.members.filter(account=coder).update(duty="lead")
    other = make.opened_by(coder, opened.study)
    for act in (
        lambda: look_at_keys(opened=other),
        lambda: look_at_key(opened=other, participant_id=keyed.id),
        lambda: keep_key(opened=other, participant_id=keyed.id, seen=0, name="x"),
        lambda: destroy_key(opened=other, participant_id=keyed.id, seen=0),
    ):
        with pytest.raises(NotFound):
            act()


def test_the_second_lock_hides_the_key_as_well(
    opened: OpenedStudy, leader: Account, coder: Account, keyed: Participant
) -> None:
    """platform: row-level security as the second lock."""
    with seen_by(coder.id, "researcher"):
        assert not ParticipantKey.objects.exists()
        with pytest.raises(ProgrammingError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(
                "INSERT INTO inquiry_participantkey (participant_id, study_id, name, contact, changed_at)"
                " SELECT id, study_id, 'x', '', now() FROM inquiry_participant"
            )
    with seen_by(leader.id, "researcher"):
        assert ParticipantKey.objects.count() == 1


def test_a_key_that_is_taken_away_is_gone_and_an_older_page_is_told(
    leads: Client, opened: OpenedStudy, keyed: Participant
) -> None:
    """inquiry 28: once it is taken away, it is gone; the participant stays under the pseudonym."""
    with pytest.raises(StaleEdit):
        keep_key(opened=opened, participant_id=keyed.id, seen=0, name="Somebody else")
    where = at("participant_key_destroy", opened, keyed.id)
    assert "Take it away for good" in leads.get(where).content.decode()
    mark = str(mark_of(ParticipantKey.objects.get()))
    said = leads.post(where, {"version": mark}, follow=True).content.decode()
    assert "Nothing here says any more who this is." in said
    assert not ParticipantKey.objects.exists()
    assert Participant.objects.get().pseudonym == "Maple"


def test_the_key_is_asked_for_by_few_parts_of_the_program_alone() -> None:
    """inquiry 28: it is in no export, and no page but its own; a list that may only grow after thought."""
    room = Path(ownwords.inquiry.__file__).parent
    naming = {
        str(path.relative_to(room)) for path in room.rglob("*.py")
        if "ParticipantKey" in path.read_text(encoding="utf-8")
    } - {"models/__init__.py", "models/keys.py", "migrations/0001_initial.py"}  # fmt: skip
    outside = [
        str(path) for path in room.parent.rglob("*.py")
        if room not in path.parents and "ParticipantKey" in path.read_text(encoding="utf-8")
    ]  # fmt: skip
    assert outside == []
    # Withdrawing deletes it; looking for what identifies somebody in a text asks it for names, for who keeps it.
    may = {f"{part}/keys.py" for part in ("actions", "queries", "forms")}
    may |= {"actions/withdrawing.py", "queries/withdrawal.py", "queries/identifying.py"}
    assert naming <= may


def test_many_keys_ask_no_more_than_few(leads: Client, opened: OpenedStudy) -> None:
    """inquiry 30: one query for people, one for keys."""
    for n in range(30):
        who = make.participant(opened.study, f"Person {n}")
        keep_key(opened=opened, participant_id=who.id, seen=0, name=f"Name {n}")
    leads.get(at("keys", opened))
    with asked() as statements:
        assert "Name 29" in leads.get(at("keys", opened)).content.decode()
    assert len([one for one in statements if '"inquiry_' in one]) <= 3
