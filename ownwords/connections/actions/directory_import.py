"""Taking in a directory: everything in one transaction, and the same feed a second time changes nothing.

Only the command line calls this; row-level security lets nobody else write what feeds say.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from datetime import datetime
from itertools import islice
from typing import Any

from django.db import connection, transaction
from django.utils import timezone

from ownwords.connections.actions import directory_sql as sql
from ownwords.connections.method.directory.document import Header, Item
from ownwords.connections.method.directory.gathering import Notes, gather
from ownwords.connections.method.directory.remarks import Remark
from ownwords.connections.method.directory.rows import Row
from ownwords.connections.models import DirectoryImport, DirectorySource
from ownwords.ledger.actions import note_act
from ownwords.ledger.ids import Ref, new_id
from ownwords.ledger.verbs import Verb

BATCH = 10_000
MOST_KEPT = 1_000
SEPARATOR = "\x1f"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an import did. Counts are of services, ``refused`` of records, ``remarks`` the first of what was said."""

    source: str
    profile: str
    dry_run: bool
    records: int
    read: int
    added: int
    changed: int
    unchanged: int
    back: int
    gone: int
    refused: int
    whole: bool
    kinds: dict[str, int]
    remarks: tuple[Remark, ...]
    unsaid: int


def import_directory(
    *, source: str, items: Iterable[Item | Header | Remark], profile: str, dry_run: bool = False
) -> Outcome:
    """Take in a feed.

    Args:
        source: the feed's name; services are known again by it and their own id.
        items: what stands in it (`document.items`, or `directory_feed.read_feed`).
        dry_run: do everything, say what came of it, and take it back.

    Services that are missing from a feed that was read to its end are marked as gone, and stay. Of a feed that broke
    off, what was read is kept and nothing is called gone. When nothing could be read, nothing is changed.
    """
    notes, started = Notes(), timezone.now()
    with connection.cursor() as cursor:
        cursor.execute(sql.STAGE)
        try:
            kinds, words, read = _stage(cursor, gather(items, profile, notes))
            with transaction.atomic():
                counts = _merge(cursor, source, profile, notes, read) if read else {}
                if counts:
                    _lists(cursor, counts, kinds, words)
                    _note(counts, source, notes, started)
                if dry_run:
                    transaction.set_rollback(True)
            if counts and not dry_run:
                cursor.execute(sql.SETTLE)
        finally:
            if not connection.needs_rollback:
                cursor.execute(sql.UNSTAGE)
    return _outcome(source, profile, notes, read, counts, dry_run)


def _stage(cursor: Any, rows: Iterator[Row]) -> tuple[dict[str, str], set[str], int]:
    """Put rows beside the tables, a batch at a time; return names of kinds, words of names, and how many there are."""
    kinds: dict[str, str] = {}
    words: set[str] = set()
    read = 0
    while True:
        before = read
        with cursor.copy(sql.COPY) as copy:
            for row in islice(rows, BATCH):
                copy.write_row(_values(row))
                words.update(row.head.split())
                kinds.update(zip((one[5:] for one in row.facets), row.kinds, strict=False))
                read += 1
        if read == before:
            return kinds, words, read


def _values(row: Row) -> tuple[Any, ...]:
    return (
        new_id(), row.external_id, row.name, row.sort_key, row.status, row.listed, row.organisation, row.summary,
        SEPARATOR.join(row.kinds), SEPARATOR.join(row.facets), row.times_end_on, row.record, row.digest,
        row.head, row.body, json.dumps([one.values() for one in row.places]),
    )  # fmt: skip


def _merge(cursor: Any, name: str, profile: str, notes: Notes, read: int) -> dict[str, Any]:
    """Bring the tables to what was read; return what that changed."""
    cursor.execute(sql.ALONE)
    source, _made = DirectorySource.objects.get_or_create(name=name, defaults={"profile": profile})
    now = timezone.now()
    told: dict[str, Any] = {"source": source.id, "now": now}
    done: dict[str, Any] = {"source": source}
    for key, statement in (("changed", sql.CHANGE), ("added", sql.ADD), ("back", sql.BRING_BACK)):
        cursor.execute(statement, told)
        done[key] = cursor.rowcount
    cursor.execute(sql.CLEAR_PLACES)
    cursor.execute(sql.ADD_PLACES)
    done["gone"] = 0
    if notes.whole:
        cursor.execute(sql.MARK_GONE, told)
        done["gone"] = cursor.rowcount
    done["unchanged"] = read - done["added"] - done["changed"] - done["back"]
    source.profile, source.read_at = profile, now
    source.save(update_fields=["profile", "read_at"])
    return done


def _lists(cursor: Any, counts: dict[str, Any], kinds: dict[str, str], words: set[str]) -> None:
    """Bring the lists of kinds and of words up to date, where anything has changed."""
    if not any(counts[key] for key in ("added", "changed", "back", "gone")):
        return
    cursor.execute(sql.ADD_KINDS, [list(kinds), list(kinds.values())])
    cursor.execute(sql.COUNT_KINDS)
    telling = [word for word in words if 3 < len(word) <= 60 and not word.isdigit()]
    cursor.execute(sql.ADD_WORDS, [telling])


def _note(counts: dict[str, Any], name: str, notes: Notes, started: datetime) -> None:
    source = counts["source"]
    figures = {key: value for key, value in counts.items() if key != "source"}
    DirectoryImport.objects.create(
        source=source,
        started_at=started,
        whole=notes.whole,
        counts={**figures, "records": notes.records, "refused": notes.refused, "kinds": dict(notes.counts)},
        remarks=[asdict(one) for one in notes.remarks[:MOST_KEPT]],
    )
    note_act(
        verb=Verb.DIRECTORY_IMPORTED, actor_id=None, thing=Ref("directorysource", source.id), after=figures
    )


def _outcome(
    source: str, profile: str, notes: Notes, read: int, counts: dict[str, Any], dry_run: bool
) -> Outcome:
    figures = {key: counts.get(key, 0) for key in ("added", "changed", "unchanged", "back", "gone")}
    return Outcome(
        source=source,
        profile=profile,
        dry_run=dry_run,
        records=notes.records,
        read=read,
        refused=notes.refused,
        whole=notes.whole,
        kinds=dict(notes.counts.most_common()),
        remarks=tuple(notes.remarks),
        unsaid=notes.unsaid,
        **figures,
    )
