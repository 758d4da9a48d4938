"""A REFI-QDA project of 100,000 codings in and out, beside xml.etree and a plain copy of the ZIP in one run.

    python -m bench.inquiry_refi [--codings 100000] [--file PROJECT.qdpx]

Every job runs in a process of its own, three times, and the best counts: wall and CPU seconds, most memory in use.
The floors take nothing in: `xml.etree` goes through the XML and reads the texts, the copy packs the same bytes again.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import BinaryIO
from uuid import NAMESPACE_OID, uuid5
from xml.etree import ElementTree

JOBS = {
    "import": "REFI in, the whole project with its report",
    "etree": "xml.etree through the same XML, texts read",
    "both": "REFI in and out again",
    "copy": "the same bytes unpacked and packed again",
    "valid": "the XML of our export against the published schema",
}
SECONDS, MEMORY = 60, 1024
DOCUMENTS, CODES, LENGTH = 100, 1000, 50_000


def main() -> None:
    """Measure all jobs, or one of them in this process."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--codings", type=int, default=100_000)
    parser.add_argument("--file", type=Path)
    parser.add_argument("--job", choices=sorted(JOBS))
    asked = parser.parse_args()
    if asked.job:
        print(json.dumps(measured(asked.job, asked.file)))
        return
    with tempfile.TemporaryDirectory() as folder:
        file = asked.file or make(Path(folder) / "corpus.qdpx", asked.codings)
        print(table({job: best(job, file) for job in JOBS}, asked.codings))


def best(job: str, file: Path) -> dict[str, float]:
    """Return the quickest of three runs, each in a process of its own."""
    command = [sys.executable, "-m", "bench.inquiry_refi", "--job", job, "--file", str(file)]
    runs = [json.loads(subprocess.run(command, check=True, capture_output=True).stdout) for _ in range(3)]
    return min(runs, key=lambda one: one["wall"])


def measured(job: str, file: Path) -> dict[str, float]:
    """Return wall seconds, CPU seconds, MiB and what was found by one job."""
    work = {"import": taken_in, "etree": gone_through, "both": taken_out, "copy": copied, "valid": validated}[
        job
    ]
    with tempfile.TemporaryFile() as out:
        found, wall, cpu = work(file, out)
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"wall": wall, "cpu": cpu, "memory": most, "found": found}


def timed(job: Callable[[], int]) -> tuple[int, float, float]:
    """Return what a job found, its wall and its CPU seconds."""
    wall, cpu = time.perf_counter(), time.process_time()
    found = job()
    return found, time.perf_counter() - wall, time.process_time() - cpu


def taken_in(file: Path, _: object) -> tuple[int, float, float]:
    """Read the project."""
    from ownwords.inquiry.method.refi.reading.read import read

    with file.open("rb") as stream:
        return timed(lambda: read(stream).report.came["codings"])


def taken_out(file: Path, out: BinaryIO) -> tuple[int, float, float]:
    """Write the project; reading it before is not counted."""
    from ownwords.inquiry.method.refi.reading.read import read
    from ownwords.inquiry.method.refi.writing.archive import write_project

    with file.open("rb") as stream:
        project = read(stream).project
    return timed(lambda: write_project(project, out, when=datetime(2026, 1, 1, tzinfo=UTC)).came["codings"])


def gone_through(file: Path, _: object) -> tuple[int, float, float]:
    """Go through the XML with the standard library, letting go of each source, and read the texts."""

    def job() -> int:
        found = 0
        with zipfile.ZipFile(file) as archive:
            with archive.open("project.qde") as stream:
                for _, element in ElementTree.iterparse(stream):
                    found += element.tag.endswith("}Coding")
                    if element.tag.endswith("}TextSource"):
                        element.clear()
            for name in archive.namelist():
                if name.endswith(".txt"):
                    archive.read(name).decode()
        return found

    return timed(job)


def copied(file: Path, out: BinaryIO) -> tuple[int, float, float]:
    """Unpack every file and pack it again."""

    def job() -> int:
        with zipfile.ZipFile(file) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
            for name in old.namelist():
                new.writestr(name, old.read(name))
        return 0

    return timed(job)


