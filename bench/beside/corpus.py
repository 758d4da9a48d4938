"""A made-up study that every program is given: texts in turns, a tree of codes, passages by three coders.

    python -m bench.beside.corpus FOLDER [--codings 100000]

Writes documents.jsonl, codes.jsonl and codings.jsonl. The words are invented, with characters of one to four bytes and
joined ones, so that bytes, UTF-16 units and code points all count differently. Codes are as frequent as Zipf has it.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_OID, uuid5

import numpy as np

SEED, DOCUMENTS, CHARACTERS, CODES = 20200425, 100, 50_000, 1_000
ODD = ["café", "naïve", "e\u0301tage", "😀", "𝔴ork", "Größe", "—", "’tis", "👩🏽‍⚕️", "中文"]
SPEAKERS = ["Interviewer", "P1", "P2", "P3", "P4", "P5", "P6"]
CODERS = ["coder-a", "coder-b", "coder-c"]


def main() -> None:
    """Write the corpus."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--codings", type=int, default=100_000)
    asked = parser.parse_args()
    write(asked.folder, asked.codings)


def write(folder: Path, codings: int) -> None:
    """Write the three files, always the same for the same number."""
    dice = np.random.default_rng(SEED)
    folder.mkdir(parents=True, exist_ok=True)
    documents = list(texts(dice))
    put(folder / "documents.jsonl", documents)
    put(folder / "codes.jsonl", tree())
    put(folder / "codings.jsonl", passages(dice, documents, codings))


def put(path: Path, rows: Iterable[dict[str, Any]]) -> None:
    """Write one row on a line."""
    with path.open("w", encoding="utf-8") as file:
        file.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def guid(kind: str, number: int) -> str:
    """Return an id that is always the same."""
    return str(uuid5(NAMESPACE_OID, f"{kind}-{number}"))


def texts(dice: np.random.Generator) -> Iterator[dict[str, Any]]:
    """Yield transcripts of exactly so many code points."""
    parts = "ka lo mi ter sen va dru pel on is rea th um bor ni que sta fi gal we".split()
    words = ["".join(dice.choice(parts, size=size)) for size in dice.integers(1, 5, 6_000)]
    frequency = 1 / np.arange(1, len(words) + 1)
    frequency /= frequency.sum()
    for number in range(DOCUMENTS):
        said, size = [], 0
        while size < CHARACTERS:
            chosen = [words[n] for n in dice.choice(len(words), int(dice.integers(20, 200)), p=frequency)]
            if dice.random() < 0.3:
                chosen.insert(int(dice.integers(len(chosen))), ODD[int(dice.integers(len(ODD)))])
            said.append(f"{SPEAKERS[int(dice.integers(len(SPEAKERS)))]}: {' '.join(chosen).capitalize()}.\n")
            size += len(said[-1])
        yield {
            "id": number + 1, "guid": guid("source", number), "name": f"Interview {number + 1:04}",
            "text": "".join(said)[:CHARACTERS],
        }  # fmt: skip


def tree() -> Iterator[dict[str, Any]]:
    """Yield ten codes, with nine below each, and the rest below these."""
    for number in range(CODES):
        parent = None if number < 10 else number % 10 if number < 100 else 10 + number % 90
        yield {
            "id": number + 1, "guid": guid("code", number), "name": f"code {number}",
            "parent": None if parent is None else parent + 1, "definition": f"What people say of {number}.",
        }  # fmt: skip


def passages(
    dice: np.random.Generator, documents: list[dict[str, Any]], count: int
) -> Iterator[dict[str, Any]]:
    """Yield passages, of which others code every fourth again with the ends moved a little."""
    weight = 1 / np.arange(1, CODES + 1) ** 0.8
    order, weight = dice.permutation(CODES), weight / weight.sum()
    seen: set[tuple[int, ...]] = set()
    for place, document in enumerate(documents):
        wanted, have = count // len(documents) + (place < count % len(documents)), 0
        while have < wanted:
            many = wanted - have
            size = np.clip(dice.lognormal(5, 0.8, many).astype(int), 8, CHARACTERS - 1)
            start = (dice.random(many) * (CHARACTERS - size)).astype(int)
            code, coder = order[dice.choice(CODES, many, p=weight)], np.zeros(many, int)
            again = np.arange(1, many, 4)
            start[again] = np.maximum(start[again - 1] + dice.integers(-20, 20, len(again)), 0)
            size[again], code[again] = size[again - 1], code[again - 1]
            coder[again] = 1 + (dice.random(len(again)) < 0.1)
            for first, last, which, whose in zip(
                start.tolist(),
                np.minimum(start + size, CHARACTERS).tolist(),
                code.tolist(),
                coder.tolist(),
                strict=True,
            ):
                key = (place, first, last, which, whose)
                if first < last and key not in seen:
                    seen.add(key)
                    have += 1
                    yield {
                        "id": len(seen), "document": document["id"], "start": first, "end": last,
                        "code": which + 1, "coder": CODERS[whose],
                    }  # fmt: skip


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the rows of a file."""
    with path.open(encoding="utf-8") as file:
        for line in file:
            yield json.loads(line)


if __name__ == "__main__":
    main()
