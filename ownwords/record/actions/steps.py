"""Steps and promises: adding them, changing them while they are open, and saying what became of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ownwords.ledger.actions import act, note_acts
from ownwords.ledger.ids import Ref
from ownwords.ledger.models import Act
from ownwords.ledger.verbs import Verb
from ownwords.people import rules
from ownwords.people.access import NotFound, Opened
from ownwords.people.queries.circle import circle_of
from ownwords.people.refusals import Refused, StaleEdit
from ownwords.people.roles import TEAM_SIGHT
from ownwords.record.actions.entries import may_write
from ownwords.record.models import Entry, Kind, Step
from ownwords.record.queries.entries import open_entry
from ownwords.record.queries.steps import steps_of

PERSON, OTHER = "person", "other"
MOST_WORDS = 2_000
EARLIEST, LATEST = timedelta(days=366), timedelta(days=5 * 366)
CARRIES_STEPS = (Kind.GOAL, Kind.CONVERSATION)


@dataclass(frozen=True, slots=True)
class NewStep:
    """Something to do. `who` is "person", "other" (then `who_name` says who), or the id of an account.

    `field` is what the texts of a refusal are keyed with in front: "step-1-" gives "step-1-words".
    """

    words: str
    who: str = PERSON
    who_name: str = ""
    due_on: date | None = None
    for_need: str = ""
    field: str = ""


@dataclass(frozen=True, slots=True)
class Review:
    """What became of one step, said about the version that was seen."""

    step_id: UUID
    version: int
    status: str
    what_happened: str = ""
    field: str = ""


def step_state(step: Step) -> dict[str, Any]:
    """Return what the ledger's digests are taken of."""
    keys = (
        "words",
        "owner",
        "owner_account_id",
        "owner_name",
        "due_on",
        "status",
        "what_happened",
        "version",
    )
    return {key: getattr(step, key) for key in keys}


def step_act(opened: Opened, verb: Verb, step: Step, before: dict[str, Any] | None = None) -> Act:
    """Return the act that tells of one step, not yet kept."""
    return act(
        verb=verb,
        **opened.signature,
        on_behalf_of_id=opened.for_whom,
        thing=Ref("step", step.id),
        before=before,
        after=step_state(step),
    )


def built_steps(opened: Opened, entry: Entry, new: Iterable[NewStep]) -> list[Step]:
    """Return checked steps that hang on an entry, not yet saved. Raises Refused."""
    return [_built(opened, entry, step, position) for position, step in enumerate(new)]


def _built(opened: Opened, entry: Entry, new: NewStep, position: int) -> Step:
    try:
        columns = {
            "words": rules.own_words(new.words, most=MOST_WORDS),
            "due_on": due_day(new.due_on),
            **owner_columns(opened, new.who, new.who_name),
        }
    except Refused as refused:
        raise Refused({new.field + name: text for name, text in refused.messages.items()}) from refused
    return Step(
        entry=entry,
        person=opened.person,
        for_need=new.for_need,
        position=position,
        written_by_id=opened.viewer.account_id,
        changed_by_id=opened.viewer.account_id,
        **columns,
    )


def due_day(value: date | None) -> date | None:
    """Return a day by which something is done. Raises Refused for one that cannot be meant."""
    today = timezone.localdate()
    if value is not None and not today - EARLIEST <= value <= today + LATEST:
        raise Refused({"due_on": _("Give a day within the last year or the next five years.")})
    return value


def owner_columns(opened: Opened, who: str, who_name: str = "") -> dict[str, Any]:
    """Return the columns that say who does a step. Raises Refused for somebody who does not stand around the person."""
    if who == PERSON:
        return {"owner": Step.Owner.PERSON, "owner_account_id": None, "owner_name": ""}
    if who == OTHER:
        name = rules.own_words(who_name, field="who_name", needed=False, most=200)
        if not name:
            raise Refused({"who_name": _("Say who will do it.")})
        return {"owner": Step.Owner.OTHER, "owner_account_id": None, "owner_name": name}
    if who == str(opened.viewer.account_id) and opened.viewer.role in TEAM_SIGHT:
        return _worker(opened.viewer.account_id, opened.viewer.name)
    return _of_circle(opened, who)


