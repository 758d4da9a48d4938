"""The door: people turn it and nothing else does; whose decision it was is always said."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import Error, transaction
from django.test import Client
from django.utils import timezone

from ownwords.ledger.models import Act
from ownwords.peers.actions.door import Turn, change_door
from ownwords.peers.actions.door_end import keep_end, take_end_back
from ownwords.peers.models import Attempt, CompetingEnd, DoorChange, PeerSettings
from ownwords.people.access import NotFound
from ownwords.people.models import Account, Person
from ownwords.people.refusals import Refused, StaleEdit
from ownwords.people.viewer import seen_by
from tests import factories as make
from tests.around_sam import opened_by
from tests.measures.pages import Page, day_of, key, seen
from tests.peers.at_the_door import at, attempt, no_team, today, turned

pytestmark = pytest.mark.django_db
SOON = timezone.localdate() + timedelta(days=30)


def pressed(seen_version: int = 0, **form: Any) -> dict[str, Any]:
    """Return a form of the door as a browser sends it."""
    return {"version": str(seen_version), "submission": key(), **form}


def test_the_person_pauses_without_a_reason_and_without_a_date(sam: Person, own: Client) -> None:
    """PS-10: a pause by the person needs neither."""
    assert own.post(at("door_turn", sam, "pause"), pressed()).status_code == 303
    change = DoorChange.objects.get()
    assert (change.status, change.decided_by, change.until, change.reason) == (
        "paused_by_person",
        "person",
        None,
        "",
    )
    page = seen(own, at("door", sam))
    assert "You have paused" in page.text
    assert "This was your own decision." in page.text
    assert page.leads_to(at("come_back", sam))


def test_the_person_pauses_until_a_day_in_their_own_words(sam: Person, own: Client, staff: Client) -> None:
    """PS-10; house rule 1: letter for letter."""
    words = "  I need\nsome air.  "
    own.post(at("door_turn", sam, "pause"), pressed(words=words, **day_of(SOON, "until")))
    change = DoorChange.objects.get()
    assert (change.until, change.words) == (SOON, words)
    assert "some air." in seen(staff, at("door", sam)).text


def test_a_pause_that_ends_before_it_begins_is_refused_and_comes_back_filled(
    sam: Person, own: Client
) -> None:
    """bad input."""
    answer = own.post(at("door_turn", sam, "pause"), pressed(words="Mine", **day_of(today(3), "until")))
    assert answer.status_code == 422
    assert "lies after today" in Page(answer).text
    assert Page(answer).value("words") == "Mine"
    assert not DoorChange.objects.exists()


def test_the_person_steps_back_and_the_door_stays_open(sam: Person, own: Client) -> None:
    """P3: stepping back is a normal move."""
    own.post(at("door_turn", sam, "step-back"), pressed())
    page = seen(own, at("door", sam))
    assert "You have stepped back. The door is open" in page.text
    assert page.leads_to(at("come_back", sam))


def test_a_pause_by_the_service_needs_a_reason_and_an_end_and_shows_to_the_person(
    sam: Person, own: Client, staff: Client
) -> None:
    """PS-10."""
    bare = pressed(decided_by="service")
    answer = staff.post(at("door_turn", sam, "pause-by-us"), bare)
    assert answer.status_code == 422
    no_end = staff.post(at("door_turn", sam, "pause-by-us"), bare | {"reason": "Nobody can come in August."})
    assert no_end.status_code == 422
    assert Page(no_end).value("reason") == "Nobody can come in August."
    form = bare | {"reason": "Nobody can come in August."} | day_of(SOON, "until")
    assert staff.post(at("door_turn", sam, "pause-by-us"), form).status_code == 303
    text = seen(own, at("door", sam)).text
    assert "The service has paused" in text
    assert "Nobody can come in August." in text
    assert "This was the decision of the service." in text


def test_the_database_itself_holds_the_pause_of_the_service_to_reason_and_end(sam: Person) -> None:
    """PS-10: the constraint stands below every action."""
    with pytest.raises(Error), transaction.atomic():
        turned(sam, "paused_by_service", "service")


@pytest.mark.parametrize("decided_by", ["person", "service", "both"])
def test_moving_on_says_whose_decision_it_was(
    sam: Person, own: Client, peering: Client, decided_by: str
) -> None:
    """house rule 3; by the peer worker beside them."""
    assert peering.post(at("door_turn", sam, "moved-on"), pressed()).status_code == 422
    peering.post(
        at("door_turn", sam, "moved-on"), pressed(decided_by=decided_by, who_to_call="Pat, 01632 960 002")
    )
    text = seen(own, at("door", sam)).text
    whose = {"person": "your own decision", "service": "decision of the service", "both": "decided together"}
    assert whose[decided_by] in text
    assert "Pat, 01632 960 002" in text


def test_only_a_lead_closes_a_door_and_only_with_words(
    sam: Person, staff: Client, peering: Client, leading: Client, own: Client
) -> None:
    """3.2: closed by law or death."""
    for client in (staff, peering, own):
        assert client.get(at("door_turn", sam, "close")).status_code == 404
        assert client.post(at("door_turn", sam, "close"), pressed(reason="x")).status_code == 404
    assert leading.post(at("door_turn", sam, "close"), pressed()).status_code == 422
    assert (
        leading.post(at("door_turn", sam, "close"), pressed(reason="Sam died on Sunday.")).status_code == 303
    )
    page = seen(own, at("door", sam))
    assert "Closed by law or death" in page.text
    assert not page.leads_to(at("come_back", sam))


def test_a_way_that_is_not_theirs_is_not_there(sam: Person, own: Client, staff: Client) -> None:
    """permission: default denies."""
    for way in ("pause-by-us", "moved-on", "open-again", "close", "nowhere"):
        assert own.get(at("door_turn", sam, way)).status_code == 404
    assert staff.get(at("door_turn", sam, "step-back")).status_code == 404
    sister = make.account("Ruth")
    make.beside(sam, sister, "supporter")
    with pytest.raises(NotFound):
        change_door(opened=opened_by(sister, sam), turn=Turn("open", "person"), seen=0)


def test_ending_twice_is_answered_clearly_and_nothing_is_half_written(sam: Person, worker: Account) -> None:
    """bad input: ending twice."""
    opened = opened_by(worker, sam)
    change_door(opened=opened, turn=Turn("moved_on", "both"), seen=0)
    with pytest.raises(Refused) as no:
        change_door(opened=opened, turn=Turn("moved_on", "service"), seen=1)
    assert "said already" in no.value.messages[""]
    assert DoorChange.objects.count() == 1
    assert Act.objects.filter(verb="door_changed").count() == 1


def test_pausing_while_paused_is_answered_clearly(sam: Person, own: Client) -> None:
    """bad input."""
    own.post(at("door_turn", sam, "pause"), pressed())
    answer = own.post(at("door_turn", sam, "pause"), pressed(1))
    assert answer.status_code == 422
    assert "There is a pause already" in Page(answer).text
    assert DoorChange.objects.count() == 1


def test_the_same_form_twice_is_one_change(sam: Person, own: Client) -> None:
    """platform: a double submit saves once."""
    form = pressed()
    for _press in range(2):
        assert own.post(at("door_turn", sam, "step-back"), form).status_code == 303
    assert DoorChange.objects.count() == 1


def test_two_at_the_same_moment_the_second_sees_what_stands_there(
    sam: Person, own: Client, staff: Client
) -> None:
    """bad input: two people at one door; nothing half-written, and what was typed is still there."""
    own.post(at("door_turn", sam, "pause"), pressed(words="A month off"))
    answer = staff.post(at("door_turn", sam, "moved-on"), pressed(decided_by="both", words="We agreed"))
    assert answer.status_code == 409
    assert Page(answer).value("words") == "We agreed"
    assert Page(answer).value("version") == "1"
    assert DoorChange.objects.count() == 1


def test_the_number_of_a_change_is_taken_once(
    sam: Person, worker: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    """3.2: both read the same door before either wrote; the number decides."""
    from ownwords.peers.actions import door as actions
    from ownwords.peers.queries.door import door_now

    opened = opened_by(worker, sam)
    stale = door_now(opened)
    turned(sam, "paused_by_person")
    with pytest.raises(StaleEdit) as late, transaction.atomic():
        actions.add_change(opened, stale, Turn("moved_on", "both"), None)
    assert late.value.current.version == 1
    assert DoorChange.objects.count() == 1


def test_a_pause_past_its_end_is_still_a_pause_says_so_and_is_listed(
    sam: Person, own: Client, leading: Client, peering: Client
) -> None:
    """3.2: nothing automatic; listed for somebody to talk about."""
    turned(sam, "paused_by_service", "service", reason="Holiday", until=today(2), on=today(20))
    text = seen(own, at("door", sam)).text
    assert "The service has paused" in text
    assert "That day has passed. The pause goes on until somebody ends it." in text
    for client in (leading, peering):
        assert "Pauses to talk about" in seen(client, "/coming-back/").text
    assert "the day on which the pause was to end has passed" in seen(peering, "/walking-beside/").text
    assert DoorChange.objects.count() == 1


def test_quiet_is_worked_out_by_the_setting_and_nobody_can_set_it(
    sam: Person, peer: Account, own: Client
) -> None:
    """3.2: "quiet" is computed, nobody's fault."""
    attempt(sam, peer, on=today(50))
    assert "It has been quiet" in seen(own, at("door", sam)).text
    assert "nobody's fault" in seen(own, at("door", sam)).text
    PeerSettings.objects.create(organisation=sam.organisation, quiet_after_days=60)
    assert "It has been quiet" not in seen(own, at("door", sam)).text
    with pytest.raises(Refused):
        change_door(opened=opened_by(peer, sam), turn=Turn("quiet", "service"), seen=0)


