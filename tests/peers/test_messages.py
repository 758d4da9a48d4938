"""Messages between meetings: on and off by either, hours and crisis text, never in the record (PS-22)."""

from __future__ import annotations

from datetime import time
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from ownwords.ledger.models import Outgoing
from ownwords.peers.actions import messages as actions
from ownwords.peers.models import AnsweringHours, Channel, Message
from ownwords.people.access import NotFound
from ownwords.people.models import Account, Person, Relationship
from ownwords.people.refusals import Refused
from tests import factories as make
from tests.around_sam import opened_by
from tests.measures.pages import key, seen
from tests.peers.between import as_person, at, refused, sql
from tests.record.test_erasure import SECRET, places_of

pytestmark = pytest.mark.django_db


def on(sam: Person, peer: Account) -> Channel:
    """Messages switched on."""
    return actions.switch_messages(opened=as_person(sam), peer_id=peer.id, on=True)


def always(peer: Account) -> None:
    """Hours that cover the week, or nearly."""
    for day in range(7):
        AnsweringHours.objects.create(
            account=peer, weekday=day, opens=time(0), closes=time(23, 59, 59, 999999)
        )


def send(client: Client, sam: Person, peer: Account, words: str = "Are we on for Friday?") -> Any:
    """Send a message by the page."""
    return client.post(at("talk", sam, peer.id), {"words": words, "submission": key()}, follow=True)


@pytest.mark.parametrize("first", ["own", "peering"])
def test_either_switches_them_on_and_either_off(
    sam: Person, peer: Account, own: Client, peering: Client, first: str
) -> None:
    """PS-22: switched on by either side."""
    one, other = (own, peering) if first == "own" else (peering, own)
    assert "Messages are off." in seen(one, at("talk", sam, peer.id)).text
    one.post(at("talk_switch", sam, peer.id), {"on": "yes"})
    send(one, sam, peer)
    assert "Are we on for Friday?" in seen(other, at("talk", sam, peer.id)).text
    other.post(at("talk_switch", sam, peer.id), {"on": "no"})
    send(one, sam, peer, "And now?")
    assert Message.objects.count() == 1
    assert "Are we on for Friday?" in seen(one, at("talk", sam, peer.id)).text


def test_outside_hours_the_crisis_text_and_when_it_is_read_are_shown_before_and_after(
    sam: Person, peer: Account, own: Client
) -> None:
    """PS-22: a message outside hours shows the crisis text."""
    on(sam, peer)
    before = seen(own, at("talk", sam, peer.id)).text
    assert "outside answering hours now" in before
    assert "999" in before
    assert "no answering hours" in before
    answer = send(own, sam, peer).content.decode()
    for words in ("Sent, outside answering hours.", "outside answering hours now", "999", "111"):
        assert words in answer
    assert Message.objects.get().outside_hours
    AnsweringHours.objects.create(account=peer, weekday=0, opens=time(3), closes=time(3, 1))
    assert "Monday" in seen(own, at("talk", sam, peer.id)).text


def test_within_hours_nothing_alarms_and_the_page_still_says_that_nobody_watches(
    sam: Person, peer: Account, own: Client
) -> None:
    """PS-22: shown answering hours; nobody watches in real time."""
    on(sam, peer)
    always(peer)
    page = seen(own, at("talk", sam, peer.id)).text
    assert "outside answering hours now" not in page
    assert "Nobody watches messages in real time." in page
    send(own, sam, peer)
    assert not Message.objects.get().outside_hours


def test_what_the_other_has_not_read_is_marked_until_they_open_it(
    sam: Person, peer: Account, own: Client, peering: Client
) -> None:
    """PS-22: unread marks."""
    on(sam, peer)
    send(own, sam, peer)
    assert "not read yet" in seen(own, at("talk", sam, peer.id)).text
    assert "One message you have not read" in seen(peering, at("talks", sam)).text
    assert "new" in seen(peering, at("talk", sam, peer.id)).text
    assert "have not read" not in seen(peering, at("talks", sam)).text
    assert "read" in seen(own, at("talk", sam, peer.id)).text
    assert Message.objects.get().read_at is not None


