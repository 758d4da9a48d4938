"""A person says by their own link that they take part; what they gave they take back whatever the key says."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from ownwords.inquiry.models import CheckingRound, EntryGiven, Participant, ParticipantKey, Study
from ownwords.people.models import Person
from ownwords.people.viewer import seen_by
from tests import factories
from tests import studying as make
from tests.around_sam import own, sam
from tests.inquiry.asked_links import link_for
from tests.signed_in import client_for

__all__ = ["own", "sam"]
pytestmark = pytest.mark.django_db


@pytest.fixture
def inquiry(sam: Person) -> Study:
    """A study of Sam's organisation."""
    return make.study(make.researcher(sam.organisation, "Ines Okafor"))


@pytest.fixture
def maple(inquiry: Study) -> Participant:
    """A participant who is asked back."""
    return make.participant(inquiry)


@pytest.fixture
def link(maple: Participant) -> str:
    """Their link."""
    secret = link_for(make.asked(maple.study, participant=maple))
    return f"https://example.org{reverse('asked', args=[secret])}"


def page(name: str, person: Person, *more: Any) -> str:
    """Return an address below a record."""
    return reverse(f"given:{name}", args=[person.id, *more])


def test_the_own_link_puts_a_study_into_the_list(
    own: Client, sam: Person, maple: Participant, link: str
) -> None:
    """RS-30: by the person's own act; no researcher looks anybody up."""
    assert maple.study.title not in own.get(page("studies", sam)).content.decode()
    assert own.post(page("join", sam), {"link": link}).status_code == 303
    assert maple.study.title in own.get(page("studies", sam)).content.decode()
    assert ParticipantKey.objects.get().person == sam
    assert own.post(page("join", sam), {"link": link}).status_code == 303


def test_a_link_that_is_not_theirs_or_not_open_changes_nothing(
    own: Client, sam: Person, maple: Participant, link: str
) -> None:
    """RS-30, attack: taken by somebody else, closed, of another organisation, nonsense."""
    stranger = factories.person(factories.team(factories.organisation()), "Far")
    assert (
        client_for((stranger.account, "person")).post(page("join", stranger), {"link": link}).status_code
        == 422
    )
    for bad in ("nonsense", "A" * 43, ""):
        refused = own.post(page("join", sam), {"link": bad})
        assert refused.status_code == 422
    assert ParticipantKey.objects.count() == 0
    other = factories.person(sam.placements.get().team, "Jo")
    ParticipantKey.objects.create(participant=maple, study=maple.study, name="Jo", person=other)
    assert own.post(page("join", sam), {"link": link}).status_code == 422
    ParticipantKey.objects.all().delete()
    CheckingRound.objects.update(closed_on=maple.made_at.date())
    assert own.post(page("join", sam), {"link": link}).status_code == 422
    assert ParticipantKey.objects.count() == 0


def test_what_was_given_is_taken_back_also_when_the_key_is_destroyed(
    own: Client, sam: Person, maple: Participant, link: str
) -> None:
    """RS-30: the right to take it back does not hang on the study's key."""
    entry = factories.entry(sam, "Walks at night.", "matters")
    own.post(page("join", sam), {"link": link})
    own.post(page("give", sam, maple.id), {"entries": [f"matters:{entry.id}"]})
    ParticipantKey.objects.all().delete()
    assert "Walks at night." in own.get(page("studies", sam)).content.decode()
    assert own.get(page("give", sam, maple.id)).status_code == 404
    assert own.post(page("take_back", sam, EntryGiven.objects.get().id)).status_code == 303


def test_the_functions_behind_it_answer_nobody_else(sam: Person, maple: Participant) -> None:
    """RS-30: asked past every page, as a worker, as who leads the study, as another person."""
    ParticipantKey.objects.create(participant=maple, study=maple.study, name="Sam", person=sam)
    jo = factories.person(called="Jo")
    worker = factories.staff(sam.placements.get().team)
    give = "SELECT ownwords_give_entry(%s, 'matters', gen_random_uuid(), 'Forged', 'x', 'x')"
    for who, role in ((worker, "worker"), (maple.study.made_by, "researcher"), (jo.account, "person")):
        assert who is not None
        with seen_by(who.id, role), connection.cursor() as cursor:
            cursor.execute("SELECT * FROM ownwords_my_studies()")
            assert cursor.fetchall() == []
            cursor.execute(give, [maple.id])
            assert cursor.fetchone() == (None,)
            cursor.execute("SELECT ownwords_say_it_is_me()")
            assert cursor.fetchone() == (False,)
    with seen_by(worker.id, "worker"), connection.cursor() as cursor:
        cursor.execute("SELECT * FROM ownwords_given_to(%s)", [maple.study_id])
        assert cursor.fetchall() == []
