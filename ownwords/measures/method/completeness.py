"""What a definition says twice has to agree: ranges with items, bands with ranges, text with licence."""

from __future__ import annotations

from collections.abc import Iterator

from ownwords.measures.method.definitions import Instrument, Item, LicenceClass
from ownwords.measures.method.score_ranges import score_contradictions
from ownwords.measures.method.special import RULES
from ownwords.measures.method.unconfirmed import unconfirmed
from ownwords.people.method.definition_file import Table, note_repeated


def note_contradictions(table: Table, instrument: Instrument) -> None:
    """Note everything in ``instrument`` that contradicts itself, the licence classes or the house rules."""
    note_repeated(table, "the score", (score.key for score in instrument.scores))
    for problems in (
        _items(instrument),
        score_contradictions(instrument),
        _licence(instrument),
        _shipping(instrument),
    ):
        for problem in problems:
            table.note(problem)


def _items(instrument: Instrument) -> Iterator[str]:
    known = {item.key for item in instrument.items}
    for item in instrument.items:
        if item.low >= item.high:
            yield f"item {item.key}: {item.low} to {item.high} is no range"
        if item.values and (min(item.values), max(item.values)) != (item.low, item.high):
            yield f"item {item.key}: its values do not reach from {item.low} to {item.high}"
        yield from _anchors(instrument, item)
    for alert in instrument.alerts:
        if alert.item not in known:
            yield f"the alert {alert.key} is about item {alert.item!r}, which is not there"
    if instrument.special and instrument.special not in RULES:
        yield f"special is {instrument.special!r}, not one of {', '.join(RULES)}"


def _anchors(instrument: Instrument, item: Item) -> Iterator[str]:
    anchors = item.anchors or instrument.anchors
    given = tuple(anchor.value for anchor in anchors)
    if item.text and not anchors:
        yield f"item {item.key} has words but no anchors"
    if anchors and given != item.legal and (item.anchors or item.text):
        yield f"item {item.key}: the anchors are for {given}, its answers are {item.legal}"


# ---- licence and shipping ------------------------------------------------------------------------


def _licence(instrument: Instrument) -> Iterator[str]:
    licence = instrument.licence
    if licence.klass is LicenceClass.A:
        return
    words = [item.key for item in instrument.items if item.text or any(a.text for a in item.anchors)]
    if words or instrument.instruction or any(anchor.text for anchor in instrument.anchors):
        yield f"class {licence.klass} has no words in a definition (items {', '.join(words) or 'none'})"
    if not licence.needs_reference:
        yield f"class {licence.klass} needs a reference to the licence (needs_reference)"


def _shipping(instrument: Instrument) -> Iterator[str]:
    doubtful = unconfirmed(instrument)
    if doubtful and not instrument.doubts:
        yield f"doubts is empty, but unconfirmed is {', '.join(fact.fact for fact in doubtful)}"
    if not instrument.shipped_on:
        return
    if instrument.licence.klass is not LicenceClass.A or not instrument.licence.source.confirmed:
        yield "shipped_on needs licence class A from a source that was read"
    if not instrument.has_text:
        yield "shipped_on needs the words of every item"
    if any(score.formula and not score.formula.confirmed for score in instrument.scores):
        yield "shipped_on needs a formula from a source that was read"
