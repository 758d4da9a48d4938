"""Deciding who is reminded, once a day at most, and stopping all reminders with one press.

A reminder is for somebody who said yes to it. It tells nothing from a record; it is decided between nine in the
morning and seven in the evening, for a day that has come in the last three days, and only when nothing was answered
since. All that is due for somebody on one day is one message.
"""

from __future__ import annotations

from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from uuid import UUID

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.db import transaction
from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from ownwords.ledger.actions import note_act
from ownwords.ledger.ids import Ref
from ownwords.ledger.models import Outgoing
from ownwords.ledger.outbox import decide_message, give_up_waiting
from ownwords.ledger.verbs import Verb
from ownwords.measures.actions.common import state_of
from ownwords.measures.actions.links import LIVES, new_link
from ownwords.measures.method.schedule import last_due
from ownwords.measures.models import Line, Schedule
from ownwords.measures.queries.links import door
from ownwords.measures.queries.schedules import Looks, address_of, plan_of
from ownwords.people.models import Person

MORNING, EVENING = 9, 19
"""Reminders leave from nine in the morning until seven in the evening, by the service's clock."""

LATEST = timedelta(days=3)
"""A due day is reminded of on the day itself or up to three days later, never after that."""

_STOP = Signer(salt="measures.stop-reminders", sep=".")


def decide_reminders(*, now: datetime | None = None) -> int:
    """Decide all reminders of this moment; return how many. Run as the owner of the tables, outside any request.

    Each person is a transaction of their own; run again, or twice at once, it decides nothing twice.
    """
    here = timezone.localtime(now or timezone.now())
    if not MORNING <= here.hour < EVENING:
        return 0
    failed = _failed_yesterday(here.date())
    people: dict[UUID, list[UUID]] = {}
    for row in _remindable(here.date()).iterator(chunk_size=2_000):
        if _due(row, here.date(), again=row.person_id in failed) is not None:
            people.setdefault(row.person_id, []).append(row.id)
    return sum(_remind(person_id, ids, here, again=person_id in failed) for person_id, ids in people.items())


def drop_unwanted(*, now: datetime | None = None) -> int:
    """Give up reminders that wait for somebody who wants none any more; return how many. Run before sending.

    A message may wait for hours when a server is away; a no said in between counts from that moment.
    """
    moment = now or timezone.now()
    rows = Outgoing.objects.filter(
        key__startswith="reminder:", sent_at__isnull=True, given_up_at__isnull=True
    )
    waiting = dict(rows.values_list("key", "about_id"))
    wanted = _remindable(timezone.localdate(moment)).filter(person_id__in=set(waiting.values()))
    still = set(wanted.order_by().values_list("person_id", flat=True))
    gone = [key for key, person_id in waiting.items() if person_id not in still]
    return give_up_waiting(gone, why="no longer wanted", now=moment) if gone else 0


def _remindable(today: date) -> QuerySet[Schedule]:
    """Schedules that run and remind, of lines that are neither closed nor out of view."""
    open_lines = Q(line__isnull=True) | Q(line__closed_on__isnull=True, line__removed_at__isnull=True)
    rows = Schedule.objects.filter(open_lines, ended_at__isnull=True, first_on__lte=today)
    return rows.exclude(remind_by="").order_by("created_at", "id")


def _failed_yesterday(today: date) -> set[UUID]:
    """Whose reminder of yesterday never left: they are reminded of the same day once more."""
    rows = Outgoing.objects.filter(given_up_at__isnull=False, key__startswith="reminder:")
    rows = rows.filter(key__endswith=f":{today - timedelta(days=1)}")
    return set(rows.values_list("about_id", flat=True))


def _due(row: Schedule, today: date, *, again: bool) -> date | None:
    """Return the day that a schedule is to be reminded of, None for none."""
    day = last_due(plan_of(row), today)
    if (
        day is None
        or today - day > LATEST
        or row.agreed_at is None
        or timezone.localdate(row.agreed_at) > day
    ):
        return None
    if row.reminded_for is not None and (row.reminded_for > day or (row.reminded_for == day and not again)):
        return None
    return day


