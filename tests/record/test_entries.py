"""Entries: kept letter for letter, changed only by their own voice, seen by whom the person says."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.db import Error, transaction

from ownwords.ledger.models import Act
from ownwords.ledger.verbs import Verb
from ownwords.people.access import NotFound, Opened, open_person
from ownwords.people.models import Account, Person
from ownwords.people.queries.looks import what_was_done
from ownwords.people.refusals import Refused, StaleEdit
from ownwords.people.sight import Sight
from ownwords.people.viewer import seen_by
from ownwords.record.actions.entries import (
    Wording,
    add_entry,
    answer_entry,
    change_entry,
    reword_entry,
    set_sight,
)
from ownwords.record.models import Entry, Kind, Said, Standing
from ownwords.record.queries.entries import entries_of, open_entry, visible_entries
from tests import factories as make

pytestmark = pytest.mark.django_db


def opened_by(who: Account, person: Person, role: str | None = None) -> Opened:
    """Open the person's record as this account."""
    return open_person(make.viewing(who, role), person.id, part="record")


def test_words_are_kept_letter_for_letter(sam: Person) -> None:
    """DESIGN house rule 1; refocus R4."""
    words = "  I'd like\nto see the sea — ça va? 🌊 שלום e\u0301  "
    entry = add_entry(opened=opened_by(sam.account, sam), kind=Kind.MATTERS, wording=Wording(words))
    entry.refresh_from_db()
    assert entry.words == words
    assert entry.original_words == words


def test_the_first_words_never_change_even_by_raw_sql(sam: Person) -> None:
    """refocus R4: the original wording is immutable; platform 16."""
    entry = make.entry(sam)
    with pytest.raises(Error, match="never change"):
        Entry.objects.filter(pk=entry.pk).update(original_words="something else")


def test_an_edit_makes_a_new_version_and_keeps_the_earlier_one(sam: Person) -> None:
    """refocus R4; DESIGN house rule 7."""
    opened = opened_by(sam.account, sam)
    entry = add_entry(opened=opened, kind=Kind.MATTERS, wording=Wording("first"))
    change_entry(opened=opened, entry_id=entry.id, version=1, wording=Wording("second"))
    entry.refresh_from_db()
    assert (entry.words, entry.original_words, entry.version) == ("second", "first", 2)
    assert list(entry.events.order_by("pgh_id").values_list("words", flat=True)) == ["first", "second"]


def test_saving_the_same_words_again_is_told_and_makes_no_version(sam: Person) -> None:
    """refocus R4: a version is something that was said differently."""
    opened = opened_by(sam.account, sam)
    entry = add_entry(opened=opened, kind=Kind.MATTERS, wording=Wording("the same"))
    with pytest.raises(Refused, match="Nothing is different"):
        change_entry(opened=opened, entry_id=entry.id, version=1, wording=Wording("the same"))
    entry.refresh_from_db()
    assert entry.version == 1


def test_a_worker_cannot_change_the_persons_words_but_can_put_others_beside_them(
    sam: Person, worker: Account
) -> None:
    """recovery-support RS-03."""
    entry = make.entry(sam, "I want my own front door.")
    opened = opened_by(worker, sam)
    with pytest.raises(Refused):
        change_entry(opened=opened, entry_id=entry.id, version=1, wording=Wording("Wants housing."))
    reword_entry(opened=opened, entry_id=entry.id, version=1, rewording="Independent tenancy.")
    entry.refresh_from_db()
    assert (entry.words, entry.rewording) == ("I want my own front door.", "Independent tenancy.")


def test_a_lead_cannot_alter_what_was_said_and_the_person_reads_of_every_change(sam: Person) -> None:
    """recovery-support RS-24: no right of a manager on somebody's answers, and no change without a trace."""
    entry = make.entry(sam, "I want my own front door.")
    lead = make.staff(sam.placements.get().team, "team_lead")
    with pytest.raises((Refused, NotFound)):
        change_entry(
            opened=opened_by(lead, sam), entry_id=entry.id, version=1, wording=Wording("Wants housing.")
        )
    entry.refresh_from_db()
    assert (entry.words, entry.version) == ("I want my own front door.", 1)
    own = opened_by(sam.account, sam)
    change_entry(opened=own, entry_id=entry.id, version=1, wording=Wording("I want a front door."))
    kept = Act.objects.get(about_id=sam.id, verb=Verb.ENTRY_CHANGED)
    assert (kept.actor_id, kept.thing_id, kept.fields_changed) == (
        sam.account_id,
        entry.id,
        ["version", "words"],
    )
    assert len(what_was_done(own).deeds) == 1


