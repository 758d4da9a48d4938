"""Who did what in a tie: as the person sees it and as each worker sees it, side by side, never merged."""

from __future__ import annotations

import pytest
from django.db import Error, transaction
from django.test import Client
from django.utils import timezone

from ownwords.connections.actions.tie_views import Did, say_own_view, say_workers_view
from ownwords.connections.models import TieView
from ownwords.ledger.ids import new_id
from ownwords.ledger.models import Act
from ownwords.people.access import NotFound
from ownwords.people.models import Account, Person
from ownwords.people.refusals import Refused, StaleEdit
from tests import factories as make
from tests.around_sam import opened_by
from tests.connections.tied import a_tie, a_view, asked, at, named, told
from tests.measures.pages import Page, seen
from tests.signed_in import client_for

pytestmark = pytest.mark.django_db
MOST_QUESTIONS, MOST_PRESSES = 7, 2


def test_person_and_worker_say_it_separately_and_both_stand_there_with_who_and_when(
    sam: Person, own: Client, staff: Client, worker: Account
) -> None:
    """connecting R9: shown side by side, never merged."""
    tie = a_tie(sam)
    own.post(
        at("tie_said", sam, tie.id),
        {"part": "none", "idea": "person", "words": "I rang them.", "version": "0"},
    )
    form = {"part": "prepared", "ground": ["spoke", "travel"], "first_contact": "worker", "version": "0"}
    assert staff.post(at("tie_view", sam, tie.id), form).status_code == 303
    assert TieView.objects.count() == 2
    for client, heading in ((own, "As you see it"), (staff, "As Sam sees it")):
        text = seen(client, at("ties", sam)).text
        assert text.index(heading) < text.index(f"As {worker.name} sees it")
        assert "I rang them." in text
        assert "helped with getting there and spoke to the place beforehand" in text
    assert "no part" in seen(own, at("tie", sam, tie.id)).text


def test_a_workers_view_changes_nothing_in_the_persons(sam: Person, worker: Account) -> None:
    """connecting R9: through the actions."""
    tie = a_tie(sam)
    mine = say_own_view(opened=opened_by(sam.account, sam), tie_id=tie.id, version=0, did=Did(part="none"))
    before = TieView.objects.filter(pk=mine.pk).values().get()
    theirs = say_workers_view(
        opened=opened_by(worker, sam), tie_id=tie.id, version=0, did=Did(part="introduced")
    )
    say_workers_view(opened=opened_by(worker, sam), tie_id=tie.id, version=1, did=Did(part="alongside"))
    assert theirs.pk != mine.pk
    assert TieView.objects.filter(pk=mine.pk).values().get() == before
    with pytest.raises(NotFound):
        say_own_view(opened=opened_by(worker, sam), tie_id=tie.id, version=1, did=Did(part="introduced"))


@pytest.mark.postgres15
def test_the_database_lets_no_worker_write_into_the_persons_view(
    sam: Person, worker: Account, lead: Account
) -> None:
    """connecting R9: as the web role, in SQL."""
    tie = a_tie(sam)
    mine, theirs = (
        a_view(tie, "person", sam.account, part="none"),
        a_view(tie, "worker", worker, part="alongside"),
    )
    change = "UPDATE connections_tieview SET part = 'introduced' WHERE id = %s"
    assert told(worker, "worker", change, [mine.id]) == 0
    assert told(lead, "team_lead", change, [theirs.id]) == 0
    assert told(sam.account, "person", change, [theirs.id]) == 0
    assert told(worker, "worker", change, [theirs.id]) == 1
    with pytest.raises(Error), transaction.atomic():
        told(worker, "worker", "UPDATE connections_tieview SET side = 'person' WHERE id = %s", [theirs.id])
    with pytest.raises(Error), transaction.atomic():
        told(worker, "worker", "UPDATE connections_tieview SET written_by_id = %s WHERE id = %s",
             [lead.id, theirs.id])  # fmt: skip
    mine.refresh_from_db()
    assert mine.part == "none"


