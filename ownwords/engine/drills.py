"""The last backup and the last restore, kept in the data folder for the administrator's page."""

import json
import os
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from ownwords.engine.manifest import Manifest


def record(
    data_dir: Path, what: str, manifest: Manifest, file: Path, *, seconds: float, **more: object
) -> dict[str, Any]:
    """Write ``last-<what>.json`` and return what stands in it. ``what`` is ``backup`` or ``restore``."""
    facts: dict[str, Any] = {
        "when": datetime.now(UTC).isoformat(timespec="seconds"),
        "file": str(file),
        "of": manifest.made,
        "version": manifest.version,
        "tables": len(manifest.tables),
        "rows": manifest.rows,
        "bytes": file.stat().st_size,
        "seconds": round(seconds, 2),
        **more,
    }
    data_dir.mkdir(parents=True, exist_ok=True)
    scratch = data_dir / f".last-{what}.{os.getpid()}"
    scratch.write_text(json.dumps(facts, indent=1))
    scratch.replace(data_dir / f"last-{what}.json")
    return facts


def last(data_dir: Path, what: str) -> dict[str, Any] | None:
    """Return what ``record`` wrote last, None when there is nothing (readable)."""
    try:
        facts: dict[str, Any] = json.loads((data_dir / f"last-{what}.json").read_text())
    except (OSError, ValueError):
        return None
    return facts
