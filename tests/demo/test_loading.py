"""Loading: everything is there, nothing is there twice, and the history tells the story."""

from __future__ import annotations

import hashlib
from datetime import date, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django.utils import timezone

from ownwords import demo
from ownwords.demo.clock import Clock
from ownwords.demo.loading import story
from ownwords.ledger.models import Act, Link, Look
from ownwords.people.models import (
    Account,
    ErasureRequest,
    Organisation,
    Person,
    Placement,
    Relationship,
    Team,
)
from ownwords.people.models.spans import current
from ownwords.people.roles import RoleName
from ownwords.people.viewer import holdings
from ownwords.record.models import (
    Conversation,
    Entry,
    Goal,
    GoalKind,
    Kind,
    NotAsked,
    Origin,
    OtherView,
    Outcome,
    Preference,
    Said,
    Share,
    Standing,
    Step,
    Strength,
    Whose,
)  # fmt: skip

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demonstration")]


def _digest(day: date) -> str:
    book = story(Clock(day, ZoneInfo("Europe/London")))
    lines = []
    for rows in book.rows.values():
        for _moment, row in rows:
            lines.append(
                repr(sorted((f.attname, str(getattr(row, f.attname))) for f in row._meta.concrete_fields))
            )
    lines += [
        repr((change.moment, str(change.row.pk), sorted(map(str, change.fields.items()))))
        for change in book.changes
    ]
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def _values(model: type, field: str) -> set[str]:
    return set(model._default_manager.values_list(field, flat=True))  # type: ignore[attr-defined]


def test_it_is_the_same_on_the_same_day_and_moves_with_the_day() -> None:
    """The demonstration service: deterministic."""
    day = date(2026, 11, 22)
    assert _digest(day) == _digest(day)
    assert _digest(day) != _digest(day + timedelta(days=1))


def test_loading_again_adds_nothing() -> None:
    """From nothing to running: nothing loaded twice."""
    before = (Entry.objects.count(), Act.objects.count(), Account.objects.count())
    demo.load(progress=False)
    assert (Entry.objects.count(), Act.objects.count(), Account.objects.count()) == before


def test_it_is_never_put_beside_real_people() -> None:
    """A demonstration beside real records would be mistaken for them."""
    Account.objects.create(name="Somebody real", signin_name="real")
    with pytest.raises(demo.DemonstrationRefused):
        demo.refuse_real_people()


def test_two_trusts_have_three_teams_each() -> None:
    """The demonstration service."""
    assert Organisation.objects.count() == 2
    assert all(Team.objects.filter(organisation=trust).count() == 3 for trust in Organisation.objects.all())


@pytest.mark.parametrize("role", list(RoleName))
def test_there_is_a_sign_in_for_every_role(role: RoleName) -> None:
    """One sign-in per role, and the account behind it holds that role today."""
    accounts = {account.signin_name: account for account in Account.objects.filter(made_up=True)}
    held = [{holding.role for holding in holdings(accounts[row.signin_name].id)} for row in demo.signins()]
    assert {role} in held or any(role in roles for roles in held)


def test_one_account_holds_two_roles() -> None:
    """Who is who: one account may hold several roles."""
    kit = Account.objects.get(signin_name="demo-two-roles")
    assert {holding.role for holding in holdings(kit.id)} == {RoleName.PERSON, RoleName.PEER_WORKER}


@pytest.mark.parametrize(
    ("model", "field", "wanted"),
    [
        (Entry, "kind", set(Kind.values)),
        (Entry, "said_by", set(Said.values)),
        (Entry, "standing", set(Standing.values)),
        (Entry, "visibility", {"me", "named", "team"}),
        (Entry, "approach", {"", "conversation", "story", "picture"}),
        (Entry, "not_read_aloud", {True, False}),
        (Goal, "origin", set(Origin.values)),
        (Goal, "whose", set(Whose.values)),
        (Goal, "outcome", {"", *Outcome.values}),
        (Goal, "direction", {"", "towards", "away"}),
        (Step, "status", set(Step.Status.values)),
        (Step, "owner", set(Step.Owner.values)),
        (Strength, "time", set(Strength.Time.values)),
        (Strength, "category", set(Strength.Category.values)),
        (Preference, "force", set(Preference.Force.values)),
        (Relationship, "kind", set(Relationship.Kind.values)),
        (NotAsked, "practice", set(NotAsked.Practice.values)),
        (Conversation, "template", {"neutral-five-steps", "grow", "tough-conversation"}),
    ],
)
def test_every_value_is_to_be_seen(model: type, field: str, wanted: set[object]) -> None:
    """The demonstration service: every feature visible."""
    assert wanted <= _values(model, field)


