"""Attributes of elements: numbers, choices, colours, and who and when."""

from __future__ import annotations

from ownwords.inquiry.method.refi.model.stamp import UNSIGNED, Stamp
from ownwords.inquiry.method.refi.parts.colours import colour
from ownwords.inquiry.method.refi.parts.moments import mended, moment
from ownwords.inquiry.method.refi.reading.draft import Draft
from ownwords.inquiry.method.refi.reading.pull import Element
from ownwords.inquiry.method.refi.report import Loss, Repair

_FARTHEST = 2**53


def whole(element: Element, name: str) -> int | None:
    """Return a whole number; one written with a fraction is rounded; None where it is missing or none."""
    raw = element.get(name)
    if raw is None:
        return None
    try:
        number = int(raw) if len(raw) < 20 else None
    except ValueError:
        number = _rounded(raw)
    return number if number is not None and abs(number) <= _FARTHEST else None


def _rounded(raw: str) -> int | None:
    try:
        return round(float(raw))
    except (ValueError, OverflowError):
        return None


def chosen(draft: Draft, element: Element, name: str, of: tuple[str, ...], kind: str) -> str:
    """Return one of the values `of`, whatever its capitals; empty where it is missing or another."""
    raw = (element.get(name) or "").strip()
    found = next((one for one in of if one.casefold() == raw.casefold()), "")
    if raw and not found:
        draft.log.lost(kind, Loss.VALUE, f"{name}={raw}")
    return found


def coloured(draft: Draft, element: Element, kind: str) -> str:
    """Return the colour as ``#rrggbb``, empty where there is none."""
    raw = element.get("color")
    if not raw:
        return ""
    found = colour(raw)
    if found != raw.lower():
        draft.log.repaired(kind, Repair.COLOUR, raw)
    return found


def stamped(draft: Draft, element: Element, kind: str) -> Stamp:
    """Return who made and changed a thing and when; the same stamp is kept once."""
    get, ref = element.get, draft.ids.ref
    raw = (get("creatingUser"), get("creationDateTime"), get("modifyingUser"), get("modifiedDateTime"))
    if raw in draft.as_written:
        return draft.as_written[raw]
    made_by = ref(get("creatingUser") or get("creatingUserGUID"))
    changed_by = ref(get("modifyingUser") or get("modifyingUserGUID"))
    made = _when(draft, get("creationDateTime"), kind)
    changed = _when(draft, get("modifiedDateTime"), kind)
    if not (made_by or made or changed_by or changed):
        return UNSIGNED
    key = (made_by, made, changed_by, changed)
    known = draft.stamps.get(key)
    if known is None:
        known = draft.stamps[key] = Stamp(*key)
    if (made, changed) == (raw[1] or "", raw[3] or "") and kind != "project":
        draft.as_written[raw] = known
    return known


def _when(draft: Draft, raw: str | None, kind: str) -> str:
    if not raw:
        return ""
    known = draft.moments.get(raw)
    if known is None:
        known = draft.moments[raw] = raw if moment(raw) else mended(raw)
    if known != raw:
        draft.log.repaired(kind, Repair.MOMENT, raw)
    return known
