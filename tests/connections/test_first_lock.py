"""What queries of a map leave out by themselves, without the database's second lock."""

from __future__ import annotations

import pytest

from ownwords.connections.actions.map_links import set_links
from ownwords.connections.queries.maps import links_among, steps_seen
from ownwords.people.models import Account, Person
from tests.around_sam import opened_by
from tests.connections.map_parts import asked, put

pytestmark = pytest.mark.django_db


def test_a_link_to_what_somebody_does_not_see_is_given_to_nobody_but_the_person(
    sam: Person, worker: Account
) -> None:
    """connecting R3: a link would say that there is somebody; so would its undoing."""
    asked(sam, worker)
    hidden, shown = put(sam, "Hidden", visibility="me"), put(sam, "Shown")
    for item, other in ((shown, hidden), (put(sam, "Third", visibility="me"), shown)):
        set_links(opened=opened_by(sam.account, sam), item_id=item.id, known=(), chosen=(other.id,))
    helping = opened_by(worker, sam)
    assert links_among(helping, [shown]) == []
    assert not steps_seen(helping).filter(link__isnull=False).exists()
    assert steps_seen(opened_by(sam.account, sam)).filter(link__isnull=False).count() == 2
