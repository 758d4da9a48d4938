"""Notes by two: in the record only when both agreed to the very same words; the person takes them back at any time."""

from __future__ import annotations

import pytest
from django.test import Client

from ownwords.ledger.models import Act
from ownwords.peers.actions import notes as actions
from ownwords.peers.models import SharedNote
from ownwords.peers.queries.notes import notes_of
from ownwords.people.access import NotFound
from ownwords.people.models import Account, Person
from ownwords.people.refusals import Refused, StaleEdit
from ownwords.people.sight import Sight
from tests.around_sam import opened_by
from tests.measures.pages import Page, seen
from tests.peers.between import as_person, at, key, refused, rule, sql
from tests.record.test_erasure import SECRET, decide, places_of

pytestmark = pytest.mark.django_db
WORDS = "We walked to the harbour and watched the ferries."
COUNT = "SELECT count(*) FROM peers_sharednote WHERE id = %s"


def proposed(sam: Person, peer: Account, words: str = WORDS) -> SharedNote:
    """A note that the peer worker proposed."""
    rule(sam)
    return actions.propose_note(opened=opened_by(peer, sam), words=words)


def agreed(sam: Person, peer: Account) -> SharedNote:
    """A note that both agreed to."""
    note = proposed(sam, peer)
    return actions.agree_note(opened=as_person(sam), note_id=note.id, version=1, sight=Sight("team"))


def test_a_proposal_is_in_no_record_until_the_person_agrees(
    sam: Person, peer: Account, worker: Account, own: Client, staff: Client, peering: Client
) -> None:
    """PS-03: saved to the record only with the person's agreement, both named."""
    rule(sam)
    peering.post(at("note_add", sam), {"words": WORDS, "submission": key()})
    note = SharedNote.objects.get()
    assert WORDS not in seen(staff, at("notes", sam)).text
    assert staff.get(at("note", sam, note.id)).status_code == 404
    assert sql(worker, "worker", COUNT, note.id) == [(0,)]
    answer = own.post(at("note_agree", sam, note.id), {"version": "1", "visibility": "team"})
    assert answer.status_code == 303
    page = seen(staff, at("note", sam, note.id)).text
    assert WORDS in page
    assert f"Sam and {peer.name}" in page
    assert sql(worker, "worker", COUNT, note.id) == [(1,)]


def test_the_other_may_change_the_words_and_both_agree_to_the_very_same(
    sam: Person, peer: Account, own: Client, peering: Client, staff: Client
) -> None:
    """PS-03; Campus Mental Health: the person changes the wording."""
    note = proposed(sam, peer)
    own.post(at("note_reword", sam, note.id), {"version": "1", "words": "We walked. It was cold."})
    note.refresh_from_db()
    assert (note.wording, note.person_agreed_to, note.peer_agreed_to, note.agreed_at) == (2, 2, 1, None)
    assert "cold" not in seen(staff, at("notes", sam)).text
    assert peering.post(at("note_agree", sam, note.id), {"version": "1"}).status_code == 409
    peering.post(at("note_agree", sam, note.id), {"version": "2"})
    note.refresh_from_db()
    assert note.agreed_at is not None
    assert "It was cold." in seen(staff, at("notes", sam)).text


def test_agreeing_to_words_that_changed_meanwhile_agrees_to_nothing(sam: Person, peer: Account) -> None:
    """PS-03: the very same wording."""
    note = proposed(sam, peer)
    actions.reword_note(opened=opened_by(peer, sam), note_id=note.id, version=1, words="Other words")
    with pytest.raises(StaleEdit):
        actions.agree_note(opened=as_person(sam), note_id=note.id, version=1)
    assert SharedNote.objects.get().agreed_at is None


