"""Which stage of an analysis a day belongs to. Loads nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Began:
    """A stage, and the day it began; None: it has not begun."""

    name: str
    on: date | None


def stage_on(stages: Sequence[Began], day: date) -> str:
    """Return the name of the stage that began last on or before a day, "" before the first.

    Of two that began on one day, the later in the order given. A stage ends where the next begins.
    """
    begun = [(one.on, place) for place, one in enumerate(stages) if one.on is not None and one.on <= day]
    return stages[max(begun)[1]].name if begun else ""
