"""A peer worker's own space: nobody else, in no role, by no way (PS-08)."""

from __future__ import annotations

import pytest
from django.apps import apps
from django.test import Client
from django.urls import reverse

from ownwords.ledger.models import Act
from ownwords.peers.models import OwnNote
from ownwords.people.models import Account, Person
from tests.matrix import VIEWERS, build
from tests.measures.pages import key, seen
from tests.peers.between import refused, sql
from tests.record.test_erasure import SECRET, places_of
from tests.signed_in import client_for

pytestmark = pytest.mark.django_db
ROLES = ("person", "supporter", "worker", "peer_worker", "team_lead", "researcher", "administrator", "")


def written(client: Client, words: str = SECRET) -> OwnNote:
    """Something that the peer worker wrote."""
    client.post(reverse("own_note_add"), {"words": words, "kind": "story", "submission": key()})
    return OwnNote.objects.get()


def test_it_is_added_changed_and_deleted_for_good(peer: Account, peering: Client) -> None:
    """PS-08; P26."""
    note = written(peering)
    assert SECRET in seen(peering, reverse("own_space")).text
    form = {"words": "Other", "kind": "prompt", "version": "1"}
    peering.post(reverse("own_note", args=[note.id]), form)
    assert "Other" in seen(peering, reverse("own_space")).text
    assert places_of(SECRET) == []
    assert "gone at once" in seen(peering, reverse("own_note_delete", args=[note.id])).text
    peering.post(reverse("own_note_delete", args=[note.id]))
    assert not OwnNote.objects.exists()
    assert not Act.objects.filter(actor_id=peer.id).exclude(verb="signed_in").exists()


def test_no_other_role_reaches_it_by_any_page() -> None:
    """PS-08: access test for every role, one's own in another role included."""
    world = build()
    peer = world.viewers["their peer worker"][0]
    assert peer is not None
    OwnNote.objects.all().delete()
    note = OwnNote.objects.create(account=peer, words=SECRET)
    for name in VIEWERS:
        client = client_for(world.viewers[name])
        for route in ("own_note", "own_note_delete"):
            answer = client.get(reverse(route, args=[note.id]))
            assert (SECRET in answer.content.decode()) is (name == "their peer worker"), name
        space = client.get(reverse("own_space")).content.decode()
        assert (SECRET in space) is (name == "their peer worker"), name


def test_no_other_role_reaches_it_in_the_database(sam: Person, peer: Account, lead: Account) -> None:
    """PS-08: SQL as the web role."""
    note = OwnNote.objects.create(account=peer, words=SECRET)
    read = "SELECT count(*) FROM peers_ownnote WHERE id = %s"
    for role in ROLES:
        assert sql(lead, role, read, note.id) == [(0,)], role
        expected = 1 if role == "peer_worker" else 0
        assert sql(peer, role, read, note.id) == [(expected,)], role
        assert refused(lead, role, "UPDATE peers_ownnote SET words = 'x' WHERE id = %s", note.id), role
        assert refused(lead, role, "DELETE FROM peers_ownnote WHERE id = %s", note.id), role


def test_it_has_no_history_and_no_row_about_a_person() -> None:
    """PS-08: what is deleted is gone; it is in no person's record."""
    names = {model._meta.db_table for model in apps.get_models()}
    assert "peers_ownnoteevent" not in names
    fields = {field.name for field in OwnNote._meta.get_fields()}
    assert "person" not in fields


def test_no_search_copy_or_page_of_a_record_holds_it(
    sam: Person, peer: Account, peering: Client, own: Client, staff: Client
) -> None:
    """PS-08: the copy of the person's record lacks it."""
    written(peering, f"{SECRET} ownpeacock")
    for client in (own, staff, peering):
        for route in ("record:record", "record:search", "record:timeline", "peers:notes", "record_copy"):
            answer = client.get(reverse(route, args=[sam.id]), {"q": SECRET})
            assert "ownpeacock" not in answer.content.decode(), route
    assert "ownpeacock" not in own.post(reverse("record_copy", args=[sam.id])).getvalue().decode(
        errors="replace"
    )
    assert places_of(SECRET) == ["peers_ownnote"]


def test_two_windows_at_once_lose_nothing(peer: Account, peering: Client) -> None:
    """house rule 7."""
    note = written(peering, "First")
    OwnNote.objects.filter(pk=note.id).update(words="Second", version=2)
    answer = peering.post(
        reverse("own_note", args=[note.id]), {"words": "Third", "kind": "story", "version": "1"}
    )
    assert answer.status_code == 409
    body = answer.content.decode()
    assert "Second" in body
    assert "Third" in body
