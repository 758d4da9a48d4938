"""Erasing ties, views, readiness, steps and interests: two people, nothing left of words and answers anywhere."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.db import Error, connection, transaction
from django.test import Client
from django.urls import reverse

from ownwords.connections.models import ConnectingStep, Interest, Readiness
from ownwords.ledger.ids import Ref, new_id
from ownwords.ledger.models import Act
from ownwords.people.access import NotFound
from ownwords.people.actions.erasure import ask_erasure
from ownwords.people.models import Account, ErasureRequest, Person
from ownwords.people.refusals import Refused
from ownwords.people.viewer import seen_by
from tests.around_sam import opened_by
from tests.connections.tied import a_tie, a_view, an_item, at
from tests.measures.pages import seen
from tests.record.test_erasure import SECRET, decide, places_of

pytestmark = pytest.mark.django_db
KINDS = ("tie", "tieview", "readiness", "connectingstep", "interest")


def _mine(sam: Person) -> dict[str, Any]:
    return {"person": sam, "written_by": sam.account, "visibility": "team"}


def tie(sam: Person) -> Any:
    """A tie with words in two versions, and a view of it."""
    made = a_tie(sam, origin="faith", origin_words=f"{SECRET} first")
    made.origin_words = f"{SECRET} later"
    made.save()
    a_view(made, "person", sam.account, part="alongside", ground=["money"], words=SECRET)
    return made


def tieview(sam: Person) -> Any:
    """One view alone, in two versions."""
    made = a_view(a_tie(sam), "person", sam.account, part="none", helped_by=["peer"], words=SECRET)
    made.words = f"{SECRET} later"
    made.save()
    return made


def readiness(sam: Person) -> Any:
    """How ready somebody felt."""
    return Readiness.objects.create(**_mine(sam), value=3, words=SECRET)


def connectingstep(sam: Person) -> Any:
    """A step with the secret in every place that can hold words."""
    return ConnectingStep.objects.create(
        **_mine(sam), wheel="person", step="aims", step_words=SECRET, vocabulary="1", words=SECRET,
        barriers=["resources"], barrier_words=SECRET, helped_words=SECRET, companion_words=SECRET,
        item=an_item(sam), companion=sam.account,
    )  # fmt: skip


def interest(sam: Person) -> Any:
    """An answer to something nearby."""
    return Interest.objects.create(
        **_mine(sam), service_id=new_id(), service_words=SECRET, answer="go", words=SECRET
    )


@pytest.mark.parametrize("build", [tie, tieview, readiness, connectingstep, interest])
def test_words_are_gone_from_every_table_and_that_it_happened_stays(
    sam: Person, lead: Account, build: Callable[[Person], Any]
) -> None:
    """DESIGN house rule 7 and its exception: scans every column of every table, history included."""
    thing = build(sam)
    kind = thing._meta.model_name
    assert places_of(SECRET)
    own = opened_by(sam.account, sam)
    decide(lead, sam, ask_erasure(opened=own, thing=Ref(kind, thing.id), reason="It names somebody."))
    assert places_of(SECRET) == []
    thing.refresh_from_db()
    assert thing.erased_at is not None
    assert Act.objects.filter(verb="erased", thing_id=thing.id, actor_id=lead.id).exists()
    with pytest.raises(Refused):
        ask_erasure(opened=own, thing=Ref(kind, thing.id), reason="again")


@pytest.mark.parametrize(
    ("build", "table", "column", "blank"),
    [
        (tie, "tie", "origin", ""),
        (tie, "tieview", "part", ""),
        (tieview, "tieview", "array_to_string(helped_by, ',')", ""),
        (readiness, "readiness", "coalesce(value::text, '')", ""),
        (connectingstep, "connectingstep", "concat(step, item_id, companion_id)", ""),
        (interest, "interest", "answer", ""),
    ],
)
def test_answers_are_gone_too_also_from_history(
    sam: Person, lead: Account, build: Callable[[Person], Any], table: str, column: str, blank: str
) -> None:
    """An answer without its words still tells."""
    thing = build(sam)
    own = opened_by(sam.account, sam)
    decide(lead, sam, ask_erasure(opened=own, thing=Ref(thing._meta.model_name, thing.id), reason="x"))
    with connection.cursor() as cursor:
        for name in (table, f"{table}event"):
            cursor.execute(f"SELECT DISTINCT {column} FROM connections_{name}")
            assert cursor.fetchall() == [(blank,)]


def test_asking_goes_through_its_page_and_an_erased_view_says_so(
    sam: Person, own: Client, leading: Client, lead: Account
) -> None:
    """House rule 7: what stands beside it stays."""
    view = tieview(sam)
    for build in (tie, readiness, connectingstep, interest):
        thing = build(sam)
        assert own.get(reverse("erase", args=[sam.id, thing._meta.model_name, thing.id])).status_code == 200
    ask = reverse("erase", args=[sam.id, "tieview", view.id])
    assert own.post(ask, {"reason": "It names somebody."}).status_code == 303
    assert own.get(at("tie_of", sam, view.id)).headers["Location"] == at("tie", sam, view.tie_id)
    decide(lead, sam, ErasureRequest.objects.get())
    assert "What stood here was erased." in seen(own, at("tie", sam, view.tie_id)).text


def test_nobody_asks_about_what_they_do_not_see(sam: Person, worker: Account) -> None:
    """House rule 2: hidden and missing are answered alike."""
    hidden = a_tie(sam, visibility="me")
    with pytest.raises(NotFound):
        ask_erasure(opened=opened_by(worker, sam), thing=Ref("tie", hidden.id), reason="x")


@pytest.mark.postgres15
def test_nobody_calls_what_erases_one_kind_by_itself(sam: Person, lead: Account) -> None:
    """docs/decisions/0008: only the function that looks for two people may."""
    thing = a_tie(sam)
    for kind in KINDS:
        with (
            pytest.raises(Error, match="permission denied"),
            transaction.atomic(),
            seen_by(lead.id, "team_lead"),
            connection.cursor() as cursor,
        ):
            cursor.execute(f"SELECT ownwords_erase_{kind}(%s, %s, now(), %s)", [thing.id, sam.id, lead.id])
