"""Coming back: from every status but closed, with no referral, no excuse and no question why."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from ownwords.ledger.models import Act
from ownwords.peers.actions.approaches import Came, come_back, keep_return, see_to
from ownwords.peers.method.spells import Contact, Observed, Start, spells
from ownwords.peers.models import Approach, Attempt, DoorChange
from ownwords.people.access import NotFound
from ownwords.people.models import Account, Person, Placement
from ownwords.people.models.spans import current
from ownwords.people.refusals import Refused
from ownwords.people.viewer import seen_by
from tests.around_sam import opened_by
from tests.measures.pages import Page, day_of, key, seen
from tests.peers.at_the_door import at, attempt, no_team, today, turned

pytestmark = pytest.mark.django_db
AWAY: dict[str, dict[str, Any]] = {
    "paused_by_person": {},
    "paused_by_service": {"decided_by": "service", "reason": "Holiday", "until": today(1)},
    "moved_on": {"decided_by": "both"},
}


def back(**form: Any) -> dict[str, Any]:
    """Return the form "I would like to come back" as a browser sends it."""
    return {"submission": key(), "reach_by": "", "words": "", **form}


@pytest.mark.parametrize("status", [*AWAY, "quiet"])
def test_a_return_from_each_status_makes_a_new_spell_and_no_referral(
    sam: Person, peer: Account, own: Client, status: str
) -> None:
    """PS-09: each status but closed offers return without referral."""
    attempt(sam, peer, outcome="met", on=today(200))
    if status in AWAY:
        turned(sam, status, on=today(150), **AWAY[status])
    assert seen(own, at("door", sam)).leads_to(at("come_back", sam))
    assert own.post(at("come_back", sam), back()).status_code == 303
    approach = Approach.objects.get()
    assert (approach.route, approach.referral_needed, approach.words) == ("online", None, "")
    last = DoorChange.objects.order_by("-number")[0]
    assert (last.status, last.decided_by, last.reason) == ("open", "person", "")
    attempt(sam, peer, outcome="met")
    days = tuple(Contact(one.on, one.outcome == "met") for one in Attempt.objects.all())
    found = spells(Observed("sam", days, timezone.localdate()), 90)
    assert [one.started for one in found] == [Start.NEW, Start.RETURN]
    assert not [m for m in Approach._meta.apps.get_models() if "referral" in m.__name__.lower()]


def test_nothing_is_asked_but_how_they_would_like_to_be_reached(sam: Person, own: Client) -> None:
    """3.2: no excuse, no reason."""
    turned(sam, "moved_on")
    page = own.get(at("come_back", sam)).content.decode().split("<main")[1].split("</main")[0]
    names = {part.split('"')[0] for part in page.split('name="')[1:]}
    assert names <= {"csrfmiddlewaretoken", "reach_by", "words", "submission", "version"}
    own.post(at("come_back", sam), back(reach_by="letter", words="Hello  again\n"))
    approach = Approach.objects.get()
    assert (approach.reach_by, approach.words) == ("letter", "Hello  again\n")


def test_coming_back_while_in_contact_is_answered_clearly(sam: Person, peer: Account, own: Client) -> None:
    """bad input: return while open; nothing half-written."""
    attempt(sam, peer)
    answer = own.post(at("come_back", sam), back(words="Am I?"))
    assert answer.status_code == 422
    assert "The door is open already" in Page(answer).text
    assert Page(answer).value("words") == "Am I?"
    assert not Approach.objects.exists()
    assert not DoorChange.objects.exists()


def test_a_door_closed_by_law_says_whom_to_call_instead(sam: Person, own: Client) -> None:
    """3.2: the last status."""
    turned(sam, "closed", "service", reason="An order of the court.")
    assert "closed by law or death" in seen(own, at("come_back", sam)).text
    answer = own.post(at("come_back", sam), back())
    assert answer.status_code == 422
    assert not Approach.objects.exists()


@pytest.mark.parametrize("status", ["", *AWAY])
def test_where_no_team_supports_them_the_last_one_does_again_and_they_reach_somebody(
    sam: Person, own: Client, leading: Client, peering: Client, staff: Client, status: str
) -> None:
    """PS-09, house rule 3: the person's own decision, and the page says so before they press."""
    if status:
        turned(sam, status, **AWAY[status])
    no_team(sam)
    assert staff.get(at("door", sam)).status_code == 404
    team = Placement.objects.get(person=sam).team
    assert f"{team.name} supports you again" in seen(own, at("come_back", sam)).text
    assert own.post(at("come_back", sam), back(reach_by="call")).status_code == 303
    assert Placement.objects.filter(current(), person=sam, team=team).count() == 1
    assert DoorChange.objects.order_by("-number")[0].status == "open"
    for client in (leading, peering, staff):
        text = seen(client, "/coming-back/").text
        assert "Sam" in text
        assert "a phone call" in text
    assert "Came back" in seen(peering, "/walking-beside/").text


