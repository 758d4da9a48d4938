"""The one way in which a file is refused, and the bounds beyond which it is."""

from __future__ import annotations

from dataclasses import dataclass

MIB = 2**20


class Unreadable(ValueError):
    """A file that is not taken at all; the text is a plain sentence for whoever brought it."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of one import. The largest study that fits has about a million codings."""

    entries: int = 10_000
    """Files in the ZIP."""
    directory: int = 4 * MIB
    """Bytes of the ZIP's own list of files."""
    unpacked: int = 16 * 1024 * MIB
    """Bytes of all files together, as they say themselves; recordings are never unpacked here."""
    ratio: int = 250
    """How many times larger than packed a file of more than a MiB may be."""
    xml: int = 512 * MIB
    """Bytes of the XML."""
    elements: int = 1_200_000
    """Selections and all other things together."""
    things: int = 200_000
    """Everything but selections: users, codes, cases, sources, notes, links, sets and so on."""
    held: int = 500_000
    """Elements inside one source, code or case; elements that the format does not know, in the whole file."""
    depth: int = 64
    """Codes within codes."""
    codes: int = 100_000
    text: int = 64 * MIB
    """Bytes of one source's text."""
    texts: int = 512 * MIB
    """Bytes of all texts together."""
    extra: int = 128 * MIB
    """Bytes of our own file of what the standard has no place for."""
