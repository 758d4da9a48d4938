"""What a definition says twice has to agree: ranges with items, bands with ranges, text with licence."""

from __future__ import annotations

from collections.abc import Iterator

from ownwords.measures.method.confirming import unconfirmed
from ownwords.measures.method.definitions import Combine, Instrument, Item, LicenceClass, Score
from ownwords.measures.method.special import RULES
from ownwords.people.method.definition_file import Table, note_repeated


def note_contradictions(table: Table, instrument: Instrument) -> None:
    """Note everything in ``instrument`` that contradicts itself, the licence classes or the house rules."""
    note_repeated(table, "the score", (score.key for score in instrument.scores))
    for problems in (_items(instrument), _scores(instrument), _licence(instrument), _shipping(instrument)):
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


# ---- scores --------------------------------------------------------------------------------------


def _scores(instrument: Instrument) -> Iterator[str]:
    items = {item.key: item for item in instrument.items}
    for score in instrument.scores:
        absent = [key for key in score.items if key not in items]
        if absent or not score.items:
            yield f"score {score.key}: there is no item {', '.join(absent) or 'at all'}"
            continue
        used = [items[key] for key in score.items]
        expected = expected_range(score, used)
        if expected and expected != (score.low, score.high):
            said, found = f"{score.low:g} to {score.high:g}", f"{expected[0]:g} to {expected[1]:g}"
            yield f"score {score.key}: {said}, but its items give {found}"
        if score.combine is Combine.PERCENT and any(item.low for item in used):
            yield f"score {score.key}: a percentage needs items that begin at 0"
        for rule in score.rules:
            if not 0 <= rule.missing.most < len(score.items):
                yield f"score {score.key}: {rule.missing.most} of {len(score.items)} items cannot be missing"
        yield from _bands(score)


def expected_range(score: Score, items: list[Item]) -> tuple[float, float] | None:
    """Return (lowest, highest) that a score can reach; None where the items do not decide it."""
    lows, highs = [item.low for item in items], [item.high for item in items]
    match score.combine:
        case Combine.SUM:
            return sum(lows), sum(highs)
        case Combine.SUM_TIMES:
            return sum(lows) * score.factor, sum(highs) * score.factor
        case Combine.MEAN | Combine.MEAN_TIMES:
            times = score.factor if score.combine is Combine.MEAN_TIMES else 1.0
            return times * sum(lows) / len(lows), times * sum(highs) / len(highs)
        case Combine.PERCENT:
            return 0, 100
    return None


def _bands(score: Score) -> Iterator[str]:
    if not score.bands:
        return
    if (score.bands[0].low, score.bands[-1].high) != (score.low, score.high):
        yield f"score {score.key}: the bands do not reach from {score.low:g} to {score.high:g}"
    for band, following in zip(score.bands, score.bands[1:], strict=False):
        if not 0 < following.low - band.high <= 1:
            yield f"score {score.key}: between the bands {band.key} and {following.key} something is wrong"


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