def test_the_team_that_supported_them_last_is_the_one(sam: Person) -> None:
    """house rule 3: not just any team."""
    from tests import factories as make

    older = make.team(sam.organisation, "An older team")
    Placement.objects.create(
        person=sam, team=older, starts_on=today(900), ends_on=today(600), ended_by="agreed"
    )
    no_team(sam)
    last = sam.placements.exclude(team=older).get().team
    assert sam.account is not None
    with seen_by(sam.account.id, "person"):
        come_back(opened=opened_by(sam.account, sam))
    assert Placement.objects.filter(current(), person=sam).get().team == last


def test_sent_twice_it_is_one_return(sam: Person, own: Client) -> None:
    """platform: a double submit saves once."""
    turned(sam, "moved_on")
    form = back()
    for _press in range(2):
        assert own.post(at("come_back", sam), form).status_code == 303
    assert Approach.objects.count() == 1
    assert DoorChange.objects.count() == 2


@pytest.mark.parametrize("route", ["called_peer", "walked_in", "letter", "crisis", "gp", "other"])
def test_staff_keep_a_return_with_its_route(sam: Person, peering: Client, own: Client, route: str) -> None:
    """3.2: return route; PS-18."""
    turned(sam, "paused_by_person")
    form = {
        "version": "1",
        "submission": key(),
        "route": route,
        "referral_needed": "no",
        **day_of(today(1), "made_on"),
    }
    assert peering.post(at("returned", sam), form).status_code == 303
    approach = Approach.objects.get()
    assert (approach.route, approach.referral_needed, approach.made_on) == (route, False, today(1))
    assert "The door is open" in seen(own, at("door", sam)).text
    assert seen(own, at("approach", sam, approach.id)).status == 200


def test_staff_keep_the_first_time_that_somebody_comes(sam: Person, worker: Account) -> None:
    """3: approach before the first contact; a newcomer's door is no obstacle."""
    keep_return(opened=opened_by(worker, sam), came=Came("walked_in"), seen=0)
    with pytest.raises(Refused):
        keep_return(opened=opened_by(worker, sam), came=Came("walked_in"), seen=1)
    assert (Approach.objects.count(), DoorChange.objects.count()) == (1, 1)


def test_a_return_in_the_future_or_by_no_known_route_is_refused(sam: Person, staff: Client) -> None:
    """bad input."""
    turned(sam, "moved_on")
    form = {"version": "1", "submission": key(), "route": "walked_in"}
    assert staff.post(at("returned", sam), form | day_of(today(-1), "made_on")).status_code == 422
    assert staff.post(at("returned", sam), form | {"route": "online"}).status_code == 422
    assert not Approach.objects.exists()


def test_somebody_sees_to_it_once_and_it_leaves_the_list(
    sam: Person, own: Client, leading: Client, peering: Client, lead: Account
) -> None:
    """issue: mark as seen to."""
    turned(sam, "moved_on")
    own.post(at("come_back", sam), back(words="Hello again"))
    approach = Approach.objects.get()
    assert "Hello again" in seen(leading, "/coming-back/").text
    assert leading.post(at("approach_seen_to", sam, approach.id), {"version": "1"}).status_code == 303
    assert "Hello again" not in seen(peering, "/coming-back/").text
    approach.refresh_from_db()
    assert approach.seen_to_by_id == lead.id
    assert Act.objects.filter(verb="approach_seen_to").count() == 1
    with pytest.raises(Refused):
        see_to(opened=opened_by(lead, sam), approach_id=approach.id, version=2)
    assert "somebody has seen to it" in seen(own, at("door", sam)).text


def test_nobody_presses_come_back_for_somebody_else(sam: Person, worker: Account) -> None:
    """house rule 3: it is the person's own decision."""
    turned(sam, "moved_on")
    with pytest.raises(NotFound):
        come_back(opened=opened_by(worker, sam))