@pytest.mark.postgres15
def test_the_database_lets_no_worker_add_the_persons_view_unasked(sam: Person, worker: Account) -> None:
    """connecting R9: only who draws."""
    tie = a_tie(sam)
    sql = """INSERT INTO connections_tieview (id, tie_id, person_id, side, written_by_id, part, ground, idea,
      first_contact, helped_by, anyway, words, version, created_at, changed_at)
      VALUES (%s, %s, %s, 'person', %s, 'introduced', '{}', '', '', '{}', '', '', 1, now(), now())"""
    values = [new_id(), tie.id, sam.id, worker.id]
    with pytest.raises(Error, match="row-level security"), transaction.atomic():
        told(worker, "worker", sql, values)
    helper = asked(sam, worker)
    assert told(worker, "worker", sql, values) == 1
    type(helper).objects.filter(pk=helper.pk).update(ends_on=timezone.localdate())
    change = "UPDATE connections_tieview SET part = 'none' WHERE id = %s"
    assert told(worker, "worker", change, values[:1]) == 0


def test_somebody_asked_writes_it_down_and_the_page_says_so(
    sam: Person, own: Client, staff: Client, worker: Account
) -> None:
    """connecting R9: "written down by Aisha", and the person may change it."""
    tie = a_tie(sam)
    assert staff.get(at("tie_said", sam, tie.id)).status_code == 404
    asked(sam, worker)
    answer = staff.post(at("tie_said", sam, tie.id), {"part": "alongside", "version": "0"})
    assert answer.status_code == 303
    assert f"Sam, written down by {worker.name}" in seen(staff, at("tie", sam, tie.id)).text
    assert f"You, written down by {worker.name}" in seen(own, at("tie", sam, tie.id)).text
    own.post(at("tie_said", sam, tie.id), {"part": "none", "version": "1"})
    assert f"You, written down by {worker.name}; changed by you" in seen(own, at("tie", sam, tie.id)).text
    assert TieView.objects.get().written_by_id == worker.id
    act = Act.objects.filter(verb="tie_view_given").order_by("id")[0]
    assert act.on_behalf_of_id == sam.id


def test_somebody_asked_does_not_overwrite_what_the_person_wrote_themselves(
    sam: Person, worker: Account, staff: Client
) -> None:
    """connecting R9."""
    tie = a_tie(sam)
    a_view(tie, "person", sam.account, part="none")
    asked(sam, worker)
    assert staff.get(at("tie_said", sam, tie.id)).status_code == 404
    with pytest.raises(Refused, match="Only Sam"):
        say_own_view(opened=opened_by(worker, sam), tie_id=tie.id, version=1, did=Did(part="introduced"))


def test_each_worker_has_a_view_of_their_own(sam: Person, worker: Account, lead: Account) -> None:
    """connecting R9: each worker's, separately."""
    tie = a_tie(sam)
    for who in (worker, lead):
        say_workers_view(opened=opened_by(who, sam), tie_id=tie.id, version=0, did=Did(part="none"))
    assert set(TieView.objects.values_list("written_by_id", flat=True)) == {worker.id, lead.id}


def test_a_peer_worker_has_a_view_and_a_supporter_has_none(sam: Person) -> None:
    """connecting R9: worker's part; a supporter stands under "who else helped"."""
    tie = a_tie(sam)
    peer = make.staff(sam.placements.get().team, "peer_worker")
    sister = make.account("Ruth")
    for who, kind in ((peer, "peer_worker"), (sister, "supporter")):
        make.beside(sam, who, kind)
        named(tie, who)
        named(tie.item, who)
    address = at("tie_view", sam, tie.id)
    assert (
        client_for((peer, "peer_worker")).post(address, {"part": "alongside", "version": "0"}).status_code
        == 303
    )
    assert client_for((sister, "supporter")).get(address).status_code == 404
    assert client_for((sam.account, "person")).get(address).status_code == 404


