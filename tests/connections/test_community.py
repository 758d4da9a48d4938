"""What a team does in its community: kept in a minute, tied to nobody, and who knows whom."""

from __future__ import annotations

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone

from ownwords.connections.actions.community import Work, change_work, keep_work, take_back_work
from ownwords.connections.method.practice import recency
from ownwords.connections.models import CommunityWork, DirectoryService, DirectorySource, MapItem, Tie
from ownwords.ledger.models import Act
from ownwords.people.access import NotFound
from ownwords.people.models import Account, Team
from ownwords.people.refusals import Refused, StaleEdit
from ownwords.people.viewer import seen_by
from tests import factories as make
from tests.queries import asked
from tests.signed_in import client_for

pytestmark = pytest.mark.django_db


@pytest.fixture
def team() -> Team:
    """A team without anybody yet."""
    return make.team()


@pytest.fixture
def worker(team: Team) -> Account:
    """Somebody who works there."""
    return make.staff(team, name="Amina Yusuf")


@pytest.fixture
def page(worker: Account) -> Client:
    """The worker, signed in."""
    return client_for((worker, "worker"))


def kept(
    team: Team, who: Account, words: str = "Went to see the repair café.", **work: object
) -> CommunityWork:
    """Keep work as this account."""
    return keep_work(viewer=make.viewing(who), team=team, work=Work(words, **work))  # type: ignore[arg-type]


def service(name: str = "Repair café") -> DirectoryService:
    """Put a service into the directory."""
    source, _made = DirectorySource.objects.get_or_create(name="Council", profile="oruk-3")
    return DirectoryService.objects.create(
        source=source, external_id=str(uuid4()), name=name, sort_key="repair cafe", digest="d"
    )


def text(client: Client, team: Team, more: str = "") -> str:
    """Return the words of the team's page."""
    answer = client.get(f"/team/{team.id}/community/{more}")
    assert answer.status_code == 200
    return " ".join(
        re.sub(r"<[^>]+>", " ", answer.content.decode().split("<main")[1].split("</main>")[0]).split()
    )


def test_work_is_kept_with_one_text_alone_and_makes_no_tie(page: Client, team: Team) -> None:
    """connecting R13: under a minute, for nobody in particular; it never creates a tie."""
    add = f"/team/{team.id}/community/add/"
    assert "name nobody who uses the service" in page.get(add).content.decode()
    answer = page.post(add, {"words": "Visited the choir and met its leader."})
    assert answer.status_code == 303
    row = CommunityWork.objects.get()
    assert (row.words, row.did_on) == ("Visited the choir and met its leader.", timezone.localdate())
    assert not Tie.objects.exists()
    assert not MapItem.objects.exists()
    assert "Visited the choir" in text(page, team)
    act = Act.objects.get(verb="community_work_kept")
    assert act.about_id is None


def test_the_table_has_no_column_for_a_person_who_uses_the_service() -> None:
    """connecting R13: tied to no person."""
    names = {field.name for field in CommunityWork._meta.get_fields()}
    assert not {"person", "person_id", "tie", "item"} & names


def test_the_same_form_sent_twice_keeps_one(page: Client, team: Team) -> None:
    """House rule 7: a double press; the same key with other words is refused in words."""
    typed = {"words": "Rang the library.", "submission": str(uuid4())}
    for _time in range(2):
        assert page.post(f"/team/{team.id}/community/add/", typed).status_code == 303
    assert CommunityWork.objects.count() == 1
    again = page.post(f"/team/{team.id}/community/add/", {**typed, "words": "Something else."})
    assert again.status_code == 422
    assert "Something else." in again.content.decode()


@pytest.mark.parametrize(
    "typed", [{"words": "  "}, {"words": "x", "did_on_day": "1", "did_on_month": "1", "did_on_year": "2200"}]
)
def test_what_does_not_fit_comes_back_filled(page: Client, team: Team, typed: dict[str, str]) -> None:
    """House rule 7: no words, a day that has not come."""
    answer = page.post(f"/team/{team.id}/community/add/", {**typed, "place_words": "The mill"})
    assert answer.status_code == 422
    assert "The mill" in answer.content.decode()


def test_a_place_is_looked_for_in_the_directory_without_losing_a_word(page: Client, team: Team) -> None:
    """connecting R13: place in words, or a service of the directory; looking saves nothing."""
    found = service()
    add = f"/team/{team.id}/community/add/"
    looked = page.post(add, {"words": "Went along", "place_words": "repair", "look": "1"})
    said = looked.content.decode()
    assert looked.status_code == 200
    assert not CommunityWork.objects.exists()
    assert "Went along" in said
    assert f'value="{found.id}"' in said
    page.post(add, {"words": "Went along", "service": str(found.id)})
    row = CommunityWork.objects.get()
    assert (row.service_id, row.place_words) == (found.id, "Repair café")
    nothing = page.post(add, {"words": "Went along", "place_words": "zzz", "look": "1"})
    assert "Nothing of that name" in nothing.content.decode()


