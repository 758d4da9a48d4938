"""What peer workers may write down: the service decides, people are told first, older entries stay as they were."""

from __future__ import annotations

import pytest
from django.db import Error, transaction
from django.test import Client
from django.urls import reverse

from ownwords.ledger.models import Act
from ownwords.peers.actions.attempts import change_attempt, keep_attempt
from ownwords.peers.actions.rules import tell_rule
from ownwords.peers.models import Attempt, PeerSettings, RecordingRule, RuleTold
from ownwords.people.models import Account, Person
from ownwords.people.refusals import Refused
from ownwords.people.viewer import seen_by
from tests import factories as make
from tests.around_sam import opened_by
from tests.measures.pages import Page, seen
from tests.peers.at_the_door import at, attempt, kept, rule_of, told_of, tried

pytestmark = pytest.mark.django_db
RULE = {"rule": "shared_only", "words": "People asked for it.", "version": "0"}


def test_an_administrator_sets_the_rule_with_its_reason_and_it_is_dated(
    sam: Person, managing: Client
) -> None:
    """PS-04."""
    answer = managing.post(reverse("recording_rule"), RULE)
    assert answer.status_code == 303
    rule = RecordingRule.objects.get(organisation=sam.organisation)
    assert (rule.rule, rule.words) == ("shared_only", "People asked for it.")
    assert "People asked for it." in seen(managing, reverse("recording_rule")).text
    assert Act.objects.filter(verb="recording_rule_set").count() == 1


def test_nobody_else_sets_it(
    sam: Person, staff: Client, peering: Client, leading: Client, own: Client
) -> None:
    """PS-04, PS-24."""
    for client in (staff, peering, leading, own):
        assert client.post(reverse("recording_rule"), RULE).status_code == 404
        assert client.get(reverse("peer_settings")).status_code == 404


def test_two_administrators_at_once_lose_nothing(sam: Person, managing: Client) -> None:
    """house rule 7: the second one sees that somebody was quicker, with everything typed still there."""
    managing.post(reverse("recording_rule"), RULE)
    answer = managing.post(reverse("recording_rule"), {**RULE, "words": "My own reason."})
    assert answer.status_code == 409
    assert Page(answer).value("words") == "My own reason."
    again = managing.post(
        reverse("recording_rule"),
        {**RULE, "words": "My own reason.", "version": Page(answer).value("version")},
    )
    assert again.status_code == 303
    same = managing.post(reverse("recording_rule"), {**RULE, "words": "My own reason.", "version": "2"})
    assert same.status_code == 422


def test_where_nobody_decided_the_strictest_rule_holds_and_is_made_with_the_first_contact(
    sam: Person, peer: Account, own: Client
) -> None:
    """PS-04: the default is in code; nobody's name stands on it."""
    page = seen(own, at("peer", sam))
    assert "write no notes about you" in page.text
    assert "the strictest rule holds" in page.text
    opened = opened_by(peer, sam)
    with seen_by(peer.id, "peer_worker"):
        keep_attempt(opened=opened, tried=tried(peer), told=True)
        keep_attempt(opened=opened, tried=tried(peer))
    rule = RecordingRule.objects.get(organisation=sam.organisation)
    assert (rule.rule, rule.set_by_id) == ("no_notes", None)


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ("no_notes", "Peer workers write no notes about you."),
        ("shared_only", "Peer workers write only notes that you and they agree on."),
        ("notes_allowed", "Peer workers may also write notes of their own, which you can read."),
    ],
)
def test_the_person_reads_each_rule_in_plain_words_with_its_reason(
    sam: Person, own: Client, rule: str, words: str
) -> None:
    """PS-04."""
    rule_of(sam, rule)
    page = seen(own, at("peer", sam))
    assert words in page.text
    assert "So that people can talk freely." in page.text


def test_the_first_contact_is_refused_until_the_person_was_told(sam: Person, peering: Client) -> None:
    """PS-04: before the first contact is recorded."""
    rule_of(sam)
    answer = peering.post(at("contact_add", sam), kept())
    assert answer.status_code == 422
    assert "Tell Sam first what you may write down" in Page(answer).text
    assert not Attempt.objects.exists()
    assert peering.post(at("contact_add", sam), kept(told="on")).status_code == 303
    assert peering.post(at("contact_add", sam), kept()).status_code == 303
    assert Attempt.objects.count() == 2


