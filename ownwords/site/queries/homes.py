"""What the first pages show. Everything goes through the viewer's own sight of people and entries.

Nothing here counts, ranks or compares people or staff (DESIGN house rule 4). The order is by day or by name.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.utils import timezone

from ownwords.ledger.models import Act, Link
from ownwords.ledger.verbs import Verb
from ownwords.measures.models import ItemEvent
from ownwords.measures.queries.responses import to_talk_about_with
from ownwords.measures.queries.schedules import Planned, planned
from ownwords.people.access import Opened, show_list, visible_people
from ownwords.people.models import Account, Person, Relationship
from ownwords.people.models.spans import current
from ownwords.people.viewer import Viewer
from ownwords.record.models import Entry, Kind, NotAsked, Standing, Step
from ownwords.record.queries.entries import entries_of, visible_entries
from ownwords.record.queries.steps import still_open

SOON = timedelta(days=7)
LONG = timedelta(days=30)
MOST_ROWS = 100
MOST_UNUSED = 8
FIRST_ENTRIES = 3
FIRST_GOALS = 10
ANSWERED_SHOWN = timedelta(days=60)
WANT_USING = (Kind.MATTERS, Kind.PREFERENCE, Kind.STRENGTH)
FIRST_SAID = (Kind.MEANING, Kind.MATTERS)


@dataclass(frozen=True, slots=True)
class PersonHome:
    """What a person finds on their first page."""

    offered: list[Entry]
    said: list[Entry]
    goals: list[Entry]
    promises: list[Step]
    own_steps: list[Step]
    flags: list[NotAsked]
    look_again: list[Planned]


def person_home(opened: Opened) -> PersonHome:
    """Return the first things of a person's own record (six queries, nine with plans)."""
    entries = entries_of(opened)
    steps = still_open(opened)
    return PersonHome(
        offered=list(entries.filter(standing=Standing.OFFERED)[:FIRST_GOALS]),
        said=list(entries.filter(kind__in=FIRST_SAID)[:FIRST_ENTRIES]),
        goals=list(entries.filter(kind=Kind.GOAL, goal__outcome="")[:FIRST_GOALS]),
        promises=[step for step in steps if step.is_promise],
        own_steps=[step for step in steps if not step.is_promise],
        flags=flags_of(opened),
        look_again=[plan for plan in planned(opened) if plan.now],
    )


def flags_of(opened: Opened) -> list[NotAsked]:
    """Return the person's open "nobody has asked me", and those answered not long ago, oldest first."""
    lately = Q(answered_at__isnull=True) | Q(answered_at__gt=timezone.now() - ANSWERED_SHOWN)
    rows = NotAsked.objects.filter(lately, person=opened.person).select_related("answered_by")
    return list(rows.order_by("raised_at")[:MOST_ROWS])


def last_here(viewer: Viewer) -> datetime | None:
    """Return when the account signed in the time before this one; None when there was no other."""
    rows = Act.objects.filter(actor_id=viewer.account_id, verb=Verb.SIGNED_IN).order_by("-at")
    return rows.values_list("at", flat=True)[1:2].first()


@dataclass(frozen=True, slots=True)
class Today:
    """What is due for the people whose named worker the viewer is, and for what the viewer promised."""

    own: list[Step]
    others: list[Step]
    reviews: list[Entry]
    look_again: list[Entry]
    not_in_touch: list[Person]
    unused: list[Entry]
    flags: list[NotAsked]
    answers: list[ItemEvent]
    works_with: list[Person]
    joiner: list[str]


def today(viewer: Viewer) -> Today:
    """Return the viewer's day, and keep whose names it showed (eight queries)."""
    day = timezone.localdate()
    people = _named_people(viewer)
    ids = [one.id for one in people]
    talked = _talked_with(viewer, ids, day)
    steps = _promises_due(viewer, ids, day)
    entries = _to_look_at(viewer, ids, day)
    reviews = [one for one in entries if one.kind == Kind.GOAL]
    again = [one for one in entries if one.kind == Kind.CONVERSATION]
    unused = [one for one in entries if one.kind in WANT_USING]
    page = Today(
        own=[step for step in steps if step.owner_account_id == viewer.account_id],
        others=[step for step in steps if step.owner_account_id != viewer.account_id],
        reviews=sorted(reviews, key=lambda one: one.goal.review_on or day),
        look_again=sorted(again, key=lambda one: one.conversation.look_again_on or day),
        not_in_touch=[one for one in people if one.id not in talked],
        unused=unused[:MOST_UNUSED],
        flags=open_flags(NotAsked.objects.filter(person_id__in=ids)),
        answers=to_talk_about_with(viewer, ids),
        works_with=people,
        joiner=not_yet_done(viewer),
    )
    _keep_today(viewer, page)
    return page


