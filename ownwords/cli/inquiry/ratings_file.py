"""A CSV file of ratings, read whole or refused with file and line: status 2."""

from __future__ import annotations

import csv
import io
import math
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ownwords.cli.files import read_whole
from ownwords.cli.words import Refusal, counted

if TYPE_CHECKING:
    from ownwords.inquiry.method.agreement.ratings import Ratings

MOST_TOLD = 20
UTF_16 = (b"\xff\xfe", b"\xfe\xff")
Cell = str | float | None


class Unusable(click.ClickException):
    """A file that nothing can be worked out from, exit status 2."""

    exit_code = 2


def read_ratings(file: Path, *, measure: str, numeric: bool, two_coders: bool) -> Ratings:
    """Return the table of a file. Raises Unusable: no text, no table, too few or many coders, words for numbers."""
    from ownwords.inquiry.method.agreement.ratings import ratings

    lines = _lines(file, _text(file))
    _, header = next(lines, (1, []))
    coders = _coders(file, header, measure if two_coders else None)
    faults: list[str] = []
    rows = []
    for line, row in lines:
        if len(row) != len(coders):
            faults.append(f"line {line}: {counted(len(row), 'cell')}, but the header has {len(coders)}")
            continue
        rows.append([_cell(one, numeric, f"line {line}, column {coders[place]}", faults)
                     for place, one in enumerate(row)])  # fmt: skip
    if faults:
        more = len(faults) - MOST_TOLD
        tail = [f"  and {counted(more, 'more fault')}"] if more > 0 else []
        told = [f"  {one}" for one in faults[:MOST_TOLD]]
        raise Unusable("\n".join([f"{file}: nothing was worked out, because of:", *told, *tail]))
    return ratings(rows or [[None] * len(coders)])


def _text(file: Path) -> str:
    """Return the text of a file in UTF-8 or marked UTF-16, without its byte order mark."""
    try:
        content = read_whole(file)
    except Refusal as refused:
        raise Unusable(str(refused)) from refused
    try:
        text = content.decode("utf-16" if content.startswith(UTF_16) else "utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise Unusable(
            f"{file}, line {line}: this is not UTF-8 text. Save the table as CSV UTF-8."
        ) from error
    if "\0" in text:
        raise Unusable(f"{file}, line {text.count(chr(10), 0, text.index(chr(0))) + 1}: this is no text.")
    return text


def _lines(file: Path, text: str) -> Iterator[tuple[int, list[str]]]:
    """Give (line, cells) of each row; lines with nothing on them are passed over."""
    rows = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        for row in rows:
            if len(row) > 1 or (row and row[0].strip()):
                yield rows.line_num, [cell.strip() for cell in row]
    except csv.Error as error:
        raise Unusable(f"{file}, line {rows.line_num}: this cannot be read as a table: {error}.") from error


def _coders(file: Path, header: Sequence[str], for_two: str | None) -> list[str]:
    """Return the names of the coders."""
    if not header:
        raise Unusable(f"{file} is empty. A header with the coders' names is needed.")
    if len(header) == 1:
        hint = " Cells are separated by commas." if any(mark in header[0] for mark in ";\t|") else ""
        raise Unusable(f"{file}, line 1: there is one coder only; agreement needs two.{hint}")
    for name in header:
        if not name:
            raise Unusable(f"{file}, line 1: column {header.index(name) + 1} has no name.")
        if header.count(name) > 1:
            raise Unusable(f"{file}, line 1: coder {name} stands twice. Is the header missing?")
    if for_two is not None and len(header) != 2:
        raise Unusable(f"{file}: {for_two} is for two coders, and there are {len(header)}.")
    return list(header)


def _cell(cell: str, numeric: bool, where: str, faults: list[str]) -> Cell:
    """Return a category; a number where numbers are wanted, noting what is none."""
    if not cell or not numeric:
        return cell or None
    try:
        number = math.nan if "_" in cell else float(cell)
    except ValueError:
        number = math.nan
    if not math.isfinite(number):
        faults.append(f"{where}: '{cell[:40]}' is no number")
    return number
