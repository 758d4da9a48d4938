"""What a backup says about itself: for every table the number of rows and a digest of all of them."""

import json
from dataclasses import asdict, dataclass
from typing import Any

from ownwords.engine.faults import EngineFault

FORMAT = 1

Sequences = tuple[tuple[str, int | None], ...]
"""Each sequence's name and last value, None when it was never used."""


@dataclass(frozen=True)
class Table:
    """A table's name with its schema, its number of rows, and a digest that does not depend on order."""

    name: str
    rows: int
    digest: str


@dataclass(frozen=True)
class Manifest:
    """Everything that has to be equal after a restore. ``made`` is a time in UTC (ISO 8601)."""

    made: str
    version: str
    server: int
    dump_sha256: str
    tables: tuple[Table, ...]
    sequences: Sequences

    @property
    def rows(self) -> int:
        """Return the number of rows in all tables."""
        return sum(table.rows for table in self.tables)

    def as_json(self) -> str:
        """Return the manifest as JSON, for the backup file."""
        return json.dumps({"format": FORMAT, **asdict(self)}, indent=1)


def read_manifest(text: str) -> Manifest:
    """Read ``as_json`` back. Raises EngineFault when it is no manifest, or one of a later format."""
    try:
        raw: dict[str, Any] = json.loads(text)
        if raw.pop("format") != FORMAT:
            raise EngineFault("The backup was made by a later version of Ownwords.", "Upgrade first.")
        raw["tables"] = tuple(Table(**table) for table in raw["tables"])
        raw["sequences"] = tuple((name, value) for name, value in raw["sequences"])
        return Manifest(**raw)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise EngineFault("The file's table of contents cannot be read.", "Use another backup.") from error