def _named_people(viewer: Viewer) -> list[Person]:
    """People whose named worker the viewer is."""
    named = Relationship.objects.filter(
        current(),
        person_id=OuterRef("pk"),
        account_id=viewer.account_id,
        kind=Relationship.Kind.NAMED_WORKER,
    )
    people = visible_people(viewer).filter(Exists(named))
    return list(people.only("id", "called", "sort_key").order_by("sort_key", "id"))


def _talked_with(viewer: Viewer, ids: Sequence[UUID], day: date) -> set[UUID]:
    """With which of these people a conversation was kept in the last 30 days, by anybody."""
    kept = visible_entries(viewer).filter(
        person_id__in=ids, kind=Kind.CONVERSATION, created_at__date__gt=day - LONG
    )
    return set(kept.order_by().values_list("person_id", flat=True).distinct())


def _promises_due(viewer: Viewer, ids: Sequence[UUID], day: date) -> list[Step]:
    """Open promises: all of the viewer's own, and those of others for these people that are due soon."""
    soon = Q(person_id__in=ids, due_on__lte=day + SOON)
    rows = Step.objects.filter(
        Q(owner_account_id=viewer.account_id) | soon,
        status=Step.Status.OPEN,
        entry__in=visible_entries(viewer).order_by().values("pk"),
    ).exclude(owner=Step.Owner.PERSON)
    return by_day(rows)


def by_day(rows: QuerySet[Step]) -> list[Step]:
    """Return steps with their people and owners, the earliest day first, those without a day last."""
    named = rows.select_related("person", "owner_account")
    return list(named.order_by(F("due_on").asc(nulls_last=True), "created_at", "id")[:MOST_ROWS])


def _to_look_at(viewer: Viewer, ids: Sequence[UUID], day: date) -> list[Entry]:
    """Goals and conversations of these people whose day has come, and what was said and is not used yet (R6).

    Unused are values, preferences and strengths of 30 days and more that nothing rests on. One query for all of it,
    in the order of kinds and then of days, so that no kind can crowd out another that is due.
    """
    due = Q(kind=Kind.GOAL, goal__outcome="", goal__review_on__lte=day + SOON)
    again = Q(kind=Kind.CONVERSATION, conversation__look_again_on__range=(day - LONG, day + SOON))
    resting = Link.objects.filter(to_id=OuterRef("pk"))
    unused = Q(~Exists(resting), kind__in=WANT_USING, created_at__date__lte=day - LONG)
    unused &= ~Q(standing__in=(Standing.DECLINED, Standing.OFFERED))
    rows = visible_entries(viewer).filter(due | again | unused, person_id__in=ids)
    rows = rows.select_related("person", "goal", "conversation")
    return list(rows.order_by("kind", "created_at", "id")[: 2 * MOST_ROWS + MOST_UNUSED])


def open_flags(rows: QuerySet[NotAsked]) -> list[NotAsked]:
    """Return flags that nobody has answered, the oldest first."""
    waiting = rows.filter(answered_at__isnull=True).select_related("person")
    return list(waiting.order_by("raised_at", "id")[:MOST_ROWS])


# What a new worker has to have done once; kept in the ledger, so it does not matter in which team (R15).
FIRST_TIMES = (
    ("conversation", (Verb.ENTRY_ADDED, Verb.VISIT_HELD), (Kind.CONVERSATION,)),
    ("promise", (Verb.STEP_REVIEWED,), ("step",)),
    ("value", (Verb.ENTRY_ADDED,), (Kind.MATTERS, Kind.PREFERENCE)),
    ("strength", (Verb.ENTRY_ADDED,), (Kind.STRENGTH,)),
    ("goal", (Verb.ENTRY_ADDED,), (Kind.GOAL,)),
)


def not_yet_done(viewer: Viewer) -> list[str]:
    """Return which of the first times of a new worker have not been, in one query. Shown to nobody else."""
    own = Act.objects.filter(actor_id=viewer.account_id)
    done = {
        name: Exists(own.filter(verb__in=verbs, thing_kind__in=kinds)) for name, verbs, kinds in FIRST_TIMES
    }
    row = Account.objects.filter(pk=viewer.account_id).values(**done).get()
    return [name for name, was in row.items() if not was]


def _keep_today(viewer: Viewer, page: Today) -> None:
    shown: list[UUID] = [step.person_id for step in (*page.own, *page.others)]
    entries = (*page.reviews, *page.look_again, *page.unused)
    shown += [one.person_id for one in entries] + [flag.person_id for flag in page.flags]
    shown += [one.id for one in page.works_with]
    show_list(viewer, shown, part="today")
