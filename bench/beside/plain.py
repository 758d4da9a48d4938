"""The floor: the same study in SQLite with two indexes, numpy for what is counted, and no web round it."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np

from bench.beside.corpus import rows

TABLES = """
CREATE TABLE document (id INTEGER PRIMARY KEY, words TEXT);
CREATE TABLE coding (id INTEGER PRIMARY KEY, document INT, start INT, stop INT, code INT, coder TEXT);
"""
INDEXES = """
CREATE INDEX in_document ON coding (document, start); CREATE INDEX of_code ON coding (code, document, start); ANALYZE;
"""
QUOTED = """SELECT c.id, substr(d.words, c.start + 1, c.stop - c.start) FROM coding c
  JOIN document d ON d.id = c.document WHERE c.code = ? AND (c.document, c.start) >= (?, 0)
  ORDER BY c.document, c.start LIMIT 50"""


def load(folder: Path, path: Path) -> None:
    """Write the study into a new SQLite file."""
    with sqlite3.connect(path) as base:
        base.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;" + TABLES)
        base.executemany(
            "INSERT INTO document VALUES (?, ?)",
            ((one["id"], one["text"]) for one in rows(folder / "documents.jsonl")),
        )
        base.executemany(
            "INSERT INTO coding VALUES (?, ?, ?, ?, ?, ?)",
            (
                tuple(one[name] for name in ("id", "document", "start", "end", "code", "coder"))
                for one in rows(folder / "codings.jsonl")
            ),
        )
        base.executescript(INDEXES)


def biggest(base: sqlite3.Connection) -> int:
    """Return the code with most passages."""
    return int(
        base.execute("SELECT code FROM coding GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1").fetchone()[0]
    )


def floors(path: Path) -> dict[str, float]:
    """Return the seconds of each question, asked a second time."""
    base = sqlite3.connect(path)
    code = biggest(base)
    last = base.execute("SELECT max(document) FROM coding WHERE code = ?", (code,)).fetchone()[0]
    asked: dict[str, Callable[[], object]] = {
        "codes": lambda: base.execute("SELECT code, count(*) FROM coding GROUP BY 1").fetchall(),
        "open": lambda: (
            base.execute("SELECT words FROM document WHERE id = 1").fetchall(),
            base.execute("SELECT * FROM coding WHERE document = 1 ORDER BY start").fetchall(),
        ),
        "first": lambda: base.execute(QUOTED, (code, 0)).fetchall(),
        "last": lambda: base.execute(QUOTED, (code, last)).fetchall(),
        "meet": lambda: meeting(base),
        "matrix": lambda: base.execute(
            "SELECT code, document, count(*) FROM coding GROUP BY 1, 2"
        ).fetchall(),
        "csv": lambda: base.execute(
            "SELECT c.*, substr(d.words, c.start + 1, c.stop - c.start) FROM coding c JOIN document d"
            " ON d.id = c.document ORDER BY c.document, c.start"
        ).fetchall(),
    }
    return {name: timed(job) for name, job in asked.items()}


def timed(job: Callable[[], object]) -> float:
    """Return the seconds of the second of two runs."""
    job()
    began = time.perf_counter()
    job()
    return time.perf_counter() - began


def meeting(base: sqlite3.Connection) -> int:
    """Count the pairs of passages of one text that overlap, by sorting and searching; return how many there are."""
    found = 0
    for (document,) in base.execute("SELECT id FROM document").fetchall():
        spans = np.array(
            base.execute(
                "SELECT start, stop, code FROM coding WHERE document = ? ORDER BY start", (document,)
            ).fetchall()
        ).reshape(-1, 3)
        until = np.searchsorted(spans[:, 0], spans[:, 1])
        many = until - np.arange(1, len(spans) + 1)
        first = np.repeat(np.arange(len(spans)), many)
        second = np.arange(len(first)) - np.repeat(np.cumsum(many) - many, many) + first + 1
        pairs = np.sort(np.stack([spans[first, 2], spans[second, 2]]), axis=0)
        np.unique(pairs[0] * 100_000 + pairs[1], return_counts=True)
        found += len(first)
    return found