def test_the_person_who_has_read_it_need_not_be_told_again(sam: Person, own: Client, peering: Client) -> None:
    """PS-04: told by reading it on their own page."""
    rule = rule_of(sam)
    assert own.post(at("rule_told", sam), {"rule": str(rule.id)}).status_code == 303
    assert RuleTold.objects.get().told_by_id == sam.account_id
    assert "told" not in peering.get(at("contact_add", sam)).content.decode().split("<main")[1].split(
        'name="'
    )
    assert peering.post(at("contact_add", sam), kept()).status_code == 303


def test_a_new_rule_asks_again_and_the_person_sees_that_it_has_changed(
    sam: Person, own: Client, peering: Client, managing: Client
) -> None:
    """PS-04: changing the rule is dated and shown to people in contact."""
    told_of(sam, rule_of(sam))
    assert "changed since you were last told" not in seen(own, at("peer", sam)).text
    managing.post(reverse("recording_rule"), RULE | {"rule": "notes_allowed", "version": "1"})
    page = seen(own, at("peer", sam))
    assert "changed since you were last told" in page.text
    assert peering.post(at("contact_add", sam), kept()).status_code == 422
    newest = RecordingRule.objects.order_by("-since").first()
    assert newest is not None
    own.post(at("rule_told", sam), {"rule": str(newest.id)})
    assert "changed since you were last told" not in seen(own, at("peer", sam)).text
    assert peering.post(at("contact_add", sam), kept()).status_code == 303


def test_a_rule_that_was_replaced_while_it_was_read_was_not_told(sam: Person) -> None:
    """PS-04: two at the same moment."""
    old = rule_of(sam)
    rule_of(sam, "notes_allowed")
    with pytest.raises(Refused):
        tell_rule(opened=opened_by(sam.account, sam), seen=old.id)
    assert not RuleTold.objects.exists()


def test_a_note_is_offered_only_where_the_rule_allows_one(sam: Person, peering: Client) -> None:
    """PS-02, PS-04: no text field at all otherwise."""
    rule_of(sam, "shared_only")
    assert 'name="note"' not in peering.get(at("contact_add", sam)).content.decode()
    rule_of(sam, "notes_allowed")
    assert 'name="note"' in peering.get(at("contact_add", sam)).content.decode()
    peering.post(at("contact_add", sam), kept(told="on", note="  We laughed.\n"))
    assert Attempt.objects.get().note == "  We laughed.\n"


def test_a_later_rule_never_opens_an_older_contact_for_a_note(sam: Person, peer: Account) -> None:
    """PS-04: never widens access to older entries; in the action, and in the database."""
    old = attempt(sam, peer)
    told_of(sam, rule_of(sam, "notes_allowed"))
    with pytest.raises(Refused) as no:
        change_attempt(
            opened=opened_by(peer, sam),
            attempt_id=old.id,
            version=1,
            tried=tried(peer, note="Later thoughts"),
        )
    assert "note" in no.value.messages
    with pytest.raises(Error, match="does not let a peer worker write notes"), transaction.atomic():
        Attempt.objects.filter(pk=old.pk).update(note="Later thoughts")


def test_a_rule_is_never_changed_or_deleted(sam: Person) -> None:
    """PS-04: dated, and only followed by another."""
    rule = rule_of(sam)
    with pytest.raises(Error), transaction.atomic():
        RecordingRule.objects.filter(pk=rule.pk).update(rule="notes_allowed")
    with pytest.raises(Error), transaction.atomic():
        rule.delete()


def test_rules_of_another_service_are_not_theirs(sam: Person, own: Client) -> None:
    """PS-04: for the organisation."""
    rule_of(make.person(), "notes_allowed", "Elsewhere.")
    assert "Elsewhere." not in seen(own, at("peer", sam)).text


def test_the_days_after_which_a_door_is_quiet_can_be_set_within_bounds(sam: Person, managing: Client) -> None:
    """PS-15: a shown setting."""
    address = reverse("peer_settings")
    assert (
        managing.post(address, {"quiet_after_days": "3", "gap_days": "90", "version": "0"}).status_code == 422
    )
    assert (
        managing.post(address, {"quiet_after_days": "x", "gap_days": "", "version": "0"}).status_code == 422
    )
    assert (
        managing.post(address, {"quiet_after_days": "30", "gap_days": "60", "version": "0"}).status_code
        == 303
    )
    row = PeerSettings.objects.get()
    assert (row.quiet_after_days, row.gap_days, row.version) == (30, 60, 1)
    assert (
        managing.post(address, {"quiet_after_days": "31", "gap_days": "60", "version": "0"}).status_code
        == 409
    )
    assert (
        managing.post(address, {"quiet_after_days": "30", "gap_days": "60", "version": "1"}).status_code
        == 422
    )
