"""The timeline: everything that happened, in pages that nothing new can shift."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ownwords.people.models import Account, Person
from ownwords.record.actions.goals import end_goal
from ownwords.record.actions.steps import Review, review_step
from ownwords.record.method.paging import Bookmark, bookmark
from ownwords.record.queries.timeline import Filters, timeline_of
from tests import factories as make
from tests.queries import asked
from tests.record import talks


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(
    st.datetimes(min_value=datetime(1900, 1, 1), max_value=datetime(2999, 1, 1), timezones=st.just(UTC)),
    st.uuids(),
)
def test_a_bookmark_survives_being_written_into_an_address(at: datetime, key: UUID) -> None:
    """platform: keyset paging."""
    assert bookmark(Bookmark(at, key).written()) == Bookmark(at, key)


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.text(max_size=80))
def test_any_other_text_is_no_bookmark_or_a_harmless_one(text: str) -> None:
    """Bad input."""
    found = bookmark(text)
    assert found is None or isinstance(found.at, datetime)


@pytest.mark.django_db
def test_words_steps_and_endings_all_stand_on_the_timeline(sam: Person, worker: Account) -> None:
    """refocus: goal outcomes, steps kept and conversations appear."""
    opened, entry = talks.opened_by(sam.account, sam), talks.goal(sam, "See the sea")
    step = talks.step(entry, "Buy a ticket")
    talks.talk(sam, "About the ticket", held_on=timezone.localdate() - timedelta(days=40))
    review_step(opened=opened, review=Review(step.id, 1, "kept", "It was cheap"))
    end_goal(opened=opened, entry_id=entry.id, version=1, outcome="parked", words="Too far for now")
    text = talks.page_of(worker).get(talks.to("timeline", sam)).content.decode()
    places = [
        text.index(one)
        for one in ("Goal: Parked for now", "Step: done", "See the sea&", "About the ticket")
        if one in text
    ]
    assert len(places) >= 3
    assert places == sorted(places)
    for words in ("Too far for now", "It was cheap", "Buy a ticket"):
        assert words in text


@pytest.mark.django_db
def test_a_record_of_difficulties_is_shown_in_full_and_without_judgement(
    sam: Person, worker: Account
) -> None:
    """recovery-support RS-11."""
    for number in range(3):
        make.entry(sam, f"A hard week {number}", "worse", tags=["difficulties"])
    text = talks.page_of(worker).get(talks.to("timeline", sam)).content.decode()
    assert text.count("A hard week") == 3
    for judging in ("nhsuk-tag--red", "error", "warning", "negative"):
        assert judging not in text.split("<main")[1].split("</main")[0]


@pytest.mark.django_db
def test_paging_shows_everything_once_even_while_new_things_arrive(sam: Person) -> None:
    """platform: paged by keyset, 50 at a time."""
    opened = talks.opened_by(sam.account, sam)
    moment = timezone.now()
    made = [make.entry(sam, f"entry {n}", created_at=moment - timedelta(hours=n // 3)) for n in range(120)]
    seen, after = [], None
    while True:
        page = timeline_of(opened, Filters(), after)
        seen += [event.entry.id for event in page.events]
        make.entry(sam, "something new", created_at=timezone.now() + timedelta(days=1))
        after = page.next
        if after is None:
            break
    assert len(seen) == 120
    assert set(seen) == {entry.id for entry in made}


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("kind=goal", "a goal"),
        ("tag=hope", "hopeful"),
        ("said_by=family", "my sister said"),
        ("kind=step", "a kept step"),
        ("first_day=1&first_month=1&first_year=2020&last_day=31&last_month=12&last_year=2020", "long ago"),
    ],
)
def test_filters_show_exactly_what_they_name(sam: Person, worker: Account, query: str, words: str) -> None:
    """Promised: timeline with filters."""
    step = talks.step(talks.goal(sam, "a goal"), "a kept step")
    review_step(opened=talks.opened_by(worker, sam), review=Review(step.id, 1, "kept"))
    make.entry(sam, "hopeful", tags=["hope"])
    make.entry(sam, "my sister said", said_by="family")
    make.entry(sam, "long ago", created_at=datetime(2020, 12, 31, 23, 30, tzinfo=UTC))
    text = talks.page_of(worker).get(talks.to("timeline", sam) + f"?{query}").content.decode()
    assert words in text
    assert text.count("ow-timeline__event") == 1


@pytest.mark.django_db
@pytest.mark.parametrize(
    "query",
    ["kind=%00", "after=%00..", "first_day=99", "said_by=<script>", "last_day=1&last_month=1&last_year=9999"],
)
def test_a_filter_that_makes_no_sense_is_told_or_left_out(sam: Person, worker: Account, query: str) -> None:
    """Bad input."""
    assert talks.page_of(worker).get(talks.to("timeline", sam) + f"?{query}").status_code in (200, 422)


@pytest.mark.django_db
def test_hidden_entries_and_their_steps_are_not_on_the_timeline(sam: Person, worker: Account) -> None:
    """refocus R11."""
    step = talks.step(talks.goal(sam, "secret goal", visibility="me"), "secret step")
    review_step(opened=talks.opened_by(sam.account, sam), review=Review(step.id, 1, "kept"))
    assert "secret" not in talks.page_of(worker).get(talks.to("timeline", sam)).content.decode()


@pytest.mark.django_db
def test_the_timeline_asks_the_same_number_of_questions_for_5_and_50_entries(
    sam: Person, worker: Account
) -> None:
    """platform 5.4: at most 12 queries."""
    client, counts = talks.page_of(worker), []
    client.get(talks.to("timeline", sam))
    for more in (1, 9):
        made = talks.full(sam, worker, more)
        review_step(opened=talks.opened_by(worker, sam), review=Review(made["step"].id, 1, "kept"))
        with asked() as statements:
            client.get(talks.to("timeline", sam))
        counts.append(len(statements))
    assert counts[0] == counts[1] <= 12, counts
