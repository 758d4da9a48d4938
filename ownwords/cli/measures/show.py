"""``ownwords measures show phq-9``: everything that is known about one instrument, with sources and doubts."""

import dataclasses
import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from types import MappingProxyType

import click

from ownwords.cli.measures.common import find
from ownwords.cli.measures.show_scores import cited, told_scores
from ownwords.cli.words import say
from ownwords.measures.method.definitions import Instrument
from ownwords.measures.method.scoring import in_words
from ownwords.measures.method.unconfirmed import unconfirmed


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
    for line in (*_head(found), *_items(found), *told_scores(found), *_rest(found)):
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


def _rest(one: Instrument) -> Iterator[str]:
    licence = one.licence
    yield ""
    yield f"Licence class {licence.klass}: {licence.holder}. {licence.terms}{cited(licence.source)}"
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
