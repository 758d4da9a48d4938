"""Tables that somebody names: read whole with the number of every line, written whole or not at all."""

import csv
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from ownwords.cli.words import Refusal

if TYPE_CHECKING:
    import polars as pl

MOST_TOLD = 20


def rows_of(file: Path, columns: Sequence[str]) -> Iterator[tuple[int, dict[str, str]]]:
    """Give (line, row) for each row of a CSV file, cells stripped. Blank lines are passed over.

    Raises Refusal for a file that cannot be read, a missing column, or rows that are longer or shorter than the header.
    """
    uneven: list[str] = []
    with opened(file) as text:
        rows = csv.reader(text, strict=True)
        try:
            header = [name.strip() for name in next(rows, [])]
            check_columns(file, header, columns)
            for row in rows:
                if not any(cell.strip() for cell in row):
                    continue
                if len(row) != len(header):
                    uneven.append(f"line {rows.line_num}: {len(row)} cells, but the header has {len(header)}")
                    continue
                yield rows.line_num, dict(zip(header, (cell.strip() for cell in row), strict=True))
        except (csv.Error, UnicodeDecodeError) as error:
            raise Refusal(f"{file} cannot be read as a table: line {rows.line_num}: {error}.") from error
    refuse(file, uneven)


def opened(file: Path) -> TextIO:
    """Open a text file for reading, with or without a byte order mark. Raises Refusal."""
    if not file.is_file():
        raise Refusal(f"{file} is not there, or is no ordinary file.")
    try:
        return file.open(encoding="utf-8-sig", newline="")
    except OSError as error:
        raise Refusal(f"{file} cannot be read: {error.strerror}.") from error


def check_columns(file: Path, header: Sequence[str], columns: Sequence[str]) -> None:
    """Raise Refusal when a column is missing or stands twice."""
    missing = [name for name in columns if name not in header]
    if missing:
        there = ", ".join(header) or "none"
        raise Refusal(f"{file}: column {', '.join(missing)} is missing. There are: {there}.")
    twice = [name for name in columns if header.count(name) > 1]
    if twice:
        raise Refusal(f"{file}: column {twice[0]} stands twice.")


def refuse(file: Path, faults: Sequence[str]) -> None:
    """Raise Refusal with the first faults when there are any."""
    if faults:
        more = len(faults) - MOST_TOLD
        tail = [f"  and {more} more"] if more > 0 else []
        told = [f"  {fault}" for fault in faults[:MOST_TOLD]]
        raise Refusal("\n".join([f"{file}: nothing was worked out, because of:", *told, *tail]))


def read_frame(file: Path, columns: Sequence[str]) -> "pl.DataFrame":
    """Return the named columns of a CSV file as text, with ``line``, the number of the line each row ends on.

    Raises Refusal as ``rows_of``.
    """
    import polars as pl

    with opened(file) as text:
        try:
            header = next(csv.reader([text.readline()]), [])
        except UnicodeDecodeError as error:
            raise Refusal(f"{file} cannot be read as a table: it is not UTF-8 text.") from error
        check_columns(file, [name.strip() for name in header], columns)
    if _plain_lines(file, len(header)):
        try:
            frame = pl.read_csv(file, infer_schema=False, glob=False)
        except pl.exceptions.PolarsError as error:
            raise Refusal(f"{file} cannot be read as a table: {str(error).splitlines()[0]}") from error
        frame = frame.rename({name: name.strip() for name in frame.columns if name != name.strip()})
        return frame.select(*columns).with_row_index("line", offset=2)
    found = list(rows_of(file, columns))
    data = {name: [row[name] for _, row in found] for name in columns}
    return pl.DataFrame({"line": [line for line, _ in found], **data}, schema_overrides={"line": pl.UInt32})


def _plain_lines(file: Path, cells: int) -> bool:
    """Whether each line is one whole row: no quotes, and as many commas as the header has, or nothing at all."""
    import polars as pl

    lines = pl.scan_lines(str(file), name="line", glob=False)
    commas = pl.col("line").str.count_matches(",", literal=True)
    even = ((commas == cells - 1) | (pl.col("line").str.strip_chars() == "")).all()
    quoted = pl.col("line").str.contains('"', literal=True).any()
    try:
        return lines.select(even & ~quoted).collect(engine="streaming").item() is True
    except pl.exceptions.PolarsError:
        return False


def write_frame(frame: "pl.DataFrame", out: Path | None) -> None:
    """Write a frame to a .csv or .parquet file that appears whole, or as CSV to the standard output."""
    if out is None:
        sys.stdout.write(frame.write_csv())
        return
    handle, name = tempfile.mkstemp(dir=out.absolute().parent, prefix=".change-")  # made with mode 0600
    scratch = Path(name)
    try:
        with open(handle, "wb") as sink:  # noqa: PTH123  (a handle, not a path)
            if out.suffix.lower() == ".parquet":
                frame.write_parquet(sink)
            else:
                frame.write_csv(sink)
        scratch.replace(out)
    finally:
        scratch.unlink(missing_ok=True)


def check_target(out: Path | None, sources: Iterable[Path]) -> None:
    """Raise Refusal when a result cannot be written there."""
    if out is None:
        return
    if out.suffix.lower() not in (".csv", ".parquet"):
        raise Refusal(f"{out} has to end in .csv or .parquet.")
    if not out.absolute().parent.is_dir():
        raise Refusal(f"The folder {out.absolute().parent} does not exist. Make it first.")
    if any(out.exists() and source.exists() and out.samefile(source) for source in sources):
        raise Refusal(f"{out} is the file that is read; give another name.")
