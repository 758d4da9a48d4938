"""Going on where a long list stopped: a bookmark names the last thing shown, so nothing new shifts the pages."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import UUID

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_STEP = timedelta(microseconds=1)
_MOST = 400_000_000_000_000_000


@dataclass(frozen=True, slots=True)
class Bookmark:
    """The moment and the id of the last thing on a page."""

    at: datetime
    id: UUID

    def written(self) -> str:
        """Return it for an address.

        >>> Bookmark(datetime(2026, 11, 3, tzinfo=UTC), UUID(int=7)).written()
        '1793664000000000.00000000000000000000000000000007'
        """
        return f"{(self.at - _EPOCH) // _STEP}.{self.id.hex}"


def bookmark(written: str) -> Bookmark | None:
    """Return the bookmark that an address holds; None for anything else, which means the first page.

    >>> bookmark("nonsense") is None
    True
    """
    micro, _dot, key = written.partition(".")
    if not (micro.removeprefix("-").isascii() and micro.removeprefix("-").isdecimal()) or len(micro) > 18:
        return None
    if len(key) != 32 or abs(int(micro)) > _MOST:
        return None
    try:
        return Bookmark(_EPOCH + int(micro) * _STEP, UUID(hex=key))
    except (ValueError, OverflowError):
        return None
