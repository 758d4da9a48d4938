"""``ownwords measures show phq-9``: everything that is known about one instrument, with sources and doubts."""

import dataclasses
import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from types import MappingProxyType

import click

from ownwords.cli.measures.common import find
from ownwords.cli.words import say
from ownwords.measures.method.confirming import unconfirmed
from ownwords.measures.method.definitions import Combine, Instrument, ReliableChange, Score, Source
from ownwords.measures.method.scoring import in_words


@click.command()
@click.argument("key", metavar="INSTRUMENT")
@click.option("--json", "as_json", is_flag=True, help="Print it for a program.")
@click.option(
    "--texts", type=click.Path(exists=True, file_okay=False, path_type=Path), help="Folder of own words."
)
def command(key: str, as_json: bool, texts: Path | None) -> None:
    """Show one instrument: items, scores, rules, thresholds, licence, sources, and what is in doubt."""
    found = find(key, texts)
    if as_json:
        say(json.dumps(dataclasses.asdict(found), indent=1, default=_plain, ensure_ascii=False))
        return
    for line in (*_head(found), *_items(found), *_scores(found), *_rest(found)):
        say(line)


def _plain(value: object) -> object:
    return (
        dict(value)
        if isinstance(value, MappingProxyType)
        else value.isoformat()
        if isinstance(value, date)
        else ""
    )


def _head(one: Instrument) -> Iterator[str]:
    yield f"{one.name}: {one.full_name} ({one.key}; {one.edition})"
    yield f"{one.measures}. Better is {one.direction}. About {one.minutes} minutes."
    yield f"Why it is asked: {one.why}"
    if one.recall:
        yield f"It asks about {one.recall}."
    if one.about_worker:
        yield "It is about a worker or a service: never shown to that worker for a single person."
    yield f"From the start it is {'on' if one.shipped_on else 'off'}. Facts compared with their sources: {one.checked}."


def _items(one: Instrument) -> Iterator[str]:
    yield ""
    yield f"Items ({len(one.items)}):"
    if one.instruction:
        yield f"  {one.instruction}"
    for item in one.items:
        notes = [in_words(item.legal)]
        notes += ["turned round"] if item.reversed else []
        notes += ["may not apply"] if item.may_not_apply else []
        notes += ["counts only when important"] if item.may_not_be_chosen else []
        notes += [f"LOINC {item.loinc}"] if item.loinc else []
        yield f"  {item.key:>3}. {item.text or '(no words here)'}  [{', '.join(notes)}]"
        yield from (f"        {anchor.value} {anchor.text}" for anchor in item.anchors)
    for anchor in one.anchors:
        yield f"    {anchor.value} {anchor.text}"


# ---- scores --------------------------------------------------------------------------------------

_COMBINED = {
    Combine.SUM: "sum",
    Combine.MEAN: "mean of the answered items",
    Combine.MEAN_TIMES: "mean of the answered items times {factor:g}",
    Combine.SUM_TIMES: "sum times {factor:g}",
    Combine.PERCENT: "share of the most that could be reached, times 100",
    Combine.CONVERTED: "sum, looked up in the publisher's table that the service provides",
    Combine.NONE: "no sum: read item by item or by a rule of its own",
}


def _scores(one: Instrument) -> Iterator[str]:
    for score in one.scores:
        yield ""
        yield f"Score {score.key}: {score.name}, {score.low:g} to {score.high:g}, better is {one.better(score)}"
        yield f"  items {', '.join(score.items)}"
        yield f"  {_COMBINED[score.combine].format(factor=score.factor)}{_cited(score.formula)}"
        for rule in score.rules:
            since = f" since {rule.since}" if rule.since else ""
            said = f"  rule {rule.version}{since}: at most {rule.missing.most} missing"
            yield said + _cited(rule.missing.source)
        yield from _thresholds(score)
        codes = [f"SNOMED CT {score.snomed}"] if score.snomed else []
        codes += [f"LOINC {score.loinc}"] if score.loinc else []
        if codes:
            yield f"  {', '.join(codes)}"


def _thresholds(score: Score) -> Iterator[str]:
    if score.bands:
        bands = "; ".join(f"{band.low:g} to {band.high:g} {band.words}" for band in score.bands)
        yield f"  bands: {bands}{_cited(score.bands_source)}"
    else:
        yield f"  no bands: {score.no_bands}"
    if score.cut_off:
        beyond = "beyond " if score.cut_off.beyond else ""
        yield f"  cut-off: {beyond}{score.cut_off.at:g}{_cited(score.cut_off.source)}"
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
    return f"{change.points:g} or more ({change.variant}; SD {sd}, r {r}){_cited(change.source)}"


def _cited(source: Source | None) -> str:
    if source is None:
        return ""
    mark = "" if source.confirmed else "; NOT CONFIRMED"
    return f"  <{source.citation}{mark}{f': {source.note}' if source.note else ''}>"


def _rest(one: Instrument) -> Iterator[str]:
    licence = one.licence
    yield ""
    yield f"Licence class {licence.klass}: {licence.holder}. {licence.terms}{_cited(licence.source)}"
    if licence.needs_reference:
        yield "  The service writes down its licence, or that it told the authors, before it switches it on."
    for alert in one.alerts:
        yield f"Item {alert.item} at {alert.at_least} or more raises an event of its own: {alert.key}"
    if one.special:
        yield f"Rule of its own: {one.special}"
    yield "Sources:"
    yield from (
        f"  {source.citation}{'' if source.confirmed else '  (not confirmed)'}" for source in one.sources
    )
    if one.doubts:
        yield "In doubt:"
        yield from (f"  {doubt}" for doubt in one.doubts)
    if doubtful := unconfirmed(one):
        yield f"Unconfirmed: {', '.join(fact.fact for fact in doubtful)}"
    yield f"SHA-256 {one.digest}"