def test_what_was_decided_never_changes(sam: Person) -> None:
    """house rule 7: another change is made instead."""
    change = turned(sam, "paused_by_person")
    for columns in ({"status": "open"}, {"decided_by": "both"}, {"on": today(5)}):
        with pytest.raises(Error), transaction.atomic():
            DoorChange.objects.filter(pk=change.pk).update(**columns)
    with pytest.raises(Error), transaction.atomic():
        change.delete()


def test_the_page_says_who_can_see_it_whom_to_call_and_what_was_before(
    sam: Person, peer: Account, own: Client
) -> None:
    """PS-23; 3.2: who to call."""
    turned(sam, "paused_by_person", words="A rest")
    turned(sam, "open")
    page = seen(own, at("door", sam))
    assert "Who can see this: you, your team, and peer workers beside you" in page.text
    assert "Pat Doyle" in page.text
    assert "01632 960 001" in page.text
    assert "A pause, by the person" in page.text
    one = DoorChange.objects.get(number=1)
    assert "A rest" in seen(own, at("door_change", sam, one.id)).text


def test_it_works_for_somebody_whose_support_has_ended(sam: Person, own: Client) -> None:
    """house rule 3: nobody finds the door shut."""
    no_team(sam)
    page = seen(own, at("door", sam))
    assert "No team supports you just now" in page.text
    assert "in contact" not in page.text
    assert page.leads_to(at("come_back", sam))


