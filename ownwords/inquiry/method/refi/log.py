"""Collects what a report tells, while reading or writing."""

from __future__ import annotations

from collections.abc import Mapping

from ownwords.inquiry.method.refi.report import PLACES, Entry, Loss, Repair, Report


class Log:
    """Counts of repairs and losses by kind, with the first places of each; places are cut at 120 characters."""

    def __init__(self) -> None:
        self._found: dict[tuple[str, Repair | Loss], tuple[int, tuple[str, ...]]] = {}

    def repaired(self, kind: str, what: Repair, place: str = "", count: int = 1) -> None:
        """Note that something was put right."""
        self._note(kind, what, place, count)

    def lost(self, kind: str, what: Loss, place: str = "", count: int = 1) -> None:
        """Note that something was not taken."""
        self._note(kind, what, place, count)

    def report(self, came: Mapping[str, int]) -> Report:
        """Return what was collected."""
        entries = [Entry(kind, what, *found) for (kind, what), found in self._found.items()]
        return Report(
            came=came,
            repaired=tuple(one for one in entries if isinstance(one.what, Repair)),
            lost=tuple(one for one in entries if isinstance(one.what, Loss)),
        )

    def copy(self) -> Log:
        """Return another log that begins with what is in this one."""
        other = Log()
        other._found.update(self._found)
        return other

    def _note(self, kind: str, what: Repair | Loss, place: str, count: int) -> None:
        number, places = self._found.get((kind, what), (0, ()))
        if place and len(places) < PLACES:
            places = (*places, place[:120])
        self._found[kind, what] = (number + count, places)
