"""Asking: asked, not today, rather not. Kept without blame."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

import pytest

from ownwords.measures.actions import asking
from ownwords.measures.models import Asking, Course
from ownwords.measures.queries.responses import askings_of
from ownwords.people.access import NotFound
from ownwords.people.models import Account, Person
from ownwords.people.refusals import Refused
from tests.around_sam import opened_by
from tests.measures.forms import begin, filled, phq

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("reply", ["asked", "later", "rather_not"])
def test_a_worker_keeps_that_they_asked_and_what_was_said(sam: Person, worker: Account, reply: str) -> None:
    """RS-23: asked is a number of its own beside completeness, whatever the answer."""
    kept = asking.offer_measure(opened=opened_by(worker, sam), instrument="phq-9", reply=reply)
    assert (kept.reply, kept.written_by) == (reply, worker)
    assert Course.objects.get(person=sam, instrument="phq-9").asked == 1


def test_the_person_needs_nobody_to_ask_them(sam: Person) -> None:
    """They begin on their own; that is no asking."""
    own = opened_by(sam.account, sam)
    with pytest.raises(NotFound):
        asking.offer_measure(opened=own, instrument="phq-9")
    filled(own, phq(1))
    assert not Asking.objects.exists()


def test_to_begin_together_is_to_have_asked(sam: Person, worker: Account) -> None:
    """RS-23: nobody answers without having been asked, and nobody is counted twice for one day."""
    by_worker = opened_by(worker, sam)
    asking.offer_measure(opened=by_worker, instrument="phq-9")
    begin(by_worker)
    begin(by_worker, "gad-7")
    assert sorted(Asking.objects.values_list("instrument", flat=True)) == ["gad-7", "phq-9"]


def test_the_person_can_say_not_today_and_take_it_back(sam: Person, worker: Account, lead: Account) -> None:
    """House rule 5: every question may be skipped."""
    kept = asking.offer_measure(opened=opened_by(worker, sam), instrument="phq-9")
    own = opened_by(sam.account, sam)
    for reply in ("later", "rather_not", "asked"):
        kept = asking.answer_asking(opened=own, asking_id=kept.id, version=kept.version, reply=reply)
        assert kept.reply == reply
    with pytest.raises(Refused):
        asking.answer_asking(
            opened=opened_by(lead, sam), asking_id=kept.id, version=kept.version, reply="later"
        )
    with pytest.raises(Refused):
        asking.answer_asking(opened=own, asking_id=kept.id, version=kept.version, reply="refused")


def test_a_form_sent_twice_asks_once(sam: Person, worker: Account) -> None:
    """Back, or a second press."""
    by_worker, key = opened_by(worker, sam), uuid4()
    for _time in range(2):
        asking.offer_measure(opened=by_worker, instrument="phq-9", reply="later", submission=key)
    assert Asking.objects.count() == 1


def test_what_cannot_be_asked_is_refused(sam: Person, worker: Account) -> None:
    """A measure that is off, and a day to come."""
    by_worker = opened_by(worker, sam)
    with pytest.raises(NotFound):
        asking.offer_measure(opened=by_worker, instrument="core-10")
    with pytest.raises(Refused):
        asking.offer_measure(opened=by_worker, instrument="phq-9", asked_on=date(2090, 1, 1))


def test_that_somebody_was_asked_about_a_worker_is_not_on_that_workers_page(
    sam: Person, worker: Account, lead: Account
) -> None:
    """refocus R12: only the person and who asked read it."""
    from tests.measures.forms import switched_on

    switched_on(sam, "brief-inspire")
    asking.offer_measure(opened=opened_by(lead, sam), instrument="brief-inspire")
    assert askings_of(opened_by(worker, sam), "brief-inspire") == []
    assert len(askings_of(opened_by(lead, sam), "brief-inspire")) == 1
    assert len(askings_of(opened_by(sam.account, sam), "brief-inspire")) == 1