def _worker(account_id: UUID, name: str) -> dict[str, Any]:
    return {"owner": Step.Owner.WORKER, "owner_account_id": account_id, "owner_name": name}


def _of_circle(opened: Opened, who: str) -> dict[str, Any]:
    circle = circle_of(opened)
    for account_id, name in circle.team_members:
        if str(account_id) == who:
            return _worker(account_id, name)
    for account_id, name, _label in circle.beside:
        if str(account_id) == who:
            return {"owner": Step.Owner.OTHER, "owner_account_id": account_id, "owner_name": name}
    raise Refused({"who": _("Choose somebody from the list.")})


def save_new(opened: Opened, steps: Sequence[Step]) -> list[Act]:
    """Save built steps in one statement, and return their acts, not yet kept."""
    if steps:
        Step.objects.bulk_create(steps)
    return [step_act(opened, Verb.STEP_ADDED, step) for step in steps]


@transaction.atomic
def add_step(*, opened: Opened, entry_id: UUID, step: NewStep, submission: UUID | None = None) -> Step:
    """Hang one step or promise on a goal or a conversation.

    Args:
        submission: the form's own key becomes the step's id, so that the same form sent twice keeps one.

    Raises:
        NotFound: the entry is missing, hidden, or carries no steps. Refused: a text or choice does not fit.
    """
    may_write(opened)
    entry = open_entry(opened, entry_id)
    if entry.kind not in CARRIES_STEPS:
        raise NotFound
    (built,) = built_steps(opened, entry, [step])
    built.id = submission or built.id
    built.position = Step.objects.filter(entry=entry).count()
    try:
        with transaction.atomic():
            note_acts(save_new(opened, [built]))
    except IntegrityError:
        return _saved_before(built)
    return built


ASKED = (
    "entry_id",
    "written_by_id",
    "words",
    "owner",
    "owner_account_id",
    "owner_name",
    "due_on",
    "for_need",
)


def _saved_before(built: Step) -> Step:
    """Return what the same form saved a moment ago. Raises Refused when its key stands for something else."""
    before = Step.objects.filter(pk=built.pk).first()
    if before is None or any(getattr(before, name) != getattr(built, name) for name in ASKED):
        raise Refused({"": _("This form has been used before. Open it again, and copy your words into it.")})
    return before


def lock_steps(opened: Opened, ids: Iterable[UUID]) -> dict[UUID, Step]:
    """Return these steps, locked, as far as the viewer sees their entries (one query)."""
    rows = steps_of(opened).filter(pk__in=list(ids)).order_by("id").select_for_update(of=("self",))
    return {step.id: step for step in rows}


def reviewed(opened: Opened, reviews: Sequence[Review]) -> list[Act]:
    """Write what became of several steps, and return the acts, not yet kept (two queries at most).

    Raises:
        NotFound: a step is missing or its entry hidden. StaleEdit: somebody else answered or changed it since.
        Refused: a status that is not known, or "not done" without a word of why.
    """
    may_write(opened)
    if not reviews:
        return []
    locked = lock_steps(opened, [review.step_id for review in reviews])
    if missing := [review for review in reviews if review.step_id not in locked]:
        raise NotFound(str(missing[0].step_id))
    changed, acts = [], []
    for review in reviews:
        step = locked[review.step_id]
        before = step_state(step)
        if _settle(opened, step, review):
            changed.append(step)
            acts.append(step_act(opened, Verb.STEP_REVIEWED, step, before))
    _write(changed)
    return acts


COLUMNS = ("status", "what_happened", "closed_at", "closed_by_id", "version", "changed_at", "changed_by_id")


