"""Rules that are no sum: the ITQ's two patterns, the PCL-5's clusters, the EQ-5D's profile.

Each looks at the answers only (item key -> number, unanswered ones absent) and says one of a few words. What is
still open when an answer is missing stays open: "cannot say" is an outcome, and a blank never counts as 0.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

CANNOT_SAY = "cannot-say"
ENDORSED = 2  # "moderately" or more, in both the ITQ and the PCL-5


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule of its own says. ``parts`` tells which groups of items were met: True, False or None (open)."""

    rule: str
    outcome: str  # "neither", "ptsd", "complex-ptsd"; "met", "not-met"; an EQ-5D profile; or CANNOT_SAY
    parts: tuple[tuple[str, bool | None], ...] = ()


def _group(answers: Mapping[str, int], items: tuple[str, ...], need: int = 1) -> bool | None:
    """Whether at least ``need`` of ``items`` are endorsed; None while missing answers could still decide."""
    endorsed = sum(1 for item in items if answers.get(item, -1) >= ENDORSED)
    if endorsed >= need:
        return True
    open_still = sum(1 for item in items if item not in answers)
    return None if endorsed + open_still >= need else False


def _all(parts: Mapping[str, bool | None]) -> bool | None:
    if False in parts.values():
        return False
    return None if None in parts.values() else True


_ITQ_PTSD = {
    "re-experiencing": ("1", "2"),
    "avoidance": ("3", "4"),
    "sense-of-threat": ("5", "6"),
    "impairment": ("7", "8", "9"),
}
_ITQ_SELF = {
    "affect": ("10", "11"),
    "self-concept": ("12", "13"),
    "relationships": ("14", "15"),
    "self-impairment": ("16", "17", "18"),
}


def itq(answers: Mapping[str, int]) -> Finding:
    """Return "ptsd", "complex-ptsd" or "neither", never two of them (Cloitre et al. 2018).

    PTSD: one of each pair 1-2, 3-4, 5-6 at 2 or more, and impairment (one of 7-9). Complex: also one of each pair
    10-11, 12-13, 14-15, and impairment (one of 16-18). A missing answer leaves open only what hangs on it.
    """
    ptsd = {name: _group(answers, items) for name, items in _ITQ_PTSD.items()}
    itself = {name: _group(answers, items) for name, items in _ITQ_SELF.items()}
    first, second = _all(ptsd), _all(itself)
    if first is False:
        outcome = "neither"
    elif first is None or second is None:
        outcome = CANNOT_SAY
    else:
        outcome = "complex-ptsd" if second else "ptsd"
    return Finding("itq", outcome, (*ptsd.items(), *itself.items()))


_CLUSTERS = (
    ("B", tuple(str(n) for n in range(1, 6)), 1),
    ("C", ("6", "7"), 1),
    ("D", tuple(str(n) for n in range(8, 15)), 2),
    ("E", tuple(str(n) for n in range(15, 21)), 2),
)


def pcl_5_clusters(answers: Mapping[str, int]) -> Finding:
    """Return "met" when one B, one C, two D and two E items are at 2 or more, otherwise "not-met".

    Clusters: B items 1-5, C 6-7, D 8-14, E 15-20 (National Center for PTSD).
    """
    parts = {name: _group(answers, items, need) for name, items, need in _CLUSTERS}
    whole = _all(parts)
    outcome = CANNOT_SAY if whole is None else "met" if whole else "not-met"
    return Finding("pcl-5-clusters", outcome, tuple(parts.items()))


def eq_5d_profile(answers: Mapping[str, int]) -> Finding:
    """Return the five levels as one word, "11231"; never added up. All five have to be answered."""
    items = ("1", "2", "3", "4", "5")
    if any(item not in answers for item in items):
        return Finding("eq-5d-profile", CANNOT_SAY)
    return Finding("eq-5d-profile", "".join(str(answers[item]) for item in items))


#: Name in a definition -> rule.
RULES: dict[str, Callable[[Mapping[str, int]], Finding]] = {
    "itq": itq,
    "pcl-5-clusters": pcl_5_clusters,
    "eq-5d-profile": eq_5d_profile,
}
