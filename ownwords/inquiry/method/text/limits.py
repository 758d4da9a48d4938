"""How large a file may be before it is refused; every limit can be given by the caller."""

from __future__ import annotations

from dataclasses import dataclass

from ownwords.inquiry.method.text.refused import CannotRead

MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of one import. Sizes are bytes, `ratio` is unpacked to packed, `depth` counts elements inside each other.

    A transcript of an hour has some 50,000 characters, so that each bound lies far above what people bring.
    """

    size: int = 50 * MEGABYTE
    characters: int = 10_000_000
    entries: int = 2_000
    unpacked: int = 200 * MEGABYTE
    part: int = 64 * MEGABYTE
    ratio: int = 200
    depth: int = 250
    elements: int = 1_000_000
    pages: int = 3_000


USUAL = Limits()


def weigh(size: int, limits: Limits = USUAL) -> None:
    """Refuse a file by its size alone, so that it need not be read first; `size` in bytes."""
    if size > limits.size:
        raise CannotRead("too_large", size=megabytes(size), limit=megabytes(limits.size))
    if size == 0:
        raise CannotRead("empty")


def megabytes(size: int) -> str:
    """Return bytes as megabytes with one decimal place."""
    return f"{size / MEGABYTE:.1f}"
