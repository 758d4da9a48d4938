"""Ten thousand hostile requests across all routes and roles: an answer in words to each, never a leak."""

from __future__ import annotations

import os
import random
from typing import Any
from urllib.parse import quote

import pytest
from django.db import transaction
from django.test import Client

from tests import factories as make
from tests.matrix import address, build, routes
from tests.signed_in import client_for
from tests.storm import METHODS, Shot, data, field_names

pytestmark = pytest.mark.django_db
PARTS = 10
SHOTS = int(os.environ.get("OWNWORDS_STORM", "10000")) // PARTS
CANARY = "the heron by the lock at half past five"
QUERIES = (
    "q",
    "page",
    "kind",
    "tag",
    "after",
    "from",
    "to",
    "team",
    "find",
    "next",
    "who",
    "year",
    "said_by",
)


def _known_fields(client: Client, url: str) -> dict[str, list[str]]:
    response = client.get(url)
    is_page = response.headers.get("Content-Type", "").startswith("text/html")
    return field_names(response.content.decode()) if response.status_code == 200 and is_page else {}


def _shoot(client: Client, shot: Shot) -> Any:
    with transaction.atomic():
        send = getattr(client, shot.method.lower())
        if shot.method in ("GET", "HEAD"):
            plain = {name: value for name, value in shot.data.items() if isinstance(value, str)}
            response = send(shot.url, plain)
        elif shot.method == "POST":
            response = send(shot.url, shot.data)
        else:
            response = send(shot.url, quote(str(shot.data)[:5000]), content_type="text/plain")
        transaction.set_rollback(True)
    return response


@pytest.mark.parametrize("part", range(PARTS))
def test_hostile_requests_are_answered_in_words_and_tell_nothing(part: int) -> None:
    """Bad input; platform F7: 10,000 requests, 0 answers of 5xx, no word of a record to a stranger."""
    world = build()
    make.entry(world.sam, CANARY, visibility="me")
    clients = {name: client_for(viewer) for name, viewer in world.viewers.items()}
    every = [(p, n, address(p, n, world)) for p, n, _view in routes() if "signout" not in n]
    known = {
        url: {**_known_fields(clients["the person"], url), **_known_fields(clients["worker"], url)}
        for _pattern, _name, url in every
    }
    ids = [str(world.jo.id), str(world.sam.id), *map(str, world.ids.values())]
    dice = random.Random(part)
    for _ in range(SHOTS):
        viewer = dice.choice(list(clients))
        _pattern, _name, url = dice.choice(every)
        method = dice.choice(METHODS)
        fields = known[url] if method == "POST" else {name: [] for name in QUERIES}
        shot = Shot(viewer, method, url, data(dice, fields, ids))
        response = _shoot(clients[viewer], shot)
        assert response.status_code < 500, str(shot)
        if viewer != "the person" and not response.streaming:
            assert CANARY.encode() not in response.content, str(shot)
