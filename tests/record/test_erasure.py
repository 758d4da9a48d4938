"""Erasure: two people, nothing left of the words anywhere, and a trace that it happened."""

from __future__ import annotations

import pytest
from django.db import Error, connection, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from ownwords.ledger.actions import make_links
from ownwords.ledger.ids import Ref
from ownwords.ledger.models import Act
from ownwords.people.access import NotFound
from ownwords.people.actions.erasure import ask_erasure, decide_erasure
from ownwords.people.models import Account, ErasureRequest, Person
from ownwords.people.refusals import Refused
from ownwords.people.viewer import seen_by
from ownwords.record.actions.details import strength_row
from ownwords.record.actions.drafts import keep_draft
from ownwords.record.actions.entries import (
    Wording,
    add_entry,
    change_entry,
    remove_entry,
    restore_entry,
    reword_entry,
)
from ownwords.record.actions.views import add_view
from ownwords.record.models import Conversation, Entry, Goal, Kind, Preference, Step
from ownwords.record.queries.entries import entries_of
from tests import factories as make
from tests.around_sam import opened_by
from tests.signed_in import client_for

pytestmark = pytest.mark.django_db
SECRET = "zanzibarquince"


def places_of(word: str) -> list[str]:
    """Every table whose rows hold a word, in whatever column of whatever type."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
                       " WHERE n.nspname = 'public' AND c.relkind = 'r'")  # fmt: skip
        tables = [name for (name,) in cursor.fetchall()]
        found = []
        for table in tables:
            cursor.execute(f'SELECT count(*) FROM "{table}" t WHERE t::text ILIKE %s', [f"%{word}%"])
            if cursor.fetchone()[0]:
                found.append(table)
    return sorted(found)


def decide(who: Account | None, sam: Person, asked: ErasureRequest, role: str = "team_lead") -> None:
    """Agree, named to the database as a request would be."""
    assert who is not None
    opened = opened_by(who, sam, role)
    with seen_by(who.id, role):
        decide_erasure(opened=opened, request_id=asked.id, agreed=True)


@pytest.fixture
def strength(sam: Person, worker: Account) -> Entry:
    """A strength with the secret in everything that can hold words, in several versions."""
    opened = opened_by(sam.account, sam)
    entry = add_entry(
        opened=opened,
        kind=Kind.STRENGTH,
        wording=Wording(f"{SECRET} one", about=SECRET, tag_words=SECRET, happened_words=SECRET),
        detail=strength_row(domain="own", domain_words=SECRET, example=SECRET),
    )
    change_entry(
        opened=opened, entry_id=entry.id, version=1, wording=Wording(f"{SECRET} two"),
        detail={"domain_words": f"{SECRET} 2"},
    )  # fmt: skip
    reword_entry(opened=opened_by(worker, sam), entry_id=entry.id, version=2, rewording=f"{SECRET} three")
    add_view(opened=opened_by(worker, sam), entry_id=entry.id, words=f"{SECRET} four")
    keep_draft(opened=opened_by(worker, sam), form=f"view:{entry.id}", values={"words": [f"{SECRET} five"]})
    keep_draft(opened=opened, form="add:strength", values={"words": [f"{SECRET} two"]})
    return entry


def test_the_words_are_gone_from_every_table(sam: Person, strength: Entry, lead: Account) -> None:
    """Nothing lost: erasure leaves a trace without content. Scans every column of every table."""
    assert "record_entryevent" in places_of(SECRET)
    opened = opened_by(sam.account, sam)
    asked = ask_erasure(opened=opened, thing=Ref("entry", strength.id), reason="It names somebody.")
    decide(lead, sam, asked)
    assert places_of(SECRET) == []
    strength.refresh_from_db()
    assert strength.erased_at is not None
    assert Act.objects.filter(verb="erased", thing_id=strength.id, actor_id=lead.id).exists()
    assert Act.objects.filter(verb="erasure_asked", actor_id=sam.account_id).exists()


def test_it_works_under_the_web_role_with_its_policies(sam: Person, strength: Entry, lead: Account) -> None:
    """platform 12: the second lock lets exactly this through."""
    person, leading = client_for((sam.account, "person")), client_for((lead, "team_lead"))
    ask = reverse("erase", args=[sam.id, "entry", strength.id])
    assert person.post(ask, {"reason": "It names somebody."}).status_code == 303
    request = ErasureRequest.objects.get()
    decide = reverse("erasure_decide", args=[sam.id, request.id])
    assert "Waiting to be erased" in leading.get("/erasures/").content.decode()
    assert leading.post(decide, {"answer": "agree"}).status_code == 303
    assert places_of(SECRET) == []
    assert "Erased on" in person.get(reverse("record:removed", args=[sam.id])).content.decode()


@pytest.mark.parametrize("kind", ["goal", "conversation", "preference"])
def test_goals_talks_and_preferences_are_erased_with_their_rows(
    sam: Person, lead: Account, worker: Account, kind: str
) -> None:
    """Every row beside an entry, and its steps."""
    entry = make.entry(sam, SECRET, kind)
    made = {
        "goal": lambda: Goal.objects.create(
            entry=entry, origin="family", origin_name=SECRET, why=SECRET, hoped=SECRET, importance=3,
            obstacles=[{"obstacle": SECRET, "then": SECRET}], needs=[{"kind": "money", "words": SECRET}],
        ),
        "conversation": lambda: Conversation.objects.create(
            entry=entry, template="grow", place=SECRET, answers=[{"step": "goal", "voice": "person", "words": SECRET}]
        ),
        "preference": lambda: Preference.objects.create(
            entry=entry, subject="medication", not_wanted=SECRET, why=SECRET
        ),
    }  # fmt: skip
    row = made[kind]()
    changed = {"place": f"{SECRET} 2"} if kind == "conversation" else {"why": f"{SECRET} 2"}
    type(row).objects.filter(pk=row.pk).update(**changed)
    for owner, status in (("other", "not_kept"), ("worker", "open")):
        Step.objects.create(
            entry=entry, person=sam, words=SECRET, owner=owner, owner_name=SECRET, status=status,
            owner_account=worker if owner == "worker" else None, what_happened=SECRET,
            closed_at=timezone.now() if status != "open" else None,
            closed_by_id=worker.id if status != "open" else None,
            written_by_id=worker.id, changed_by_id=worker.id,
        )  # fmt: skip
    asked = ask_erasure(opened=opened_by(sam.account, sam), thing=Ref("entry", entry.id), reason="private")
    decide(lead, sam, asked)
    assert places_of(SECRET) == []


def test_one_person_alone_erases_nothing(sam: Person, strength: Entry, lead: Account) -> None:
    """DESIGN: a two-person action. Neither the asker nor a worker decides."""
    asked = ask_erasure(opened=opened_by(lead, sam), thing=Ref("entry", strength.id), reason="private")
    worker = make.staff(sam.placements.get().team)
    for who in (lead, worker):
        with pytest.raises(NotFound):
            decide_erasure(opened=opened_by(who, sam), request_id=asked.id, agreed=True)
    decide(sam.account, sam, asked, "person")
    strength.refresh_from_db()
    assert strength.erased_at is not None


def test_refusing_needs_words_and_leaves_everything(sam: Person, strength: Entry, leading: Client) -> None:
    """Whoever asked learns why."""
    asked = ask_erasure(opened=opened_by(sam.account, sam), thing=Ref("entry", strength.id), reason="private")
    decide = reverse("erasure_decide", args=[sam.id, asked.id])
    assert leading.post(decide, {"answer": "refuse", "words": "  "}).status_code == 422
    assert leading.post(decide, {"answer": "refuse", "words": "It is part of your care."}).status_code == 303
    strength.refresh_from_db()
    assert strength.erased_at is None
    own = client_for((sam.account, "person"))
    assert "It is part of your care." in own.get(reverse("erasures", args=[sam.id])).content.decode()


def test_a_lead_decides_without_reading_what_is_private(sam: Person, lead: Account) -> None:
    """DESIGN house rule 2: deciding gives no sight of the words."""
    entry = make.entry(sam, SECRET, visibility="me")
    asked = ask_erasure(opened=opened_by(sam.account, sam), thing=Ref("entry", entry.id), reason="private")
    leading = client_for((lead, "team_lead"))
    page = leading.get(reverse("erasures", args=[sam.id])).content.decode()
    assert SECRET not in page
    decide = reverse("erasure_decide", args=[sam.id, asked.id])
    assert leading.post(decide, {"answer": "agree"}).status_code == 303
    assert places_of(SECRET) == []


@pytest.mark.postgres15
def test_the_database_itself_refuses_an_erasure_without_two_people(
    sam: Person, strength: Entry, worker: Account, lead: Account
) -> None:
    """The function looks for itself: the web role can neither skip a request nor forge one."""
    asked = ask_erasure(opened=opened_by(sam.account, sam), thing=Ref("entry", strength.id), reason="private")
    forged = {
        "person": sam, "thing_kind": "entry", "thing_id": make.entry(sam).id, "asked_by": sam.account,
        "reason": "x", "agreed": True,
    }  # fmt: skip
    for who, role, attempt in (
        (lead, "team_lead", lambda: run("SELECT ownwords_erase(%s)", asked.id)),
        (worker, "worker", lambda: ErasureRequest.objects.create(
            **forged, decided_by=worker, decided_at=timezone.now())),
        (worker, "worker", lambda: ErasureRequest.objects.create(
            person=sam, thing_kind="entry", thing_id=make.entry(sam).id, asked_by=lead, reason="x")),
        (lead, "team_lead", lambda: run("UPDATE record_entryevent SET words = ''")),
    ):  # fmt: skip
        with pytest.raises(Error), transaction.atomic(), seen_by(who.id, role):
            attempt()
    strength.refresh_from_db()
    assert strength.words == f"{SECRET} two"


def run(sql: str, *values: object) -> None:
    """Send one statement."""
    with connection.cursor() as cursor:
        cursor.execute(sql, list(values))


def test_what_is_erased_stays_erased(sam: Person, strength: Entry, lead: Account) -> None:
    """It cannot be put back, asked for again, or used."""
    opened = opened_by(sam.account, sam)
    make_links(
        about_id=sam.id, source=Ref("goal", make.entry(sam, "goal", "note").id), relation="why",
        targets=[Ref("strength", strength.id)], made_by_id=None,
    )  # fmt: skip
    asked = ask_erasure(opened=opened, thing=Ref("entry", strength.id), reason="private")
    decide(lead, sam, asked)
    strength.refresh_from_db()
    with pytest.raises(Refused):
        restore_entry(opened=opened, entry_id=strength.id, version=strength.version)
    with pytest.raises(Refused):
        ask_erasure(opened=opened, thing=Ref("entry", strength.id), reason="again")
    assert strength not in entries_of(opened)


def test_removed_things_are_listed_for_the_person_and_can_be_put_back(
    sam: Person, own: Client, staff: Client
) -> None:
    """Nothing lost: soft removal with reason; others see nothing of it."""
    entry, opened = make.entry(sam, "Out of sight"), opened_by(sam.account, sam)
    assert (
        own.post(reverse("record:entry_remove", args=[sam.id, entry.id]), {"version": "1"}).status_code == 422
    )
    remove_entry(opened=opened, entry_id=entry.id, version=1, reason="not now")
    listed = reverse("record:removed", args=[sam.id])
    assert "not now" in own.get(listed).content.decode()
    assert "Out of sight" not in staff.get(listed).content.decode()
    assert staff.get(reverse("record:entry", args=[sam.id, entry.id])).status_code == 404
    back = own.post(reverse("record:entry_restore", args=[sam.id, entry.id]), {"version": "2"}, follow=True)
    assert "stands in the record again" in back.content.decode()
