"""Every route x every way of standing to a person, against `tests/access_matrix.md`."""

from __future__ import annotations

from pathlib import Path
from uuid import uuid4

import pytest

from ownwords.ledger.models import Act
from ownwords.people.checks import is_library, route_of
from ownwords.record.models import Entry, Step
from tests import factories as make
from tests.matrix import METHODS, NOT_FOUND, SIGN_IN, VIEWERS, World, address, answer, build, routes
from tests.signed_in import client_for

pytestmark = pytest.mark.django_db
ENTRY_IDS = ("entry_id", "goal_id", "conversation_id", "strength_id", "offered_id")
TABLE = Path(__file__).with_name("access_matrix.md")
HEAD = """# Who reaches which page

Rows are routes with the way they are asked (GET reads, POST does something, here with an empty form); columns are
people by how they stand to Sam, in whose record the addresses lie. “yes”: the page answers (a refused form too);
“–”: not found, the same bytes as for something that does not exist; “sign in”: asked to sign in first; “405”: this
page is not asked that way.

"""


@pytest.fixture
def world() -> World:
    """Two trusts, three teams, Sam and Jo."""
    return build()


def asked() -> list[tuple[str, str, str, str, bool]]:
    """Every (row of the table, method, address pattern, route, whether the library's)."""
    return [
        (
            f"{method} {name}" + (" (library)" if is_library(view) else ""),
            method,
            pattern,
            name,
            is_library(view),
        )
        for pattern, name, view in routes()
        if name
        for method in METHODS
    ]


def column(world: World, viewer: str) -> dict[str, str]:
    """Walk every route as one viewer; what a request changes is taken back before the next."""
    client = client_for(world.viewers[viewer])
    return {
        row: answer(client, method, address(pattern, name, world))
        for row, method, pattern, name, _ in asked()
    }


def written() -> dict[str, dict[str, str]]:
    """Read the table that stands beside this file: viewer -> row -> cell."""
    lines = [line for line in TABLE.read_text(encoding="utf-8").splitlines() if line.startswith("|")]
    head, _rule, *rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    return {viewer: {row[0]: row[place] for row in rows} for place, viewer in enumerate(head) if place}


def as_table(columns: dict[str, dict[str, str]]) -> str:
    """Return the Markdown table that stands beside this file."""
    lines = ["| " + " | ".join(["route", *columns]) + " |", "|" + " --- |" * (len(columns) + 1)]
    lines += [
        "| " + " | ".join([row, *(cells[row] for cells in columns.values())]) + " |"
        for row, *_rest in asked()
    ]
    return HEAD + "\n".join(lines) + "\n"


def write_the_table(world: World) -> None:
    """No test: writes the table anew (`python -m tests.write_matrix`)."""
    TABLE.write_text(as_table({viewer: column(world, viewer) for viewer in VIEWERS}), encoding="utf-8")


@pytest.mark.parametrize("viewer", VIEWERS)
def test_every_route_answers_as_the_table_says(world: World, viewer: str) -> None:
    """platform 9-11, F8; ASVS 8.1.1: a route that is not in the table fails; so does a cell that changed.

    After a deliberate change, run `python -m tests.write_matrix` and read every line of the difference.
    """
    assert column(world, viewer) == written()[viewer]


STRANGERS = (
    "another person",
    "another's supporter",
    "worker, other team",
    "worker, other trust",
    "former worker",
    "another's peer worker",
    "lead, other team",
    "researcher",
    "researcher, reads only",
    "researcher, other study",
    "administrator",
)


@pytest.mark.parametrize("stranger", STRANGERS)
def test_by_the_table_no_stranger_reaches_any_page_below_a_person(stranger: str) -> None:
    """platform 11, F8: 0 leaks; so nobody can write a leak into the table by accident."""
    cells = written()[stranger]
    reached = [
        row
        for row, _method, pattern, _name, _library in asked()
        if "person_id" in pattern and cells[row] not in (NOT_FOUND, "405")
    ]
    assert reached == []


def test_by_the_table_nobody_who_is_signed_out_reaches_a_page_below_a_person() -> None:
    """ASVS 8.2.1."""
    cells = written()["signed out"]
    below = [row for row, _method, pattern, _name, _library in asked() if "person_id" in pattern]
    assert [row for row in below if cells[row] not in (SIGN_IN, "405")] == []


def test_what_is_forbidden_and_what_does_not_exist_look_the_same(world: World) -> None:
    """F8: forbidden = not found, same bytes."""
    client = client_for(world.viewers["worker, other team"])
    for pattern, route, _view in routes():
        if "person_id" not in pattern:
            continue
        url = address(pattern, route, world)
        forbidden = client.get(url)
        missing = client.get(url.replace(str(world.sam.id), str(uuid4())))
        assert (forbidden.status_code, forbidden.content) == (missing.status_code, missing.content), route


def test_an_entry_of_somebody_else_is_not_found_below_this_person(world: World) -> None:
    """platform 11: an id taken from another record opens nothing, even for somebody who may open both."""
    theirs = make.entry(world.jo, "Jo's own words")
    worker = client_for(world.viewers["worker"])
    own = client_for(world.viewers["the person"])
    for pattern, route, _view in routes():
        if "entry_id" not in pattern:
            continue
        ids = {
            **world.ids,
            **dict.fromkeys(ENTRY_IDS, theirs.id),
        }
        url = address(pattern, route, World(world.sam, world.jo, world.team, world.viewers, ids))
        for client in (worker, own):
            for method in METHODS:
                assert answer(client, method, url) in (NOT_FOUND, "405"), f"{method} {route}"


def test_a_private_entry_is_not_found_by_anybody_but_the_person(world: World) -> None:
    """refocus R11: visibility per entry."""
    private = make.entry(world.sam, "Only mine", visibility="me")
    for name, viewer in world.viewers.items():
        if name not in ("worker", "team lead", "their supporter", "their peer worker"):
            continue
        client = client_for(viewer)
        for pattern, route, _view in routes():
            if "entry_id" not in pattern:
                continue
            ids = {
                **world.ids,
                **dict.fromkeys(ENTRY_IDS, private.id),
            }
            url = address(pattern, route, World(world.sam, world.jo, world.team, world.viewers, ids))
            response = client.get(url)
            assert response.status_code in (404, 405), f"{name} reaches {route}"
            assert b"Only mine" not in response.content


def test_every_route_says_what_it_needs() -> None:
    """platform 9: every route names its permission and how it reaches data."""
    silent = [pattern for pattern, _name, view in routes() if route_of(view) is None and not is_library(view)]
    assert silent == []


def test_nothing_is_changed_by_asking(world: World) -> None:
    """ASVS 3.5.3: no change by GET (but for the trace that somebody looked)."""
    clients = [
        client_for(world.viewers[name]) for name in ("the person", "worker", "team lead", "administrator")
    ]
    before = (list(Entry.objects.values()), list(Step.objects.values()), Act.objects.count())
    for client in clients:
        for pattern, name, _view in routes():
            client.get(address(pattern, name, world))
    assert (list(Entry.objects.values()), list(Step.objects.values()), Act.objects.count()) == before


def test_by_the_table_nobody_reaches_a_study_that_they_do_not_work_in() -> None:
    """inquiry 28; DESIGN 1: a study and all below it are for those who work in it; who reads only, changes nothing."""
    cells = written()
    inside = {"researcher", "researcher, reads only"}
    rows = [row for row in cells["researcher"] if " inquiry:" in row]
    assert rows
    for viewer in VIEWERS:
        if viewer not in inside:
            assert [row for row in rows if cells[viewer][row] not in (NOT_FOUND, SIGN_IN)] == []
