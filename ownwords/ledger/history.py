"""History kept by triggers in the database, so that bulk updates and raw SQL are in it too."""

from __future__ import annotations

from typing import Any

import pghistory


def tracked(*trackers: pghistory.Tracker, **options: Any) -> Any:
    """Keep every insert and update of a model's rows in an event table beside it.

    Who changed a row, and when, stands in the row itself, so the events carry no second context. The web role may
    add events and read those of rows it can see; it may not change or delete any (`people.rowlevel`).
    """
    return pghistory.track(*trackers, context_field=None, **options)  # type: ignore[arg-type]
