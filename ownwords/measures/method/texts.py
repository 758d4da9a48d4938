"""The words of an instrument where they may not stand in its definition: packs, and a site's own licensed text.

Class B: a *pack* is a folder with ``pack.toml``, the licence as a file, and one text file for each instrument. Every
file is named with its SHA-256; one changed character and the pack is refused. Class C: a *site text* is one TOML file
for an instrument, written by whoever holds the licence, with a reference to it. Neither is on by itself.

A folder is anything that has ``joinpath``, ``iterdir`` and ``read_bytes``: a ``Path``, or packaged data.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial
from importlib.resources.abc import Traversable

from ownwords.measures.method.definitions import Anchor, Combine, Instrument, Item, LicenceClass, Score
from ownwords.people.method.definition_file import IncompleteDefinition, Table, read_definition

PACK_FILE = "pack.toml"


@dataclass(frozen=True, slots=True)
class Text:
    """The words of one instrument: of each item, each answer, and above the form; and a conversion table."""

    instrument: str
    edition: str
    reference: str  # the licence: its number, or when the authors were told
    items: Mapping[str, str]
    anchors: tuple[Anchor, ...] = ()
    item_anchors: Mapping[str, tuple[Anchor, ...]] | None = None
    instruction: str = ""
    tables: Mapping[str, tuple[tuple[int, float], ...]] | None = None  # score -> (sum, converted)
    digest: str = ""


@dataclass(frozen=True, slots=True)
class Pack:
    """Words that may be handed on under a licence of their own."""

    key: str
    name: str
    licence: str  # name of the licence
    licence_text: str
    no_derivatives: bool
    texts: Mapping[str, Text]  # by instrument


# ---- reading one file ----------------------------------------------------------------------------


def read_text(content: str, where: str, *, reference: str = "") -> Text:
    """Return the words in a TOML text. Raises IncompleteDefinition with everything that is missing.

    ``reference`` stands for the licence reference where the file needs none of its own (a pack has its licence).
    """
    text = read_definition(content, where, partial(_text, reference=reference))
    return replace(text, digest=_digest(content.encode()))


def _text(table: Table, *, reference: str) -> Text:
    items = table.table("items")
    own = table.tables_or_none("item_anchors")
    return Text(
        instrument=table.text("instrument"),
        edition=table.text("edition"),
        reference=reference or table.text("licence_reference"),
        items={key: items.text(key) for key in items.keys()},  # noqa: SIM118  (a Table is no mapping)
        anchors=_anchors(table),
        item_anchors={one.text("item"): _anchors(one) for one in own},
        instruction=table.text_or("instruction"),
        tables={one.text("score"): _rows(one) for one in table.tables_or_none("conversion")},
    )


def _anchors(table: Table) -> tuple[Anchor, ...]:
    return tuple(Anchor(one.whole("value"), one.text("text")) for one in table.tables_or_none("anchors"))


def _rows(table: Table) -> tuple[tuple[int, float], ...]:
    return tuple((row.whole("sum"), row.number("score")) for row in table.tables("rows"))


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


# ---- a site's own texts --------------------------------------------------------------------------


def site_texts(folder: Traversable) -> Mapping[str, Text]:
    """Return the texts in a site's folder by instrument, from each ``<instrument>.toml``.

    Raises IncompleteDefinition for the first file that is wrong, or whose name is not that of its instrument.
    """
    found: dict[str, Text] = {}
    for file in sorted(folder.iterdir(), key=lambda one: one.name):
        if not file.name.endswith(".toml"):
            continue
        text = read_text(_decoded(file.read_bytes(), file.name), file.name)
        if file.name != f"{text.instrument}.toml":
            raise IncompleteDefinition(file.name, (f"it is about {text.instrument!r}, so call it that",))
        found[text.instrument] = text
    return found


def with_text(instrument: Instrument, text: Text) -> Instrument:
    """Return the instrument with its words, ready to be asked with; its digest covers both.

    Raises IncompleteDefinition when the text is for another instrument or edition, leaves an item or an answer
    without words, names one that is not there, or has a conversion table with a gap.
    """
    problems = [*_fits(instrument, text), *_tables_fit(instrument, text)]
    if problems:
        raise IncompleteDefinition(f"text for {text.instrument}", tuple(problems))
    own, tables = text.item_anchors or {}, text.tables or {}
    return replace(
        instrument,
        items=tuple(
            replace(item, text=text.items[item.key], anchors=own.get(item.key, item.anchors))
            for item in instrument.items
        ),
        scores=tuple(replace(one, table=tables.get(one.key, one.table)) for one in instrument.scores),
        anchors=text.anchors or instrument.anchors,
        instruction=text.instruction or instrument.instruction,
        text_from=text.reference,
        digest=_digest(f"{instrument.digest}{text.digest}".encode()),
    )


def _fits(instrument: Instrument, text: Text) -> list[str]:
    said = []
    if text.instrument != instrument.key:
        said.append(f"it is not for {instrument.key}")
    if text.edition != instrument.edition:
        said.append(f"edition is {text.edition!r}, the instrument's is {instrument.edition!r}")
    keys = {item.key for item in instrument.items}
    said += [f"items.{item.key} is missing" for item in instrument.items if item.key not in text.items]
    said += [f"items.{key} is not on the form" for key in text.items if key not in keys]
    for item in instrument.items:
        said += _answers_fit(
            item, (text.item_anchors or {}).get(item.key) or text.anchors or instrument.anchors
        )
    return said


def _answers_fit(item: Item, anchors: tuple[Anchor, ...]) -> list[str]:
    """A long scale may name its ends only (EQ-5D 0 to 100); a short one names every answer or its two ends."""
    values = tuple(anchor.value for anchor in anchors)
    ends = (item.low, item.high)
    if values in (item.legal, ends):
        return []
    return [f"item {item.key}: anchors are for {values}, its answers are {ends[0]} to {ends[1]}"]


def _tables_fit(instrument: Instrument, text: Text) -> list[str]:
    said: list[str] = []
    scores: dict[str, Score] = {one.key: one for one in instrument.scores}
    for key, rows in (text.tables or {}).items():
        score = scores.get(key)
        if score is None or score.combine is not Combine.CONVERTED:
            said.append(f"conversion for {key!r}: there is no such converted score")
            continue
        sums = [one for one, _ in rows]
        if sums != list(range(int(score.low), int(score.high) + 1)):
            said.append(f"conversion for {key}: its sums have to run from {score.low:g} to {score.high:g}")
        converted = [one for _, one in rows]
        if converted != sorted(converted) or not all(score.low <= one <= score.high for one in converted):
            said.append(
                f"conversion for {key}: scores have to rise and stay within {score.low:g} to {score.high:g}"
            )
    return said


# ---- packs ---------------------------------------------------------------------------------------


def read_pack(folder: Traversable) -> Pack:
    """Return a pack. Raises IncompleteDefinition for a missing licence or a file that is not letter for letter
    what ``pack.toml`` says (measures 9), and for a file that it does not name.
    """
    where = f"{folder.name}/{PACK_FILE}"
    return read_definition(
        _decoded(folder.joinpath(PACK_FILE).read_bytes(), where), where, partial(_pack, folder=folder)
    )


def _pack(table: Table, *, folder: Traversable) -> Pack:
    licence_file, licence = table.text("licence_file"), table.text("licence")
    contents = {one.text("name"): one.text("sha256") for one in table.tables("files")}
    there = {one.name: one for one in folder.iterdir() if one.name != PACK_FILE}
    for name in sorted(there.keys() | contents.keys()):
        if name not in contents:
            table.note(f"{name} is not named")
        elif name not in there:
            table.note(f"{name} is not there")
        elif _digest(there[name].read_bytes()) != contents[name]:
            table.note(f"{name} is not what it was: its SHA-256 has changed")
    if licence_file not in contents:
        table.note(f"the licence file {licence_file!r} is not among the files")
    key, name, fixed = table.text("key"), table.text("name"), table.flag("no_derivatives")
    if table.problems:
        table.finish()
        return Pack(key, name, licence, "", fixed, {})
    texts = [
        read_text(
            _decoded(there[one].read_bytes(), one), f"{folder.name}/{one}", reference=f"{name}: {licence}"
        )
        for one in contents
        if one.endswith(".toml")
    ]
    words = _decoded(there[licence_file].read_bytes(), licence_file)
    return Pack(key, name, licence, words, fixed, {text.instrument: text for text in texts})


def from_pack(instrument: Instrument, pack: Pack) -> Instrument:
    """Return a class B instrument with the words of a pack. Raises KeyError, IncompleteDefinition."""
    if instrument.licence.klass is not LicenceClass.B:
        raise IncompleteDefinition(
            pack.key, (f"{instrument.key} is class {instrument.licence.klass}, not B",)
        )
    return with_text(instrument, pack.texts[instrument.key])


def _decoded(content: bytes, where: str) -> str:
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise IncompleteDefinition(where, ("is not UTF-8 text",)) from error
