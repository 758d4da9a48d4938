"""Which standard measures an organisation uses, and with which words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from pathlib import Path
from typing import Any
from uuid import UUID

from django.apps import apps
from django.conf import settings

from ownwords.measures.method import catalogue, texts
from ownwords.measures.method.definitions import Instrument, LicenceClass
from ownwords.measures.models import InstrumentSwitch
from ownwords.people.access import NotFound, Opened
from ownwords.people.method.definition_file import IncompleteDefinition
from ownwords.people.viewer import Viewer

MOST_HISTORY = 50


@dataclass(frozen=True, slots=True)
class Worded:
    """An instrument with the words that are here; `problem` says why a site's file or a pack could not be used."""

    instrument: Instrument
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Switchable:
    """One instrument as an administrator sees it: its words, its switch if it was ever touched, whether it is on."""

    worded: Worded
    switch: InstrumentSwitch | None

    @property
    def instrument(self) -> Instrument:
        """The instrument with the words that are here."""
        return self.worded.instrument

    @property
    def is_on(self) -> bool:
        """Whether it can be filled in. Untouched, only what is confirmed is on."""
        return self.instrument.shipped_on if self.switch is None else self.switch.on


def texts_folder() -> Path:
    """The folder in which a site puts the words that it holds a licence for."""
    return Path(settings.ENV.texts_dir)


def worded(key: str) -> Worded:
    """Return an instrument with its words: the definition's own, the site's, or a pack's. Raises NotFound."""
    try:
        bare = catalogue.instrument(key)
    except KeyError:
        raise NotFound from None
    if bare.has_text:
        return Worded(bare)
    file = texts_folder() / f"{key}.toml"
    try:
        stat = file.stat()
    except OSError:
        return _from_pack(key)
    return _from_site(key, file, stat.st_mtime_ns, stat.st_size)


# One object for each state of the file, so that what scoring lays out for an instrument is laid out once.
@lru_cache(maxsize=256)
def _from_site(key: str, file: Path, _changed: int, _size: int) -> Worded:
    bare = catalogue.instrument(key)
    try:
        return Worded(texts.with_text(bare, texts.read_text(file.read_text(encoding="utf-8"), file.name)))
    except (IncompleteDefinition, OSError, UnicodeDecodeError) as error:
        return Worded(bare, str(error))


@lru_cache(maxsize=256)
def _from_pack(key: str) -> Worded:
    bare = catalogue.instrument(key)
    if bare.licence.klass is not LicenceClass.B:
        return Worded(bare)
    for pack in _packs():
        if key in pack.texts:
            return Worded(texts.from_pack(bare, pack))
    return Worded(bare)


@lru_cache(maxsize=1)
def _packs() -> tuple[texts.Pack, ...]:
    folder = resources.files("ownwords.measures").joinpath("data", "packs")
    if not folder.is_dir():
        return ()
    found = sorted(folder.iterdir(), key=lambda one: one.name)
    return tuple(texts.read_pack(one) for one in found if one.joinpath(texts.PACK_FILE).is_file())


# ---- switches ------------------------------------------------------------------------------------


def _organisation(viewer: Viewer) -> UUID:
    if viewer.organisation_id is None:
        raise NotFound
    return viewer.organisation_id


def _switches(organisation_id: UUID) -> dict[str, InstrumentSwitch]:
    rows = InstrumentSwitch.objects.filter(organisation_id=organisation_id)
    return {row.instrument: row for row in rows}


def switchable(viewer: Viewer) -> list[Switchable]:
    """Return every instrument there is, by key, with the switch of the viewer's organisation (one query)."""
    switches = _switches(_organisation(viewer))
    return [Switchable(worded(key), switches.get(key)) for key in catalogue.instruments()]


def switchable_one(viewer: Viewer, key: str) -> Switchable:
    """Return one instrument with the switch of the viewer's organisation. Raises NotFound."""
    row = InstrumentSwitch.objects.filter(organisation_id=_organisation(viewer), instrument=key).first()
    return Switchable(worded(key), row)


def switch_history(viewer: Viewer, key: str) -> list[Any]:
    """Return every state a switch was in, newest first: rows with `on`, the two notes, who and when."""
    events = apps.get_model("measures", "InstrumentSwitchEvent")
    rows = events._default_manager.filter(organisation_id=_organisation(viewer), instrument=key)
    return list(rows.order_by("-pgh_id")[:MOST_HISTORY])


def in_use(opened: Opened) -> list[Instrument]:
    """Return the instruments that are on in the person's organisation, in the order of their names (one query)."""
    return sorted(_on(opened), key=lambda one: one.name.casefold())


def _on(opened: Opened) -> Iterator[Instrument]:
    switches = _switches(opened.person.organisation_id)
    for key, bare in catalogue.instruments().items():
        if switches[key].on if key in switches else bare.shipped_on:
            yield worded(key).instrument


def in_use_one(opened: Opened, key: str) -> Instrument:
    """Return one instrument that is on in the person's organisation. Raises NotFound for any other."""
    found = worded(key).instrument
    row = InstrumentSwitch.objects.filter(
        organisation_id=opened.person.organisation_id, instrument=key
    ).first()
    if not (found.shipped_on if row is None else row.on):
        raise NotFound
    return found
