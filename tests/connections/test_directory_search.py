"""Searching the directory: words, spelling, filters, nearby without disclosure, pages that miss nothing."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.utils import timezone

from ownwords.connections.method.places import Point, miles_between
from ownwords.connections.models import DirectoryService, LocalKnowledge
from ownwords.connections.queries import directory_search as searching
from ownwords.connections.queries.directory_matches import matches_for
from ownwords.connections.queries.directory_search import Found, Wanted, search_directory
from tests import factories as make
from tests.connections.directory_feeds import districts, place, record, service, taken
from tests.queries import asked

pytestmark = pytest.mark.django_db


def names(**wanted: object) -> list[str]:
    """The names that a search finds, in their order."""
    return [one.service.name for one in search_directory(Wanted(**wanted)).found]  # type: ignore[arg-type]


def known(of: DirectoryService, **columns: object) -> LocalKnowledge:
    """What somebody knows of a service."""
    who = make.account()
    return LocalKnowledge.objects.create(
        service=of, changed_by_id=who.id, changed_by_role="worker", confirmed_by_id=who.id,
        confirmed_by_role="worker", **columns,
    )  # fmt: skip


def kind(*words: str) -> list[dict[str, object]]:
    """Kinds as a feed writes them."""
    return [{"id": word, "taxonomy_term": {"id": word, "name": word}} for word in words]


@pytest.fixture
def town() -> None:
    """Some services."""
    taken(
        record(id="1", name="Allotment", description="Growing vegetables.", attributes=kind("Gardening")),
        record(id="2", name="Gardeners’ club", description="Talks with tea.", attributes=kind("Gardening")),
        record(id="3", name="Choir", description="Singing after gardening.", attributes=kind("Music"),
               cost_options=[{"amount": 3}]),
        record(id="4", name="Café Röda", description="Tea and cake.", attributes=kind("Café"), cost_options=None),
    )  # fmt: skip


@pytest.mark.usefixtures("town")
def test_names_and_kinds_come_before_descriptions_each_by_the_alphabet() -> None:
    """Full text in any form of a word; nothing is ranked."""
    assert names(query="garden") == ["Allotment", "Gardeners’ club", "Choir"]
    assert names() == ["Allotment", "Café Röda", "Choir", "Gardeners’ club"]


@pytest.mark.usefixtures("town")
def test_a_misspelt_word_finds_the_nearest_and_says_so() -> None:
    """pg_trgm for misspelling."""
    page = search_directory(Wanted(query="gardning"))
    assert page.read_as == "gardening"
    assert len(page.found) == 3
    assert search_directory(Wanted(query="xqzwv")).found == ()


@pytest.mark.usefixtures("town")
def test_accents_and_capitals_make_no_difference() -> None:
    """cafe roda finds Café Röda."""
    assert names(query="cafe RODA") == ["Café Röda"]


@pytest.mark.usefixtures("town")
@pytest.mark.parametrize(
    "typed", ['"', "- -", "a & | !", "'; DROP TABLE", "\x00", "garden\ud800", "x" * 5000, "🙂", "%%%"]
)
def test_any_text_can_be_looked_for(typed: str) -> None:
    """Bad input: operators, quotes, signs that no text holds."""
    search_directory(Wanted(query=typed))


@pytest.mark.usefixtures("town")
def test_filters_by_kind_cost_and_day() -> None:
    """Kind, free, open on a day."""
    assert names(kind="gardening") == ["Allotment", "Gardeners’ club"]
    assert names(free=True) == ["Allotment", "Gardeners’ club"]
    assert len(names(day=1)) == 4
    assert names(day=0) == []


def test_times_that_have_ended_open_on_no_day() -> None:
    """connecting R20: past until says ended."""
    over = {"freq": "WEEKLY", "byday": "TU", "dtstart": "2020-01-07", "until": "2020-06-30"}
    taken(record(schedules=[over]), record(id="2", name="Goes on", schedules=[over, {**over, "until": None}]))
    assert names(day=1) == ["Goes on"]


def test_what_people_here_say_counts_before_what_a_feed_says() -> None:
    """connecting R19: step-free by the feed, or by people; just turning up only people can say."""
    taken(
        record(id="1", name="By the feed"),
        record(id="2", name="Not really"),
        record(id="3", name="People say"),
    )
    bare = record(id="3", name="People say")
    place(bare)["accessibility"] = []
    taken(record(id="1", name="By the feed"), record(id="2", name="Not really"), bare)
    known(service("2"), step_free="no")
    known(service("3"), step_free="yes", turn_up="yes")
    assert names(step_free=True) == ["By the feed", "People say"]
    assert names(turn_up=True) == ["People say"]


def test_online_is_a_place_of_its_own() -> None:
    """virtual locations."""
    taken(
        record(),
        record(
            id="2", name="Online chess", service_at_locations=[{"location": {"location_type": "virtual"}}]
        ),
    )
    assert names(online=True) == ["Online chess"]


def _scattered(many: int) -> None:
    rows = []
    for number in range(many):
        one = record(id=f"s{number:03}", name=f"Place {number % 7}")
        place(one).update(latitude=53.795 + number * 0.001, longitude=-1.752)
        rows.append(one)
    taken(*rows)


def _all(wanted: Wanted) -> list[Found]:
    found, after = [], ""
    while True:
        page = search_directory(wanted, after)
        found += page.found
        after = page.after
        if not after:
            return found


@pytest.mark.parametrize("near", ["", "BD1"])
def test_pages_hold_everything_once_and_in_one_order(near: str) -> None:
    """Keyset paging: services with the same name, by name and by distance."""
    districts()
    _scattered(65)
    found = _all(Wanted(query="place", near=near, miles=25))
    assert len(found) == 65
    assert len({one.service.id for one in found}) == 65
    if near:
        far = [one.miles for one in found]
        assert far == sorted(far)  # type: ignore[type-var]
    else:
        keys = [(one.service.sort_key, one.service.id) for one in found]
        assert keys == sorted(keys)


@pytest.mark.parametrize("mark", ["x", "e30", "W10", "WzAsMSwieCIsIiJd", "A" * 3000, "\x00", "é"])
def test_a_mark_that_leads_nowhere_begins_at_the_first_page(mark: str) -> None:
    """Bad input: an address that somebody changed."""
    taken(record())
    assert len(search_directory(Wanted(), mark).found) == 1


def test_nearby_is_worked_out_here_and_in_miles() -> None:
    """connecting R21: by the table of districts, the same distance as the formula."""
    districts()
    far = record(id="2", name="In Leeds")
    place(far).update(latitude=53.797, longitude=-1.548)
    taken(record(), far)
    page = search_directory(Wanted(near="BD1", miles=3))
    assert [one.service.name for one in page.found] == ["Shed on the Hill"]
    expected = miles_between(Point(53.795, -1.752), Point(53.79, -1.75))
    assert page.found[0].miles == pytest.approx(expected, rel=1e-7)
    assert len(search_directory(Wanted(near="BD1", miles=10)).found) == 2
    assert [one.service.name for one in search_directory(Wanted(near="LS1", miles=3)).found] == ["In Leeds"]


def test_a_service_with_several_places_is_found_once_at_its_nearest() -> None:
    """connecting 3.3: a service over several rows."""
    districts()
    two = record()
    other = record()["service_at_locations"][0]
    other["location"].update(latitude=53.797, longitude=-1.548)
    two["service_at_locations"].append(other)
    taken(two)
    found = search_directory(Wanted(near="BD1", miles=25)).found
    assert len(found) == 1
    assert found[0].miles is not None
    assert found[0].miles < 1


def test_a_district_that_is_not_in_the_table_is_said() -> None:
    """connecting R21: BT postcodes are handled or refused in plain words."""
    taken(record())
    assert search_directory(Wanted(near="BT1")).near_unknown
    districts()
    assert not search_directory(Wanted(near="BT1")).near_unknown
    assert search_directory(Wanted(near="ZE1")).near_unknown


@pytest.mark.parametrize(
    "wanted", [Wanted(), Wanted(query="place"), Wanted(query="place", near="BD1", miles=25)]
)
def test_a_page_asks_as_much_for_twenty_as_for_one(wanted: Wanted) -> None:
    """No statement a row."""
    districts()
    taken(record(name="Place"))
    with asked() as few:
        search_directory(wanted)
    _scattered(40)
    with asked() as many:
        assert len(search_directory(wanted).found) == searching.PAGE
    assert len(many) <= max(len(few), 4)


def test_a_match_says_why_in_the_persons_own_words() -> None:
    """connecting R22: matched by the person's own words; a match always says why."""
    taken(
        record(id="1", name="Bicycle kitchen", description="Mend your bike.", attributes=kind("Repair")),
        record(id="2", name="Choir", description="Songs.", attributes=kind("Music")),
        record(id="3", name="Closed bicycle shop", status="defunct"),
    )
    found = matches_for(["I used to fix bicycles with my uncle", "Being near the sea"])
    assert [one.service.name for one in found] == ["Bicycle kitchen"]
    assert found[0].match.reasons[0].text == 0
    assert found[0].match.reasons[0].words == ("bicycles",)
    assert found[0].match.fields == ("name",)
    assert matches_for(["I like people and help"]) == []
    assert matches_for([]) == []
    with asked() as statements:
        matches_for(["bicycles and songs"] * 40)
    assert len(statements) <= 2


def test_a_series_that_ends_today_is_still_open() -> None:
    """The last day counts."""
    today = timezone.localdate()
    begins = today - timedelta(days=28)
    taken(
        record(schedules=[{"freq": "WEEKLY", "dtstart": f"{begins:%Y-%m-%d}", "until": f"{today:%Y-%m-%d}"}])
    )
    assert names(day=date.today().weekday()) == ["Shed on the Hill"]
