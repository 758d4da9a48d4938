"""What a definition says twice about its scores has to agree: their ranges, rules and bands."""

from __future__ import annotations

from collections.abc import Iterator

from ownwords.measures.method.definitions import Combine, Instrument, Item, Score


def score_contradictions(instrument: Instrument) -> Iterator[str]:
    """Give a sentence for everything in the scores that contradicts the items, or itself."""
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
