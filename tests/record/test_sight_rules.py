"""The rules of who may see an entry, asked of the actions themselves: no form stands in front of them here."""

from __future__ import annotations

from uuid import uuid4

import pytest

from ownwords.ledger.actions import make_links
from ownwords.ledger.ids import Ref
from ownwords.people.models import Account, Person
from ownwords.people.refusals import Refused
from ownwords.people.sight import Sight
from ownwords.record.actions.entries import Wording, add_entry, set_sight
from ownwords.record.queries.links import where_used
from tests import factories as make
from tests.around_sam import opened_by
from tests.record import talks

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("role", ["worker", "team_lead"])
def test_staff_do_not_decide_who_sees_what_the_person_said(sam: Person, role: str) -> None:
    """refocus R11; ASVS 2.2.2: validation in the service layer."""
    entry, staff = make.entry(sam), make.staff(sam.placements.get().team, role)
    named = Sight("named", (staff.id,))
    with pytest.raises(Refused):
        set_sight(opened=opened_by(staff, sam), entry_id=entry.id, version=1, sight=named)
    entry.refresh_from_db()
    assert (entry.visibility, entry.version) == ("team", 1)


def test_only_somebody_who_stands_around_the_person_is_named(sam: Person, worker: Account) -> None:
    """refocus R11; ASVS 2.2.2."""
    entry, own = make.entry(sam), opened_by(sam.account, sam)
    elsewhere = make.staff(make.team())
    for stranger in (elsewhere.id, uuid4()):
        with pytest.raises(Refused):
            set_sight(opened=own, entry_id=entry.id, version=1, sight=Sight("named", (worker.id, stranger)))
    assert not entry.shares.exists()


@pytest.mark.parametrize("sight", [Sight("me"), Sight("named"), Sight("everybody")])
def test_what_staff_write_down_is_hidden_neither_from_them_nor_from_the_person(
    sam: Person, worker: Account, sight: Sight
) -> None:
    """refocus R11: "only me" is the person's word."""
    with pytest.raises(Refused):
        add_entry(opened=opened_by(worker, sam), kind="matters", wording=Wording("The sea"), sight=sight)
    assert not sam.entries.exists()


def test_what_rests_on_an_entry_is_told_only_as_far_as_the_viewer_sees_it(
    sam: Person, worker: Account
) -> None:
    """refocus R6 and R11: a hidden goal is not betrayed by what it uses."""
    value, hidden = make.entry(sam), talks.goal(sam, "Something private", visibility="me")
    make_links(
        about_id=sam.id, source=Ref("goal", hidden.id), relation="why", targets=[Ref("matters", value.id)],
        made_by_id=sam.account_id,
    )  # fmt: skip
    assert where_used(opened_by(worker, sam), [value]) == {}
    assert [use.id for use in where_used(opened_by(sam.account, sam), [value])[value.id]] == [hidden.id]
