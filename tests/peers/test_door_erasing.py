"""Erasing what hangs on the door: two people agree, and no word is left in any table."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.db import Error, connection, transaction
from django.urls import reverse
from django.utils import timezone

from ownwords.ledger.ids import Ref
from ownwords.peers.models import Approach, FirstFace, Introduction
from ownwords.people.actions.erasure import ask_erasure
from ownwords.people.models import Account, Person
from tests.around_sam import opened_by
from tests.peers.at_the_door import attempt, rule_of, turned
from tests.record.test_erasure import SECRET, decide, places_of
from tests.signed_in import client_for

pytestmark = pytest.mark.django_db


def a_contact(sam: Person, peer: Account) -> Any:
    """A contact with a note, in two versions."""
    row = attempt(sam, peer, rule=rule_of(sam, "notes_allowed", ""), note=SECRET)
    row.note = f"{SECRET} again"
    row.save()
    return row


def an_approach(sam: Person, _peer: Account) -> Any:
    """Coming back, in words."""
    return Approach.objects.create(
        person=sam, written_by=sam.account, visibility="team", route="online", words=SECRET
    )


def an_introduction(sam: Person, peer: Account) -> Any:
    """An introduction, rated in words."""
    return Introduction.objects.create(
        person=sam, written_by=peer, visibility="team", how="phone",
        from_words=SECRET, to_words=SECRET, rating=3, rating_words=SECRET,
    )  # fmt: skip


def a_change(sam: Person, _peer: Account) -> Any:
    """A pause by the service, with its reason."""
    until = timezone.localdate()
    return turned(
        sam, "paused_by_service", "service", reason=SECRET, words=SECRET, until=until, who_to_call=SECRET
    )


def a_first_face(sam: Person, peer: Account) -> Any:
    """How the first meeting was."""
    now = timezone.now()
    face = FirstFace.objects.create(
        person=sam, account=peer, met_on=timezone.localdate(), words=SECRET, answer=1, answered_at=now
    )
    face.words = f"{SECRET} later"
    face.save()
    return face


BUILDERS = [a_contact, an_approach, an_introduction, a_change, a_first_face]


@pytest.mark.parametrize("build", BUILDERS)
def test_words_are_gone_from_every_table_and_the_trace_stays(
    sam: Person, peer: Account, lead: Account, build: Callable[[Person, Account], Any]
) -> None:
    """house rule 7 and its exception: scans every column of every table, history included."""
    thing = build(sam, peer)
    assert places_of(SECRET)
    own = client_for((sam.account, "person"))
    assert own.get(reverse("erase", args=[sam.id, thing._meta.model_name, thing.id])).status_code == 200
    asked = ask_erasure(
        opened=opened_by(sam.account, sam), thing=Ref(thing._meta.model_name, thing.id), reason="Old."
    )
    decide(lead, sam, asked)
    assert places_of(SECRET) == []
    assert type(thing).objects.filter(id=thing.id).exists()
    assert own.get(reverse("erase", args=[sam.id, thing._meta.model_name, thing.id])).status_code == 404


@pytest.mark.parametrize("build", BUILDERS)
def test_nobody_calls_the_function_by_themselves(
    sam: Person, peer: Account, build: Callable[[Person, Account], Any]
) -> None:
    """two people: the function belongs to the one that checks."""
    from ownwords.people.viewer import seen_by

    thing = build(sam, peer)
    name = f"ownwords_erase_{thing._meta.model_name}"
    with (
        pytest.raises(Error),
        transaction.atomic(),
        seen_by(peer.id, "peer_worker"),
        connection.cursor() as cursor,
    ):
        cursor.execute(f"SELECT {name}(%s, %s, now(), %s)", [thing.id, sam.id, peer.id])
