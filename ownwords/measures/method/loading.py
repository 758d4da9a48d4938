"""Reads an instrument from TOML; an incomplete one is refused with everything that is missing (measures 1).

The layout of a file is told in ``docs/measures-instruments.md``. Ranges are worked out from the items and compared with
what the file says, because a wrong range that was copied from somewhere is the commonest fault of all.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from ownwords.measures.method.completeness import note_contradictions
from ownwords.measures.method.definitions import (
    Alert,
    Anchor,
    Band,
    Combine,
    CutOff,
    Direction,
    Instrument,
    Item,
    Licence,
    LicenceClass,
    MissingRule,
    ReliableChange,
    Score,
    ScoringRule,
    Source,
)
from ownwords.people.method.definition_file import Table, read_definition

Chosen = TypeVar("Chosen", Direction, LicenceClass, Combine)


def read_instrument(text: str, where: str) -> Instrument:
    """Return the instrument that ``text`` (TOML) defines; ``where`` names the file in errors.

    Raises IncompleteDefinition with every problem at once, each with its place in the file.
    """
    instrument = read_definition(text, where, _instrument)
    return replace(instrument, digest=hashlib.sha256(text.encode()).hexdigest())


def _instrument(table: Table) -> Instrument:
    instrument = Instrument(
        key=table.text("key"),
        name=table.text("name"),
        full_name=table.text("full_name"),
        edition=table.text("edition"),
        measures=table.text("measures"),
        direction=_one_of(table, "direction", Direction) or Direction.UP,
        items=_items(table),
        scores=tuple(_score(score) for score in table.tables("scores")),
        licence=_licence(table.table("licence")),
        sources=tuple(_source_in(source) for source in table.tables("sources")),
        why=table.text("why"),
        minutes=table.whole("minutes"),
        recall=table.text_or("recall"),
        anchors=_anchors(table),
        instruction=table.text_or("instruction"),
        alerts=tuple(_alert(alert) for alert in table.tables_or_none("alerts")),
        special=table.text_or("special"),
        about_worker=table.flag("about_worker"),
        shipped_on=table.flag("shipped_on"),
        doubts=table.texts_or_empty("doubts"),
        codes=_codes(table),
        checked=table.text("checked"),
    )
    note_contradictions(table, instrument)
    return instrument


def _one_of(table: Table, key: str, kinds: type[Chosen]) -> Chosen | None:
    said = table.text(key)
    try:
        return kinds(said)
    except ValueError:
        if said:
            table.note(f"{key} is {said!r}, not one of {', '.join(kinds)}")
        return None


# ---- items ---------------------------------------------------------------------------------------


def _items(table: Table) -> tuple[Item, ...]:
    """Return the items: so many of one range, some of them told apart by an ``[[item]]`` of their own."""
    common = table.table("items")
    count, low, high = common.whole("count"), common.whole("low"), common.whole("high")
    keys = [str(number) for number in range(1, count + 1)]
    turned = _keys(common, "reversed", required=True)
    apply, chosen = _keys(common, "may_not_apply"), _keys(common, "may_not_be_chosen")
    texts, loinc = _each(common, "texts", keys), _each(common, "loinc", keys)
    for key in {*turned, *apply, *chosen} - set(keys):
        common.note(f"there is no item {key!r}")
    plain = {
        key: Item(
            key,
            low,
            high,
            text=texts.get(key, ""),
            reversed=key in turned,
            may_not_apply=key in apply,
            may_not_be_chosen=key in chosen,
            loinc=loinc.get(key, ""),
        )
        for key in keys
    }
    return _with_exceptions(table, plain)


def _with_exceptions(table: Table, plain: dict[str, Item]) -> tuple[Item, ...]:
    for own in table.tables_or_none("item"):
        key = own.text("key")
        if key not in plain:
            own.note(f"there is no item {key!r}")
            continue
        item = plain[key]
        plain[key] = replace(
            item,
            low=own.whole("low") if own.has("low") else item.low,
            high=own.whole("high") if own.has("high") else item.high,
            values=own.whole_numbers("values") if own.has("values") else (),
            text=own.text_or("text", item.text),
            loinc=own.text_or("loinc", item.loinc),
            anchors=_anchors(own),
        )
    return tuple(plain.values())


def _each(table: Table, key: str, keys: list[str]) -> dict[str, str]:
    """Return a text for each item in order; a list that is shorter leaves the last items without one."""
    if not table.has(key):
        return {}
    found = table.texts(key)
    if len(found) > len(keys):
        table.note(f"{key} has {len(found)} lines for {len(keys)} items")
    return dict(zip(keys, found, strict=False))


def _keys(table: Table, key: str, *, required: bool = False) -> tuple[str, ...]:
    """Return item keys; "1-9" stands for all from 1 to 9."""
    if not required and not table.has(key):
        return ()
    found: list[str] = []
    for said in table.texts_or_empty(key):
        first, dash, last = said.partition("-")
        if dash and first.isdigit() and last.isdigit():
            found += [str(number) for number in range(int(first), int(last) + 1)]
        else:
            found.append(said)
    return tuple(found)


def _anchors(table: Table) -> tuple[Anchor, ...]:
    return tuple(
        Anchor(anchor.whole("value"), anchor.text_or("text"), anchor.text_or("code"))
        for anchor in table.tables_or_none("anchors")
    )


def _alert(table: Table) -> Alert:
    return Alert(table.text("item"), table.whole("at_least"), table.text("key"))


# ---- scores --------------------------------------------------------------------------------------


def _score(table: Table) -> Score:
    return Score(
        key=table.text("key"),
        name=table.text("name"),
        items=_keys(table, "items", required=True),
        combine=_one_of(table, "combine", Combine) or Combine.NONE,
        low=table.number("low"),
        high=table.number("high"),
        rules=tuple(_rule(rule) for rule in table.tables("rules")),
        factor=table.number("factor") if table.has("factor") else 1.0,
        whole=not table.flag("fractions"),
        direction=_one_of(table, "direction", Direction) if table.has("direction") else None,
        bands=tuple(_band(band) for band in table.tables_or_none("bands")),
        bands_source=_source(table, "bands_source") if table.has("bands") else None,
        cut_off=_or_why(table, "cut_off", _cut_off),
        reliable_change=_or_why(table, "reliable_change", _change),
        important_difference=(
            _change(table.table("important_difference")) if table.has("important_difference") else None
        ),
        snomed=table.text_or("snomed"),
        loinc=table.text_or("loinc"),
        formula=_source(table, "formula"),
        no_bands="" if table.has("bands") else table.text("no_bands"),
        no_cut_off="" if table.has("cut_off") else table.text("no_cut_off"),
        no_reliable_change="" if table.has("reliable_change") else table.text("no_reliable_change"),
    )


Read = TypeVar("Read")


def _or_why(table: Table, key: str, read: Callable[[Table], Read]) -> Read | None:
    """Return what stands under ``key``; whoever leaves it out has to say why under ``no_<key>``."""
    return read(table.table(key)) if table.has(key) else None


def _rule(table: Table) -> ScoringRule:
    return ScoringRule(
        version=table.text("version"),
        since=table.date_or_none("since"),
        missing=MissingRule(table.whole("most_missing"), _source(table, "source")),
    )


def _band(table: Table) -> Band:
    return Band(table.number("low"), table.number("high"), table.text("key"), table.text("words"))


def _cut_off(table: Table) -> CutOff:
    return CutOff(table.number("at"), _source(table, "source"), beyond=table.flag("beyond"))


def _change(table: Table) -> ReliableChange:
    """Return a threshold. Its SD and its reliability are given, or it says that the source gives none."""
    sd, reliability = table.number_or_none("sd"), table.number_or_none("reliability")
    if sd is None or reliability is None:
        table.text("unstated")  # measures 1: a threshold without its r and SD is an opinion, and says so
    else:
        table.text_or("unstated")
    return ReliableChange(
        points=table.number("points"),
        sd=sd,
        reliability=reliability,
        variant=table.text("variant"),
        source=_source(table, "source"),
    )


# ---- sources -------------------------------------------------------------------------------------


def _licence(table: Table) -> Licence:
    return Licence(
        klass=_one_of(table, "class", LicenceClass) or LicenceClass.C,
        holder=table.text("holder"),
        terms=table.text("terms"),
        source=_source(table, "source"),
        needs_reference=table.flag("needs_reference"),
    )


def _source(table: Table, key: str) -> Source:
    return _source_in(table.table(key))


def _source_in(table: Table) -> Source:
    return Source(
        citation=table.text("citation"),
        confirmed=not table.flag("unconfirmed"),
        note=table.text_or("note"),
        ours=table.flag("ours"),
    )


def _codes(table: Table) -> dict[str, str]:
    if not table.has("codes"):
        return {}
    codes = table.table("codes")
    return {key: codes.text(key) for key in codes.keys()}  # noqa: SIM118  (a Table is no mapping)