def test_it_is_one_screen_with_few_questions_and_one_answer_is_enough(
    sam: Person, own: Client, staff: Client
) -> None:
    """connecting R9: under two minutes, held as questions and presses; "anyway" may be added and never must."""
    tie = a_tie(sam)
    for client, route in ((own, "tie_said"), (staff, "tie_view")):
        page = seen(client, at(route, sam, tie.id))
        names = ("part", "ground", "idea", "first_contact", "helped_by", "words", "anyway")
        assert len(names) <= MOST_QUESTIONS
        assert not [name for name in names if page.chosen(name)]
        presses = {"part": "not_sure", "version": page.value("version")}  # one choice, then "Keep"
        assert len(presses) <= MOST_PRESSES
        assert client.post(at(route, sam, tie.id), presses).status_code == 303
    assert set(TieView.objects.values_list("anyway", flat=True)) == {""}


@pytest.mark.parametrize(
    ("form", "field"),
    [
        ({}, "at least one"),
        ({"words": "  "}, "at least one"),
        ({"part": "none", "ground": ["money"]}, "goes with a part"),
        ({"ground": ["money"]}, "goes with a part"),
        ({"part": "none", "helped_by": ["nobody", "peer"]}, "does not go together"),
        ({"part": "everything"}, "in the list"),
        ({"part": "prepared", "ground": ["bribed"]}, "from the list"),
    ],
)
def test_what_does_not_fit_is_refused_in_words_and_comes_back_filled(
    sam: Person, own: Client, form: dict[str, object], field: str
) -> None:
    """bad input; house rule 7."""
    tie = a_tie(sam)
    answer = own.post(at("tie_said", sam, tie.id), {**form, "idea": "", "version": "0"})
    assert answer.status_code == 422
    assert field in Page(answer).text
    assert not TieView.objects.exists()


def test_what_was_answered_can_be_taken_away_again(sam: Person, own: Client) -> None:
    """House rule 5: "not said" is offered once something was said; before that, leaving it is enough."""
    tie = a_tie(sam)
    assert "" not in seen(own, at("tie_said", sam, tie.id)).values("part")
    a_view(tie, "person", sam.account, part="none", words="Mine")
    assert "" in seen(own, at("tie_said", sam, tie.id)).values("part")
    own.post(at("tie_said", sam, tie.id), {"part": "", "words": "Mine", "version": "1"})
    assert TieView.objects.get().part == ""


def test_two_at_once_lose_nothing_and_the_same_sent_twice_is_kept_once(sam: Person, own: Client) -> None:
    """house rule 7."""
    tie = a_tie(sam)
    form = {"part": "none", "words": "First", "version": "0"}
    for _time in range(2):
        assert own.post(at("tie_said", sam, tie.id), form).status_code == 303
    assert TieView.objects.get().version == 1
    answer = own.post(at("tie_said", sam, tie.id), form | {"words": "Second"})
    assert answer.status_code == 409
    assert "First" in answer.content.decode()
    assert "Second" in answer.content.decode()
    with pytest.raises(StaleEdit):
        say_own_view(opened=opened_by(sam.account, sam), tie_id=tie.id, version=0, did=Did(part="alongside"))


def test_views_are_seen_by_whoever_sees_the_tie(sam: Person, worker: Account, staff: Client) -> None:
    """house rule 2: hiding the tie hides every view; a worker cannot add one to what they do not see."""
    tie = a_tie(sam, visibility="me")
    a_view(tie, "person", sam.account, part="none", words="Mine alone")
    assert told(worker, "worker", "SELECT 1 FROM connections_tieview") == 0
    assert staff.get(at("tie_view", sam, tie.id)).status_code == 404
    with pytest.raises(NotFound):
        say_workers_view(opened=opened_by(worker, sam), tie_id=tie.id, version=0, did=Did(part="none"))
