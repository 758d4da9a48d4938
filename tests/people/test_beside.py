"""Who stands beside a person, and which teams support them."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from django.urls import reverse

from ownwords.ledger.models import Act
from ownwords.people.access import NotFound, open_person
from ownwords.people.actions.beside import end_relationship, start_relationship
from ownwords.people.actions.team_places import add_team, come_back
from ownwords.people.models import Account, Invitation, Person, Relationship
from ownwords.people.refusals import Refused
from ownwords.record.models import Share
from tests import factories as make
from tests.signed_in import client_for

pytestmark = pytest.mark.django_db


@pytest.fixture
def sam() -> Person:
    """A person with a team."""
    return make.person(called="Sam")


@pytest.fixture
def own(sam: Person) -> Client:
    """The person, signed in."""
    return client_for((sam.account, "person"))


def colleague(sam: Person, role: str = "worker", name: str = "Amina Yusuf") -> Account:
    """Somebody who works in the person's team."""
    return make.staff(sam.placements.get().team, role, name)


def test_a_person_chooses_a_named_worker_of_their_team(sam: Person, own: Client) -> None:
    """Promised: named workers. Doing it twice changes nothing."""
    amina = colleague(sam)
    for _ in range(2):
        answer = own.post(reverse("beside", args=[sam.id]), {"kind": "named_worker", "who": str(amina.id)})
        assert answer.status_code == 302
    assert sam.relationships.get().account == amina
    assert Act.objects.filter(verb="relationship_started").count() == 1


@pytest.mark.parametrize("kind", ["supporter", "king", ""])
def test_nobody_is_connected_in_a_way_that_staff_cannot_be(sam: Person, own: Client, kind: str) -> None:
    """Supporters come by the person's own invitation only."""
    amina = colleague(sam)
    answer = own.post(reverse("beside", args=[sam.id]), {"kind": kind, "who": str(amina.id)})
    assert answer.status_code == 422
    assert not sam.relationships.exists()


def test_somebody_of_another_team_cannot_be_connected(sam: Person) -> None:
    """A named worker works in a team that supports the person."""
    stranger = make.staff(make.team(sam.organisation))
    opened = open_person(make.viewing(sam.account), sam.id, part="beside")
    with pytest.raises(Refused):
        start_relationship(opened=opened, account_id=stranger.id, kind="named_worker")


def test_ending_a_peer_worker_takes_effect_on_the_next_request(sam: Person, own: Client) -> None:
    """platform 18: withdrawal takes effect on the next request."""
    peer = colleague(sam, "peer_worker", "Dev")
    row = make.beside(sam, peer, "peer_worker")
    entry = make.entry(sam, "I miss the sea.")
    Share.objects.create(entry=entry, person=sam, account=peer, made_by_id=sam.account_id)
    theirs = client_for((peer, "peer_worker"))
    assert "I miss the sea." in theirs.get(reverse("shared")).content.decode()
    address = reverse("end_beside", args=[sam.id, row.id])
    assert own.get(address).status_code == 200
    assert own.post(address).status_code == 302
    assert "I miss the sea." not in theirs.get(reverse("shared")).content.decode()
    assert Act.objects.filter(verb="relationship_ended").count() == 1


def test_a_worker_cannot_end_a_supporter(sam: Person) -> None:
    """Who supports a person is theirs to say."""
    row = make.beside(sam, make.account("Ruth"), "supporter")
    worker = client_for((colleague(sam), "worker"))
    assert worker.post(reverse("end_beside", args=[sam.id, row.id])).status_code == 404
    row.refresh_from_db()
    assert row.ends_on is None


def test_a_supporter_may_stop(sam: Person) -> None:
    """Nobody is held to standing beside somebody."""
    ruth = make.account("Ruth")
    row = make.beside(sam, ruth, "supporter")
    opened = open_person(make.viewing(ruth, "supporter"), sam.id, part="beside")
    end_relationship(opened=opened, relationship_id=row.id)
    with pytest.raises(NotFound):
        open_person(opened.viewer, sam.id, part="beside")


def test_a_relationship_of_somebody_else_is_not_found(sam: Person, own: Client) -> None:
    """Ids of other people answer like nothing at all."""
    other = make.beside(make.person(called="Jo"), make.account("Dev"), "supporter")
    assert own.post(reverse("end_beside", args=[sam.id, other.id])).status_code == 404


