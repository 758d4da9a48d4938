"""An administration of an instrument, and how it is written as FHIR R4 QuestionnaireResponse.

An answer is a number or one of four other things; each has its own form (``docs/measures-fhir.md`` says why):

=================  =================================================================
number, also 0     ``answer[0].valueCoding`` with its weight
blank              the item stands there without an answer
not applicable     the item with ``data-absent-reason`` ``not-applicable``
rather not say     the item with ``data-absent-reason`` ``asked-declined``
not chosen         the item with our own extension ``how-given`` ``not_chosen``
never shown        the item does not stand there
=================  =================================================================
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from ownwords.measures.method.definitions import Given, Instrument, Item
from ownwords.measures.method.fhir.codes import (
    ABSENT_CODES,
    BASE,
    COMPLETION_MODE,
    DATA_ABSENT,
    HOW_GIVEN,
    PARTICIPATION_MODE,
    answer_coding,
    canonical,
    coding,
    may_show_text,
    weight_extension,
)
from ownwords.measures.method.fhir.dates import When, write_when
from ownwords.measures.method.fhir.questionnaire import GROUP, WIDE
from ownwords.measures.method.fhir.remarks import Remark

STATUS = ("in-progress", "completed", "amended", "entered-in-error", "stopped")
#: How a form was filled in: our word -> the code of HL7's required value set. The first word of a code is the one read.
MODES = {
    "self": "ELECTRONIC",
    "together": "ELECTRONIC",
    "link": "ELECTRONIC",
    "read_aloud": "VERBAL",
    "paper": "WRITTEN",
}

Answers = Mapping[str, int | Given]


@dataclass(frozen=True, slots=True)
class Administration:
    """One time that somebody filled in one instrument. An item that is not in ``answers`` was never shown."""

    instrument: str
    edition: str
    answers: Answers
    when: When | None
    status: str = "completed"
    mode: str = ""  # one of MODES, or a stranger's code
    subject: str = ""  # "Patient/..."
    author: str = ""  # who typed it
    source: str = ""  # whose answers they are
    id: str = ""
    when_text: str = ""  # the date as it stood there when it does not say the day


@dataclass(frozen=True, slots=True)
class Stray:
    """Something that came with a response and could not be used: kept, with its place."""

    path: str
    link_id: str
    value: str  # as JSON


@dataclass(frozen=True, slots=True)
class StoredTotal:
    """A total that came with a response. It is never trusted and never thrown away."""

    path: str
    score: str
    value: float | None
    text: str


@dataclass(frozen=True, slots=True)
class ResponseRead:
    """A response as read: what can be kept, and everything that a reader should know."""

    administration: Administration
    remarks: tuple[Remark, ...] = ()
    strays: tuple[Stray, ...] = ()
    totals: tuple[StoredTotal, ...] = field(default=())

    @property
    def whole(self) -> bool:
        """Whether nothing was kept aside. Otherwise a question that was answered may look blank: ask first."""
        return not self.strays


def write_response(kept: Administration, instrument: Instrument, *, base: str = BASE) -> dict[str, Any]:
    """Return an administration as a QuestionnaireResponse.

    Raises KeyError for an answer to an item that the instrument does not have, ValueError for a number that is no
    answer to its item.
    """
    for key in kept.answers:
        instrument.item(key)
    items = [
        _write_item(instrument, item, kept.answers[item.key], base)
        for item in instrument.items
        if item.key in kept.answers
    ]
    found: dict[str, Any] = {"resourceType": "QuestionnaireResponse"}
    if kept.id:
        found["id"] = kept.id
    if kept.mode:
        found["extension"] = [_mode(kept.mode, base)]
    found |= {"questionnaire": _address(kept, instrument, base), "status": kept.status}
    for name in ("subject", "author", "source"):
        if reference := getattr(kept, name):
            found[name] = {"reference": reference}
    if authored := write_when(kept.when) if kept.when else kept.when_text:
        found["authored"] = authored
    if items:
        found["item"] = [{"linkId": GROUP, "item": items}]
    return found


def _address(kept: Administration, instrument: Instrument, base: str) -> str:
    return canonical(instrument, base, kept.edition)


def _mode(mode: str, base: str) -> dict[str, Any]:
    """Return the completion mode: HL7's code where there is one, and our own word."""
    codings = [coding(PARTICIPATION_MODE, MODES[mode])] if mode in MODES else []
    return {
        "url": COMPLETION_MODE,
        "valueCodeableConcept": {"coding": [*codings, coding(f"{base}/CodeSystem/modes", mode)]},
    }


def _write_item(instrument: Instrument, item: Item, value: int | Given, base: str) -> dict[str, Any]:
    found: dict[str, Any] = {"linkId": item.key}
    if isinstance(value, Given):
        if extension := _how_given(value, base):
            found["extension"] = [extension]
        return found
    if value not in item.legal:
        raise ValueError(f"{value} is no answer to item {item.key} of {instrument.key}")
    if item.text and may_show_text(instrument):
        found["text"] = item.text
    if len(item.legal) > WIDE:
        return found | {"answer": [{"valueInteger": value}]}
    chosen = answer_coding(instrument, item, value, base)
    return found | {"answer": [{"valueCoding": {"extension": [weight_extension(value)]} | chosen}]}


def _how_given(given: Given, base: str) -> dict[str, Any] | None:
    if given is Given.ANSWERED:
        raise ValueError("An answer is a number; ANSWERED without one says nothing.")
    if code := ABSENT_CODES.get(given):
        return {"url": DATA_ABSENT, "valueCode": code}
    return {"url": base + HOW_GIVEN, "valueCode": given.value} if given is Given.NOT_CHOSEN else None
