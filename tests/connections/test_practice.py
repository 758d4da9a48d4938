"""How a team sees its own connecting work: values with examples, no total, no level, no names."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from ownwords.connections.actions.practice import Seen, change_check, make_check
from ownwords.connections.method.practice import practice_areas, read_areas, read_recency, recency
from ownwords.connections.models import PracticeCheck, PracticeRating
from ownwords.people.access import NotFound
from ownwords.people.method.definition_file import IncompleteDefinition
from ownwords.people.models import Account, Team
from ownwords.people.refusals import Refused
from ownwords.people.viewer import seen_by
from tests import factories as make
from tests.signed_in import client_for

WHOLE = """
version = "1"
edition = "e"
source = "s"
licence = "l"
low = 1
high = 9
low_words = "hardly"
high_words = "always"
statement = "No scale."
[[areas]]
key = "time"
label = "There is time"
prompt = "When?"
"""


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


def text(client: Client, team: Team) -> str:
    """Return the words of the team's page."""
    answer = client.get(f"/team/{team.id}/practice/")
    assert answer.status_code == 200
    return " ".join(
        re.sub(r"<[^>]+>", " ", answer.content.decode().split("<main")[1].split("</main>")[0]).split()
    )


def test_areas_are_few_ours_and_say_that_they_are_no_fidelity_scale() -> None:
    """connecting R15, 1.5: own wording with a version, no claim of equivalence."""
    areas = practice_areas()
    assert 4 <= len(areas.areas) <= 8
    assert "no fidelity scale" in areas.statement
    assert "total" in areas.statement
    assert areas.provenance.source.startswith("Our own wording")
    assert (areas.low, areas.high) == (1, 9)


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('licence = "l"', "", "licence is missing"),
        ('prompt = "When?"', "", "prompt is missing"),
        ("high = 9", "high = 10", "values run from 1 to 9"),
        ('version = "1"', f'version = "{"1" * 21}"', "more than 20"),
        ('key = "time"', f'key = "{"t" * 41}"', "too long"),
        ("[[areas]]", '[[areas]]\nkey = "time"\nlabel = "x"\nprompt = "y"\n[[areas]]', "time"),
    ],
)
def test_a_definition_that_lacks_something_is_refused_with_the_reason(old: str, new: str, says: str) -> None:
    """connecting R15: reference data is data, complete or not used."""
    assert len(read_areas(WHOLE, "x").areas) == 1
    with pytest.raises(IncompleteDefinition, match=says):
        read_areas(WHOLE.replace(old, new), "x")


def test_how_long_a_contact_is_recent_is_data_with_a_reason() -> None:
    """connecting 1.6: a constant with its reason."""
    assert recency().stale_after_days > 0
    assert "Our own choice" in recency().provenance.source
    with pytest.raises(IncompleteDefinition, match="at least 1"):
        read_recency('version="1"\nedition="e"\nsource="s"\nlicence="l"\nstale_after_days=0', "x")


@pytest.mark.django_db
def test_a_value_without_an_example_is_a_draft_and_stands_in_no_summary(page: Client, team: Team) -> None:
    """connecting R15: kept, said so, left out; an example alone likewise."""
    typed = {
        "value_community": "7", "example_community": "Two of us went to the mosque's open day.",
        "value_time": "2", "example_interests": "Sam's bicycles.",
    }  # fmt: skip
    answer = page.post(f"/team/{team.id}/practice/add/", typed, follow=True)
    assert "In 2 areas a value or an example is missing" in answer.content.decode()
    said = text(page, team)
    assert "open day" in said
    assert "Sam" not in said
    assert said.count("Nobody has said anything with an example yet") == len(practice_areas().areas) - 1
    assert "1 area with an example , 2 drafts" in said.replace("example,", "example ,")


@pytest.mark.django_db
def test_drafts_are_completed_later_and_then_count(page: Client, team: Team) -> None:
    """connecting R15: the check is one's own and stays open; the history keeps what stood there."""
    page.post(f"/team/{team.id}/practice/add/", {"value_time": "2"})
    check = PracticeCheck.objects.get()
    url = f"/team/{team.id}/practice/{check.id}/"
    assert re.search(r'value="2"[^>]* checked', page.get(url).content.decode())
    done = page.post(url, {"value_time": "2", "example_time": "Monday was all crisis.", "version": "1"})
    assert done.status_code == 303
    assert "Monday was all crisis." in text(page, team)
    stale = page.post(url, {"value_time": "3", "version": "1"})
    assert stale.status_code == 409


@pytest.mark.django_db
def test_values_are_listed_over_time_without_names_total_or_level(
    page: Client, team: Team, worker: Account
) -> None:
    """connecting R15, house rule 4: a list of values with examples; nobody is named, nothing is added up."""
    other = make.staff(team, name="Jo Field")
    for who, value in ((worker, 3), (other, 8), (worker, 4)):
        seen = {"time": Seen(value, f"Example {value}.")}
        make_check(viewer=make.viewing(who), team=team, seen=seen)
    said = text(page, team)
    assert [int(one) for one in re.findall(r"Value (\d)", said)] == [4, 8, 3]
    for word in ("Amina", "Jo Field", "average", " mean ", " sum ", "high fidelity", "low fidelity", "15"):
        assert word not in said
    assert "no fidelity scale" in said


@pytest.mark.django_db
def test_only_values_from_one_to_nine_are_kept_and_nothing_is_not_kept(team: Team, worker: Account) -> None:
    """connecting R15; the database holds the range as well."""
    viewer = make.viewing(worker)
    for seen in (
        {"time": Seen(10, "x")},
        {"time": Seen(0, "x")},
        {},
        {"time": Seen()},
        {"unknown": Seen(3, "x")},
    ):
        with pytest.raises(Refused):
            make_check(viewer=viewer, team=team, seen=seen)
    assert not PracticeCheck.objects.exists()


@pytest.mark.django_db
def test_another_persons_check_is_not_found_and_another_team_sees_nothing(
    team: Team, worker: Account
) -> None:
    """connecting R15: a check belongs to whoever made it; row-level security keeps other teams out."""
    check = make_check(viewer=make.viewing(worker), team=team, seen={"time": Seen(3, "Example.")})
    lead, other = make.staff(team, "team_lead"), make.staff(make.team(team.organisation))
    with pytest.raises(NotFound):
        change_check(viewer=make.viewing(lead), team=team, check_id=check.id, version=1, seen={})
    assert client_for((lead, "team_lead")).get(f"/team/{team.id}/practice/{check.id}/").status_code == 404
    assert client_for((other, "worker")).get(f"/team/{team.id}/practice/").status_code == 404
    with seen_by(other.id, "worker"):
        assert not PracticeRating.objects.exists()
        assert not PracticeCheck.objects.exists()


@pytest.mark.django_db
def test_saving_the_same_again_is_refused_in_words(team: Team, worker: Account) -> None:
    """House rule 7."""
    viewer = make.viewing(worker)
    check = make_check(viewer=viewer, team=team, seen={"time": Seen(3, "Example.")})
    with pytest.raises(Refused):
        change_check(
            viewer=viewer, team=team, check_id=check.id, version=1, seen={"time": Seen(3, "Example.")}
        )
