"""History: every version readable and comparable, private ones only by the person."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from ownwords.people.models import Account, Person
from ownwords.people.sight import Sight
from ownwords.people.viewer import seen_by
from ownwords.record.actions.entries import Wording, add_entry, change_entry, reword_entry, set_sight
from ownwords.record.models import Entry, Kind
from ownwords.record.queries.history import sees_first_words, versions_of
from tests.around_sam import opened_by
from tests.queries import asked

pytestmark = pytest.mark.django_db


@pytest.fixture
def shared_later(sam: Person) -> Entry:
    """An entry that was private first, then changed, then shared with the team."""
    opened = opened_by(sam.account, sam)
    entry = add_entry(opened=opened, kind=Kind.MATTERS, wording=Wording("secret plan"), sight=Sight("me"))
    change_entry(opened=opened, entry_id=entry.id, version=1, wording=Wording("open plan"))
    set_sight(opened=opened, entry_id=entry.id, version=2, sight=Sight("team"))
    return entry


def test_every_version_is_readable_and_comparable(sam: Person, own: Client) -> None:
    """refocus R4; DESIGN house rule 7: words added and removed, who and when."""
    opened = opened_by(sam.account, sam)
    entry = add_entry(opened=opened, kind=Kind.MATTERS, wording=Wording("I like tea."))
    change_entry(opened=opened, entry_id=entry.id, version=1, wording=Wording("I like green tea."))
    page = own.get(reverse("record:entry_history", args=[sam.id, entry.id])).content.decode()
    assert "I like tea." in page
    assert "<ins>" in page
    assert "green " in page
    assert "Version 2, by Sam" in page


def test_private_versions_stay_private_after_sharing(
    sam: Person, shared_later: Entry, worker: Account, staff: Client, own: Client
) -> None:
    """refocus R11: sharing from now on does not open what was said in private."""
    assert [one.number for one in versions_of(opened_by(worker, sam), shared_later)] == [3]
    address = reverse("record:entry_history", args=[sam.id, shared_later.id])
    theirs = staff.get(address).content.decode()
    assert "secret" not in theirs
    assert "are not shown" in theirs
    assert "secret" in own.get(address).content.decode()
    entry_page = reverse("record:entry", args=[sam.id, shared_later.id])
    assert "secret" not in staff.get(entry_page).content.decode()
    assert "secret plan" in own.get(entry_page).content.decode()


def test_changes_of_who_can_see_are_listed(sam: Person, shared_later: Entry, own: Client) -> None:
    """Nothing lost: visibility never rewrites history; it is part of it."""
    page = own.get(reverse("record:entry_history", args=[sam.id, shared_later.id])).content.decode()
    assert "Who can see it changed to: Me and my team." in page


def test_the_page_asks_as_much_for_fifty_versions_as_for_five(sam: Person, staff: Client) -> None:
    """platform: query budgets; no more than 12."""
    opened = opened_by(sam.account, sam)
    entry = add_entry(opened=opened, kind=Kind.MATTERS, wording=Wording("v1"))
    address = reverse("record:entry_history", args=[sam.id, entry.id])
    staff.get(address)
    counts = []
    for until in (5, 50):
        while entry.version < until:
            entry = change_entry(
                opened=opened,
                entry_id=entry.id,
                version=entry.version,
                wording=Wording(f"v{entry.version + 1}"),
            )
        with asked() as statements:
            staff.get(address)
        counts.append(len(statements))
    assert counts[0] == counts[1] <= 12


def test_odd_versions_in_the_address_are_no_error(sam: Person, own: Client) -> None:
    """Bad input: never 500."""
    opened = opened_by(sam.account, sam)
    entry = add_entry(opened=opened, kind=Kind.MATTERS, wording=Wording("v1"))
    address = reverse("record:entry_history", args=[sam.id, entry.id])
    for version in ("0", "-1", "x", "9" * 40, "\x00", "1"):
        assert own.get(address, {"version": version}).status_code == 200


def test_a_rewording_is_compared_too(sam: Person, worker: Account, own: Client) -> None:
    """recovery-support RS-03: the own words survive every edit of the rewording and come first."""
    entry = add_entry(opened=opened_by(sam.account, sam), kind=Kind.MATTERS, wording=Wording("My own door."))
    for number, text in enumerate(("Independent flat.", "Independent tenancy."), start=1):
        reword_entry(opened=opened_by(worker, sam), entry_id=entry.id, version=number, rewording=text)
    page = own.get(
        reverse("record:entry_history", args=[sam.id, entry.id]), {"version": "3"}
    ).content.decode()
    assert "tenancy." in page
    shown = own.get(reverse("record:entry", args=[sam.id, entry.id])).content.decode()
    assert shown.index("My own door.") < shown.index("Independent tenancy.")


def test_what_was_said_to_some_does_not_open_when_others_are_let_in(
    sam: Person, worker: Account, lead: Account
) -> None:
    """refocus R11: versions for people named stay with those who were named by then, in both locks."""
    own = opened_by(sam.account, sam)
    first = Sight("named", (worker.id,))
    entry = add_entry(opened=own, kind=Kind.MATTERS, wording=Wording("I do not trust Lena."), sight=first)
    change_entry(opened=own, entry_id=entry.id, version=1, wording=Wording("I like to be asked."))
    set_sight(opened=own, entry_id=entry.id, version=2, sight=Sight("named", (worker.id, lead.id)))
    entry.refresh_from_db()
    seen = {}
    for who, role in ((worker, "worker"), (lead, "team_lead")):
        opened = opened_by(who, sam)
        with seen_by(who.id, role):
            behind = set(entry.events.values_list("version", flat=True))  # type: ignore[attr-defined]
        seen[role] = (sorted(one.number for one in versions_of(opened, entry)), sorted(behind))
        assert sees_first_words(opened, entry) is (who == worker)
    assert seen == {"worker": ([1, 2, 3], [1, 2, 3]), "team_lead": ([3], [3])}