def test_no_third_person_reads_one(
    sam: Person, peer: Account, worker: Account, lead: Account, staff: Client, leading: Client
) -> None:
    """PS-22: not for the team, not another peer worker, not in SQL."""
    on(sam, peer)
    actions.send_message(opened=as_person(sam), peer_id=peer.id, words=SECRET)
    second = make.staff(sam.placements.get().team, "peer_worker")
    make.beside(sam, second, "peer_worker")
    for client in (staff, leading):
        assert client.get(at("talks", sam)).status_code == 404
        assert client.get(at("talk", sam, peer.id)).status_code == 404
    with pytest.raises(NotFound):
        actions.send_message(opened=opened_by(second, sam), peer_id=peer.id, words="Me too")
    for who, role in (
        (worker, "worker"),
        (lead, "team_lead"),
        (second, "peer_worker"),
        (lead, "administrator"),
    ):
        assert sql(who, role, "SELECT count(*) FROM peers_message") == [(0,)]
        assert sql(who, role, "SELECT count(*) FROM peers_channel") == [(0,)]
    assert sql(peer, "peer_worker", "SELECT count(*) FROM peers_message") == [(1,)]


def test_they_are_in_no_record_search_copy_or_notice(sam: Person, peer: Account, own: Client) -> None:
    """PS-22: record export has none."""
    on(sam, peer)
    words = f"{SECRET} messagepeacock"
    actions.send_message(opened=as_person(sam), peer_id=peer.id, words=words)
    for route in ("record:record", "record:search", "record:timeline", "record_copy", "deeds"):
        answer = own.get(reverse(route, args=[sam.id]), {"q": SECRET})
        assert "messagepeacock" not in answer.content.decode(), route
    copy = own.post(reverse("record_copy", args=[sam.id])).getvalue()
    assert b"messagepeacock" not in copy
    assert places_of(SECRET) == ["peers_message"]
    assert not Outgoing.objects.exists()


def test_words_stay_as_they_were_sent(sam: Person, peer: Account) -> None:
    """PS-22: nobody changes them."""
    channel = on(sam, peer)
    actions.send_message(opened=as_person(sam), peer_id=peer.id, words="Mine")
    assert sam.account is not None
    for change in ("words = 'x'", "sent_at = now()", "outside_hours = NOT outside_hours", "read_at = now()"):
        assert refused(sam.account, "person", f"UPDATE peers_message SET {change}")
    assert refused(peer, "peer_worker", "UPDATE peers_message SET words = 'x'")
    assert refused(peer, "peer_worker", "DELETE FROM peers_message")
    Channel.objects.filter(pk=channel.pk).update(on=False)
    insert = (
        "INSERT INTO peers_message (id, channel_id, written_by_id, words, sent_at, outside_hours)"
        " VALUES (gen_random_uuid(), %s, %s, 'x', now(), false)"
    )
    assert refused(peer, "peer_worker", insert, channel.id, peer.id)


def test_too_long_too_many_twice_or_to_somebody_who_left_are_refused(
    sam: Person, peer: Account, own: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    """bad input."""
    on(sam, peer)
    opened = as_person(sam)
    with pytest.raises(Refused):
        actions.send_message(opened=opened, peer_id=peer.id, words="x" * (actions.MOST_WORDS + 1))
    form = {"words": "Once", "submission": key()}
    for _number in range(2):
        own.post(at("talk", sam, peer.id), form)
    assert Message.objects.count() == 1
    monkeypatch.setattr(actions, "MOST_A_DAY", 1)
    with pytest.raises(Refused):
        actions.send_message(opened=opened, peer_id=peer.id, words="Another")
    Relationship.objects.update(ends_on="2025-01-01")
    with pytest.raises(Refused):
        actions.send_message(opened=opened, peer_id=peer.id, words="Still there?")
    assert "Once" in seen(own, at("talk", sam, peer.id)).text


def test_a_peer_worker_says_when_they_answer(
    peer: Account, peering: Client, sam: Person, own: Client
) -> None:
    """PS-22: answering hours."""
    on(sam, peer)
    week = {"day_1": "10-12.30, 14:00–16:00", "day_4": "9:00-9:30"}
    assert peering.post(reverse("answering_hours"), week).status_code == 303
    page = seen(own, at("talk", sam, peer.id)).text
    assert "Tuesday: 10:00 to 12:30 and 14:00 to 16:00" in page
    assert "Friday: 09:00 to 09:30" in page
    for wrong in ("ten", "16-10", "10-12, 11-13", "10-", "25-26"):
        answer = peering.post(reverse("answering_hours"), {"day_1": wrong})
        assert answer.status_code == 422, wrong
        assert wrong in answer.content.decode()
    assert AnsweringHours.objects.count() == 3
