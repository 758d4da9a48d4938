"""How easily people come back: days from their own approach to being met, and how they came.

Every return is a success and is counted as one. What is not known is counted beside what is, and never guessed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ownwords.peers.method.attempts import Attempt, StartedBy
from ownwords.peers.method.shares import Share, Spread, spread
from ownwords.peers.method.spells import Away, Ending


class Route(StrEnum):
    """How somebody came back."""

    CALLED_PEER = "called_peer"
    WALKED_IN = "walked_in"
    LETTER = "letter"
    CRISIS = "crisis"
    GP = "gp"
    ONLINE = "online"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Return:
    """One return.

    ``approached_on``: the person's own first approach, None when the first word was somebody else's or is not known.
    ``referral``: whether a new referral was asked for, None is not known. Raises ValueError when the approach lies
    after the meeting.
    """

    met_on: date
    approached_on: date | None = None
    referral: bool | None = None
    route: Route | None = None

    def __post_init__(self) -> None:
        if self.approached_on is not None and self.approached_on > self.met_on:
            raise ValueError("nobody approaches after having been met")


@dataclass(frozen=True, slots=True)
class Ease:
    """How easy returns were. ``days``: from the person's own approach to being met; unknown where there was none.

    ``referral``: returns that needed a new referral, of those where it is known (``referral_unknown`` are not);
    ``crisis``: returns through a crisis, of those whose route is known.
    """

    returns: int
    days: Spread
    referral: Share
    referral_unknown: int
    crisis: Share
    route_unknown: int


def ease(returns: Iterable[Return]) -> Ease:
    """Return how easy many returns were."""
    given = list(returns)
    days = spread((one.met_on - one.approached_on).days if one.approached_on else None for one in given)
    referrals = [one.referral for one in given if one.referral is not None]
    routes = [one.route for one in given if one.route is not None]
    return Ease(
        returns=len(given),
        days=days,
        referral=Share(sum(referrals), len(referrals)),
        referral_unknown=len(given) - len(referrals),
        crisis=Share(routes.count(Route.CRISIS), len(routes)),
        route_unknown=len(given) - len(routes),
    )


def own_approach(attempts: Sequence[Attempt], away: Away) -> date | None:
    """Return the day of the person's own first approach in a time away that ended with a return, else None.

    Only approaches after the last contact and up to the meeting count, whatever came of them.
    """
    if away.ending is not Ending.RETURNED:
        return None
    own = (
        one.on
        for one in attempts
        if one.person == away.person
        and one.started_by is StartedBy.PERSON
        and away.since < one.on <= away.until
    )
    return min(own, default=None)
