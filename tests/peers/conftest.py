"""Sam, those around Sam, and a peer worker beside them."""

from tests.around_sam import lead, leading, own, sam, staff, worker
from tests.peers.at_the_door import managing, peer, peering

__all__ = ["lead", "leading", "managing", "own", "peer", "peering", "sam", "staff", "worker"]