def test_the_first_page_leads_back_whoever_is_away_and_nobody_else(sam: Person, own: Client) -> None:
    """house rule 3: returning is one press from the first page."""
    assert not seen(own, "/").leads_to(at("come_back", sam))
    turned(sam, "moved_on")
    assert seen(own, "/").leads_to(at("come_back", sam))
    turned(sam, "open")
    assert not seen(own, "/").leads_to(at("come_back", sam))
    no_team(sam)
    assert seen(own, "/").leads_to(at("come_back", sam))
    turned(sam, "closed", "service", reason="The law.")
    assert not seen(own, "/").leads_to(at("come_back", sam))


def test_that_somebody_moved_away_is_kept_for_reckoning_shown_to_them_and_can_be_taken_back(
    sam: Person, worker: Account, peer: Account, own: Client, staff: Client, peering: Client
) -> None:
    """PS-16: competing; house rule 2: nothing about me that I cannot see."""
    assert peering.get(at("door_end", sam)).status_code == 404
    staff.post(at("door_end", sam), {"kind": "moved_away", **day_of(today(4), "on")})
    assert CompetingEnd.objects.get().on == today(4)
    assert "moved out of the area" in seen(own, at("door", sam)).text
    assert "moved out of the area" not in seen(peering, at("door", sam)).text
    assert not DoorChange.objects.exists()
    assert staff.post(at("door_end", sam), {"kind": "died", **day_of(SOON, "on")}).status_code == 422
    staff.post(at("door_end_back", sam))
    assert not CompetingEnd.objects.exists()
    with pytest.raises(NotFound):
        keep_end(opened=opened_by(peer, sam), kind="died", on=None)
    with pytest.raises(NotFound):
        take_end_back(opened=opened_by(worker, sam))


def test_the_peer_worker_reads_neither_team_entries_nor_contacts_that_were_not_shared(
    sam: Person, peer: Account, worker: Account, peering: Client
) -> None:
    """PS-01: a role of its own; the record's entries stay closed unless the person shares them by name."""
    entry = make.entry(sam, "For my team only.")
    theirs = attempt(sam, worker, by_peer=False, with_account=worker, visibility="named")
    assert "For my team only." not in peering.get(f"/people/{sam.id}/record/").content.decode()
    assert peering.get(f"/people/{sam.id}/entries/{entry.id}/").status_code == 404
    assert peering.get(at("contact", sam, theirs.id)).status_code == 404
    with seen_by(peer.id, "peer_worker"):
        assert not type(entry).objects.filter(pk=entry.pk).exists()
        assert not Attempt.objects.filter(pk=theirs.pk).exists()


def test_a_peer_worker_who_is_not_beside_the_person_finds_nothing(sam: Person) -> None:
    """PS-01: default denies."""
    stranger = make.staff(sam.placements.get().team, "peer_worker")
    with pytest.raises(NotFound):
        opened_by(stranger, sam)