def test_every_kind_of_goal_is_there_and_some_are_seen_differently() -> None:
    """RS-02: both opinions are kept."""
    assert set(GoalKind.values) <= _values(Goal, "kind_by_person") | _values(Goal, "kind_by_worker")
    assert any(goal.kinds_differ for goal in Goal.objects.all())


def test_what_is_due_is_due() -> None:
    """Counted back from today, so that the lists are alive on any day: overdue promises, promises to come, reviews."""
    today = timezone.localdate()
    promises = Step.objects.filter(status="open").exclude(owner="person")
    assert promises.filter(due_on__lt=today).count() >= 10
    assert promises.filter(due_on__gte=today).count() >= 5
    assert Goal.objects.filter(outcome="", review_on__lte=today).count() >= 5


def test_nothing_is_dated_in_the_future() -> None:
    """A record of the past has no entries from tomorrow."""
    now = timezone.now()
    assert not Entry.objects.filter(created_at__gt=now).exists()
    assert not Entry.objects.filter(changed_at__gt=now).exists()
    assert not Act.objects.filter(at__gt=now).exists()
    assert not Look.objects.filter(at__gt=now).exists()


def test_taking_out_erasing_disagreeing_and_flagging_are_all_there() -> None:
    """Nothing lost, and refocus R7 and R19."""
    assert Entry.objects.filter(removed_at__isnull=False, erased_at__isnull=True).exists()
    assert Entry.objects.filter(erased_at__isnull=False, words="", original_words="").exists()
    assert ErasureRequest.objects.filter(agreed=True).exists()
    assert ErasureRequest.objects.filter(decided_at__isnull=True).exists()
    assert Conversation.objects.filter(still_disagree=True).exists()
    assert OtherView.objects.exists()
    assert Share.objects.exists()
    assert Entry.objects.exclude(rewording="").exists()
    assert NotAsked.objects.filter(answered_at__isnull=True).exists()
    assert _values(Link, "relation") >= {"uses", "why", "follows"}


def test_lives_of_every_shape_are_there() -> None:
    """Without account, with an interpreter, in two teams at once, gone and come back, with a worker who has left."""
    assert Person.objects.filter(account__isnull=True).exists()
    assert Person.objects.filter(interpreter=True).exclude(needs=[]).exists()
    held = [Placement.objects.filter(current(), person=person).count() for person in Person.objects.all()]
    assert {0, 1, 2} <= set(held)
    returned = [
        p
        for p in Person.objects.all()
        if p.placements.values("team").distinct().count() < p.placements.count()
    ]
    assert len(returned) >= 2
    assert Relationship.objects.filter(kind="named_worker", ends_on__isnull=False).exists()


def _rows(sql: str) -> list[tuple[object, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return cursor.fetchall()


def test_history_is_dated_as_the_story_is() -> None:
    """Nothing lost: the version history of an entry shows when each version was written."""
    wrong = "SELECT count(*) FROM record_entryevent WHERE pgh_created_at <> changed_at AND erased_at IS NULL"
    assert _rows(wrong) == [(0,)]
    versions = _rows(
        "SELECT words FROM record_entryevent v WHERE kind = 'meaning' AND pgh_obj_id ="
        " (SELECT pgh_obj_id FROM record_entryevent WHERE words = 'Back to how I was.') ORDER BY pgh_created_at"
    )
    assert len(versions) == 3


def test_the_versions_of_an_entry_count_up_to_its_own() -> None:
    """Every version but an erased one is in the history, once."""
    torn = (
        "SELECT count(*) FROM record_entry e WHERE erased_at IS NULL AND version <>"
        " (SELECT count(*) FROM record_entryevent v WHERE v.pgh_obj_id = e.id)"
    )
    assert _rows(torn) == [(0,)]


def test_who_writes_had_looked_and_who_is_named_can_see() -> None:
    """DESIGN house rule 8; and a worker's own entry is never hidden from its writer."""
    hidden = (
        "SELECT count(*) FROM record_entry e JOIN people_person p ON p.id = e.person_id"
        " WHERE e.visibility = 'named' AND e.written_by_id IS DISTINCT FROM p.account_id AND NOT EXISTS"
        " (SELECT 1 FROM record_share s WHERE s.entry_id = e.id AND s.account_id = e.written_by_id)"
    )
    unseen = (
        "SELECT count(*) FROM record_entry e JOIN people_person p ON p.id = e.person_id"
        " WHERE e.written_by_id IS DISTINCT FROM p.account_id AND NOT EXISTS"
        " (SELECT 1 FROM ledger_look l WHERE l.about_id = e.person_id AND l.actor_id = e.written_by_id)"
    )
    assert _rows(hidden) == _rows(unseen) == [(0,)]
