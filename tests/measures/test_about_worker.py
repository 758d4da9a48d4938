"""What somebody says about a worker never reaches that worker: on no page, in no list, in no history, by no name."""

from __future__ import annotations

from uuid import UUID

import pytest
from django.apps import apps
from django.db import DatabaseError, transaction
from django.test import Client
from django.urls import NoReverseMatch, reverse

from ownwords.measures.actions import responses
from ownwords.measures.models import Answer, MeasureShare, Response, Score
from ownwords.measures.queries.responses import (
    begun,
    latest_of_each,
    responses_of,
    results_of,
    to_talk_about_with,
)
from ownwords.people.access import NotFound
from ownwords.people.models import Account, Person
from ownwords.people.refusals import Refused
from ownwords.people.sight import Sight
from ownwords.people.viewer import seen_by
from tests import factories as make
from tests.around_sam import opened_by
from tests.measures.forms import begin, filled, switched_on
from tests.signed_in import client_for

pytestmark = pytest.mark.django_db
KEY = "brief-inspire"
ANSWERS = {str(number): 1 for number in range(1, 6)}


@pytest.fixture(autouse=True)
def switch(sam: Person) -> None:
    """The form is on."""
    switched_on(sam, KEY)


def rated(sam: Person, about: Account, sight: Sight | None = None) -> Response:
    """Sam says how it is with a worker."""
    return filled(opened_by(sam.account, sam), ANSWERS, KEY, about=about.id, sight=sight)


def test_it_is_for_the_person_alone_unless_they_name_somebody(sam: Person, worker: Account) -> None:
    """refocus R12: never for the team as a whole; the database says so too."""
    kept = rated(sam, worker)
    assert (kept.visibility, kept.about_account) == ("me", worker)
    with pytest.raises(Refused):
        rated(sam, worker, Sight("team"))
    with pytest.raises(DatabaseError), transaction.atomic():
        Response.objects.filter(pk=kept.pk).update(visibility="team")


def test_the_worker_cannot_be_named_not_now_and_not_later(sam: Person, worker: Account) -> None:
    """refocus R12."""
    with pytest.raises(Refused) as no:
        rated(sam, worker, Sight("named", (worker.id,)))
    assert list(no.value.messages) == ["named"]
    kept = rated(sam, worker)
    with pytest.raises(Refused):
        responses.share_response(
            opened=opened_by(sam.account, sam),
            response_id=kept.id,
            version=kept.version,
            sight=Sight("named", (worker.id,)),
            in_figures=True,
        )


def test_even_a_share_by_mistake_shows_the_worker_nothing(
    sam: Person, worker: Account, lead: Account
) -> None:
    """Second lock: with a share row for the worker in the database every read is empty, and the database's own too."""
    kept = rated(sam, worker, Sight("named", (lead.id,)))
    MeasureShare.objects.create(
        person=sam, thing_id=kept.id, account=worker, made_at=kept.started_at, made_by_id=worker.id
    )
    by_worker = opened_by(worker, sam)
    assert not responses_of(by_worker).exists()
    assert not responses_of(by_worker, removed=True).exists()
    assert (results_of(by_worker, KEY), latest_of_each(by_worker), begun(by_worker)) == ([], [], [])
    assert to_talk_about_with(make.viewing(worker), [sam.id]) == []
    with seen_by(worker.id, "worker"):
        assert rows_of(kept.id) == [0] * 6
    with seen_by(lead.id, "team_lead"):
        assert min(rows_of(kept.id)[:3]) > 0


def rows_of(response_id: UUID) -> list[int]:
    """How many rows of a form, its answers, scores and their histories the database shows."""
    found = []
    for name, column in (("Response", "id"), ("Answer", "response_id"), ("Score", "response_id")):
        model = apps.get_model("measures", name)
        found.append(model._default_manager.filter(**{column: response_id}).count())
    for name, column in (("Response", "pgh_obj_id"), ("Answer", "response_id"), ("Score", "response_id")):
        event = apps.get_model("measures", f"{name}Event")
        found.append(event._default_manager.filter(**{column: response_id}).count())
    return found


def test_row_level_security_lets_the_worker_change_nothing(sam: Person, worker: Account) -> None:
    """The rated worker can neither alter nor add to what was said."""
    kept = rated(sam, worker)
    with seen_by(worker.id, "worker"):
        assert Response.objects.filter(pk=kept.pk).update(present="me") == 0
        assert Answer.objects.filter(response_id=kept.pk).update(value=4) == 0
    with pytest.raises(DatabaseError), transaction.atomic(), seen_by(worker.id, "worker"):
        Score.objects.create(response_id=kept.pk, key="x", value=1, definition_digest="")


