"""Texts in words: what was repaired in a file, why one was refused, how a turn and a place are called."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.utils.translation import gettext

from ownwords.inquiry.method.text.notes import KINDS, Note
from ownwords.inquiry.method.text.refused import REASONS, CannotRead
from ownwords.inquiry.models import Source


@dataclass(frozen=True, slots=True)
class CameIn:
    """What became of one file: the text that it is now, or why it was refused."""

    name: str
    source: Source | None = None
    speakers: int = 0
    notes: list[str] = field(default_factory=list)
    wrong: str = ""
    remedy: str = ""


def note_sentences(notes: Iterable[Note]) -> list[str]:
    """Return what was repaired, left out or guessed, a sentence each."""
    return [gettext(KINDS[one.kind]).format(count=one.count, detail=one.detail) for one in notes]


def refusal(name: str, no: CannotRead) -> CameIn:
    """Return a file that was refused, with what was wrong and what to do."""
    wrong, remedy = (gettext(words).format(**no.values) for words in REASONS[no.reason])
    return CameIn(name, wrong=wrong, remedy=remedy)


def identifying_kind(kind: str) -> str:
    """Return what a suggestion is, in words."""
    return {
        "listed": gettext("a name in the key"),
        "nhs_number": gettext("looks like an NHS number"),
        "email": gettext("an e-mail address"),
        "date": gettext("a date"),
        "postcode": gettext("looks like a postcode"),
        "phone": gettext("looks like a telephone number"),
        "name": gettext("looks like a name"),
    }[kind]
