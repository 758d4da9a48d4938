"""GUIDs as they come: in any spelling, missing, wrong, or twice. A GUID belongs to a kind of thing."""

from __future__ import annotations

from ownwords.inquiry.method.refi.log import Log
from ownwords.inquiry.method.refi.parts.guids import canonical, derived
from ownwords.inquiry.method.refi.report import Repair


class Ids:
    """Gives each thing its GUID and each reference the GUID it means."""

    def __init__(self, log: Log) -> None:
        self._log = log
        self._seen: dict[str, set[str]] = {}
        self._pool: dict[str, str] = {}

    def new(self, kind: str, raw: str | None, name: str = "") -> str:
        """Return the GUID of a thing of this kind. A second one with the same gets its own, always the same."""
        seen = self._seen.setdefault(kind, set())
        guid = canonical(raw) if raw else None
        if guid is None:
            guid = self._made(kind, raw, name, len(seen))
        if guid in seen:
            self._log.repaired(kind, Repair.GUID_TWICE, name or guid)
            guid = next(
                made for n in range(2, len(seen) + 3) if (made := derived(kind, guid, str(n))) not in seen
            )
        seen.add(guid)
        return guid

    def ref(self, raw: str | None) -> str:
        """Return the GUID that a reference means; empty where there is none."""
        if not raw or not raw.strip():
            return ""
        known = self._pool.get(raw)
        if known is None:
            known = self._pool[raw] = canonical(raw) or derived(raw.strip())
        return known

    def known(self, kind: str) -> set[str]:
        """Return all GUIDs of a kind so far."""
        return self._seen.get(kind, set())

    def _made(self, kind: str, raw: str | None, name: str, number: int) -> str:
        if raw and raw.strip():
            self._log.repaired(kind, Repair.GUID_FORM, name or raw)
            return derived(raw.strip())
        self._log.repaired(kind, Repair.GUID_MISSING, name)
        return derived(kind, str(number), name)