@pytest.mark.parametrize(
    "change",
    [
        "agreed_at = now()",
        "person_agreed_to = wording, agreed_at = now()",
        "words = 'mine'",
        "words = 'mine', wording = wording + 1, person_agreed_to = 2",
        "visibility = 'team', taken_back_at = now()",
        "peer_agreed_to = NULL, person_agreed_to = 1",
    ],
)
def test_the_database_refuses_a_peer_worker_who_agrees_for_the_person(
    sam: Person, peer: Account, change: str
) -> None:
    """PS-03: refused everywhere, also in SQL as the web role."""
    note = proposed(sam, peer)
    assert refused(peer, "peer_worker", f"UPDATE peers_sharednote SET {change} WHERE id = %s", note.id)
    note.refresh_from_db()
    assert (note.agreed_at, note.person_agreed_to, note.words) == (None, None, WORDS)


def test_nobody_else_proposes_or_agrees(sam: Person, peer: Account, worker: Account, staff: Client) -> None:
    """PS-03: between the two."""
    note = proposed(sam, peer)
    for opened in (opened_by(worker, sam),):
        with pytest.raises(NotFound):
            actions.propose_note(opened=opened, words="Mine")
        with pytest.raises(NotFound):
            actions.agree_note(opened=opened, note_id=note.id, version=1)
    assert staff.post(at("note_agree", sam, note.id), {"version": "1"}).status_code == 404
    assert refused(worker, "worker", "UPDATE peers_sharednote SET agreed_at = now() WHERE id = %s", note.id)


def test_taken_back_it_is_hidden_from_the_team_and_leaves_a_dated_trace_without_the_words(
    sam: Person, peer: Account, worker: Account, own: Client, staff: Client
) -> None:
    """PS-03."""
    note = agreed(sam, peer)
    own.post(at("note_take_back", sam, note.id), {"version": str(note.version)})
    page = seen(staff, at("notes", sam)).text
    assert WORDS not in page
    assert "was taken back on" in page
    assert staff.get(at("note", sam, note.id)).status_code == 404
    assert sql(worker, "worker", COUNT, note.id) == [(0,)]
    history = "SELECT count(*) FROM peers_sharednoteevent WHERE pgh_obj_id = %s"
    assert sql(worker, "worker", history, note.id) == [(0,)]
    note.refresh_from_db()
    own.post(at("note_put_back", sam, note.id), {"version": str(note.version)})
    assert WORDS in seen(staff, at("notes", sam)).text


def test_only_the_person_takes_it_back_or_says_who_sees_it(
    sam: Person, peer: Account, own: Client, staff: Client, peering: Client
) -> None:
    """PS-03; house rule 2."""
    note = agreed(sam, peer)
    peering.post(at("note_take_back", sam, note.id), {"version": str(note.version)})
    assert peering.get(at("note_sight", sam, note.id)).status_code == 404
    assert WORDS in seen(staff, at("notes", sam)).text
    own.post(at("note_sight", sam, note.id), {"version": str(note.version), "visibility": "me"})
    assert WORDS not in seen(staff, at("notes", sam)).text
    assert WORDS in seen(peering, at("notes", sam)).text


def test_agreed_words_stay_and_another_note_stands_beside_them(sam: Person, peer: Account) -> None:
    """PS-03; house rule 1."""
    note = agreed(sam, peer)
    with pytest.raises(Refused):
        actions.reword_note(opened=opened_by(peer, sam), note_id=note.id, version=note.version, words="No")
    assert refused(peer, "peer_worker", "UPDATE peers_sharednote SET words = 'x' WHERE id = %s", note.id)


