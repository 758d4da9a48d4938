"""The line "who can see this", in short and with names."""

from __future__ import annotations

import pytest

from ownwords.people.models import Account, Person
from ownwords.people.queries.circle import circle_of
from ownwords.people.wording import seen_by, who_can_see
from tests.around_sam import opened_by

pytestmark = pytest.mark.django_db


def test_in_short_a_team_stands_by_its_name_and_the_names_are_not_lost(sam: Person, worker: Account) -> None:
    """house rule 2: a row of a list says who can see it; every name is one press away."""
    opened = opened_by(worker, sam)
    circle = circle_of(opened)
    line = seen_by(opened, "team", circle, [])
    assert line.short == f"{sam.called} and {circle.teams[0]}"
    assert worker.name in line.names
    assert str(line) == line.names == who_can_see(opened, "team", circle, [])


def test_what_is_the_persons_alone_reads_the_same_both_ways(sam: Person) -> None:
    """house rule 2: nothing is left out where there is nothing to shorten."""
    assert sam.account is not None
    opened = opened_by(sam.account, sam)
    line = seen_by(opened, "me", circle_of(opened), [])
    assert line.short == line.names == "only you"
