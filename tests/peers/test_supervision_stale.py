"""Supervision and looks at the principles: an old page changes nothing, only who supervises speaks so."""

from __future__ import annotations

import pytest

from ownwords.peers.actions.fidelity import Said, rate_as_supervisor
from ownwords.peers.actions.supervision import add_item, mark_talked
from ownwords.people.access import NotFound
from ownwords.people.models import Account, Person
from ownwords.people.refusals import StaleEdit
from tests import factories as make

pytestmark = pytest.mark.django_db


def test_an_item_marked_in_two_windows_is_marked_once(sam: Person, peer: Account) -> None:
    """PS-24; nothing is lost: the second window is told."""
    viewer = make.viewing(peer, "peer_worker")
    item = add_item(viewer=viewer, peer_id=peer.id, words="A hard week")
    mark_talked(viewer=viewer, peer_id=peer.id, item_id=item.id, version=1)
    with pytest.raises(StaleEdit):
        mark_talked(viewer=viewer, peer_id=peer.id, item_id=item.id, version=1)


def test_a_peer_worker_who_supervises_nobody_does_not_speak_as_supervisor(sam: Person, peer: Account) -> None:
    """PS-20: three views, each from its own place."""
    team = sam.placements.get().team
    with pytest.raises(NotFound):
        rate_as_supervisor(
            viewer=make.viewing(peer, "peer_worker"), team_id=team.id, said={"choice": Said(3, "")}
        )
