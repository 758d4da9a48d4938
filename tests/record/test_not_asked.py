"""Saying “nobody has asked me”: raised by the person, answered by staff (R19)."""

from __future__ import annotations

import pytest

from ownwords.people.access import NotFound
from ownwords.people.models import Account, Person
from ownwords.people.refusals import Refused
from ownwords.record.actions.not_asked import answer_flag, raise_flag
from ownwords.record.models import NotAsked
from ownwords.record.queries.not_asked import flags_of, open_flags
from tests import factories as make
from tests.around_sam import opened_by

pytestmark = pytest.mark.django_db


def test_a_flag_goes_to_the_team_until_it_is_answered(sam: Person, worker: Account) -> None:
    """refocus R19."""
    flag = raise_flag(opened=opened_by(sam.account, sam), practice="goals", words="Nobody did.")
    assert list(open_flags(make.viewing(worker))) == [flag]
    answer_flag(opened=opened_by(worker, sam), flag_id=flag.id, words="On Tuesday.")
    assert list(open_flags(make.viewing(worker))) == []
    assert flags_of(opened_by(sam.account, sam)).get().answer_words == "On Tuesday."
    with pytest.raises(Refused):
        answer_flag(opened=opened_by(worker, sam), flag_id=flag.id, words="Again.")


def test_saying_it_twice_keeps_one(sam: Person) -> None:
    """fault test F6."""
    opened = opened_by(sam.account, sam)
    raise_flag(opened=opened, practice="values")
    raise_flag(opened=opened, practice="values", words="Still not.")
    assert NotAsked.objects.get().words == "Still not."


def test_only_the_person_raises_it_and_only_staff_of_the_team_answer(sam: Person, worker: Account) -> None:
    """DESIGN: it is the person's flag."""
    with pytest.raises(NotFound):
        raise_flag(opened=opened_by(worker, sam), practice="values")
    with pytest.raises(Refused):
        raise_flag(opened=opened_by(sam.account, sam), practice="praise")
    flag = raise_flag(opened=opened_by(sam.account, sam), practice="values")
    other = make.person(called="Jo")
    stranger = make.staff(other.placements.get().team)
    with pytest.raises(NotFound):
        answer_flag(opened=opened_by(stranger, other), flag_id=flag.id, words="x")
    with pytest.raises(Refused):
        answer_flag(opened=opened_by(worker, sam), flag_id=flag.id, words=" ")
