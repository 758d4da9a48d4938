"""``ownwords connections metrics``: measures of many maps, from two tables or a GraphML file. Starts no database."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from ownwords.cli.words import Refusal, counted, note, say

if TYPE_CHECKING:
    import polars as pl

    from ownwords.connections.method.exchange.model import SharedMap
    from ownwords.connections.method.network_frame import Fault

COLUMNS = ("size", "ties", "density", "isolates", "effective_size", "constraint")
FILE = click.Path(dir_okay=False, path_type=Path)


class Unusable(click.ClickException):
    """A file that cannot be measured: one line, exit status 2."""

    exit_code = 2


@click.command()
@click.option("--people", type=FILE, metavar="ALTERS.csv", help="Columns ego, alter; others are passed over.")
@click.option("--ties", type=FILE, metavar="TIES.csv", help="Columns ego, from, to. Left out: not asked.")
@click.option("--graphml", type=FILE, metavar="FILE", help="Every graph in the file is one map.")
@click.option("--json", "as_json", is_flag=True, help="Print an array for a program, one object per ego.")
def command(people: Path | None, ties: Path | None, graphml: Path | None, as_json: bool) -> None:
    """Measure maps of connections: size, ties, density, isolates, effective size, constraint, one row per ego.

    A row of ALTERS.csv with a blank alter is an ego with nobody on the map. Links count once, whichever way round; the
    ego is left out of density and isolates. null (here: -) is not defined, such as the density of one alter, or not
    asked, without --ties.

    In GraphML the ego is the node whose "ego" is true or whose networkCanvasType is "ego"; it is left out. Where there
    is no such node, every node is an alter. A map is named by case, else session, else graph id, else its place.
    Anything wrong ends the command with status 2, and nothing is printed but what is wrong.
    """
    if (people is None) == (graphml is None) or (graphml is not None and ties is not None):
        raise click.UsageError("Give --people (with --ties), or --graphml.")
    try:
        found = _from_tables(people, ties) if people is not None else _from_graphml(graphml)
    except Refusal as error:
        raise Unusable(" ".join(line.strip() for line in str(error).splitlines())) from error
    rows = found.to_dicts()
    say(json.dumps(rows, indent=1) if as_json else _table(rows))


def _from_tables(people: Path, ties: Path | None) -> "pl.DataFrame":
    from ownwords.cli.measures.tables import read_frame
    from ownwords.connections.method.network_frame import ALTER_COLUMNS, TIE_COLUMNS, network_frame

    alters = read_frame(people, ALTER_COLUMNS)
    links = None if ties is None else read_frame(ties, TIE_COLUMNS)
    maps = network_frame(alters, links)
    if maps.faults:
        _refuse({"alters": people, "ties": ties}, maps.faults)
    if maps.repeated or maps.own:
        note(f"{ties}: {_left_out(maps.repeated, maps.own)}.")
    return maps.frame


def _refuse(files: dict[str, Path | None], faults: "Sequence[Fault]") -> NoReturn:
    first = faults[0]
    more = f" ({counted(len(faults) - 1, 'more fault')})" if len(faults) > 1 else ""
    raise Unusable(f"{files[first.table]}, line {first.line}, column {first.column}: {first.reason}.{more}")


def _left_out(repeated: int, own: int) -> str:
    said = []
    if repeated:
        said.append(f"{counted(repeated, 'tie')} said again, counted once")
    if own:
        said.append(f"{counted(own, 'tie')} of one with themselves, not counted")
    return "; ".join(said)


def _from_graphml(file: Path | None) -> "pl.DataFrame":
    from ownwords.cli.files import read_whole
    from ownwords.connections.method.exchange.graphml import read_graphml
    from ownwords.connections.method.exchange.model import MOST_BYTES, FileFault, names

    assert file is not None  # noqa: S101  (one of the two was given)
    try:
        maps = read_graphml(read_whole(file, most=MOST_BYTES), str(file))
    except FileFault as error:
        raise Unusable(f"{error}.") from error
    return _measured(maps, names(maps))


def _measured(maps: "Sequence[SharedMap]", egos: Sequence[str]) -> "pl.DataFrame":
    import polars as pl

    from ownwords.connections.method import network

    measures = (
        network.tie_count,
        network.density,
        network.isolates,
        network.effective_size,
        network.constraint,
    )
    rows = []
    for ego, one in zip(egos, maps, strict=True):
        of = one.network()
        values = (measure(of).value for measure in measures)
        rows.append((ego, network.size(of), *values))
    whole = {"size": pl.Int64, "ties": pl.Int64, "isolates": pl.Int64}
    kinds = [("ego", pl.String()), *((name, whole.get(name, pl.Float64)) for name in COLUMNS)]
    return pl.DataFrame(rows, schema=dict(kinds), orient="row", strict=False)


def _table(rows: Sequence[dict[str, object]]) -> str:
    wide = max(3, *(len(str(row["ego"])) for row in rows), 3)
    head: dict[str, object] = {"ego": "ego", **{name: name.removesuffix("_size") for name in COLUMNS}}
    return "\n".join([_line(head, wide), *(_line(row, wide) for row in rows)])


def _line(row: dict[str, object], wide: int) -> str:
    widths = (5, 5, 8, 8, 9, 10)
    cells = (f"{_shown(row[name]):>{width}}" for name, width in zip(COLUMNS, widths, strict=True))
    return f"{row['ego']!s:<{wide}}  {' '.join(cells)}"


def _shown(value: object) -> str:
    if value is None:
        return "-"
    return f"{value:.4f}" if isinstance(value, float) else str(value)
