"""Whole columns of the database as arrays of numbers, in one row: no object for each row is ever made. Loads numpy."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

import numpy as np
import numpy.typing as npt
from django.db.models import Aggregate, BinaryField, QuerySet

Ints = npt.NDArray[np.int64]
Keys = npt.NDArray[np.bytes_]


class Sent(Aggregate):
    """All values of a column as the database sends them, one after the other."""

    output_field = BinaryField()
    template = "string_agg(%(function)s(%(expressions)s), ''::bytea)"


def columns(
    rows: QuerySet[Any], *, whole: Sequence[str] = (), ids: Sequence[str] = (), moments: Sequence[str] = ()
) -> dict[str, Any]:
    """Return columns of one query, all in the same order: ``whole`` numbers (4 bytes), and ``ids`` as keys.

    ``moments`` come as whole microseconds since the beginning of 2000, UTC, as the database counts them.

    A column must not hold NULL, for that would leave it shorter than the others.
    """
    wanted = {f"sent_{n}": Sent(name, function="int4send") for n, name in enumerate(whole)}
    wanted |= {f"key_{n}": Sent(name, function="uuid_send") for n, name in enumerate(ids)}
    wanted |= {f"moment_{n}": Sent(name, function="timestamptz_send") for n, name in enumerate(moments)}
    found = rows.order_by().aggregate(**wanted)
    numbers = {name: _array(found[f"sent_{n}"], ">i4").astype(np.int64) for n, name in enumerate(whole)}
    numbers |= {name: _array(found[f"moment_{n}"], ">i8").astype(np.int64) for n, name in enumerate(moments)}
    return numbers | {name: _array(found[f"key_{n}"], "S16") for n, name in enumerate(ids)}


def _array(sent: Any, kind: str) -> Any:
    return np.frombuffer(b"" if sent is None else bytes(sent), dtype=kind)


def different(keys: Keys) -> tuple[UUID, ...]:
    """Return the different ids among keys."""
    _, first = np.unique(_folded(keys), return_index=True)
    return tuple(id_at(keys, place) for place in first.tolist())


def numbered(keys: Keys, ids: Sequence[UUID]) -> Ints:
    """Return for each key its place among ids, -1 for none of them."""
    if not len(ids) or not len(keys):
        return np.full(len(keys), -1, np.int64)
    known = _folded(np.frombuffer(b"".join(one.bytes for one in ids), dtype="S16"))
    wanted, order = _folded(keys), np.argsort(known)
    place = np.minimum(np.searchsorted(known[order], wanted), len(ids) - 1)
    found = order[place]
    return np.where(known[found] == wanted, found, -1).astype(np.int64)


def _folded(keys: Keys) -> npt.NDArray[np.uint64]:
    """Return 16 bytes as one number of 8. Ids are made here, with 62 bits of chance: no two are alike in them."""
    halves = np.frombuffer(keys.tobytes(), dtype=">u8").reshape(-1, 2).astype(np.uint64)
    return np.asarray(halves[:, 0] * np.uint64(0x9E3779B97F4A7C15) + halves[:, 1], dtype=np.uint64)


def id_at(keys: Keys, place: int) -> UUID:
    """Return one key as an id."""
    return UUID(bytes=keys[place : place + 1].tobytes())
