"""What every action of this room does: as in all rooms, over the shares of this one."""

from __future__ import annotations

from functools import partial

from ownwords.ledger.verbs import Verb
from ownwords.measures.models import MeasureShare
from ownwords.people.actions import keeping, kept_kind
from ownwords.people.actions.keeping import (
    FIRST_YEAR,
    checked_sight,
    day_that_was,
    keep_act,
    kept_once,
    locked,
    may_write,
    nothing_different,
    save_change,
    signed,
    state_of,
)
from ownwords.people.actions.kept_kind import put_back, take_out_of_view

share_with = partial(keeping.share_with, shares=MeasureShare)
set_sight = partial(kept_kind.set_sight, shares=MeasureShare, verb=Verb.LINE_SHARED)

__all__ = [
    "FIRST_YEAR",
    "checked_sight",
    "day_that_was",
    "keep_act",
    "kept_once",
    "locked",
    "may_write",
    "nothing_different",
    "put_back",
    "save_change",
    "set_sight",
    "share_with",
    "signed",
    "state_of",
    "take_out_of_view",
]
