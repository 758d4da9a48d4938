"""What is made of codes, coming in from our own file: each row once, by the GUIDs that it keeps for ever."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping
from typing import Any
from uuid import UUID

from django.db import models

from ownwords.inquiry.actions.refi_state import Bringing
from ownwords.inquiry.method.brought import own
from ownwords.inquiry.method.brought import told as say
from ownwords.inquiry.method.brought.made import fits
from ownwords.inquiry.method.brought.names import kept
from ownwords.inquiry.models import ChartCell, Theme
from ownwords.inquiry.queries.refi_made_kinds import MADE, fields_of, points_at

MOST_WHOLE, MOST_SMALL, MOST_PLACE = 2**31 - 1, 2**15 - 1, 100
#: How deep a theme may hang; codes of a file go no deeper either.
MOST_DEEP = 64


class _NotUsable(Exception):
    """A row says something that cannot be kept."""


def bring_made(doing: Bringing) -> None:
    """Keep what is made of codes and is not here yet, each kind after those that it points at."""
    ids: dict[str, Mapping[str, UUID]] = {
        "codes": doing.codes, "cases": doing.cases, "sources": doing.sources, "codings": doing.codings,
    }  # fmt: skip
    for kind, model in MADE.items():
        ids[kind] = doing.made[kind] = {}
        given = doing.project.extra.get(kind, {})
        if given:
            _bring(doing, kind, model, given, ids)


def is_theme(doing: Bringing, guid: str) -> bool:
    """Say whether a set of the file is a theme: one that comes beside it, or one that is here."""
    beside = guid in doing.project.extra.get("themes", {})
    return beside or Theme.objects.filter(study_id=doing.study.id, guid=guid).exists()


def _bring(
    doing: Bringing,
    kind: str,
    model: type[models.Model],
    given: Mapping[str, Mapping[str, Any]],
    ids: dict[str, Mapping[str, UUID]],
) -> None:
    there = _there(doing, model)
    made: dict[str, Any] = {}
    for guid, depth in _parents_first(given):
        if guid in there:
            doing.made[kind][guid] = there[guid]
            continue
        said = given[guid] if depth < MOST_DEEP else {**given[guid], "parent": None}
        if depth == MOST_DEEP:
            doing.told.repaired(kind, say.TOO_DEEP, guid)
        try:
            made[guid] = row = _row(doing, kind, model, guid, said, ids)
        except _NotUsable:
            doing.told.lost(kind, say.NOT_KEPT, guid)
        else:
            doing.made[kind][guid] = row.pk
    model._default_manager.bulk_create(made.values(), batch_size=2_000, ignore_conflicts=True)
    wanted = [row.id for row in made.values()]
    new = set(model._default_manager.filter(pk__in=wanted).values_list("id", flat=True))
    for guid, row in made.items():
        if row.id not in new:
            del doing.made[kind][guid]
    doing.told.came[kind] += len(new)
    doing.told.there[kind] += len(given.keys() & there.keys()) + len(made) - len(new)


def _there(doing: Bringing, model: type[models.Model]) -> dict[str, UUID]:
    rows = model._default_manager.filter(study_id=doing.study.id).values_list("guid", "id")
    return {str(guid): one for guid, one in rows}


def _parents_first(given: Mapping[str, Mapping[str, Any]]) -> Iterator[tuple[str, int]]:
    """Yield each thing after its parent, with how deep it hangs; those that go round in a circle come last.

    One that hangs too deep counts as standing at the top, with what hangs on it.
    """
    below: dict[str, list[str]] = {}
    for guid, said in given.items():
        below.setdefault(_parent(said), []).append(guid)
    left = dict.fromkeys(given)
    waiting = deque((guid, 0) for guid, said in given.items() if _parent(said) not in given)
    while waiting:
        guid, depth = waiting.popleft()
        del left[guid]
        yield guid, depth
        waiting.extend((one, depth % MOST_DEEP + 1) for one in below.get(guid, ()))
    yield from ((guid, 0) for guid in left)


def _parent(said: Mapping[str, Any]) -> str:
    return str(said.get("parent") or "")


def _row(
    doing: Bringing,
    kind: str,
    model: type[models.Model],
    guid: str,
    said: Mapping[str, Any],
    ids: dict[str, Mapping[str, UUID]],
) -> models.Model:
    """Return a row that is not kept yet. Raises _NotUsable: nothing like it can be kept."""
    try:
        own_guid = UUID(guid)
    except ValueError:
        raise _NotUsable from None
    values = {field.attname: _value(doing, field, said, ids) for field in fields_of(model)}
    if not fits(kind, values):
        raise _NotUsable
    return model(**doing.signed(), guid=own_guid, **values)


def _value(doing: Bringing, field: Any, said: Mapping[str, Any], ids: dict[str, Mapping[str, UUID]]) -> Any:
    """Return what a column holds, checked as anything that somebody can have written."""
    if to := points_at(field):
        found = ids[to].get(str(said.get(field.name) or ""))
        if found is None and not field.null:
            raise _NotUsable
        return found
    if field.choices:
        return _choice(field, said)
    if isinstance(field, models.BooleanField):
        return said.get(field.name) is True
    if isinstance(field, models.IntegerField):
        return _whole(field, said)
    return _day(doing, field, said) if isinstance(field, models.DateField) else _words(doing, field, said)


def _choice(field: Any, said: Mapping[str, Any]) -> str:
    known = tuple(str(one) for one, _words in field.choices)
    found = own.choice(said, field.name, known, str(field.get_default()))
    if found not in known:
        raise _NotUsable
    return found


def _day(doing: Bringing, field: Any, said: Mapping[str, Any]) -> Any:
    """Return a day, or a moment: now, where the file says none."""
    moment = isinstance(field, models.DateTimeField)
    return doing.at(own.line(said, field.name)) if moment else own.day(said, field.name)


def _whole(field: Any, said: Mapping[str, Any]) -> int | None:
    small = isinstance(field, models.PositiveSmallIntegerField)
    most = MOST_PLACE if field.name == "place" else MOST_SMALL if small else MOST_WHOLE
    found = own.whole(said, field.name, most)
    if found is not None or field.null:
        return found
    if not field.has_default():
        raise _NotUsable
    return int(field.get_default())


def _words(doing: Bringing, field: Any, said: Mapping[str, Any]) -> Any:
    found = said.get(field.name)
    if field.model is ChartCell and field.name == "rests_on":
        return _codings(doing, found)
    words = kept(found) if isinstance(found, str) else ""
    return doing.fits(field.model._meta.model_name, words, field.max_length) if field.max_length else words


def _codings(doing: Bringing, found: Any) -> list[UUID]:
    """Return what a summary rests on; a passage that is gone stays named, so that the summary is known to be older."""
    given = [one for one in found if isinstance(one, str)] if isinstance(found, list) else []
    try:
        return [doing.codings.get(one) or UUID(one) for one in dict.fromkeys(given)]
    except ValueError:
        raise _NotUsable from None
