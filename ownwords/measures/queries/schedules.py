"""Reading schedules: what somebody means to look at again and when, and by what they can be reminded."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Max, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from ownwords.ledger.sending.chosen import really_sends
from ownwords.measures.method import catalogue
from ownwords.measures.method.schedule import Pause, Plan, last_due, next_due
from ownwords.measures.models import Line, Rating, RemindBy, Response, Schedule, Wording
from ownwords.measures.queries.lines import lines_of
from ownwords.measures.queries.sight import one_of_them
from ownwords.people.access import Opened
from ownwords.people.models import Person

FEWEST_DIGITS = 7
MOST_DIGITS = 15


@dataclass(frozen=True, slots=True)
class Planned:
    """One schedule as a page shows it.

    `words` are those of its line or the name of its measure, "" for all lines; `next_on` is the next day, None for
    none; `now` says that its last day has come and nothing was answered since. What was left out is never counted.
    """

    schedule: Schedule
    words: str
    next_on: date | None
    now: bool
    paused: bool
    line_closed: bool


def plan_of(schedule: Schedule) -> Plan:
    """Return the rhythm of a schedule, with its pause."""
    pause = None
    if schedule.paused_at is not None:
        pause = Pause(timezone.localdate(schedule.paused_at), schedule.paused_until)
    return Plan(schedule.first_on, schedule.every, schedule.until, pause)


def schedules_of(opened: Opened) -> QuerySet[Schedule]:
    """Return the schedules that run, of lines that the viewer sees; those of no line for the person and the team."""
    visible = Q(line__in=lines_of(opened))
    if opened.sees_team_entries:
        visible |= Q(line__isnull=True)
    rows = Schedule.objects.filter(visible, person_id=opened.person.id, ended_at__isnull=True)
    return rows.order_by("created_at", "id")


def open_schedule(opened: Opened, schedule_id: UUID) -> Schedule:
    """Return one running schedule. Raises NotFound when it is missing, ended, or hidden from this viewer."""
    return one_of_them(schedules_of(opened), schedule_id)


def planned(opened: Opened) -> list[Planned]:
    """Return every running schedule that the viewer sees, those whose day comes first on top."""
    rows = list(schedules_of(opened).select_related("line"))
    if not rows:
        return []
    words = words_of(row.line_id for row in rows)
    looks = Looks.of(opened.person.id, lines_of(opened))
    today = timezone.localdate()
    found = [_planned(row, words, looks, today) for row in rows]
    return sorted(found, key=lambda one: (not one.now, one.next_on or date.max))


def _planned(row: Schedule, words: dict[UUID, str], looks: Looks, today: date) -> Planned:
    plan = plan_of(row)
    due, closed = last_due(plan, today), bool(row.line and row.line.closed_on)
    paused = plan.pause is not None and plan.pause.holds(today)
    last = looks.at(row)
    waits = due is not None and not paused and not closed and (last is None or last < due)
    looked_today = due == today and not waits
    after = None if closed else next_due(plan, today + timedelta(days=1) if looked_today else today)
    return Planned(row, thing_words(row, words), after, waits, paused, closed)


def words_of(line_ids: Iterable[UUID | None]) -> dict[UUID, str]:
    """Return line id -> how it is worded now (one query)."""
    wanted = [one for one in line_ids if one]
    rows = Wording.objects.filter(line_id__in=wanted).order_by("line_id", "number")
    return dict(rows.values_list("line_id", "words"))


def thing_words(schedule: Schedule, words: dict[UUID, str]) -> str:
    """Return what a schedule is about: a line's words, a measure's name, "" for all open lines."""
    if schedule.line_id is not None:
        return words[schedule.line_id]
    known = catalogue.instruments().get(schedule.instrument)
    return known.name if known else schedule.instrument


@dataclass(frozen=True, slots=True)
class Looks:
    """The last day on which each line and each measure of one person was answered."""

    lines: dict[UUID, date]
    instruments: dict[str, date]

    @classmethod
    def of(cls, person_id: UUID, lines: QuerySet[Line]) -> Looks:
        """Read them for the given lines of a person (two queries)."""
        rated = Rating.objects.filter(person_id=person_id, line__in=lines, removed_at__isnull=True)
        filled = Response.objects.filter(
            person_id=person_id, finished_at__isnull=False, removed_at__isnull=True
        )
        return cls(
            dict(rated.values_list("line_id").annotate(Max("rated_on")).order_by()),
            dict(filled.values_list("instrument").annotate(Max("answered_on")).order_by()),
        )

    def at(self, schedule: Schedule) -> date | None:
        """Return the last day on which what a schedule is about was answered."""
        if schedule.line_id is not None:
            return self.lines.get(schedule.line_id)
        if schedule.instrument:
            return self.instruments.get(schedule.instrument)
        return max(self.lines.values(), default=None)


@dataclass(frozen=True, slots=True)
class Channel:
    """A way to be reminded: its key, its label, and why it cannot be used here ("" when it can)."""

    key: str
    label: str
    problem: str


def channels(opened: Opened) -> list[Channel]:
    """Return the ways of reminding this person, with why one cannot be used."""
    return [
        Channel(str(key), str(RemindBy(key).label), problem_with(opened, str(key)))
        for key in (RemindBy.EMAIL, RemindBy.TEXT)
    ]


def problem_with(opened: Opened, channel: str) -> str:
    """Return why a channel cannot be used for this person, in words; "" when it can."""
    if not really_sends(channel):
        return _("This service sends no e-mail.") if channel == "email" else _("This service sends no texts.")
    if address_of(opened.person, channel):
        return ""
    if channel == "email":
        if opened.is_own:
            return _("No e-mail address is kept for you. Add one under your details.")
        return _("No e-mail address is kept for %(person)s.") % {"person": opened.person.called}
    if opened.is_own:
        return _("No telephone number is kept for you. Add one under your details.")
    return _("No telephone number is kept for %(person)s.") % {"person": opened.person.called}


def address_of(person: Person, channel: str) -> str:
    """Return the e-mail address or the telephone number without spaces, "" for none that can be used."""
    if channel == "email":
        return person.email
    number = "".join(sign for sign in person.phone if sign.isascii() and (sign.isdigit() or sign == "+"))
    digits = number.lstrip("+")
    return number if digits.isdigit() and FEWEST_DIGITS <= len(digits) <= MOST_DIGITS else ""
