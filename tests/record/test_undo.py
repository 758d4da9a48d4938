"""Undo: the last thing somebody did is taken back as a new version, and never over somebody else's."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from ownwords.people.models import Account, Person
from ownwords.people.refusals import Refused, StaleEdit
from ownwords.people.sight import Sight
from ownwords.record.actions.details import strength_row
from ownwords.record.actions.entries import (
    Wording,
    add_entry,
    answer_entry,
    change_entry,
    remove_entry,
    reword_entry,
    set_sight,
)
from ownwords.record.actions.goals import GoalShape, add_goal, review_goal, shape_goal
from ownwords.record.actions.order import move_entry
from ownwords.record.actions.undo import undo_last
from ownwords.record.models import Entry, Kind, Said, Share, Standing
from ownwords.record.queries.entries import entries_of
from tests import factories as make
from tests.around_sam import opened_by

pytestmark = pytest.mark.django_db


def added(sam: Person, words: str = "first") -> Entry:
    """An entry that Sam has just added."""
    return add_entry(opened=opened_by(sam.account, sam), kind=Kind.MATTERS, wording=Wording(words))


def test_undoing_an_addition_takes_it_out_of_view(sam: Person) -> None:
    """Nothing is lost: it can be put back (DESIGN house rule 7)."""
    entry, opened = added(sam), opened_by(sam.account, sam)
    undone = undo_last(opened=opened, entry_id=entry.id, version=1)
    assert undone.removed_at is not None
    assert undone.removed_reason
    assert list(entries_of(opened)) == []


def test_undoing_a_change_brings_the_words_back_as_a_new_version(sam: Person) -> None:
    """refocus R4: an undo is a version of its own."""
    entry, opened = added(sam), opened_by(sam.account, sam)
    change_entry(
        opened=opened, entry_id=entry.id, version=1, wording=Wording("second", about="a", tags=("hope",))
    )
    undone = undo_last(opened=opened, entry_id=entry.id, version=2)
    assert (undone.words, undone.about, undone.tags, undone.version) == ("first", "", [], 3)
    assert list(entry.events.order_by("pgh_id").values_list("words", flat=True)) == [
        "first",
        "second",
        "first",
    ]


def test_undoing_a_rewording_takes_it_away(sam: Person, worker: Account) -> None:
    """recovery-support RS-03."""
    entry, opened = added(sam), opened_by(worker, sam)
    reword_entry(opened=opened, entry_id=entry.id, version=1, rewording="Put so.")
    undone = undo_last(opened=opened, entry_id=entry.id, version=2)
    assert (undone.rewording, undone.rewording_by_id) == ("", None)


def test_undoing_an_answer_lets_it_wait_again(sam: Person, worker: Account) -> None:
    """refocus 1.6."""
    entry = add_entry(
        opened=opened_by(worker, sam),
        kind=Kind.STRENGTH,
        wording=Wording("You keep going."),
        said_by=Said.WORKER,
        detail=strength_row(domain="people"),
    )
    opened = opened_by(sam.account, sam)
    answer_entry(opened=opened, entry_id=entry.id, version=1, standing="kept", keep_as="I do.")
    undone = undo_last(opened=opened, entry_id=entry.id, version=2)
    assert (undone.standing, undone.words) == (Standing.OFFERED, "You keep going.")


def test_undoing_a_removal_puts_it_back(sam: Person) -> None:
    """Nothing lost: removal is soft."""
    entry, opened = added(sam), opened_by(sam.account, sam)
    remove_entry(opened=opened, entry_id=entry.id, version=1, reason="not now")
    assert undo_last(opened=opened, entry_id=entry.id, version=2).removed_at is None


def test_somebody_elses_newer_change_is_never_undone(sam: Person, worker: Account) -> None:
    """Nothing lost: undo refuses when somebody changed it since."""
    entry = added(sam)
    reword_entry(opened=opened_by(worker, sam), entry_id=entry.id, version=1, rewording="Put so.")
    opened = opened_by(sam.account, sam)
    with pytest.raises(StaleEdit):
        undo_last(opened=opened, entry_id=entry.id, version=1)
    with pytest.raises(Refused):
        undo_last(opened=opened, entry_id=entry.id, version=2)


def test_an_undo_is_not_undone(sam: Person) -> None:
    """One step back, not a game of back and forth."""
    entry, opened = added(sam), opened_by(sam.account, sam)
    undo_last(opened=opened, entry_id=entry.id, version=1)
    with pytest.raises(Refused):
        undo_last(opened=opened, entry_id=entry.id, version=2)


def test_the_page_offers_undo_and_says_what_happened(sam: Person, own: Client) -> None:
    """Look and feel: confirmation that says what happened."""
    address = reverse("record:entry_add", args=[sam.id, "matters"])
    page = own.post(address, {"words": "The sea", "visibility": "team"}, follow=True).content.decode()
    entry = Entry.objects.get()
    undo = reverse("record:entry_undo", args=[sam.id, entry.id])
    assert undo in page
    assert "This is kept." in page
    after = own.post(undo, {"version": "1"}, follow=True).content.decode()
    assert "Undone." in after
    assert "The sea" not in after


def test_a_stale_undo_is_refused_in_words(sam: Person, worker: Account, own: Client) -> None:
    """Never 500, never over somebody else's words."""
    entry = added(sam)
    reword_entry(opened=opened_by(worker, sam), entry_id=entry.id, version=1, rewording="Put so.")
    undo = reverse("record:entry_undo", args=[sam.id, entry.id])
    for version in ("1", "", "abc", "9" * 50):
        assert "not undone" in own.post(undo, {"version": version}, follow=True).content.decode()
    entry.refresh_from_db()
    assert entry.rewording == "Put so."


