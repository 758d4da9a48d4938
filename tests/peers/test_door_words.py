"""What no field of a peer form may be called, and what no page of this room may say."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.apps import apps

from ownwords.peers.forms import attempts, door, introductions
from ownwords.people.models import Account, Person
from ownwords.people.queries.circle import circle_of
from tests.around_sam import opened_by
from tests.site.look import ROOT

# PS-06: what is not asked of anybody in a form of peer support.
NOT_ASKED = (
    "motivat",
    "insight",
    "complian",
    "adheren",
    "participat",
    "symptom",
    "engagement_level",
    "attitude",
    "diagnos",
    "risk",
)
NOT_SAID = ("discharged", "dropped out", "failed", "did not attend", "disengaged", "non-engag", "relapse")
ROOM = ROOT / "ownwords" / "peers"


def test_no_table_of_peer_support_has_a_column_for_what_is_not_asked() -> None:
    """PS-06: schema test on a banned list."""
    found = [
        f"{model.__name__}.{field.name}"
        for model in apps.get_app_config("peers").get_models()
        for field in model._meta.concrete_fields
        if any(word in field.name.lower() for word in NOT_ASKED)
    ]
    assert found == []


@pytest.mark.django_db
def test_no_form_of_the_door_asks_for_it(sam: Person, peer: Account) -> None:
    """PS-06: form test on a banned list."""
    opened = opened_by(peer, sam)
    circle = circle_of(opened)
    forms = [
        attempts.AttemptForm(opened=opened, circle=circle, who={peer.id: "Pat"}, notes=True, ask_told=True),
        attempts.FirstFaceForm(),
        door.ComeBackForm(),
        door.ReturnForm(opened=opened, seen=0),
        introductions.IntroductionForm(opened=opened, circle=circle),
    ]
    forms += [door.TurnForm(opened=opened, way=way, seen=0) for way in door.WAYS.values()]
    said = [f"{name} {field.label}".lower() for form in forms for name, field in form.fields.items()]
    assert [one for one in said if any(word in one for word in NOT_ASKED)] == []


def _sources() -> list[Path]:
    return sorted([*ROOM.glob("jinja2/**/*.html"), *ROOM.glob("**/*.py")])


def test_no_page_and_no_string_of_this_room_says_that_somebody_fell_short() -> None:
    """PS-09: the word does not appear in any view; house rule 3."""
    found = []
    for path in _sources():
        text = path.read_text(encoding="utf-8")
        if path.suffix == ".py":
            text = " ".join(re.findall(r"_\(\s*[\"'](.*?)[\"']\s*[,)]", text, flags=re.DOTALL))
        found += [f"{path.name}: {word}" for word in NOT_SAID if word in text.lower()]
        found += [f"{path.name}: DNA"] if re.search(r"\bDNAs?\b", text) else []
    assert found == []
