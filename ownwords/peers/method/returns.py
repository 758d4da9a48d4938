"""Time to return: how many are back by each day, where death and moving away compete with coming back.

The estimator is Aalen and Johansen's cumulative incidence (1978, Scandinavian Journal of Statistics 5:141-150): with
n at risk on a day, r returns and c competing events, and S the share neither back nor gone before that day,

    incidence += S x r / n        S *= 1 - (r + c) / n

Somebody is at risk on a day when their time away is that long or longer: who leaves the observation on the day of an
event counts at that event. Without competing events 1 - incidence is the Kaplan-Meier curve.

The variance is that of the infinitesimal jackknife, summed by person: sum over people of (sum over their times away of
the derivative of the estimate by that time's weight) squared. One person comes back several times, so times away are
not independent; a Greenwood-type formula takes them for independent and gives too small a variance when some people
return often. With one time away each and nobody censored this variance is exactly p (1 - p) / n.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from ownwords.peers.method.spells import Away, Ending


class Came(StrEnum):
    """How one time away ended, for the curve: back, gone (a competing event), or still away."""

    BACK = "back"
    GONE = "gone"
    STILL_AWAY = "still_away"


@dataclass(frozen=True, slots=True)
class Time:
    """One time away: whose, how many days (0 and up), and how it ended."""

    person: Hashable
    days: int
    came: Came


@dataclass(frozen=True, slots=True)
class Step:
    """One day of the curve.

    ``at_risk``: times away of that many days or more. ``events``: returns on that day; ``competing``: deaths and moves;
    ``censored``: observations that ended. ``incidence``: share back by the end of the day; ``away``: share neither back
    nor gone. ``variance`` is that of ``incidence``.
    """

    day: int
    at_risk: int
    events: int
    competing: int
    censored: int
    incidence: Fraction
    away: Fraction
    variance: Fraction


_CAME = {
    Ending.RETURNED: Came.BACK,
    Ending.CUT_OFF: Came.STILL_AWAY,
    Ending.DIED: Came.GONE,
    Ending.MOVED_AWAY: Came.GONE,
}


def times(away: Iterable[Away]) -> list[Time]:
    """Return times away as the curve wants them."""
    return [Time(one.person, one.days, _CAME[one.ending]) for one in away]


def incidence(given: Iterable[Time]) -> tuple[Step, ...]:
    """Return the curve in exact fractions: a step for each day with a return or a competing event, in order.

    For some hundreds of times away, since exact numbers grow long; ``frames`` has the same for any number. Empty when
    nobody came back or went. Raises ValueError for negative days.
    """
    every = list(given)
    if any(time.days < 0 for time in every):
        raise ValueError("a time away has 0 days or more")
    tally: dict[int, dict[Came, int]] = defaultdict(lambda: dict.fromkeys(Came, 0))
    for time in every:
        tally[time.days][time.came] += 1
    jackknife = _Jackknife(every)
    steps: list[Step] = []
    risk, share, away = len(every), Fraction(0), Fraction(1)
    for day in sorted(tally):
        back, gone, censored = (tally[day][came] for came in Came)
        if back + gone:
            variance = jackknife.advance(day, risk, back, gone, away)
            share = share + away * back / risk
            away = away * (risk - back - gone) / risk
            steps.append(Step(day, risk, back, gone, censored, share, away, variance))
        risk -= back + gone + censored
    return tuple(steps)


class _Jackknife:
    """Derivatives of the incidence and of the share away by the weight of each time away, step by step."""

    def __init__(self, given: list[Time]) -> None:
        self.given = given
        self.of_share: list[Fraction] = [Fraction(0)] * len(given)
        self.of_away: list[Fraction] = [Fraction(0)] * len(given)

    def advance(self, day: int, risk: int, back: int, gone: int, away: Fraction) -> Fraction:
        """Go one step on and return the variance there; ``away`` is the share away before it.

        With q = r / n: dq/dw = (own return - q) / n for times at risk, 0 for others; the product rule does the rest.
        """
        q_back = Fraction(back, risk)
        q_any = Fraction(back + gone, risk)
        for at, time in enumerate(self.given):
            at_risk, here = time.days >= day, time.days == day
            own_back = here and time.came is Came.BACK
            own_any = here and time.came is not Came.STILL_AWAY
            of_back = (own_back - q_back) / risk if at_risk else Fraction(0)
            of_any = (own_any - q_any) / risk if at_risk else Fraction(0)
            self.of_share[at] += self.of_away[at] * q_back + away * of_back
            self.of_away[at] = self.of_away[at] * (1 - q_any) - away * of_any
        return self._by_person()

    def _by_person(self) -> Fraction:
        sums: dict[Hashable, Fraction] = {}
        for time, part in zip(self.given, self.of_share, strict=True):
            sums[time.person] = sums.get(time.person, Fraction(0)) + part
        return sum((part * part for part in sums.values()), Fraction(0))
