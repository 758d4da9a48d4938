"""What the tests of maps as files share: sending a file, reading what a page carries along, and a small map."""

from __future__ import annotations

import re
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from ownwords.connections.actions.map_items import end_item
from ownwords.connections.actions.map_links import set_links
from ownwords.connections.actions.maps import answer_links_asked
from ownwords.connections.models import MapItem
from ownwords.people.models import Person
from tests.around_sam import opened_by
from tests.connections.map_parts import at, key, put, text


def draw_small_map(sam: Person, *, visibility: str = "team") -> dict[str, MapItem]:
    """Ann and Bo know each other; Cy knows nobody; the pier is not placed; Dee is over."""
    made = {
        "Ann": put(
            sam, "Ann", ring=1, what="person", relations=("family", "friend"), helps="helps", gives_me=True
        ),
        "Bo": put(sam, "Bo", ring=3, what="person", note="from the choir", i_give=False),
        "Cy": put(sam, "=Cy;\\ & <co>", ring=3),
        "The pier": put(sam, "The pier", what="place", visibility=visibility),
        "Dee": put(sam, "Dee", ring=2),
    }
    MapItem.objects.filter(pk=made["Bo"].pk).update(angle=200)
    opened = opened_by(sam.account, sam)
    set_links(opened=opened, item_id=made["Ann"].id, known=(), chosen={made["Bo"].id, made["Dee"].id})
    answer_links_asked(opened=opened, answered=True)
    dee = made["Dee"]
    end_item(opened=opened, item_id=dee.id, version=dee.version, ended_as="drifted", words="She moved.")
    return made


def look_at(client: Client, person: Person, name: str, content: bytes, status: int = 200) -> str:
    """Choose a file on the page and return what is shown."""
    answer = client.post(at("map_import", person), {"file": SimpleUploadedFile(name, content)})
    assert answer.status_code == status, answer.status_code
    return text(answer)


def carried(main: str) -> dict[str, str]:
    """Return the hidden fields that a page carries along."""
    return dict(re.findall(r'<input type="hidden" name="(seal|which|submission)" value="([^"]*)"', main))


def say_yes(client: Client, person: Person, main: str, **typed: Any) -> Any:
    """Press the button of a preview."""
    return client.post(at("map_import_keep", person), {"submission": key(), **carried(main), **typed})


def taken_away(client: Client, person: Person, form: str = "csv") -> bytes:
    """Return the file of the map that this viewer is given."""
    answer = client.post(at("map_export", person), {"form": form})
    assert answer.status_code == 200, answer.status_code
    content: bytes = answer.content
    return content
