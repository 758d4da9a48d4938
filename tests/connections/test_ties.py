"""How ties came about: an origin without a default, by whoever may draw, seen by whom the person lets see it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import Error, transaction
from django.test import Client
from django.utils import timezone

from ownwords.connections.actions.ties import TIES, CameAbout, add_tie, change_tie
from ownwords.connections.models import Tie
from ownwords.connections.queries.ties import ties_of
from ownwords.ledger.ids import new_id
from ownwords.ledger.models import Act
from ownwords.people.access import NotFound
from ownwords.people.models import Account, Person
from ownwords.people.refusals import Refused
from tests import factories as make
from tests.around_sam import opened_by
from tests.connections.tied import a_tie, a_view, an_item, asked, at, named, told
from tests.measures.pages import Page, day_of, key, seen
from tests.queries import asked as statements
from tests.signed_in import client_for

pytestmark = pytest.mark.django_db
NEW = {"renewed": "new", "words": "", "visibility": "team"}


def test_nothing_is_chosen_before_somebody_chooses(sam: Person, own: Client) -> None:
    """connecting R8: an origin with no default; R4: nothing preset."""
    page = seen(own, at("tie_add", sam, an_item(sam).id))
    assert page.chosen("origin") == []
    assert page.chosen("renewed") == []
    assert "" not in page.values("origin")
    assert {"dont_know", "rather_not", "worker", "other"} <= set(page.values("origin"))


@pytest.mark.parametrize(
    ("origin", "shown"),
    [
        ("", "Nothing has been said about how it came about."),
        ("dont_know", "I don't know"),
        ("rather_not", "I would rather not say"),
        ("peer", "through a peer, or something user-led"),
    ],
)
def test_empty_and_not_known_and_rather_not_are_kept_and_shown_differently(
    sam: Person, own: Client, origin: str, shown: str
) -> None:
    """connecting R8: "don't know" and blank are stored differently."""
    form = NEW | ({"origin": origin} if origin else {})
    answer = own.post(at("tie_add", sam, an_item(sam).id), form | {"submission": key()})
    assert answer.status_code == 303
    assert Tie.objects.get().origin == origin
    text = seen(own, at("ties", sam)).text
    others = {"Nothing has been said", "I don't know", "I would rather not say", "through a peer"}
    assert shown in text
    assert not [one for one in others if one in text and not shown.startswith(one)]


def test_new_and_taken_up_again_must_be_said_and_read_differently(sam: Person, own: Client) -> None:
    """connecting R8: each new tie or renewed contact."""
    item = an_item(sam)
    assert (
        own.post(at("tie_add", sam, item.id), {"visibility": "team", "submission": key()}).status_code == 422
    )
    today = timezone.localdate()
    own.post(at("tie_add", sam, item.id), NEW | {"submission": key()})
    earlier = day_of(today - timedelta(days=3), "since")
    own.post(at("tie_add", sam, item.id), NEW | earlier | {"renewed": "again", "submission": key()})
    text = seen(own, at("ties", sam)).text
    assert "New since" in text
    assert "Taken up again on" in text
    assert Tie.objects.filter(item=item).count() == 2


def test_only_who_draws_says_how_it_came_about(sam: Person, worker: Account, staff: Client) -> None:
    """connecting R1, R8: the person, or somebody they have asked; then the page says who wrote it down."""
    item = an_item(sam)
    address = at("tie_add", sam, item.id)
    assert staff.get(address).status_code == 404
    assert staff.post(address, NEW | {"submission": key()}).status_code == 404
    with pytest.raises(NotFound):
        add_tie(opened=opened_by(worker, sam), item_id=item.id, came_about=CameAbout(renewed=False))
    assert not Tie.objects.exists()
    helper = asked(sam, worker)
    assert staff.post(address, NEW | {"submission": key()}).status_code == 303
    assert f"Sam, written down by {worker.name}" in seen(staff, at("ties", sam)).text
    type(helper).objects.filter(pk=helper.pk).update(ends_on=timezone.localdate())
    tie = Tie.objects.get()
    with pytest.raises(NotFound):
        TIES.remove(opened=opened_by(worker, sam), thing_id=tie.id, version=1, reason="x")


def test_the_database_lets_nobody_else_write_a_tie(sam: Person, worker: Account) -> None:
    """connecting R1: the second lock, as the web role."""
    item, tie = an_item(sam), a_tie(sam)
    sql = """INSERT INTO connections_tie (id, person_id, item_id, written_by_id, version, created_at, changed_at,
      visibility, renewed, since, origin, origin_words, removed_reason)
      VALUES (%s, %s, %s, %s, 1, now(), now(), 'team', false, current_date, 'worker', '', '')"""
    with pytest.raises(Error, match="row-level security"), transaction.atomic():
        told(worker, "worker", sql, [new_id(), sam.id, item.id, worker.id])
    change = "UPDATE connections_tie SET origin = 'worker' WHERE id = %s"
    assert told(worker, "worker", change, [tie.id]) == 0
    asked(sam, worker)
    assert told(worker, "worker", sql, [new_id(), sam.id, item.id, worker.id]) == 1


def test_a_supporter_who_was_asked_draws_and_takes_back_what_they_wrote(sam: Person) -> None:
    """connecting R1: somebody they have asked need not be staff."""
    sister = make.account("Ruth")
    make.beside(sam, sister, "supporter")
    asked(sam, sister)
    item = an_item(sam)
    ruth = client_for((sister, "supporter"))
    form = NEW | {"submission": key(), "origin": "faith"}
    assert ruth.post(at("tie_add", sam, item.id), form).status_code == 303
    tie = Tie.objects.get()
    assert "faith" in seen(ruth, at("ties", sam)).text
    answer = ruth.post(at("tie_remove", sam, tie.id), {"version": "1", "reason": "Wrong one"})
    assert answer.status_code == 303
    tie.refresh_from_db()
    assert tie.removed_by_id == sister.id


@pytest.mark.parametrize("days", [1, 400])
def test_a_day_to_come_is_refused_and_the_form_comes_back_filled(sam: Person, own: Client, days: int) -> None:
    """bad input; house rule 7."""
    later = day_of(timezone.localdate() + timedelta(days=days), "since")
    form = NEW | later | {"words": "At the loft", "origin": "street", "submission": key()}
    answer = own.post(at("tie_add", sam, an_item(sam).id), form)
    assert answer.status_code == 422
    page = Page(answer)
    assert "not come yet" in page.text
    assert page.value("words") == "At the loft"
    assert page.chosen("origin") == ["street"]


def test_sent_twice_it_is_kept_once(sam: Person, own: Client) -> None:
    """platform: a double submit saves once."""
    form, address = NEW | {"submission": key()}, at("tie_add", sam, an_item(sam).id)
    own.post(address, form)
    own.post(address, form)
    assert Tie.objects.count() == 1


def test_it_can_be_said_differently_and_two_at_once_lose_nothing(sam: Person, own: Client) -> None:
    """house rule 7: both texts are shown."""
    tie = a_tie(sam, origin="street", origin_words="At the bus stop")
    form = {"renewed": "new", "origin": "", "words": "On the bus", "version": "1"} | day_of(
        tie.since, "since"
    )
    assert own.post(at("tie_change", sam, tie.id), form).status_code == 303
    tie.refresh_from_db()
    assert (tie.origin, tie.origin_words, tie.version) == ("", "On the bus", 2)
    answer = own.post(at("tie_change", sam, tie.id), form | {"words": "In the rain"})
    assert answer.status_code == 409
    text = answer.content.decode()
    assert "On the bus" in text
    assert "In the rain" in text


def test_saving_without_a_change_says_so(sam: Person) -> None:
    """Nothing is kept twice."""
    tie, own = a_tie(sam), opened_by(sam.account, sam)
    with pytest.raises(Refused):
        change_tie(opened=own, tie_id=tie.id, version=1, came_about=CameAbout(False, tie.since))


def test_what_the_person_keeps_to_themselves_is_on_no_page_of_staff(
    sam: Person, worker: Account, own: Client, staff: Client
) -> None:
    """connecting R3; house rule 2."""
    tie = a_tie(sam, origin_words="At the loft")
    assert "At the loft" in seen(staff, at("ties", sam)).text
    own.post(at("tie_sight", sam, tie.id), {"version": "1", "visibility": "me"})
    assert "At the loft" not in seen(staff, at("ties", sam)).text
    assert staff.get(at("tie", sam, tie.id)).status_code == 404
    assert "only you" in seen(own, at("ties", sam)).text
    assert told(worker, "worker", "SELECT 1 FROM connections_tie") == 0
    assert staff.get(at("tie_sight", sam, tie.id)).status_code == 404


def test_a_tie_is_hidden_with_what_it_is_about(sam: Person, staff: Client) -> None:
    """connecting R3: an item kept to oneself hides every tie with it."""
    item = an_item(sam, "Somebody dear", visibility="me")
    tie = a_tie(sam, item, origin_words="Long ago")
    page = seen(staff, at("ties", sam)).text
    assert "Long ago" not in page
    assert "Somebody dear" not in page
    assert staff.get(at("tie", sam, tie.id)).status_code == 404


def test_a_peer_worker_sees_what_is_shared_with_them_by_name_alone(sam: Person) -> None:
    """house rule 2: item and tie both."""
    peer = make.staff(sam.placements.get().team, "peer_worker", name="Kofi")
    make.beside(sam, peer, "peer_worker")
    item = an_item(sam)
    tie = a_tie(sam, item, origin_words="At the loft")
    kofi = client_for((peer, "peer_worker"))
    named(tie, peer)
    assert "At the loft" not in seen(kofi, at("ties", sam)).text
    named(item, peer)
    assert "At the loft" in seen(kofi, at("ties", sam)).text


def test_out_of_view_with_a_reason_and_back_with_every_view(
    sam: Person, worker: Account, own: Client
) -> None:
    """house rule 7: nothing is lost."""
    tie = a_tie(sam, origin_words="At the loft")
    a_view(tie, "worker", worker, part="alongside")
    answer = own.post(at("tie_remove", sam, tie.id), {"version": "1", "reason": "Too much"})
    assert answer.status_code == 303
    assert "At the loft" not in seen(own, at("ties", sam)).text
    assert "Too much" in seen(own, at("ties_removed", sam)).text
    own.post(at("tie_restore", sam, tie.id), {"version": "2"})
    text = seen(own, at("ties", sam)).text
    assert "At the loft" in text
    assert "went alongside" in text
    verbs = list(Act.objects.filter(thing_id=tie.id).order_by("id").values_list("verb", flat=True))
    assert verbs == ["tie_removed", "tie_restored"]


def test_a_tie_with_something_taken_off_the_map_is_not_listed(sam: Person) -> None:
    """What stands on no page has no tie on any page either; it comes back with it."""
    item = an_item(sam)
    a_tie(sam, item)
    now = timezone.now()
    type(item).objects.filter(pk=item.pk).update(
        removed_at=now, removed_by_id=sam.account_id, removed_reason="x"
    )
    assert not ties_of(opened_by(sam.account, sam)).exists()


def test_the_list_asks_the_database_as_much_for_many_as_for_few(
    sam: Person, worker: Account, staff: Client
) -> None:
    """platform: no page asks once for each row."""
    counts = []
    for number in (2, 6):
        for _place in range(number):
            a_view(a_tie(sam, an_item(sam)), "worker", worker, part="none")
        seen(staff, at("ties", sam))
        with statements() as found:
            seen(staff, at("ties", sam))
        counts.append(len(found))
    assert counts[0] == counts[1]
