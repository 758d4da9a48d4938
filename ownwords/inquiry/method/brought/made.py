"""Whether what comes in beside a project can be kept: what a row must say, in the words of its columns."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

Said = Mapping[str, Any]


def _cell(said: Said) -> bool:
    says = bool(said["summary"]) != said["nothing_found"]
    empty = not (said["nothing_found"] and said["rests_on"])
    return says and empty and (said["participant_id"] is None) != (said["source_id"] is None)


FITS: dict[str, Callable[[Said], bool]] = {
    "themes": lambda said: bool(said["name"]) and (said["status"] != "named" or bool(said["statement"])),
    "findings": lambda said: bool(said["statement"]),
    "charts": lambda said: bool(said["title"]),
    "chart_cells": _cell,
    "stages": lambda said: bool(said["name"]),
    "categories": lambda said: said["saturated_on"] is None or bool(said["saturation"]),
    "properties": lambda said: bool(said["name"]),
    "relations": lambda said: said["of_id"] != said["to_id"],
}


def fits(kind: str, said: Said) -> bool:
    """Say whether a row of a kind says what every such row must."""
    return FITS.get(kind, lambda _said: True)(said)