def test_the_link_of_an_invitation_is_shown_once(sam: Person, own: Client) -> None:
    """Only a hash of the secret is kept, so the answer to the form is the only place where the link stands."""
    address = reverse("invite_supporter", args=[sam.id])
    answer = own.post(address, {"name": "Ruth", "label": "my sister"})
    link = re.search(r'value="(http[^"]+/invitation/[^"]+)"', answer.content.decode())
    assert link
    page = own.get(reverse("beside", args=[sam.id])).content.decode()
    assert "Ruth" in page
    assert link[1] not in page
    invitation = Invitation.objects.get()
    own.post(reverse("withdraw_invitation", args=[sam.id, invitation.id]))
    invitation.refresh_from_db()
    assert invitation.withdrawn_at


def test_a_worker_cannot_invite_a_supporter(sam: Person) -> None:
    """Supporters are invited by the person only."""
    worker = client_for((colleague(sam), "worker"))
    assert worker.post(reverse("invite_supporter", args=[sam.id]), {"name": "Ruth"}).status_code == 404


def test_an_invitation_without_a_name_comes_back_filled(sam: Person, own: Client) -> None:
    """A refused form keeps what was typed."""
    answer = own.post(reverse("invite_supporter", args=[sam.id]), {"name": "", "label": "my oldest friend"})
    assert answer.status_code == 422
    assert "my oldest friend" in answer.content.decode()


def test_another_team_supports_the_person_as_well(sam: Person) -> None:
    """A worker adds another team of the organisation; its staff then reach the person."""
    amina, other = colleague(sam), make.team(sam.organisation)
    newcomer = make.staff(other)
    opened = open_person(make.viewing(amina), sam.id, part="beside")
    for _ in range(2):
        add_team(opened=opened, team_id=other.id)
    assert open_person(make.viewing(newcomer), sam.id, part="record").person == sam
    with pytest.raises(Refused):
        add_team(opened=opened, team_id=make.team().id)


def test_the_page_for_stopping_asks_for_a_reason_and_comes_back_filled(sam: Person) -> None:
    """DESIGN house rule 3: no banned words; the ending says whose decision it was."""
    worker, team = client_for((colleague(sam), "worker")), sam.placements.get().team
    address = reverse("stop_supporting", args=[sam.id, team.id])
    page = worker.get(address).content.decode()
    assert "Coming back needs no referral" in page
    assert "discharge" not in page.lower()
    answer = worker.post(address, {"reason": "Moved to Leeds"})
    assert answer.status_code == 422
    assert "Moved to Leeds" in answer.content.decode()
    answer = worker.post(address, {"reason": "Moved to Leeds", "decision": "agreed"})
    assert answer["Location"] == reverse("caseload")
    assert worker.get(reverse("details", args=[sam.id])).status_code == 404


def test_the_person_comes_back_by_themselves(sam: Person, own: Client) -> None:
    """DESIGN house rule 3: returning needs no referral."""
    place = sam.placements.get()
    worker = client_for((colleague(sam), "worker"))
    worker.post(
        reverse("stop_supporting", args=[sam.id, place.team_id]), {"reason": "x", "decision": "person"}
    )
    assert "The door is open" in own.get(reverse("beside", args=[sam.id])).content.decode()
    assert own.post(reverse("return_to_team", args=[sam.id]), {"team": str(place.team_id)}).status_code == 302
    assert worker.get(reverse("details", args=[sam.id])).status_code == 200
    opened = open_person(make.viewing(sam.account), sam.id, part="beside")
    with pytest.raises(NotFound):
        come_back(opened=opened, team_id=make.team(sam.organisation).id)


@pytest.mark.parametrize("name", ["beside", "another_team", "return_to_team", "invite_supporter"])
def test_bad_ids_are_answered_in_words(sam: Person, name: str) -> None:
    """Bad input: never a broken page."""
    role = "worker" if name == "another_team" else "person"
    who = colleague(sam) if role == "worker" else sam.account
    answer = client_for((who, role)).post(
        reverse(name, args=[sam.id]), {"team": "x", "who": "x", "kind": "x"}
    )
    assert answer.status_code in (404, 422)


def test_every_kind_of_relationship_has_its_place(sam: Person, own: Client) -> None:
    """The page names everybody, with the person's own word for a supporter."""
    row = make.beside(sam, make.account("Ruth"), "supporter")
    Relationship.objects.filter(pk=row.pk).update(label="my sister")
    make.beside(sam, colleague(sam), "named_worker")
    page = own.get(reverse("beside", args=[sam.id])).content.decode()
    for words in ("Ruth", "my sister", "Amina Yusuf", "named worker"):
        assert words in page