def validated(file: Path, out: BinaryIO) -> tuple[int, float, float]:
    """Hold our export against the schema."""
    from lxml import etree

    taken_out(file, out)
    schema = Path(__file__).parent.parent / "tests" / "inquiry" / "refi" / "schema" / "Project.xsd"
    xsd = etree.XMLSchema(etree.parse(schema))
    tree = etree.fromstring(zipfile.ZipFile(out).read("project.qde"), etree.XMLParser(huge_tree=True))
    return timed(lambda: int(xsd.validate(tree)))


def make(path: Path, codings: int) -> Path:
    """Make a project of a hundred long texts and a thousand codes, always the same."""
    dice = random.Random(20200425)
    words = ["".join(dice.choice("aeiouklmnrst") for _ in range(dice.randint(2, 9))) for _ in range(4000)]
    words += ["café", "😀", "e\u0301tage", "中文"]
    per = [codings // DOCUMENTS + (n < codings % DOCUMENTS) for n in range(DOCUMENTS)]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        with archive.open("project.qde", "w", force_zip64=True) as stream:
            for piece in pieces(dice, per):
                stream.write(piece.encode())
        for n in range(DOCUMENTS):
            text = " ".join(dice.choices(words, k=LENGTH // 4))[:LENGTH]
            archive.writestr(f"sources/{guid('source', n)}.txt", text)
    return path


def pieces(dice: random.Random, per: list[int]) -> Iterator[str]:
    """Yield the XML of the project."""
    yield '<?xml version="1.0" encoding="utf-8"?><Project xmlns="urn:QDA-XML:project:1.0" name="bench">'
    yield f'<Users><User guid="{guid("user", 0)}" name="a"/></Users><CodeBook><Codes>'
    for n in range(CODES):
        yield f'<Code guid="{guid("code", n)}" name="code {n}" isCodable="true" color="#{n:06x}"/>'
    yield "</Codes></CodeBook><Sources>"
    numbers = iter(range(sum(per)))
    for n, count in enumerate(per):
        path = f"internal://{guid('source', n)}.txt"
        yield f'<TextSource guid="{guid("source", n)}" name="text {n}" plainTextPath="{path}">'
        for number in islice(numbers, count):
            start = dice.randrange(LENGTH - 400)
            made = f'creatingUser="{guid("user", 0)}" creationDateTime="2026-01-01T00:00:{number % 60:02}Z"'
            yield (
                f'<PlainTextSelection guid="{guid("selection", number)}" startPosition="{start}" '
                f'endPosition="{start + dice.randrange(8, 400)}" {made}><Coding guid="{guid("coding", number)}" {made}>'
                f'<CodeRef targetGUID="{guid("code", dice.randrange(CODES))}"/></Coding></PlainTextSelection>'
            )
        yield "</TextSource>"
    yield "</Sources></Project>"


def guid(kind: str, number: int) -> str:
    """Return an id that is always the same."""
    return str(uuid5(NAMESPACE_OID, f"{kind}-{number}"))


def table(rows: dict[str, dict[str, float]], codings: int) -> str:
    """Return the table of one run, with ratios to the floor of each direction."""
    floors = {"import": "etree", "both": "copy"}
    lines = [f"REFI-QDA, {codings:,} codings (targets {SECONDS} s and {MEMORY} MiB in each direction)"]
    for job, row in rows.items():
        floor = rows[floors[job]] if job in floors else row
        wall, cpu = row["wall"] / floor["wall"], row["cpu"] / floor["cpu"]
        ratio = f"  x floor {wall:4.1f} wall {cpu:4.1f} CPU" if job in floors else ""
        kept = row["wall"] < SECONDS and row["memory"] < MEMORY
        mark = ("  kept" if kept else "  MISSED") if job in floors else ""
        lines.append(
            f"  {JOBS[job]:<54}{row['wall']:7.2f} s wall {row['cpu']:7.2f} s CPU {row['memory']:6.0f} MiB{ratio}{mark}"
        )
    return "\n".join(lines)


if __name__ == "__main__":
    main()
