"""What is known about the scores of one instrument, as lines of text."""

from collections.abc import Iterator

from ownwords.measures.method.definitions import Combine, Instrument, ReliableChange, Score, Source

_COMBINED = {
    Combine.SUM: "sum",
    Combine.MEAN: "mean of the answered items",
    Combine.MEAN_TIMES: "mean of the answered items times {factor:g}",
    Combine.SUM_TIMES: "sum times {factor:g}",
    Combine.PERCENT: "share of the most that could be reached, times 100",
    Combine.CONVERTED: "sum, looked up in the publisher's table that the service provides",
    Combine.NONE: "no sum: read item by item or by a rule of its own",
}


def told_scores(one: Instrument) -> Iterator[str]:
    """Give the lines about every score: its items, its rules, its thresholds, its codes."""
    for score in one.scores:
        yield ""
        yield f"Score {score.key}: {score.name}, {score.low:g} to {score.high:g}, better is {one.better(score)}"
        yield f"  items {', '.join(score.items)}"
        yield f"  {_COMBINED[score.combine].format(factor=score.factor)}{cited(score.formula)}"
        for rule in score.rules:
            since = f" since {rule.since}" if rule.since else ""
            said = f"  rule {rule.version}{since}: at most {rule.missing.most} missing"
            yield said + cited(rule.missing.source)
        yield from _thresholds(score)
        codes = [f"SNOMED CT {score.snomed}"] if score.snomed else []
        codes += [f"LOINC {score.loinc}"] if score.loinc else []
        if codes:
            yield f"  {', '.join(codes)}"


def _thresholds(score: Score) -> Iterator[str]:
    if score.bands:
        bands = "; ".join(f"{band.low:g} to {band.high:g} {band.words}" for band in score.bands)
        yield f"  bands: {bands}{cited(score.bands_source)}"
    else:
        yield f"  no bands: {score.no_bands}"
    if score.cut_off:
        beyond = "beyond " if score.cut_off.beyond else ""
        yield f"  cut-off: {beyond}{score.cut_off.at:g}{cited(score.cut_off.source)}"
    else:
        yield f"  no cut-off: {score.no_cut_off}"
    if score.reliable_change:
        yield f"  reliable change: {_change(score.reliable_change)}"
    else:
        yield f"  no reliable change: {score.no_reliable_change}"
    if score.important_difference:
        yield f"  important difference: {_change(score.important_difference)}"


def _change(change: ReliableChange) -> str:
    sd = "not given" if change.sd is None else f"{change.sd:g}"
    r = "not given" if change.reliability is None else f"{change.reliability:g}"
    return f"{change.points:g} or more ({change.variant}; SD {sd}, r {r}){cited(change.source)}"


def cited(source: Source | None) -> str:
    """Return the words that say where a fact stands, and whether it was confirmed there."""
    if source is None:
        return ""
    mark = "" if source.confirmed else "; NOT CONFIRMED"
    return f"  <{source.citation}{mark}{f': {source.note}' if source.note else ''}>"