def addresses(sam: Person, kept: Response) -> list[str]:
    """Every page on which a form could show."""
    below = [
        reverse(f"measures:{name}", args=[sam.id, kept.id])
        for name in ("response", "response_fill", "response_correct", "response_remove", "response_restore")
    ]
    below += [
        reverse("measures:instrument", args=[sam.id, KEY]),
        reverse("measures:instruments", args=[sam.id]),
    ]
    below += [
        reverse(f"record:{name}", args=[sam.id]) for name in ("record", "timeline", "search", "visit", "plan")
    ]
    for name in ("lines", "chart"):
        try:
            below.append(reverse(f"measures:{name}", args=[sam.id]))
        except NoReverseMatch:
            continue
    return [*below, "/today/"]


def test_no_page_tells_the_worker(sam: Person, worker: Account, staff: Client) -> None:
    """refocus R12: lists, timeline, search, the visit, today: the same with the rating and without it."""
    make.beside(sam, worker, "named_worker")
    kept = filled(opened_by(sam.account, sam), ANSWERS, KEY, about=worker.id, present="Zebedee was there")
    for url in addresses(sam, kept):
        page = staff.get(url, {"q": "Zebedee"} if "search" in url else {})
        text = page.content.decode()
        assert str(kept.id) not in text, url
        assert "Zebedee was" not in text, url
    for url in addresses(sam, kept)[:5]:
        assert staff.get(url).status_code == 404
    assert "Nothing has been filled in yet" in staff.get(addresses(sam, kept)[5]).content.decode()


def test_the_lead_sees_it_only_when_named(sam: Person, worker: Account, lead: Account) -> None:
    """A lead who is also the rated one sees nothing either."""
    hidden, shown = rated(sam, worker), rated(sam, worker, Sight("named", (lead.id,)))
    about_lead = rated(sam, lead, Sight("named", (worker.id,)))
    leading = client_for((lead, "team_lead"))
    status = [
        leading.get(reverse("measures:response", args=[sam.id, one.id])).status_code
        for one in (hidden, shown, about_lead)
    ]
    assert status == [404, 200, 404]


def test_the_rated_worker_writes_nothing_down_about_themselves(
    sam: Person, worker: Account, lead: Account
) -> None:
    """Somebody else has to sit there; and only workers around the person can be rated."""
    with pytest.raises(Refused) as no:
        begin(opened_by(worker, sam), KEY, about=worker.id)
    assert list(no.value.messages) == ["about"]
    helped = begin(opened_by(lead, sam), KEY, about=worker.id)
    assert helped.visibility == "named"
    assert not responses_of(opened_by(worker, sam)).exists()
    stranger = make.staff(make.team())
    for about in (None, stranger.id):
        with pytest.raises(Refused):
            begin(opened_by(sam.account, sam), KEY, about=about)


def test_two_workers_can_be_rated_at_the_same_time(sam: Person, worker: Account, lead: Account) -> None:
    """Each form begun is about one of them."""
    own = opened_by(sam.account, sam)
    assert begin(own, KEY, about=worker.id).id != begin(own, KEY, about=lead.id).id
    with pytest.raises(Refused):
        begin(own, KEY, about=worker.id)


def test_counting_it_is_asked_plainly_and_not_taken_for_granted(
    sam: Person, worker: Account, own: Client
) -> None:
    """refocus R12: from five raters on, and only where the person says so."""
    url = reverse("measures:instrument_begin", args=[sam.id, KEY])
    page = own.get(url).content.decode()
    assert "It may be counted, without any name" in page
    assert "never sees it" in page
    own.post(url, {"about": str(worker.id), "way": "self", "visibility": "me"})
    assert Response.objects.get().in_figures is False


def test_a_form_about_nobody_cannot_be_made_one_about_somebody(sam: Person, worker: Account) -> None:
    """A PHQ-9 is about no worker."""
    with pytest.raises(Refused):
        begin(opened_by(sam.account, sam), about=worker.id)
    with pytest.raises(NotFound):
        responses.answer_response(
            opened=opened_by(worker, sam),
            response_id=rated(sam, worker).id,
            version=2,
            answers={},
            finish=False,
        )
