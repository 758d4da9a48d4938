"""From bytes to characters: a mark, then UTF-8 strictly, then what the file declares, and only then a guess."""

from __future__ import annotations

import codecs
from dataclasses import dataclass

from ownwords.inquiry.method.text.cleaning import whole_characters, without_mark
from ownwords.inquiry.method.text.guessing import guessed_encoding, wide_without_mark
from ownwords.inquiry.method.text.notes import Notes
from ownwords.inquiry.method.text.refused import CannotRead

#: UTF-32 first: its little-endian mark begins with that of UTF-16.
MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le", 4),
    (codecs.BOM_UTF32_BE, "utf-32-be", 4),
    (codecs.BOM_UTF16_LE, "utf-16-le", 2),
    (codecs.BOM_UTF16_BE, "utf-16-be", 2),
    (codecs.BOM_UTF8, "utf-8", 1),
)


@dataclass(frozen=True, slots=True)
class Decoded:
    """Characters without the mark, the encoding that was taken, and whether it was a guess."""

    text: str
    encoding: str
    guessed: bool = False


def decode(data: bytes, notes: Notes, *, named: str | None = None, declared: str | None = None) -> Decoded:
    """Decode a text file. `named` is a person's choice and is binding; `declared` is what the file says of itself.

    Bytes that are valid UTF-8 are never read as anything else unless a person names it. Raises `CannotRead`.
    """
    if named:
        return Decoded(_strictly(data, named), codecs.lookup(named).name)
    for mark, encoding, width in MARKS:
        if data.startswith(mark):
            return Decoded(_marked(data[len(mark) :], encoding, width, notes), encoding)
    if wide := wide_without_mark(data):
        return _guess(data[: len(data) // 2 * 2], wide, notes)
    utf8 = _utf8(data, notes)
    if utf8 is not None:
        return Decoded(utf8, "utf-8")
    if declared and (text := _tried(data, declared)) is not None:
        return Decoded(text, codecs.lookup(declared).name)
    return _guess(data, guessed_encoding(data), notes)


def _strictly(data: bytes, named: str) -> str:
    try:
        return without_mark(data.decode(named))
    except (UnicodeDecodeError, LookupError) as fault:
        raise CannotRead("not_in_encoding", encoding=named) from fault


def _tried(data: bytes, encoding: str) -> str | None:
    """Return decoded text, or None where the encoding is unknown, does not fit, or is not about text."""
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _utf8(data: bytes, notes: Notes) -> str | None:
    """Return valid UTF-8; also UTF-8 made of UTF-16 halves (CESU-8), as some Java programs write it."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    try:
        return whole_characters(data.decode("utf-8", "surrogatepass"), notes)
    except UnicodeDecodeError:
        return None


def _marked(data: bytes, encoding: str, width: int, notes: Notes) -> str:
    """Decode what a mark announces: one fault in it is shown, and does not turn the whole text into another."""
    kept = data[: len(data) // width * width]
    notes.add("cut_short", int(len(kept) < len(data)))
    try:
        text = kept.decode(encoding, "surrogatepass")
    except UnicodeDecodeError:
        text = kept.decode(encoding, "replace")
        notes.add("undecodable", text.count("\ufffd"))
    return without_mark(whole_characters(text, notes))


def _guess(data: bytes, encoding: str, notes: Notes) -> Decoded:
    text = data.decode(encoding, "replace")
    notes.add("encoding_guessed", detail=encoding)
    notes.add("undecodable", text.count("\ufffd"))
    return Decoded(without_mark(text), encoding, guessed=True)