@pytest.mark.django_db(transaction=True)
def test_undoing_who_can_see_brings_back_level_and_names() -> None:
    """refocus R11. In transactions of their own, as in life: history tells changes apart by their transaction."""
    sam = make.person(called="Sam")
    worker = make.staff(sam.placements.get().team)
    sister = make.account("Ruth")
    make.beside(sam, sister, "supporter")
    entry, opened = added(sam), opened_by(sam.account, sam)
    set_sight(opened=opened, entry_id=entry.id, version=1, sight=Sight("team", (sister.id,)))
    set_sight(opened=opened, entry_id=entry.id, version=2, sight=Sight("named", (worker.id,)))
    undone = undo_last(opened=opened, entry_id=entry.id, version=3)
    assert undone.visibility == "team"
    assert set(Share.objects.filter(entry=entry).values_list("account_id", flat=True)) == {sister.id}


@pytest.mark.django_db(transaction=True)
def test_undoing_a_change_brings_the_row_beside_it_back() -> None:
    """A strength's domain and example belong to its words; a change that left them alone leaves them alone."""
    sam = make.person(called="Sam")
    opened = opened_by(sam.account, sam)
    entry = add_entry(
        opened=opened,
        kind=Kind.STRENGTH,
        wording=Wording("I listen"),
        detail=strength_row(domain="people", example="on the ward"),
    )
    change_entry(
        opened=opened, entry_id=entry.id, version=1, wording=Wording("I hear"), detail={"example": "at home"}
    )
    undo_last(opened=opened, entry_id=entry.id, version=2)
    entry.strength.refresh_from_db()
    assert entry.strength.example == "on the ward"
    assert timezone.now() - Entry.objects.get().changed_at < timedelta(minutes=5)


def test_a_goal_that_somebody_reviewed_since_is_not_undone(sam: Person, worker: Account) -> None:
    """Nothing lost: an undo of one's own words would take back what somebody else said after them."""
    goal = add_goal(opened=opened_by(worker, sam), words="Keep pigeons", origin="person")
    shape = GoalShape(words="Keep pigeons again", details={"why": "They know me."})
    shape_goal(opened=opened_by(worker, sam), entry_id=goal.id, version=1, shape=shape)
    own = opened_by(sam.account, sam)
    review_goal(opened=own, entry_id=goal.id, version=2, details={"importance": 7})
    with pytest.raises(Refused):
        undo_last(opened=opened_by(worker, sam), entry_id=goal.id, version=3)
    goal.goal.refresh_from_db()
    assert goal.goal.importance == 7


def test_putting_things_in_order_does_not_stand_in_the_way_of_an_undo(sam: Person, worker: Account) -> None:
    """An order is no version: nobody's words changed by it, so one's own last change can still be taken back."""
    entry, opened = added(sam), opened_by(sam.account, sam)
    added(sam, "the other")
    change_entry(opened=opened, entry_id=entry.id, version=1, wording=Wording("second"))
    move_entry(opened=opened_by(worker, sam), entry_id=entry.id, direction="down")
    assert undo_last(opened=opened, entry_id=entry.id, version=2).words == "first"
