"""Who met the person first, and how that was: asked once, and never again."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from ownwords.peers.actions.attempts import keep_attempt
from ownwords.peers.actions.first_face import skip_first_face
from ownwords.peers.models import FirstFace
from ownwords.people.access import NotFound
from ownwords.people.models import Account, Person
from ownwords.people.refusals import Refused
from tests.around_sam import opened_by
from tests.measures.pages import seen
from tests.peers.at_the_door import at, rule_of, told_of, tried

pytestmark = pytest.mark.django_db
QUESTION = "How was it, the first time with Pat Doyle?"


@pytest.fixture
def met(sam: Person, peer: Account) -> FirstFace:
    """Pat met Sam, after two tries that reached nobody."""
    told_of(sam, rule_of(sam))
    for outcome in ("no_answer", "answered_by_message"):
        keep_attempt(opened=opened_by(peer, sam), tried=tried(peer, outcome=outcome))
    assert not FirstFace.objects.exists()
    keep_attempt(opened=opened_by(peer, sam), tried=tried(peer, outcome="met"))
    return FirstFace.objects.get()


def test_the_first_who_met_or_spoke_is_the_first_face_and_later_ones_change_nothing(
    sam: Person, peer: Account, worker: Account, met: FirstFace
) -> None:
    """PS-13: the system knows who met the person first."""
    assert met.account == peer
    keep_attempt(opened=opened_by(worker, sam), tried=tried(worker, outcome="met"))
    assert FirstFace.objects.get().account == peer


def test_the_person_is_asked_and_answers_with_a_number_words_or_both(
    sam: Person, met: FirstFace, own: Client, staff: Client
) -> None:
    """PS-13."""
    assert QUESTION in seen(own, at("peer", sam)).text
    assert QUESTION not in seen(staff, at("peer", sam)).text
    assert own.post(at("first_face", sam, met.id), {"answer": "", "words": ""}).status_code == 422
    assert own.post(at("first_face", sam, met.id), {"answer": "11", "words": ""}).status_code == 422
    assert (
        own.post(at("first_face", sam, met.id), {"answer": "0", "words": "He was late."}).status_code == 303
    )
    met.refresh_from_db()
    assert (met.answer, met.words) == (0, "He was late.")
    assert QUESTION not in seen(own, at("peer", sam)).text
    assert "How it was: 0 of 10." in seen(own, at("first_face", sam, met.id)).text


def test_a_skip_is_remembered_and_it_is_never_asked_again(sam: Person, met: FirstFace, own: Client) -> None:
    """PS-13: asked once only; skip is remembered."""
    own.post(at("first_face", sam, met.id), {"skip": "yes"})
    met.refresh_from_db()
    assert met.skipped_at is not None
    assert QUESTION not in seen(own, at("peer", sam)).text
    assert own.post(at("first_face", sam, met.id), {"answer": "5", "words": ""}).status_code == 422
    with pytest.raises(Refused):
        skip_first_face(opened=opened_by(sam.account, sam))


def test_whoever_leaves_it_is_not_asked_on_another_day(sam: Person, met: FirstFace, own: Client) -> None:
    """PS-13: asked once; a link stays for whoever wants to say it later."""
    assert QUESTION in seen(own, at("peer", sam)).text
    FirstFace.objects.update(shown_at=timezone.now() - timedelta(days=2))
    page = seen(own, at("peer", sam))
    assert QUESTION not in page.text
    assert page.leads_to(at("first_face", sam, met.id))


def test_nobody_answers_for_the_person(sam: Person, met: FirstFace, staff: Client, worker: Account) -> None:
    """PS-13: only from the person."""
    assert staff.post(at("first_face", sam, met.id), {"answer": "9", "words": ""}).status_code == 404
    with pytest.raises(NotFound):
        skip_first_face(opened=opened_by(worker, sam))
