"""Every route x every way of standing to a person, against `tests/access_matrix.md`."""

from __future__ import annotations

import os
from pathlib import Path
from uuid import uuid4

import pytest
from django.db import transaction

from ownwords.people.checks import is_library, route_of
from tests import factories as make
from tests.matrix import METHODS, NOT_FOUND, World, address, answer, build, client_for, routes

pytestmark = pytest.mark.django_db
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


def found_rows(world: World) -> dict[str, list[str]]:
    """Walk every route as everybody; what a request changes is taken back before the next."""
    clients = {name: client_for(viewer) for name, viewer in world.viewers.items()}
    rows: dict[str, list[str]] = {}
    for pattern, name, view in routes():
        if not name:
            continue
        for method in METHODS:
            cells = []
            for client in clients.values():
                with transaction.atomic():
                    cells.append(answer(client, method, address(pattern, name, world)))
                    transaction.set_rollback(True)
            rows[f"{method} {name}" + (" (library)" if is_library(view) else "")] = cells
    return rows


def as_table(world: World, rows: dict[str, list[str]]) -> str:
    """Return the rows as the Markdown table that stands beside this file."""
    lines = ["| " + " | ".join(["route", *world.viewers]) + " |", "|" + " --- |" * (len(world.viewers) + 1)]
    lines += ["| " + " | ".join([name, *cells]) + " |" for name, cells in rows.items()]
    return HEAD + "\n".join(lines) + "\n"


def test_every_route_answers_everybody_as_the_table_says(world: World) -> None:
    """platform 9-11, F8: a route that is not in the table fails; so does a cell that changed.

    After a deliberate change, run with OWNWORDS_WRITE_MATRIX=1 and read every line of the difference.
    """
    table = as_table(world, found_rows(world))
    if os.environ.get("OWNWORDS_WRITE_MATRIX"):
        TABLE.write_text(table, encoding="utf-8")
    assert table.splitlines() == TABLE.read_text(encoding="utf-8").splitlines()


STRANGERS = (
    "another person",
    "another's supporter",
    "worker, other team",
    "worker, other trust",
    "former worker",
    "another's peer worker",
    "lead, other team",
    "researcher",
    "administrator",
)


def test_no_stranger_reaches_any_page_below_a_person(world: World) -> None:
    """platform 11, F8: 0 leaks, whatever the table says."""
    for name in STRANGERS:
        client = client_for(world.viewers[name])
        for pattern, route, _view in routes():
            if "person_id" not in pattern:
                continue
            for method in METHODS:
                with transaction.atomic():
                    found = answer(client, method, address(pattern, route, world))
                    transaction.set_rollback(True)
                assert found in (NOT_FOUND, "405"), f"{name} reaches {method} {route}"


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
            **dict.fromkeys(("entry_id", "goal_id", "conversation_id", "strength_id"), theirs.id),
        }
        url = address(pattern, route, World(world.sam, world.jo, world.team, world.viewers, ids))
        for client in (worker, own):
            for method in METHODS:
                with transaction.atomic():
                    assert answer(client, method, url) in (NOT_FOUND, "405"), f"{method} {route}"
                    transaction.set_rollback(True)


def test_a_private_entry_is_not_found_by_anybody_but_the_person(world: World) -> None:
    """refocus R11: visibility per entry."""
    private = make.entry(world.sam, "Only mine", visibility="me")
    for name, viewer in world.viewers.items():
        if name in ("the person", "signed out"):
            continue
        client = client_for(viewer)
        for pattern, route, _view in routes():
            if "entry_id" not in pattern:
                continue
            ids = {
                **world.ids,
                **dict.fromkeys(("entry_id", "goal_id", "conversation_id", "strength_id"), private.id),
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
    from ownwords.ledger.models import Act
    from ownwords.record.models import Entry, Step

    before = (list(Entry.objects.values()), list(Step.objects.values()), Act.objects.count())
    for viewer in world.viewers.values():
        client = client_for(viewer)
        for pattern, name, _view in routes():
            client.get(address(pattern, name, world))
    assert (list(Entry.objects.values()), list(Step.objects.values()), Act.objects.count()) == before
