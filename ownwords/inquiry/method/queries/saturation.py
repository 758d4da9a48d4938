"""What each session brought that was new, in the order in which sessions were analysed.

The plot supports a judgement that a person makes and writes down; it makes none. It fits grounded theory and codebook
studies, not reflexive thematic analysis. Source of the plot: doi 10.1177/16094069231220773.
"""

from __future__ import annotations

from collections.abc import Collection, Hashable, Sequence
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Session:
    """One interview, group or document: its name, the codes and the properties found in it."""

    name: str
    codes: Collection[Hashable]
    properties: Collection[Hashable] = ()


@dataclass(frozen=True, slots=True)
class Kinds:
    """Codes (or properties) of one session: how many, how many never met before, how many in all so far.

    ``since_new``: sessions without anything new up to and with this one, 0 when it brought something.
    """

    used: int
    new: int
    so_far: int
    since_new: int


@dataclass(frozen=True, slots=True)
class Step:
    """One session of the plot."""

    name: str
    codes: Kinds
    properties: Kinds


def saturation(sessions: Sequence[Session]) -> list[Step]:
    """Return the plot: one step for each session, in the order given, which is that of analysis."""
    codes = _kinds([one.codes for one in sessions])
    properties = _kinds([one.properties for one in sessions])
    return [Step(one.name, code, prop) for one, code, prop in zip(sessions, codes, properties, strict=True)]


def _kinds(each: Sequence[Collection[Hashable]]) -> list[Kinds]:
    met: set[Hashable] = set()
    found, since = [], 0
    for collection in each:
        here = set(collection)
        new = len(here - met)
        met |= here
        since = 0 if new else since + 1
        found.append(Kinds(len(here), new, len(met), since))
    return found


@dataclass(frozen=True, slots=True)
class Asked:
    """When a text was made, and with which version of the guide; None: not said."""

    on: date | None = None
    guide: int | None = None


def changed_before(texts: Sequence[Asked], number: int, dated: date) -> int | None:
    """Return the place of the first text, in order of analysis, that came after a change of the guide.

    A text that says its version of the guide is taken at its word; of others the day counts. The number of texts where
    the change came after all of them; None where no text says a day or a version.
    """
    known = [one for one in texts if one.on is not None or one.guide is not None]
    if not known:
        return None
    for place, one in enumerate(texts):
        if one.guide is not None:
            if one.guide >= number:
                return place
        elif one.on is not None and one.on >= dated:
            return place
    return len(texts)