def _write(steps: list[Step]) -> None:
    if len(steps) == 1:
        steps[0].save(update_fields=COLUMNS)
    elif steps:
        Step.objects.bulk_update(steps, COLUMNS)


def _settle(opened: Opened, step: Step, review: Review) -> bool:
    """Bring one step to what became of it; False when nothing changes."""
    if step.version != review.version:
        raise StaleEdit(step)
    status = rules.one_of(review.status, Step.Status.values, field=review.field + "status")
    words = rules.own_words(
        review.what_happened, field=review.field + "what_happened", needed=False, most=MOST_WORDS
    )
    if status == Step.Status.NOT_KEPT and not words:
        raise Refused({review.field + "what_happened": _("Say in a few words why it was not done.")})
    if (status, words) == (step.status, step.what_happened):
        return False
    step.status, step.what_happened = status, words
    is_open = status == Step.Status.OPEN
    step.closed_at = None if is_open else timezone.now()
    step.closed_by_id = None if is_open else opened.viewer.account_id
    touch(opened, step)
    return True


def touch(opened: Opened, step: Step) -> None:
    """Make a changed step its next version."""
    step.version += 1
    step.changed_at, step.changed_by_id = timezone.now(), opened.viewer.account_id


@transaction.atomic
def review_step(*, opened: Opened, review: Review) -> Step:
    """Say what became of one step. Raises as `reviewed`."""
    note_acts(reviewed(opened, [review]))
    return Step.objects.select_related("entry").get(pk=review.step_id)


@transaction.atomic
def undo_review(*, opened: Opened, step_id: UUID, version: int) -> Step:
    """Take back what the viewer has just said about a step: what stood there before stands there again.

    Raises:
        NotFound, StaleEdit: as `reviewed`. Refused: the last thing done to it was not the viewer's.
    """
    may_write(opened)
    step = lock_steps(opened, [step_id]).get(step_id)
    if step is None:
        raise NotFound
    if step.version != version:
        raise StaleEdit(step)
    earlier = step.events.filter(version=version - 1).last()  # type: ignore[attr-defined]
    if earlier is None or step.changed_by_id != opened.viewer.account_id:
        raise Refused({"": _("Somebody else has done something here since, so this was not undone.")})
    before = step_state(step)
    for column in ("status", "what_happened", "closed_at", "closed_by_id"):
        setattr(step, column, getattr(earlier, column))
    touch(opened, step)
    _write([step])
    note_acts([step_act(opened, Verb.STEP_REVIEWED, step, before)])
    return step


def may_change(opened: Opened, step: Step) -> bool:
    """Whether the viewer may change the words of a step: it is theirs to do, or they wrote it down."""
    if step.status != Step.Status.OPEN:
        return False
    own = opened.is_own and not step.is_promise
    return own or opened.viewer.account_id in (step.owner_account_id, step.written_by_id)


@transaction.atomic
def change_step(*, opened: Opened, step_id: UUID, version: int, step: NewStep) -> Step:
    """Change the words, the owner or the day of an open step; the earlier version stays in its history.

    Raises:
        NotFound, StaleEdit: as `reviewed`. Refused: closed, somebody else's promise, or a text does not fit.
    """
    may_write(opened)
    present = lock_steps(opened, [step_id]).get(step_id)
    if present is None:
        raise NotFound
    if present.version != version:
        raise StaleEdit(present)
    if not may_change(opened, present):
        raise Refused({"": _("This can be changed while it is open, by whoever does it or wrote it down.")})
    before = step_state(present)
    present.words = rules.own_words(step.words, most=MOST_WORDS)
    present.due_on = due_day(step.due_on)
    for column, value in owner_columns(opened, step.who, step.who_name).items():
        setattr(present, column, value)
    touch(opened, present)
    present.save()
    note_acts([step_act(opened, Verb.STEP_CHANGED, present, before)])
    return present
