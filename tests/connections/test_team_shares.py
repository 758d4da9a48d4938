"""Whether connecting was explained, and what maps are made of: over a team's people, masked, no target, no type."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from ownwords.connections.method.network import Alter, PersonalMap, share
from ownwords.connections.method.shares import band_of
from ownwords.connections.queries.team_shares import SHARES, explained_to, map_shares
from ownwords.people.models import Account, Team
from ownwords.people.viewer import seen_by
from tests import factories as make
from tests.connections.team_ties import explained, item
from tests.signed_in import client_for

pytestmark = pytest.mark.django_db


@pytest.fixture
def team() -> Team:
    """A team without anybody yet."""
    return make.team()


@pytest.fixture
def worker(team: Team) -> Account:
    """Somebody who works there."""
    return make.staff(team)


@pytest.fixture
def page(worker: Account) -> Client:
    """The worker, signed in."""
    return client_for((worker, "worker"))


def text(client: Client, url: str) -> str:
    """Return the words of a page."""
    answer = client.get(url)
    assert answer.status_code == 200
    return " ".join(
        re.sub(r"<[^>]+>", " ", answer.content.decode().split("<main")[1].split("</main>")[0]).split()
    )


def answers(team: Team, who: Account, role: str = "worker") -> Any:
    """Return the answers as this account gets them."""
    with seen_by(who.id, role):
        return explained_to(team)


# ---- explained to me -------------------------------------------------------------------------------


def test_the_share_is_of_everybody_supported_now_and_stands_in_a_sentence(page: Client, team: Team) -> None:
    """connecting R14: yes, partly, no, unsure, not answered; the headline on the team's page."""
    people = [make.person(team) for _one in range(30)]
    for who, answer in zip(people, ["yes"] * 12 + ["partly"] * 6 + ["no"] * 5 + ["unsure"], strict=False):
        explained(who, answer)
    make.person(team, ends_on=timezone.localdate())
    said = text(page, "/team/connecting/")
    assert "Explained, say 12 of 30 people supported now." in said
    report = text(page, f"/team/{team.id}/connecting/")
    assert "partly 6" in report or "partly not shown" in report
    assert "I am not sure not shown" in report


def test_the_latest_answer_decides_and_what_is_private_is_no_answer(team: Team, worker: Account) -> None:
    """connecting R14: an earlier answer is not used in place of one that is private now; taken back is not counted."""
    people = [make.person(team) for _one in range(8)]
    for who in people[:6]:
        explained(who, "yes")
    explained(people[0], "no")
    explained(people[1], "no", visibility="me")
    gone = {"removed_at": timezone.now(), "removed_by_id": worker.id, "removed_reason": "A slip."}
    explained(people[6], "no", **gone)
    found = answers(team, worker)
    assert found.answers == {"yes": 4, "no": 1, "": 3}


def test_fewer_than_five_answers_show_none(page: Client, team: Team) -> None:
    """connecting R14: masked."""
    for _one in range(9):
        who = make.person(team)
    explained(who, "no")
    said = text(page, "/team/connecting/")
    assert "Fewer than 5 have answered" in said
    assert "Explained, say" not in said


def test_another_team_and_a_peer_worker_get_no_figure(team: Team) -> None:
    """connecting R14: figures are for workers and leads of the team."""
    assert answers(team, make.staff(make.team(team.organisation))) is None
    peer = make.staff(team, "peer_worker")
    assert answers(team, peer, "peer_worker") is None
    said = text(client_for((peer, "peer_worker")), "/team/connecting/")
    assert "What we do in the community" in said
    assert "New ties" not in said


# ---- what maps are made of ---------------------------------------------------------------------------

MAPS: list[list[list[str]]] = [
    [["service"], ["family"], ["friend"], ["community"]],
    [["service", "friend"], []],
    [["family"]],
    [[], []],
    [],
    [["service"], ["service"], ["community", "family", "faith"]],
]


def test_the_database_counts_shares_as_the_method_does(team: Team, worker: Account) -> None:
    """connecting R16, R17: several kinds in equal parts, out of everything on the map; no kind said is not known."""
    expected = {name: [] for name in SHARES}  # type: ignore[var-annotated]
    for kinds in MAPS * 2:
        who = make.person(team)
        for one in kinds:
            item(who, relations=one)
        alters = PersonalMap(tuple(Alter(str(n), kinds=tuple(one)) for n, one in enumerate(kinds)))
        for name in SHARES:
            expected[name].append(band_of(share(alters, {name})))
    with seen_by(worker.id, "worker"):
        found = map_shares(team)
    assert found is not None
    assert found.maps is not None
    for name in SHARES:
        assert sorted(band_of(one[name]) for one in found.maps) == sorted(expected[name])


def test_what_is_private_over_or_out_of_view_is_in_no_share(team: Team, worker: Account) -> None:
    """connecting R3, R7, R17: "only me" hides it from every count that staff see."""
    today = timezone.localdate()
    gone = {"removed_at": timezone.now(), "removed_by_id": worker.id, "removed_reason": "A slip."}
    for _one in range(6):
        who = make.person(team)
        item(who, relations=["family"])
        for columns in (
            {"visibility": "me"},
            {"visibility": "named"},
            gone,
            {"ended_on": today, "ended_as": "died"},
        ):
            item(who, relations=["service"], **columns)
    with seen_by(worker.id, "worker"):
        found = map_shares(team)
    assert found is not None
    assert found.maps is not None
    assert {(band_of(one["service"]), band_of(one["family"])) for one in found.maps} == {("none", "over")}


def test_the_page_shows_a_spread_without_target_type_or_colour(page: Client, team: Team) -> None:
    """connecting R17: distribution with masking; no target, no type label."""
    for number in range(20):
        who = make.person(team)
        item(who, relations=["service"] if number < 8 else ["family"])
        if number == 19:
            item(who, relations=["service"])
    said = text(page, f"/team/{team.id}/connecting/maps/")
    assert "There is no right share" in said
    assert "not shown" in said
    row = said[said.index("paid to be there, or a service") :]
    assert "none 11 " in row
    assert not re.search(r" [1-4] ", row)
    for word in ("target", "too many", "should be", "diverse", "sparse"):
        assert word not in said
    assert "nhsuk-tag" not in page.get(f"/team/{team.id}/connecting/maps/").content.decode().split("<main")[1]


def test_fewer_than_five_maps_show_no_spread(page: Client, team: Team) -> None:
    """connecting R17."""
    for _one in range(4):
        item(make.person(team), relations=["service"])
    assert "nothing is shown" in text(page, f"/team/{team.id}/connecting/maps/")