def test_a_service_that_is_not_there_is_refused_in_words(team: Team, worker: Account) -> None:
    """connecting R13."""
    with pytest.raises(Refused):
        kept(team, worker, service_id=uuid4())


def test_who_knows_whom_is_grouped_by_place_with_the_last_contact(
    page: Client, team: Team, worker: Account
) -> None:
    """connecting 1.6: who knows whom, last contact; the same place but for spelling is one."""
    other, today = make.staff(team, "peer_worker", "Jo Field"), timezone.localdate()
    kept(team, worker, place_words="The Mill", contact_words="Bea", did_on=today - timedelta(days=30))
    kept(team, worker, place_words="the mill", contact_words="Bea", did_on=today)
    kept(team, other, place_words="The mill", contact_words="Raj")
    kept(team, other, "Nowhere in particular.")
    said = text(page, team)
    places = said.split("What was done")[0]
    assert places.lower().count("the mill") == 1
    assert places.count("Bea") == 1
    assert "Raj known to Jo Field" in places
    assert "Worth asking again" not in said


def test_a_place_without_contact_for_long_is_marked(page: Client, team: Team, worker: Account) -> None:
    """connecting 1.6: stale places flagged; on the last day of the stretch it is not yet stale."""
    today, limit = timezone.localdate(), recency().stale_after_days
    row = kept(team, worker, place_words="The mill", did_on=today - timedelta(days=limit))
    assert "Worth asking again" not in text(page, team)
    CommunityWork.objects.filter(pk=row.pk).update(did_on=today - timedelta(days=limit + 1))
    assert "Worth asking again" in text(page, team)


def test_ones_own_work_is_changed_and_taken_back(page: Client, team: Team, worker: Account) -> None:
    """connecting R13, house rule 7: own work only; what stood there stays in its history."""
    row = kept(team, worker, place_words="The mill")
    change = f"/team/{team.id}/community/{row.id}/"
    assert "The mill" in page.get(change).content.decode()
    assert page.post(change, {"words": "Rang instead.", "version": "1"}).status_code == 303
    row.refresh_from_db()
    assert (row.words, row.place_words, row.version) == ("Rang instead.", "", 2)
    stale = page.post(change, {"words": "Old page.", "version": "1"})
    assert stale.status_code == 409
    back = f"{change}take-back/"
    assert page.get(back).status_code == 200
    assert page.post(back, {"version": "2"}).status_code == 303
    assert "Rang instead" not in text(page, team)
    assert page.get(change).status_code == 404
    assert CommunityWork.objects.count() == 1


def test_nobody_changes_a_colleagues_work(team: Team, worker: Account) -> None:
    """connecting R13: not the lead either; and the database says the same."""
    row, lead = kept(team, worker), make.staff(team, "team_lead")
    for act in (
        lambda: change_work(
            viewer=make.viewing(lead), team=team, work_id=row.id, version=1, work=Work("Mine now.")
        ),
        lambda: take_back_work(viewer=make.viewing(lead), team=team, work_id=row.id, version=1),
    ):
        with pytest.raises(NotFound):
            act()
    with seen_by(lead.id, "team_lead"):
        assert CommunityWork.objects.filter(pk=row.pk).update(words="Mine now.") == 0


def test_an_old_page_changes_nothing(team: Team, worker: Account) -> None:
    """House rule 7."""
    row = kept(team, worker)
    with pytest.raises(StaleEdit):
        take_back_work(viewer=make.viewing(worker), team=team, work_id=row.id, version=7)
    with pytest.raises(Refused):
        change_work(
            viewer=make.viewing(worker),
            team=team,
            work_id=row.id,
            version=1,
            work=Work(row.words, row.did_on),
        )


@pytest.mark.parametrize(("role", "status"), [("peer_worker", 200), ("team_lead", 200), ("worker", 200)])
def test_everybody_of_the_team_sees_it_and_no_other_team(
    team: Team, worker: Account, role: str, status: int
) -> None:
    """connecting R13: it belongs to the team; row-level security says so too."""
    kept(team, worker)
    client = client_for((make.staff(team, role), role))
    assert client.get(f"/team/{team.id}/community/").status_code == status
    other = make.staff(make.team(team.organisation), role)
    assert client_for((other, role)).get(f"/team/{team.id}/community/").status_code == 404
    with seen_by(other.id, role):
        assert not CommunityWork.objects.exists()


def test_the_list_is_shown_page_by_page_with_as_many_questions_for_many(
    page: Client, team: Team, worker: Account
) -> None:
    """Query budget, and nothing is out of reach."""
    kept(team, worker, "The very first.")
    page.get(f"/team/{team.id}/community/")
    with asked() as few:
        page.get(f"/team/{team.id}/community/")
    day = timezone.localdate()
    CommunityWork.objects.bulk_create(
        CommunityWork(team=team, written_by=worker, words=f"Visit {n}", place_words=f"Place {n}", did_on=day)
        for n in range(60)
    )
    with asked() as many:
        first = text(page, team)
    assert len(few) == len(many) <= 14, many
    assert "Older" in first
    assert "The very first" in text(page, team, "?from=50")
