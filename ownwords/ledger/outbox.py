"""Messages that leave the service: decided in the transaction of their cause, sent afterwards.

A message is decided once (its key is unique) and sent at least once: it is marked as sent in the transaction that
holds its row, so two senders never take the same one, but a crash between handing it over and the mark makes the
next run send it again. Each message carries its own id to the receiving server (`Message-ID`, `Idempotency-Key`),
the same at every try, so that a server that knows it can leave the second one out. After `not_after` it is not sent.

What a message said is forgotten as soon as it is sent or given up: it may hold the secret of a link.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import connection, transaction
from django.db.models import Q
from django.utils import timezone

from ownwords.ledger.models import Outgoing
from ownwords.ledger.sending import Message, NotSent, Sender

WAITS = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 15, 60, 180))
MOST_TRIES = len(WAITS) + 1
MOST_A_RUN = 1_000
KEPT = timedelta(days=30)
"""How long it is kept that a message left, and where to."""


@dataclass(slots=True)
class Run:
    """What became of the messages of one run."""

    sent: int = 0
    later: int = 0
    given_up: int = 0


def decide_message(*, key: str, about_id: UUID, not_after: datetime, **columns: Any) -> Outgoing | None:
    """Decide that a message is to be sent, inside the caller's transaction; None when this key is decided already.

    Args:
        key: what it is for; the same key twice is one message.
        about_id: whom it is for.
        not_after: the moment after which it is of no use.
        columns: `channel` ("email" or "text"), `address`, `body`, and perhaps `subject` and `not_before`.
    """
    wanted = Outgoing(key=key, about_id=about_id, not_after=not_after, **columns)
    kept = Outgoing.objects.bulk_create([wanted], ignore_conflicts=True)[0]
    return Outgoing.objects.filter(pk=kept.pk).first()


def send_waiting(
    senders: Mapping[str, Sender], *, now: datetime | None = None, most: int = MOST_A_RUN
) -> Run:
    """Send what is due, oldest first, each in a transaction of its own; may run several times at once.

    Args:
        senders: channel -> how it is sent.
        now: the moment; the present one when left out.
        most: how many messages at most are looked at.
    """
    run, moment = Run(), now or timezone.now()
    for _number in range(most):
        with transaction.atomic():
            message = _next(moment)
            if message is None:
                break
            _try(message, senders, moment, run)
    return run


def _next(moment: datetime) -> Outgoing | None:
    waiting = Outgoing.objects.filter(sent_at__isnull=True, given_up_at__isnull=True, not_before__lte=moment)
    return waiting.select_for_update(skip_locked=True).order_by("not_before", "id").first()


def _try(message: Outgoing, senders: Mapping[str, Sender], moment: datetime, run: Run) -> None:
    if moment > message.not_after:
        _give_up(message, moment, message.last_fault or "expired", run)
        return
    sender = senders.get(message.channel)
    try:
        if sender is None:
            raise NotSent("no sender", for_good=True)
        sender.send(Message(message.id, message.channel, message.address, message.subject, message.body))
    except NotSent as fault:
        _note_fault(message, fault, moment, run)
        return
    except Exception as fault:  # noqa: BLE001  (whatever one message runs into, the others still leave)
        _note_fault(message, NotSent(type(fault).__name__), moment, run)
        return
    message.sent_at, message.body, message.last_fault = moment, "", ""
    message.tries += 1
    message.save()
    run.sent += 1


def _note_fault(message: Outgoing, fault: NotSent, moment: datetime, run: Run) -> None:
    message.tries += 1
    if fault.for_good or message.tries >= MOST_TRIES:
        _give_up(message, moment, str(fault), run)
        return
    message.not_before = moment + WAITS[message.tries - 1]
    message.last_fault = str(fault)[:300]
    message.save()
    run.later += 1


def _give_up(message: Outgoing, moment: datetime, fault: str, run: Run) -> None:
    message.given_up_at, message.body, message.last_fault = moment, "", fault[:300]
    message.save()
    run.given_up += 1


def give_up_waiting(keys: Iterable[str], *, why: str, now: datetime | None = None) -> int:
    """Give up messages that wait under these keys, because nobody wants them any more; return how many."""
    moment, run = now or timezone.now(), Run()
    rows = Outgoing.objects.filter(key__in=list(keys), sent_at__isnull=True, given_up_at__isnull=True)
    with transaction.atomic():
        for message in rows.select_for_update(skip_locked=True):
            _give_up(message, moment, why, run)
    return run.given_up


def forget_old(*, now: datetime | None = None) -> int:
    """Delete messages that left, or were given up, more than 30 days ago, with their addresses; return how many."""
    before = (now or timezone.now()) - KEPT
    old = Q(sent_at__lt=before) | Q(given_up_at__lt=before)
    return Outgoing.objects.filter(old).delete()[0]


@dataclass(frozen=True, slots=True)
class Standing:
    """How sending stands, for the administrator: counts and a fault in technical words, no address and no name."""

    waiting: int
    oldest_waiting: datetime | None
    sent_last: datetime | None
    given_up: int
    last_fault: str


def standing() -> Standing:
    """Return how sending stands; the database answers administrators only, others get nothing but noughts."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT waiting, oldest_waiting, sent_last, given_up, last_fault FROM ownwords_outgoing()"
        )
        return Standing(*cursor.fetchone())
