"""Write the study into a database of Taguette. Runs in Taguette's own environment: FOLDER FILE.

Taguette keeps places in UTF-8 bytes of the text without its tags, and each passage's words beside it.
"""

from __future__ import annotations

import json
import sqlite3
import sys
from collections.abc import Iterator
from html import escape
from itertools import accumulate
from pathlib import Path

from taguette import database

NOW = "2026-01-01 00:00:00.000000"
FIRST = f"""PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;
INSERT INTO users(login, created, disabled) VALUES ('admin', '{NOW}', 0);
INSERT INTO projects(id, name, description, created) VALUES (1, 'Bench', '', '{NOW}');
INSERT INTO project_members(project_id, user_login, privileges) VALUES (1, 'admin', 'ADMIN');"""


def rows(path: Path) -> Iterator[dict]:
    """Yield the rows of a file."""
    with path.open(encoding="utf-8") as file:
        yield from map(json.loads, file)


def main(folder: Path, path: Path) -> None:
    """Write everything."""
    database.connect(f"sqlite:///{path}")
    base = sqlite3.connect(path)
    base.executescript(FIRST)
    texts, places = {}, {}
    for one in rows(folder / "documents.jsonl"):
        words = texts[one["id"]] = one["text"]
        places[one["id"]] = [0, *accumulate(len(sign.encode()) for sign in words)]
        html = "".join(f"<p>{escape(line)}</p>" for line in words.splitlines(keepends=True))
        base.execute(
            "INSERT INTO documents(id, name, description, filename, created, project_id, text_direction, contents)"
            " VALUES (?, ?, '', ?, ?, 1, 'LEFT_TO_RIGHT', ?)",
            (one["id"], one["name"], f"{one['name']}.txt", NOW, html),
        )
    paths: dict[int, str] = {}
    for one in rows(folder / "codes.jsonl"):
        paths[one["id"]] = f"{paths[one['parent']]}.{one['name']}" if one["parent"] else one["name"]
        base.execute(
            "INSERT INTO tags(id, project_id, path, description) VALUES (?, 1, ?, ?)",
            (one["id"], paths[one["id"]], one["definition"]),
        )
    for one in rows(folder / "codings.jsonl"):
        at, said = places[one["document"]], texts[one["document"]][one["start"] : one["end"]]
        base.execute(
            "INSERT INTO highlights(id, document_id, start_offset, end_offset, snippet) VALUES (?, ?, ?, ?, ?)",
            (one["id"], one["document"], at[one["start"]], at[one["end"]], f"<p>{escape(said)}</p>"),
        )
        base.execute(
            "INSERT INTO highlight_tags(highlight_id, tag_id) VALUES (?, ?)", (one["id"], one["code"])
        )
    base.execute("ANALYZE")
    base.commit()
    print(json.dumps(paths))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
