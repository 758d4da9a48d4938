"""Asking whether somebody wants to fill in a measure. "Not today" and "rather not" are answers, not faults."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from ownwords.ledger.verbs import Verb
from ownwords.measures.actions.common import (
    day_that_was,
    keep_act,
    kept_once,
    locked,
    may_write,
    save_change,
    signed,
    state_of,
)
from ownwords.measures.models import Asking, Reply
from ownwords.measures.queries.instruments import in_use_one
from ownwords.measures.queries.responses import open_asking
from ownwords.people import rules
from ownwords.people.access import NotFound, Opened
from ownwords.people.refusals import Refused


def offer_measure(
    *,
    opened: Opened,
    instrument: str,
    reply: str = Reply.ASKED,
    asked_on: date | None = None,
    submission: UUID | None = None,
) -> Asking:
    """Keep that the person was asked, and what they said. Nothing counts against anybody.

    Raises:
        NotFound: the measure is off, or the viewer is the person, who needs nobody to ask them. Refused.
    """
    may_write(opened)
    if opened.is_own:
        raise NotFound
    key = in_use_one(opened, instrument).key
    day = day_that_was(asked_on, opened, field="asked_on")
    said = rules.one_of(reply, Reply.values, field="reply")

    def make() -> Asking:
        asking = Asking(**signed(opened), instrument=key, asked_on=day, reply=said, submission=submission)
        asking.save(force_insert=True)
        keep_act(opened, Verb.MEASURE_OFFERED, asking)
        return asking

    return kept_once(Asking.objects.all(), opened, submission, make, same=lambda one: one.reply == said)


def asked_today(opened: Opened, instrument: str) -> None:
    """Keep that somebody was asked, where a worker begins a form with them: to begin together is to have asked."""
    day = day_that_was(None, opened, field="")
    if (
        opened.is_own
        or Asking.objects.filter(person_id=opened.person.id, instrument=instrument, asked_on=day).exists()
    ):
        return
    offer_measure(opened=opened, instrument=instrument)


@transaction.atomic
def answer_asking(*, opened: Opened, asking_id: UUID, version: int, reply: str) -> Asking:
    """Say "not today" or "rather not" to having been asked, or take that back.

    Raises:
        NotFound, StaleEdit. Refused: neither the person nor who asked.
    """
    asking = locked(opened, open_asking(opened, asking_id), asking_id, version)
    if not (opened.is_own or asking.written_by_id == opened.viewer.account_id):
        raise Refused(
            {"": _("Only %(person)s or who asked can answer this.") % {"person": opened.person.called}}
        )
    before = state_of(asking)
    asking.reply = rules.one_of(reply, Reply.values, field="reply")
    return save_change(opened, asking, Verb.MEASURE_OFFERED, before)
