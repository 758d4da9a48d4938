"""Finding the records in a text: a page object, a list of services, one service, or one service a line (NDJSON).

One record is parsed at a time, so that a large file costs its own size and one record, and a fault in a line of NDJSON
costs that line alone.
"""

from __future__ import annotations

import json
import re
from collections.abc import Generator, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ownwords.connections.method.directory.remarks import Remark, Weight, shown

MOST_RECORD = 5_000_000
_BLANK = re.compile(r"[ \t\r\n]*")
HEADER = ("total_items", "total_pages", "page_number", "size", "first_page", "last_page", "empty")


@dataclass(frozen=True, slots=True)
class Item:
    """One record as it stands in the feed, not yet read."""

    path: str
    value: Any


@dataclass(frozen=True, slots=True)
class Header:
    """What a page says about the list it is a page of."""

    values: Mapping[str, Any]


class _Broken(ValueError):
    """The text is no JSON from here on."""


def _constant(name: str) -> Any:
    raise _Broken(f"{name} is no number in JSON")


_DECODER = json.JSONDecoder(parse_constant=_constant)


def items(text: str) -> Iterator[Item | Header | Remark]:
    """Yield the records of a text in its order, the header of a page after them, and what cannot be read."""
    text = text.removeprefix("\ufeff")
    start = _skip(text, 0)
    if start == len(text):
        yield _fault("", "empty", "There is nothing in it.")
        return
    try:
        if text[start] == "[":
            end = yield from _list(text, start, "")
            if _skip(text, end) < len(text):
                yield _fault("", "not_json", "Something stands after the end of the list.")
        elif text[start] == "{":
            yield from _object_or_lines(text, start)
        else:
            yield _no_json(text, start)
    except _Stop as stop:
        yield stop.remark


class _Stop(Exception):
    def __init__(self, remark: Remark) -> None:
        super().__init__(remark.reason)
        self.remark = remark


def _skip(text: str, at: int) -> int:
    match = _BLANK.match(text, at)
    return match.end() if match else at


def _no_json(text: str, at: int) -> Remark:
    begins = text[at : at + 200].casefold()
    if begins.startswith(("<!doctype", "<html", "<head", "<body")):
        return _fault("", "html", "This is a web page, not a directory in JSON.")
    if begins.startswith("<"):
        return _fault("", "xml", "This is XML, not a directory in JSON.")
    return _fault("", "not_json", f"This is no JSON; it begins with {shown(text[at : at + 30])}.")


def _fault(path: str, kind: str, reason: str) -> Remark:
    return Remark(path, kind, reason, Weight.REFUSED)


def _decode(text: str, at: int, path: str) -> tuple[Any, int]:
    """Return the value that begins here and where it ends. Raises _Stop in words."""
    try:
        return _DECODER.raw_decode(text, at)
    except RecursionError:
        said = "This is nested too deeply to be a service."
        raise _Stop(_fault(path, "too_deep", said)) from None
    except ValueError as error:
        why = str(error) if isinstance(error, _Broken) else getattr(error, "msg", "a number that is too long")
        line = text.count("\n", 0, getattr(error, "pos", at)) + 1
        said = f"This cannot be read as JSON (line {line}: {why}). Nothing after it was read."
        raise _Stop(_fault(path, "not_json", said)) from None


def _list(text: str, start: int, path: str) -> Generator[Item | Header | Remark, None, int]:
    """Yield the members of a list; return where it ends."""
    at, number = _skip(text, start + 1), 0
    while not text.startswith("]", at):
        place = f"{path}[{number}]"
        value, end = _decode(text, at, place)
        yield _sized(place, value, end - at)
        at, number = _next(text, end, "]", place), number + 1
    return at + 1


def _sized(path: str, value: Any, length: int) -> Item | Remark:
    if length > MOST_RECORD:
        return _fault(path, "too_long", f"This record has {length:,} characters; no service needs so many.")
    return Item(path, value)


def _next(text: str, at: int, closing: str, path: str) -> int:
    """Return where the next member begins, or where the closing sign stands."""
    at = _skip(text, at)
    if text.startswith(closing, at):
        return at
    if text.startswith(",", at):
        return _skip(text, at + 1)
    reason = (
        "The text ends in the middle."
        if at >= len(text)
        else "A comma is missing. Nothing after it was read."
    )
    raise _Stop(_fault(path, "not_json", reason))


def _object_or_lines(text: str, start: int) -> Iterator[Item | Header | Remark]:
    """A page object or one service; or, when more follows after it, one service a line."""
    first_line = text.find("\n", start)
    if first_line > 0 and _is_whole(text, start, first_line) and _skip(text, first_line) < len(text):
        yield from lines(_rows(text, start))
        return
    yield from _page_or_service(text, start)


def _rows(text: str, at: int) -> Iterator[str]:
    """Yield the lines of a text; only a newline ends one, since a text of JSON may hold other separators."""
    while at < len(text):
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        yield text[at:end]
        at = end + 1


def _is_whole(text: str, start: int, end: int) -> bool:
    """Whether the first line is an object by itself."""
    try:
        return _skip(text, _DECODER.raw_decode(text[start:end])[1] + start) >= end
    except (ValueError, RecursionError):
        return False


def _page_or_service(text: str, start: int) -> Iterator[Item | Header | Remark]:
    found: dict[str, Any] = {}
    at, is_page = _skip(text, start + 1), False
    while not text.startswith("}", at):
        key, at = _key(text, at)
        if key == "contents" and text.startswith("[", at):
            is_page = True
            at = yield from _list(text, at, "contents")
        else:
            found[key], at = _decode(text, at, key)
        at = _next(text, at, "}", key)
    if is_page or "contents" in found:
        if not is_page:
            yield _fault("contents", "wrong_type", "“contents” is no list of services.")
        yield Header({name: found[name] for name in HEADER if name in found})
    else:
        yield Item("", found)


def _key(text: str, at: int) -> tuple[str, int]:
    key, at = _decode(text, at, "")
    at = _skip(text, at)
    if not isinstance(key, str) or not text.startswith(":", at):
        raise _Stop(_fault("", "not_json", "This cannot be read as JSON: a name and a colon are missing."))
    return key, _skip(text, at + 1)


def lines(rows: Iterable[str]) -> Iterator[Item | Header | Remark]:
    """Yield the records of NDJSON: one a line, each for itself, so that a broken one costs only itself."""
    for number, row in enumerate(rows, 1):
        if not row.strip():
            continue
        path = f"line {number}"
        if len(row) > MOST_RECORD:
            yield _fault(path, "too_long", "This line is longer than any service needs.")
            continue
        try:
            value, end = _decode(row, _skip(row, 0), path)
        except _Stop as stop:
            reason = stop.remark.reason.replace(" Nothing after it was read.", "")
            yield _fault(path, stop.remark.kind, reason)
            continue
        if _skip(row, end) < len(row):
            yield _fault(path, "not_json", "More than one record stands on this line.")
        else:
            yield Item(path, value)
