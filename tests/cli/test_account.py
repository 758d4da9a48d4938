"""`account create`: the first administrator of a service comes in this way."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.helpers import ownwords

pytestmark = pytest.mark.xdist_group("service")


def test_the_first_administrator_gets_a_link_that_makes_the_organisation(service: Path) -> None:
    """From nothing to running: `account create`; people: staff come in by invitation."""
    arguments = ["--name", "Ann Field", "--role", "administrator", "--organisation", "Northbank Trust"]
    done = ownwords(service, "account", "create", *arguments, "--json")
    assert done.returncode == 0, done.stderr
    facts = json.loads(done.stdout)
    assert facts["name"] == "Ann Field"
    assert facts["link"].startswith("http://127.0.0.1:8000/")


def test_a_team_that_does_not_exist_is_refused_in_words(service: Path) -> None:
    """The option is named; nothing is made."""
    arguments = ["--name", "Bo", "--role", "worker", "--organisation", "Nowhere", "--team", "None such"]
    done = ownwords(service, "account", "create", *arguments)
    assert done.returncode == 1
    assert "--" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_role_that_staff_cannot_have_is_a_wrong_question(service: Path) -> None:
    """People who use the service are made in their record, not here."""
    done = ownwords(service, "account", "create", "--name", "Bo", "--role", "person")
    assert done.returncode == 2


def test_a_way_in_for_nobody_is_refused_in_words(service: Path) -> None:
    """Who is who: a link renews what a person has, it makes nothing."""
    done = ownwords(service, "account", "renew", "01a203b1-6d08-7719-9ad3-3ab662531bd8")
    assert done.returncode == 1
    assert "nobody with this id" in done.stderr
    assert "Traceback" not in done.stderr