def test_a_stale_save_is_told_and_changes_nothing(sam: Person) -> None:
    """platform 17; fault test F4."""
    opened = opened_by(sam.account, sam)
    entry = add_entry(opened=opened, kind=Kind.MATTERS, wording=Wording("first"))
    change_entry(opened=opened, entry_id=entry.id, version=1, wording=Wording("mine"))
    with pytest.raises(StaleEdit) as told:
        change_entry(opened=opened, entry_id=entry.id, version=1, wording=Wording("theirs"))
    assert told.value.current.words == "mine"
    entry.refresh_from_db()
    assert entry.words == "mine"


def test_the_same_form_sent_twice_saves_once(sam: Person) -> None:
    """DESIGN house rule 7; fault test F6."""
    opened, key = opened_by(sam.account, sam), uuid4()
    first = add_entry(opened=opened, kind=Kind.MATTERS, wording=Wording("once"), submission=key)
    again = add_entry(opened=opened, kind=Kind.MATTERS, wording=Wording("once"), submission=key)
    assert first.id == again.id
    assert Entry.objects.count() == 1
    assert Act.objects.filter(verb="entry_added").count() == 1


def test_a_worker_sees_team_entries_and_not_private_ones(sam: Person, worker: Account) -> None:
    """refocus R11: visibility per entry."""
    shown, hidden = make.entry(sam, "for the team"), make.entry(sam, "for me", visibility="me")
    opened = opened_by(worker, sam)
    assert set(entries_of(opened)) == {shown}
    with pytest.raises(NotFound):
        open_entry(opened, hidden.id)


def test_sharing_by_name_shows_an_entry_to_that_worker_only(sam: Person, worker: Account) -> None:
    """refocus R11; DESIGN house rule 2."""
    colleague = make.staff(sam.placements.get().team)
    entry = make.entry(sam)
    set_sight(
        opened=opened_by(sam.account, sam), entry_id=entry.id, version=1, sight=Sight("named", (worker.id,))
    )
    assert entry in visible_entries(make.viewing(worker))
    assert entry not in visible_entries(make.viewing(colleague))


def test_a_supporter_and_a_peer_worker_see_only_what_is_shared_with_them(sam: Person) -> None:
    """peer-support PS-01: default denies."""
    sister = make.account("Ruth")
    make.beside(sam, sister, "supporter")
    peer = make.staff(sam.placements.get().team, role="peer_worker")
    make.beside(sam, peer, "peer_worker")
    entry, other = make.entry(sam), make.entry(sam, "something else")
    set_sight(
        opened=opened_by(sam.account, sam),
        entry_id=entry.id,
        version=1,
        sight=Sight("team", (sister.id, peer.id)),
    )
    for who in (sister, peer):
        assert set(visible_entries(make.viewing(who))) == {entry}
    assert other.visibility == "team"


def test_a_strength_a_worker_noticed_waits_for_the_persons_answer(sam: Person, worker: Account) -> None:
    """refocus 1.6: "noticed by" until the person keeps, edits or declines it."""
    entry = add_entry(
        opened=opened_by(worker, sam),
        kind=Kind.UNDERSTANDING,
        wording=Wording("You keep going when others stop."),
        said_by=Said.WORKER,
    )
    assert entry.standing == Standing.OFFERED
    answer_entry(
        opened=opened_by(sam.account, sam),
        entry_id=entry.id,
        version=1,
        standing="kept",
        keep_as="I keep going, mostly.",
    )
    entry.refresh_from_db()
    assert (entry.standing, entry.words) == (Standing.KEPT, "I keep going, mostly.")
    assert entry.original_words == "You keep going when others stop."


def test_only_the_person_decides_who_sees_an_entry(sam: Person, worker: Account) -> None:
    """DESIGN house rule 2: visibility is set per entry, by the person."""
    entry = make.entry(sam)
    with pytest.raises(Refused):
        set_sight(opened=opened_by(worker, sam), entry_id=entry.id, version=1, sight=Sight("me"))


@pytest.mark.postgres15
def test_the_database_itself_hides_what_the_viewer_may_not_see(sam: Person, worker: Account) -> None:
    """platform 12: row-level security: no context, 0 rows; another person's context, 0 of theirs."""
    make.entry(sam, "for the team")
    make.entry(sam, "for me", visibility="me")
    other = make.person(called="Jo")
    stranger = make.staff(other.placements.get().team)
    counts = {}
    for name, who, role in (
        ("nobody", None, ""),
        ("sam", sam.account.id, "person"),
        ("worker", worker.id, "worker"),
        ("worker claiming to lead", worker.id, "team_lead"),
        ("stranger", stranger.id, "worker"),
        ("another person", other.account.id, "person"),
        ("administrator", worker.id, "administrator"),
    ):
        with transaction.atomic(), seen_by(who, role):
            counts[name] = (Entry.objects.count(), Person.objects.filter(pk=sam.pk).count())
    assert counts == {
        "nobody": (0, 0),
        "sam": (2, 1),
        "worker": (1, 1),
        "worker claiming to lead": (0, 0),
        "stranger": (0, 0),
        "another person": (0, 0),
        "administrator": (0, 0),
    }
