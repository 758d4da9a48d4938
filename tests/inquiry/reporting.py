"""A study with something of everything that a report tells, for the tests of reports and checklists."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.models import (
    Coding,
    Consent,
    Participant,
    Present,
    Source,
    Speaker,
    Study,
    Theme,
    ThemeCode,
)
from ownwords.people.models import Account
from tests import studying as make

WORDS = (
    "Asker: What helps?\nP1: Walking with the dog helps.\nP2: Nobody ever asked me that.\nAsker: Thank you."
)
HELPS, NOBODY = "Walking with the dog helps.", "Nobody ever asked me that."


@dataclass(frozen=True, slots=True)
class Told:
    """The rows of such a study."""

    study: Study
    text: Source
    maple: Participant
    alder: Participant
    theme: Theme
    speaks_for: Coding
    against: Coding


def told(opened: OpenedStudy, *, quoting: bool = True) -> Told:
    """Make a group talk of two people, a code, a theme with a passage for it and one against it."""
    study, lead = opened.study, Account.objects.get(pk=opened.me)
    text = make.source(
        study, WORDS, "Group 1", kind="group", held_on="2026-03-02", place="At a library", minutes=50,
        recorded_how="audio",
    )  # fmt: skip
    Present.objects.create(study=study, made_by=lead, source=text, name="Ines Okafor", led=True)
    maple, alder = make.participant(study, "Maple"), make.participant(study, "Alder")
    for label, who in (("P1", maple), ("P2", alder)):
        Speaker.objects.filter(source=text, label=label).update(participant=who)
        if quoting:
            agreed(who)
    code = make.code(study, "Company")
    theme = make.theme(
        study, "Being heard", statement="Being asked is a beginning.", scope="In teams", status="named"
    )
    ThemeCode.objects.create(study=study, made_by=lead, theme=theme, code=code)
    one, other = (make.coding(code, text, *span(words)) for words in (HELPS, NOBODY))
    make.extract(theme, one)
    make.extract(theme, other, "against")
    make.finding(study, "Walking together opens talk.", themes=[theme])
    return Told(study, text, maple, alder, theme, one, other)


def span(words: str) -> tuple[int, int]:
    """Return where words stand in the text."""
    at = WORDS.index(words)
    return at, at + len(words)


def agreed(who: Participant, to: str = "quoting", *, yes: bool = True, **columns: Any) -> Consent:
    """Keep what a participant said."""
    return Consent.objects.create(
        study_id=who.study_id, participant=who, to=to, agreed=yes, made_by_id=who.made_by_id, **columns
    )
