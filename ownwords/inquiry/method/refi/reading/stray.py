"""Bytes that no XML may hold, put right on a second reading: a bare ampersand, control characters."""

from __future__ import annotations

import re
from collections.abc import Callable

_STRAY = re.compile(
    rb"&(?!(?:amp|lt|gt|quot|apos|#[0-9]{1,7}|#x[0-9A-Fa-f]{1,6});)"
    rb"|&#(?:0*(?:[0-8]|1[124-9]|2[0-9]|3[01])|x0*(?:[0-8bBcCeEfF]|1[0-9a-fA-F]));"
    rb"|[\x00-\x08\x0b\x0c\x0e-\x1f]"
)
_LONGEST = 12


class Mender:
    """Puts stray bytes of UTF-8 right, chunk by chunk; tells `told` of each."""

    def __init__(self, told: Callable[[], None]) -> None:
        self._told = told
        self._kept = b""

    def feed(self, chunk: bytes) -> bytes:
        """Return what can be handed on; a last ampersand waits for what follows it."""
        data = self._kept + chunk
        last = data.rfind(b"&", max(0, len(data) - _LONGEST))
        cut = last if last >= 0 else len(data)
        self._kept = data[cut:]
        return _STRAY.sub(self._right, data[:cut])

    def rest(self) -> bytes:
        """Return what still waited."""
        return _STRAY.sub(self._right, self._kept)

    def _right(self, found: re.Match[bytes]) -> bytes:
        self._told()
        return b"&amp;" if found[0] == b"&" else b"\xef\xbf\xbd"
