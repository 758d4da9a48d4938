"""``ownwords reminders send``: decide the reminders that are due, and send what waits."""

import time

import click

from ownwords.cli.runtime import django_database
from ownwords.cli.words import note, say

EVERY_MINUTES = 5


@click.group()
def reminders() -> None:
    """Send the reminders that people have asked for."""


@reminders.command()
@click.option("--once", is_flag=True, help="One round, then end: for cron or a timer.")
@click.option(
    "--every",
    type=click.IntRange(1, 120),
    default=EVERY_MINUTES,
    show_default=True,
    help="Minutes between two rounds.",
)
def send(once: bool, every: int) -> None:
    """Decide the reminders of this moment and send what waits, again and again until Ctrl-C.

    `ownwords serve` does this by itself. Several at once do no harm: nothing is decided or taken twice.
    """
    with django_database():
        while True:
            said = round_of_sending()
            (say if once else note)(said)
            if once:
                return
            time.sleep(every * 60)


def round_of_sending() -> str:
    """Decide, send, forget what is old; return what became of it in one line. Needs Django."""
    from django.db import close_old_connections

    from ownwords.ledger.outbox import forget_old, send_waiting
    from ownwords.ledger.sending.chosen import senders
    from ownwords.measures.actions.reminders import decide_reminders, drop_unwanted

    close_old_connections()
    decided = decide_reminders()
    drop_unwanted()
    run = send_waiting(senders())
    forget_old()
    return f"{decided} decided, {run.sent} sent, {run.later} to be tried again, {run.given_up} given up."
