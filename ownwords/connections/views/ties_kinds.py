"""What is said about ties, each kind with its list, its pages and the words that a page about one shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ownwords.connections.actions.explained import EXPLAINED
from ownwords.connections.actions.interests import INTERESTS
from ownwords.connections.actions.readiness import READINESS
from ownwords.connections.actions.steps import STEPS
from ownwords.connections.actions.ties import TIES
from ownwords.connections.presenters.ties import day, origin_words, ready_words, tie_words
from ownwords.people.actions.kept_kind import KeptKind


@dataclass(frozen=True, slots=True)
class Said:
    """One kind: what is done with it, and the route of its list."""

    kind: KeptKind[Any]
    back: str

    @property
    def again(self) -> bool:
        """Whether it can be put back; where not, one answers again."""
        return self.kind.restored is not None


TIE = Said(TIES, "ties")
READY = Said(READINESS, "readiness")
ANSWER = Said(EXPLAINED, "explained")
STEP = Said(STEPS, "steps")
INTEREST = Said(INTERESTS, "interests")


def about(thing: Any) -> str:
    """Return the words that a page is about."""
    kind = thing._meta.model_name
    if kind == "tie":
        return f"{thing.item.words}. {tie_words(thing)}. {origin_words(thing)}".strip()
    if kind == "connectingstep":
        return ". ".join(part for part in (thing.step_words, thing.words) if part)
    if kind == "interest":
        return f"{thing.service_words}: {thing.get_answer_display()}. {thing.words}".strip()
    answer = ready_words(thing) if kind == "readiness" else str(thing.get_answer_display())
    return ". ".join(part for part in (day(thing.said_on), answer, getattr(thing, "words", "")) if part)