@pytest.mark.parametrize("which", ["no_notes", ""])
def test_where_the_rule_is_no_notes_nothing_is_proposed(
    sam: Person, peer: Account, peering: Client, which: str
) -> None:
    """PS-04: and the strictest rule holds where nobody has decided."""
    if which:
        rule(sam, which)
    answer = peering.post(at("note_add", sam), {"words": WORDS, "submission": key()})
    assert answer.status_code == 422
    assert not SharedNote.objects.exists()
    insert = (
        "INSERT INTO peers_sharednote (id, person_id, peer_id, written_by_id, words, visibility, wording, version,"
        " created_at, changed_at, removed_reason, peer_agreed_to)"
        " VALUES (gen_random_uuid(), %s, %s, %s, 'x', 'team', 1, 1, now(), now(), '', 1)"
    )
    assert refused(peer, "peer_worker", insert, sam.id, peer.id, peer.id)
    rule(sam)
    assert not refused(peer, "peer_worker", insert, sam.id, peer.id, peer.id)


def test_either_lets_a_proposal_go_and_the_person_may_propose(
    sam: Person, peer: Account, own: Client
) -> None:
    """PS-03: nobody has to agree."""
    rule(sam)
    own.post(at("note_add", sam), {"words": WORDS, "peer": str(peer.id), "submission": key()})
    note = SharedNote.objects.get()
    assert (note.person_agreed_to, note.peer_agreed_to) == (1, None)
    actions.let_go(opened=opened_by(peer, sam), note_id=note.id, version=1)
    assert not notes_of(as_person(sam)).exists()


@pytest.mark.parametrize(
    "words",
    [
        "  two blanks before and three behind   ",
        "e\u0301 is not \u00e9, \u2126 is not \u03a9, \ufb01 is no fi",
        "\u202eright to left\u202c and \u200bnothing\u200d between\ufeff",
        "tabs\tand\n\n\nlines\n",
        "\U0001f30a\U0001f468\u200d\U0001f469\u200d\U0001f467 \U0010ffff",
        "its a speling misteak and i want it so",
        "<b>&amp; 'quotes' \"here\"</b> %s {{ x }}",
    ],
)
def test_what_is_kept_is_byte_for_byte_what_was_sent(
    sam: Person, peer: Account, peering: Client, words: str
) -> None:
    """PS-07: nothing rewrites words; a browser's two signs for a new line are one, as in the whole record."""
    rule(sam)
    sent = words.replace("\n", "\r\n")
    peering.post(at("note_add", sam), {"words": sent, "submission": key()})
    note = SharedNote.objects.get()
    assert note.words.encode() == words.encode()
    page = Page(peering.get(at("note_reword", sam, note.id)))
    assert page.value("words").encode() == words.encode()


def test_spelling_help_is_offered_to_the_writer_only(sam: Person, peer: Account, peering: Client) -> None:
    """PS-07: the browser's own, on the box that is written in."""
    rule(sam)
    assert 'spellcheck="true"' in peering.get(at("note_add", sam)).content.decode()


def test_sent_twice_it_is_proposed_once(sam: Person, peer: Account, peering: Client) -> None:
    """platform: a double submit saves once."""
    rule(sam)
    form = {"words": WORDS, "submission": key()}
    assert [peering.post(at("note_add", sam), form).status_code for _ in "12"] == [303, 303]
    assert SharedNote.objects.count() == 1


def test_what_was_done_is_told_without_the_words(sam: Person, peer: Account) -> None:
    """house rule 8."""
    agreed(sam, peer)
    done = list(Act.objects.filter(about_id=sam.id).order_by("at").values_list("verb", flat=True))
    assert done == ["note_proposed", "note_agreed"]


def test_erased_by_two_nothing_is_left_of_the_words(sam: Person, peer: Account, lead: Account) -> None:
    """house rule 7 and its exception."""
    from ownwords.ledger.ids import Ref
    from ownwords.people.actions.erasure import ask_erasure

    note = proposed(sam, peer, f"{SECRET} one")
    actions.reword_note(opened=as_person(sam), note_id=note.id, version=1, words=f"{SECRET} two")
    asked = ask_erasure(opened=as_person(sam), thing=Ref("sharednote", note.id), reason="Enough.")
    asked.refresh_from_db()
    decide(lead, sam, asked)
    assert places_of(SECRET) == []
