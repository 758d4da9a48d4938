"""GUIDs: 8-4-4-4-12 hexadecimal digits, in braces or not, in either case; compared without both (REFI-QDA 1.5)."""

from __future__ import annotations

import re
import uuid

_FORM = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
_BARE = re.compile(r"[0-9a-f]{32}")
_OURS = uuid.UUID("b3b1a2f0-5f0e-5c7e-9a53-0d1c6b6f7e11")


def canonical(raw: str) -> str | None:
    """Return the GUID as 36 lower-case characters, or None where it is none."""
    text = raw.strip().strip("{}").lower()
    if _FORM.fullmatch(text):
        return text
    return str(uuid.UUID(text)) if _BARE.fullmatch(text) else None


def is_guid(text: str) -> bool:
    """Say whether this is a GUID as we keep it."""
    return _FORM.fullmatch(text) is not None


def derived(*of: str) -> str:
    """Return a GUID that is always the same for the same words: for what has none, or has somebody else's."""
    return str(uuid.uuid5(_OURS, "\x1f".join(of)))
