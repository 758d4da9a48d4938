"""Planning to look again: beginning, changing, pausing and ending a schedule.

A schedule outlives the support of a team, and ends only when somebody ends it (RS-14, RS-15). Reminders are sent only
to who said yes to them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ownwords.ledger.verbs import Verb
from ownwords.measures.actions.common import (
    keep_act,
    kept_once,
    locked,
    may_write,
    save_change,
    signed,
    state_of,
)
from ownwords.measures.models import Every, RemindBy, Schedule
from ownwords.measures.queries.instruments import in_use_one
from ownwords.measures.queries.lines import open_line
from ownwords.measures.queries.schedules import problem_with, schedules_of
from ownwords.people import rules
from ownwords.people.access import NotFound, Opened
from ownwords.people.method.months import add_months
from ownwords.people.refusals import Refused

FURTHEST_YEARS = 30


@dataclass(frozen=True, slots=True)
class About:
    """What is looked at again: one line, one standard measure, or, when both are left out, all open lines."""

    line_id: UUID | None = None
    instrument: str = ""


@dataclass(frozen=True, slots=True)
class Rhythm:
    """From which day, how often, and up to which day if there is a last one."""

    first_on: date
    every: str
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Reminding:
    """How to remind, "" for not at all; `agreed` is what staff say: the person has said yes to it."""

    by: str = ""
    agreed: bool = False


def make_schedule(
    *,
    opened: Opened,
    about: About,
    rhythm: Rhythm,
    reminding: Reminding | None = None,
    asked_by_person: bool = True,
    submission: UUID | None = None,
) -> Schedule:
    """Plan to look at something again.

    Args:
        asked_by_person: whether the person asked for it, or staff proposed it; their own plan is always their own.

    Raises:
        NotFound: no such line or measure for this viewer. Refused: field -> what does not fit.
    """
    may_write(opened)
    _check_about(opened, about)
    _check_rhythm(rhythm, new=True)
    reminding = reminding or Reminding()
    _check_reminding(opened, reminding, about)

    row = _unsaved(opened, about, rhythm, reminding)
    row.asked_by_person, row.submission = opened.is_own or asked_by_person, submission

    def make() -> Schedule:
        row.save(force_insert=True)
        keep_act(opened, Verb.SCHEDULE_MADE, row)
        return row

    def same(one: Schedule) -> bool:
        return (one.line_id, one.instrument, one.every) == (row.line_id, row.instrument, row.every)

    return kept_once(schedules_of(opened), opened, submission, make, same=same)


def _unsaved(opened: Opened, about: About, rhythm: Rhythm, reminding: Reminding) -> Schedule:
    return Schedule(
        line_id=about.line_id,
        instrument=about.instrument,
        first_on=rhythm.first_on,
        every=rhythm.every,
        until=rhythm.until,
        remind_by=reminding.by,
        agreed_at=timezone.now() if reminding.by else None,
        **signed(opened),
    )


def _check_about(opened: Opened, about: About) -> None:
    if about.line_id is not None:
        if open_line(opened, about.line_id).closed_on is not None:
            raise Refused({"about": _("This line is closed. Take it up again first.")})
    elif not opened.sees_team_entries:
        raise NotFound
    elif about.instrument:
        in_use_one(opened, about.instrument)


def _check_rhythm(rhythm: Rhythm, *, new: bool) -> None:
    rules.one_of(rhythm.every, Every.values, field="every")
    today = timezone.localdate()
    furthest = add_months(today, 12 * FURTHEST_YEARS)
    if new and rhythm.first_on < today:
        raise Refused({"first_on": _("Give today or a later day.")})
    if rhythm.first_on > furthest:
        raise Refused({"first_on": _("Give a day within %(years)s years.") % {"years": FURTHEST_YEARS}})
    if rhythm.until is not None and rhythm.until < rhythm.first_on:
        raise Refused({"until": _("The last day lies before the first one.")})


def _check_reminding(opened: Opened, reminding: Reminding, about: About) -> None:
    rules.one_of(reminding.by, RemindBy.values, field="remind_by", blank=True)
    if not reminding.by:
        return
    called = {"person": opened.person.called}
    if not opened.is_own and not reminding.agreed:
        no = _("Reminders are sent only when %(person)s has said yes to them.") % called
        raise Refused({"agreed": no})
    if problem := problem_with(opened, reminding.by):
        raise Refused({"remind_by": problem})
    if opened.person.account_id is None and about.line_id is None:
        no = _("Without an account of their own, %(person)s can be reminded of a single line only.") % called
        raise Refused({"remind_by": no})


@transaction.atomic
def change_schedule(
    *, opened: Opened, schedule_id: UUID, version: int, rhythm: Rhythm, reminding: Reminding
) -> Schedule:
    """Change when to look again and how to be reminded; the person's own yes or no to reminders is given here too."""
    row = locked(opened, schedules_of(opened), schedule_id, version)
    _check_rhythm(rhythm, new=rhythm.first_on != row.first_on)
    before = state_of(row)
    if reminding.by != row.remind_by:
        _check_reminding(opened, reminding, About(row.line_id, row.instrument))
        row.agreed_at = timezone.now() if reminding.by else None
        row.remind_by = reminding.by
    row.first_on, row.every, row.until = rhythm.first_on, rhythm.every, rhythm.until
    return save_change(opened, row, Verb.SCHEDULE_CHANGED, before)


@transaction.atomic
def pause_schedule(*, opened: Opened, schedule_id: UUID, version: int, until: date | None) -> Schedule:
    """Stop prompts for a while: until a day, on which they begin again, or until somebody says so."""
    row = locked(opened, schedules_of(opened), schedule_id, version)
    today = timezone.localdate()
    if until is not None and until <= today:
        raise Refused({"until": _("Give a day after today.")})
    before = state_of(row)
    row.paused_at, row.paused_until = timezone.now(), until
    return save_change(opened, row, Verb.SCHEDULE_CHANGED, before)


@transaction.atomic
def resume_schedule(*, opened: Opened, schedule_id: UUID, version: int) -> Schedule:
    """End a pause today. What fell into it stays out: the next day is the next one of the first rhythm."""
    row = locked(opened, schedules_of(opened), schedule_id, version)
    if row.paused_at is None:
        raise Refused({"": _("This is not paused.")})
    before = state_of(row)
    row.paused_until = timezone.localdate()
    return save_change(opened, row, Verb.SCHEDULE_CHANGED, before)


@transaction.atomic
def end_schedule(*, opened: Opened, schedule_id: UUID, version: int) -> Schedule:
    """End a plan to look again. What was answered stays."""
    row = locked(opened, schedules_of(opened), schedule_id, version)
    before = state_of(row)
    row.ended_at = timezone.now()
    return save_change(opened, row, Verb.SCHEDULE_CHANGED, before)
