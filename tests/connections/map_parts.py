"""What the tests of the map share: things on a map, addresses, and what a page shows in its list and its drawing."""

from __future__ import annotations

import re
from typing import Any
from uuid import UUID, uuid4

from django.test import Client
from django.urls import reverse
from django.utils import timezone

from ownwords.connections.actions.map_items import Told, add_item
from ownwords.connections.models import MapHelper, MapItem
from ownwords.people.models import Account, Person
from ownwords.people.sight import Sight
from tests.around_sam import opened_by

RINGS = {"inner": 1, "middle": 2, "outer": 3}


def at(route: str, person: Person, *ids: Any) -> str:
    """Return the address of a page of the map."""
    return reverse(f"connections:{route}", args=[person.id, *ids])


def put(
    sam: Person, words: str, *, by: Account | None = None, visibility: str = "team", ring: int | None = None,
    named: tuple[UUID, ...] = (), **told: Any,
) -> MapItem:  # fmt: skip
    """Put something on Sam's map, as Sam unless said otherwise."""
    item = add_item(
        opened=opened_by(by or sam.account, sam),
        told=Told(words=words, **told),
        sight=Sight(visibility, named),
    )
    if ring is not None:
        MapItem.objects.filter(pk=item.pk).update(ring=ring)
        item.refresh_from_db()
    return item


def asked(sam: Person, who: Account, **columns: Any) -> MapHelper:
    """Say that Sam has asked somebody to draw the map."""
    return MapHelper.objects.create(
        person=sam,
        account=who,
        made_by_id=sam.account_id or who.id,
        starts_on=timezone.localdate(),
        **columns,
    )


def key() -> str:
    """Return a form's own key."""
    return str(uuid4())


def text(answer: Any) -> str:
    """Return the main part of a page, as it was sent."""
    content: str = answer.content.decode()
    return content[content.index("<main") : content.index("</main>")]


def looked(client: Client, address: str, status: int = 200) -> str:
    """Open a page and return its main part."""
    answer = client.get(address)
    assert answer.status_code == status, answer.status_code
    return text(answer)


def listed(main: str) -> dict[str, str]:
    """Return id -> ring ("1" to "3", or "none") of each row of the list."""
    rows = re.findall(
        r'<li class="ow-map-item" id="item-([0-9a-f-]+)".*?</li>\s*(?=<li class="ow-map-item"|</ul>)',
        main,
        re.S,
    )
    found = {}
    for item in rows:
        chosen = re.search(rf'id="ring-(\w+)-{item}" name="ring" value="\w+" checked', main)
        found[item] = chosen[1] if chosen else "?"
    return found


def drawn(main: str) -> dict[str, str]:
    """Return id -> ring of each mark of the drawing, by where it lies among the circles."""
    circles = re.findall(r'cx="([\d.]+)" cy="([\d.]+)" r="([\d.]+)" data-ring="(\d)"', main)
    marks = re.findall(
        r'data-item="([0-9a-f-]+)".*?<rect class="ow-map-mark__hit" x="([\d.-]+)" y="([\d.-]+)"', main, re.S
    )
    found = {}
    for item, left, top in marks:
        x, y = float(left) + 32, float(top) + 14
        inside = [
            (float(radius), ring)
            for cx, cy, radius, ring in circles
            if (x - float(cx)) ** 2 + (y - float(cy)) ** 2 <= float(radius) ** 2
        ]
        found[item] = min(inside)[1] if inside else "none"
    return found


def agree(client: Client, sam: Person) -> dict[str, str]:
    """Open the map, expect list and drawing to say the same, and return id -> ring."""
    main = looked(client, at("map", sam))
    rows = listed(main)
    assert rows == drawn(main)
    return rows
