"""An answer that is met at once: item 9 of the PHQ-9, with any total, and on a form that is half filled."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from ownwords.ledger.models import Act
from ownwords.measures.actions import responses, results
from ownwords.measures.models import ItemEvent
from ownwords.measures.queries.responses import to_talk_about, to_talk_about_with
from ownwords.people.access import NotFound
from ownwords.people.models import Account, Person
from ownwords.people.sight import Sight
from tests import factories as make
from tests.around_sam import opened_by
from tests.measures.forms import begin, filled, phq

pytestmark = pytest.mark.django_db
THOUGHTS = phq(0, 0, 0, 0, 0, 0, 0, 0, 1)


def test_item_nine_raises_an_event_with_any_total(sam: Person) -> None:
    """measures 5: a total of 1 is enough; no level and no grade is worked out."""
    kept = filled(opened_by(sam.account, sam), THOUGHTS)
    event = ItemEvent.objects.get()
    assert (event.response_id, event.key, event.item) == (kept.id, "thoughts-of-death-or-self-harm", "9")
    assert {field.name for field in ItemEvent._meta.fields} == {
        "id",
        "response",
        "key",
        "item",
        "raised_at",
        "talked_at",
        "talked_by_id",
    }


def test_a_half_filled_form_raises_it_too_and_once(sam: Person) -> None:
    """measures 5: at once, not when the form is finished."""
    own = opened_by(sam.account, sam)
    response = begin(own)
    for version in (1, 2):
        responses.answer_response(
            opened=own, response_id=response.id, version=version, answers={"9": version}, finish=False
        )
    assert ItemEvent.objects.count() == 1


def test_without_it_nothing_is_raised_whatever_the_total(sam: Person) -> None:
    """measures 5: item 10 never counts, and 24 without item 9 raises nothing."""
    kept = filled(opened_by(sam.account, sam), phq(*[3] * 8, 0, 3))
    assert kept.scores.get().value == 24
    assert not ItemEvent.objects.exists()


def test_a_correction_can_raise_it_and_never_takes_it_away(sam: Person) -> None:
    """What worried somebody stays until it was talked about."""
    own = opened_by(sam.account, sam)
    kept = filled(own, phq(*[0] * 9))
    for value in (2, 0):
        kept = responses.correct_response(
            opened=own, response_id=kept.id, version=kept.version, answers=phq(*[0] * 8, value)
        )
    assert ItemEvent.objects.count() == 1


def test_it_is_seen_by_whoever_sees_the_form_and_marked_once_it_was_talked_about(
    sam: Person, worker: Account
) -> None:
    """No risk level: an open answer, and a mark that it was talked about, by whom and when."""
    filled(opened_by(sam.account, sam), THOUGHTS)
    by_worker = opened_by(worker, sam)
    (event,) = to_talk_about(by_worker)
    assert to_talk_about_with(make.viewing(worker), [sam.id]) == [event]
    results.talked_about(opened=by_worker, event_id=event.id)
    results.talked_about(opened=opened_by(sam.account, sam), event_id=event.id)
    event.refresh_from_db()
    assert event.talked_by_id == worker.id
    assert to_talk_about(by_worker) == []
    assert Act.objects.filter(verb="item_talked").count() == 1


def test_it_stays_hidden_with_the_form(sam: Person, worker: Account) -> None:
    """House rule 2: a form for the person alone betrays nothing, on no list."""
    filled(opened_by(sam.account, sam), THOUGHTS, sight=Sight("me"))
    event = ItemEvent.objects.get()
    by_worker = opened_by(worker, sam)
    assert to_talk_about(by_worker) == []
    assert to_talk_about_with(make.viewing(worker), [sam.id]) == []
    with pytest.raises(NotFound):
        results.talked_about(opened=by_worker, event_id=event.id)


def test_the_next_page_shows_the_services_words_for_a_crisis_first(
    own: Client, staff: Client, sam: Person
) -> None:
    """measures 5: before anything else on the page, also for the worker, and plain."""
    response = begin(opened_by(sam.account, sam))
    fill = reverse("measures:response_fill", args=[sam.id, response.id])
    page = own.post(fill, {"version": 1, "item-9": "1", "save": "later"}, follow=True).content.decode()
    assert page.index('id="crisis-now"') < page.index("<h1")
    assert "Nobody watches this record in real time." in page
    seen = staff.get(reverse("measures:instruments", args=[sam.id])).content.decode()
    assert "Talk about this answer" in seen
    event = ItemEvent.objects.get()
    staff.post(reverse("measures:event_talked", args=[sam.id, event.id]))
    event.refresh_from_db()
    assert event.talked_at is not None
    after = staff.get(reverse("measures:instruments", args=[sam.id])).content.decode()
    assert "Talk about this answer" not in after


def test_today_shows_it_to_the_named_worker(staff: Client, worker: Account, sam: Person) -> None:
    """The worker finds it where the day begins, and no words of the answer with it."""
    filled(opened_by(sam.account, sam), THOUGHTS)
    make.beside(sam, worker, "named_worker")
    page = staff.get("/today/").content.decode()
    assert "Answers to talk about" in page
    assert reverse("measures:instruments", args=[sam.id]) in page
