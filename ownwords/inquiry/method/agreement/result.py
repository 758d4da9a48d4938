"""What every coefficient answers: a value, or the reason why there is none. Below zero is not undefined."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Reason(StrEnum):
    """Why a coefficient is undefined; each is the message id of its sentence."""

    NOBODY_CODED = "Undefined: nobody coded anything."
    TOO_FEW_CODERS = "Undefined: agreement needs two coders."
    NOTHING_IN_COMMON = "Undefined: no unit was coded by two coders."
    ONE_CATEGORY = "Undefined: only one category was used, so agreement cannot be told from chance."
    TOO_SHORT = "Undefined: the text is too short for passages to lie anywhere else."


class Standing(StrEnum):
    """How a result is to be shown. No verdict such as "substantial": those bounds rest on nobody's evidence."""

    UNDEFINED = "undefined"
    BELOW_CHANCE = "below chance"
    CHANCE = "chance"
    ABOVE_CHANCE = "above chance"
    PERFECT = "perfect"


@dataclass(frozen=True, slots=True)
class Result:
    """A coefficient with what it rests on.

    ``measure``: name as in ``measures``. ``value``: at most 1, None where undefined. ``units``: units (characters, for
    passages) that entered it. ``coders``: coders compared. ``reason``: why there is no value, else None.
    """

    measure: str
    value: float | None
    units: int
    coders: int
    reason: Reason | None = None

    @property
    def standing(self) -> Standing:
        """Whether the value is undefined, below what chance gives, at it, above it, or perfect.

        For percent agreement, which knows no chance, 0 is "chance" only by name: show its number alone.
        """
        if self.value is None:
            return Standing.UNDEFINED
        if self.value >= 1:
            return Standing.PERFECT
        if self.value == 0:
            return Standing.CHANCE
        return Standing.BELOW_CHANCE if self.value < 0 else Standing.ABOVE_CHANCE


def undefined(measure: str, reason: Reason, units: int, coders: int) -> Result:
    """Return the result that says why there is no value."""
    return Result(measure, None, units, coders, reason)
