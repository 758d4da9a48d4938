"""Our own file beside the project, which holds what the standard has no place for."""

from __future__ import annotations

import json
from typing import Any

from ownwords.inquiry.method.refi.log import Log
from ownwords.inquiry.method.refi.model.project import EXTRA_KINDS, Extra
from ownwords.inquiry.method.refi.report import Loss

NAME = "ownwords.json"
FORMAT = "ownwords inquiry"
VERSION = 1


def read_extra(data: bytes, log: Log) -> Extra:
    """Return what the file says; nothing, with a word in the report, where it is damaged or of a later version."""
    try:
        found = json.loads(data)
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict) or found.get("format") != FORMAT or found.get("version") != VERSION:
        log.lost("project", Loss.EXTRA, NAME)
        return {}
    kinds = {kind: _things(found.get(kind), log) for kind in EXTRA_KINDS}
    return {kind: things for kind, things in kinds.items() if things}


def _things(found: Any, log: Log) -> dict[str, dict[str, Any]]:
    if found is None:
        return {}
    if not isinstance(found, dict) or not all(isinstance(one, dict) for one in found.values()):
        log.lost("project", Loss.EXTRA, NAME)
        return {}
    return found
