"""Was this way of working explained to me? Answered by the person, and by nobody for them."""

from __future__ import annotations

import pytest
from django.db import Error, transaction
from django.test import Client

from ownwords.connections.actions.explained import say_explained
from ownwords.connections.models import Explained
from ownwords.ledger.ids import new_id
from ownwords.people.access import NotFound
from ownwords.people.models import Account, Person
from tests import factories as make
from tests.around_sam import opened_by
from tests.connections.tied import asked, at, told
from tests.measures.pages import key, seen
from tests.signed_in import client_for

pytestmark = pytest.mark.django_db
SENT = {"answer": "partly", "visibility": "team"}


@pytest.mark.parametrize("answer", ["yes", "partly", "no", "unsure"])
def test_the_person_answers_with_a_day_and_may_answer_again(sam: Person, own: Client, answer: str) -> None:
    """connecting R14: yes, partly, no, unsure; dated."""
    assert seen(own, at("explained", sam)).chosen("answer") == []
    for _time in range(2):
        form = SENT | {"answer": answer, "submission": key()}
        assert own.post(at("explained_answer", sam), form).status_code == 303
    assert set(Explained.objects.values_list("answer", flat=True)) == {answer}
    assert Explained.objects.count() == 2


@pytest.mark.postgres15
def test_nobody_else_can_answer_it_by_action_by_page_or_in_sql(
    sam: Person, worker: Account, lead: Account
) -> None:
    """connecting R14: staff cannot answer it, also not when asked to draw the map."""
    sister = make.account("Ruth")
    make.beside(sam, sister, "supporter")
    for who, role in ((worker, "worker"), (lead, "team_lead"), (sister, "supporter")):
        asked(sam, who)
        client = client_for((who, role))
        assert client.post(at("explained_answer", sam), SENT | {"submission": key()}).status_code == 404
        assert client.get(at("explained_answer", sam)).status_code == 404
        with pytest.raises(NotFound):
            say_explained(opened=opened_by(who, sam, role), answer="yes")
        sql = """INSERT INTO connections_explained (id, person_id, written_by_id, version, created_at, changed_at,
          visibility, removed_reason, said_on, answer)
          VALUES (%s, %s, %s, 1, now(), now(), 'team', '', current_date, 'yes')"""
        with pytest.raises(Error, match="row-level security"), transaction.atomic():
            told(who, role, sql, [new_id(), sam.id, who.id])
    assert not Explained.objects.exists()


def test_nobody_else_can_change_the_answer_in_sql(sam: Person, worker: Account) -> None:
    """connecting R14: the second lock."""
    said = Explained.objects.create(person=sam, written_by=sam.account, visibility="team", answer="no")
    assert (
        told(worker, "worker", "UPDATE connections_explained SET answer = 'yes' WHERE id = %s", [said.id])
        == 0
    )


def test_everybody_beside_the_person_can_read_what_it_is_and_no_form_is_there(
    sam: Person, own: Client, staff: Client
) -> None:
    """connecting R14: a page to look at together or to print; two wheels, either may start, nothing promised."""
    for client in (own, staff):
        text = seen(client, at("explained", sam)).text
        for words in (
            "two wheels",
            "Either of you may start",
            "It is no promise",
            "Neither of you is the expert",
        ):
            assert words in text
    assert seen(staff, at("explained", sam)).values("answer") == []
    assert "Only Sam can answer this." in seen(staff, at("explained", sam)).text


def test_who_sees_the_answer_is_the_persons_and_it_can_be_taken_back(
    sam: Person, own: Client, staff: Client
) -> None:
    """house rule 2."""
    own.post(at("explained_answer", sam), SENT | {"submission": key()})
    said = Explained.objects.get()
    assert "partly" in seen(staff, at("explained", sam)).text
    own.post(at("explained_sight", sam, said.id), {"version": "1", "visibility": "me"})
    assert "partly" not in seen(staff, at("explained", sam)).text
    own.post(at("explained_remove", sam, said.id), {"version": "2", "reason": "Wrong"})
    said.refresh_from_db()
    assert said.removed_at is not None


def test_an_answer_that_is_not_in_the_list_is_refused(sam: Person, own: Client) -> None:
    """bad input."""
    for answer in ("", "perhaps"):
        form = SENT | {"answer": answer, "submission": key()}
        assert own.post(at("explained_answer", sam), form).status_code == 422