@transaction.atomic
def _remind(person_id: UUID, ids: list[UUID], here: datetime, *, again: bool) -> int:
    """Decide the one message of a person's day; 0 when there is none to send, else 1."""
    key, today = f"reminder:{person_id}:{here.date()}", here.date()
    if Outgoing.objects.filter(key=key).exists():
        return 0
    held = _remindable(today).filter(pk__in=ids).select_for_update(of=("self",), skip_locked=True)
    person = Person.objects.get(pk=person_id)
    due = list(_still_due(held, person, today, again=again))
    if not due:
        return 0
    if person.account_id is None:
        due = due[:1]  # a link is for one line; what else is due comes tomorrow
    channel = due[0][0].remind_by
    subject, body = _words(person, [row for row, _day in due], channel)
    kept = decide_message(
        key=key,
        about_id=person_id,
        channel=channel,
        address=address_of(person, channel),
        subject=subject,
        body=body,
        not_after=datetime.combine(today, time(EVENING), tzinfo=here.tzinfo),
    )
    if kept is None:
        transaction.set_rollback(True)
        return 0
    for row, day in due:
        Schedule.objects.filter(pk=row.pk).update(reminded_for=day)
    note_act(verb=Verb.REMINDED, actor_id=None, about_id=person_id, thing=Ref("schedule", due[0][0].id))
    return 1


def _still_due(
    rows: QuerySet[Schedule], person: Person, today: date, *, again: bool
) -> Iterator[tuple[Schedule, date]]:
    looks = Looks.of(person.id, Line.objects.filter(person=person, removed_at__isnull=True))
    for row in rows:
        day, last = _due(row, today, again=again), looks.at(row)
        reachable = address_of(person, row.remind_by) and (row.line_id or person.account_id)
        if day is not None and reachable and (last is None or last < day):
            yield row, day


def _words(person: Person, rows: list[Schedule], channel: str) -> tuple[str, str]:
    """Return subject and text. Nothing in them comes from a record: no name, no words, no number."""
    address = settings.ENV.origin
    stop = address + reverse("stop_reminders", kwargs={"token": stop_token(person.id)})
    if len(rows) == 1 and rows[0].line is not None:
        made = new_link(rows[0].line, made_by_id=None, schedule=rows[0])
        way, until = address + made.path, date_format(timezone.localdate() + LIVES, "j F Y")
        about = _("The link works once, until %(day)s.") % {"day": until}
    else:
        way, about = f"{address}/", _("You sign in there as usual.")
    if channel == "text":
        return "", _("You asked to be reminded: %(way)s To stop: %(stop)s") % {"way": way, "stop": stop}
    text = _(
        "Hello,\n\nyou asked to be reminded to look at something again. Whenever it suits you:\n\n%(way)s\n\n"
        "%(about)s Nobody reads an answer at once.\n\nIf you want no more of these reminders:\n\n%(stop)s\n"
    )
    return _("The reminder you asked for"), text % {"way": way, "about": about, "stop": stop}


def stop_token(person_id: UUID) -> str:
    """Return the signed end of the address with which somebody stops their reminders."""
    return _STOP.sign(urlsafe_b64encode(person_id.bytes).decode().rstrip("="))


def whose_token(token: str) -> UUID | None:
    """Return whose reminders a token stops; None when it was not signed here."""
    try:
        return UUID(bytes=urlsafe_b64decode(_STOP.unsign(token) + "=="))
    except (BadSignature, ValueError):
        return None


def stop_reminders(*, token: str) -> bool:
    """Take the reminder out of every schedule of one person; the plans themselves stay. False for a wrong token."""
    person_id = whose_token(token)
    if person_id is None:
        return False
    with door("stopping", str(person_id)):
        rows = Schedule.objects.select_for_update().filter(person_id=person_id).exclude(remind_by="")
        for row in rows:
            before = state_of(row)
            row.remind_by, row.agreed_at, row.version = "", None, row.version + 1
            row.changed_at, row.changed_by_id = timezone.now(), None
            row.save()
            note_act(
                verb=Verb.SCHEDULE_CHANGED,
                actor_id=None,
                about_id=person_id,
                thing=Ref("schedule", row.id),
                reason="By the link in a reminder",
                before=before,
                after=state_of(row),
            )
    return True
