"""Who sees which line, event or filled form: the rule of all rooms, over the shares of this one."""

from __future__ import annotations

from functools import partial

from ownwords.measures.models import MeasureShare
from ownwords.people.queries import seen as rule
from ownwords.people.queries.seen import one_of_them

condition = partial(rule.condition, shares=MeasureShare)
seen = partial(rule.seen, shares=MeasureShare)
shares_of = partial(rule.shares_of, shares=MeasureShare)

__all__ = ["condition", "one_of_them", "seen", "shares_of"]
