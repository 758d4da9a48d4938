"""Measures of ten thousand maps, beside networkx map by map and the bare formulas, in one run.

    python -m bench.connections_network [--maps 10000]

Prints wall and CPU seconds (best of three) and ratios to ours; all must agree on every map. "From files" is the whole
verb without printing: both CSV files read, checked and measured.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import networkx as nx
import numpy as np
import polars as pl

from ownwords.cli.measures.tables import read_frame
from ownwords.connections.method.drawing import Entry, What, draw
from ownwords.connections.method.network_frame import ALTER_COLUMNS, TIE_COLUMNS, network_frame

TARGET = 5.0
MEAN = 12
Answer = tuple[int, float, float]
Tables = tuple[pl.DataFrame, pl.DataFrame]


def made(maps: int) -> Tables:
    """Return alters (mean twelve to a map, some maps empty) and ties (one pair in four), seed fixed."""
    dice = np.random.default_rng(20261122)
    sizes = dice.poisson(MEAN, maps)
    alters, ties = [], []
    for ego, size in enumerate(sizes):
        alters += [(f"e{ego}", f"a{n}") for n in range(size)] or [(f"e{ego}", "")]
        one, other = np.triu_indices(size, 1)
        kept = dice.random(one.size) < 0.25
        ties += [(f"e{ego}", f"a{a}", f"a{b}") for a, b in zip(one[kept], other[kept], strict=True)]
    people = pl.DataFrame(alters, ALTER_COLUMNS, orient="row").with_row_index("line", 2)
    return people, pl.DataFrame(ties, TIE_COLUMNS, orient="row").with_row_index("line", 2)


def ours(tables: Tables) -> Answer:
    """Measure with our own engine: all six figures, every row checked."""
    return _answer(network_frame(*tables).frame)


def from_files(people: Path, ties: Path) -> Answer:
    """Read both files and measure."""
    return ours((read_frame(people, ALTER_COLUMNS), read_frame(ties, TIE_COLUMNS)))


def with_networkx(tables: Tables) -> Answer:
    """Build each map as a graph and ask networkx, the person tied to everybody for the last two figures."""
    graphs: dict[str, nx.Graph] = {ego: nx.Graph() for ego in tables[0].get_column("ego").unique()}
    for ego, alter in tables[0].select(ALTER_COLUMNS).iter_rows():
        if alter:
            graphs[ego].add_node(alter)
    for ego, one, other in tables[1].select(TIE_COLUMNS).iter_rows():
        graphs[ego].add_edge(one, other)
    ties, density, constraint = 0, 0.0, 0.0
    for graph in graphs.values():
        ties += graph.number_of_edges()
        density += nx.density(graph) if len(graph) > 1 else 0.0
        sum(degree == 0 for _, degree in graph.degree)
        if len(graph):
            graph.add_edges_from([("", alter) for alter in list(graph)])
            nx.effective_size(graph, nodes=[""])
            constraint += nx.constraint(graph, nodes=[""])[""]
    return ties, density, constraint


def bare(tables: Tables) -> Answer:
    """Work the formulas out in plain Python, without a check of any row: the floor of a program without arrays."""
    neighbours: dict[str, dict[str, list[str]]] = {}
    for ego, alter in tables[0].select(ALTER_COLUMNS).iter_rows():
        here = neighbours.setdefault(ego, {})
        if alter:
            here[alter] = []
    for ego, one, other in tables[1].select(TIE_COLUMNS).iter_rows():
        neighbours[ego][one].append(other)
        neighbours[ego][other].append(one)
    ties, density, constraint = 0, 0.0, 0.0
    for here in neighbours.values():
        n, m = len(here), sum(map(len, here.values())) // 2
        ties += m
        density += 2 * m / (n * (n - 1)) if n > 1 else 0.0
        pull = {alter: 1 / (1 + len(others)) for alter, others in here.items()}
        if n:
            constraint += (
                sum((1 + sum(pull[other] for other in others)) ** 2 for others in here.values()) / n**2
            )
    return ties, density, constraint


def _answer(frame: pl.DataFrame) -> Answer:
    sums = frame.select(pl.col("ties", "density", "constraint").sum()).row(0)
    return int(sums[0]), float(sums[1]), float(sums[2])


def best(job: Callable[[], Answer], times: int = 3) -> tuple[float, float, Answer]:
    """Return wall seconds, CPU seconds and the answer of the best run."""
    found = []
    for _ in range(times):
        wall, cpu = time.perf_counter(), time.process_time()
        answer = job()
        found.append((time.perf_counter() - wall, time.process_time() - cpu, answer))
    return min(found)


def table(maps: int) -> str:
    """Return the table of one run."""
    tables = made(maps)
    with tempfile.TemporaryDirectory() as folder:
        people, ties = Path(folder) / "alters.csv", Path(folder) / "ties.csv"
        tables[0].select(ALTER_COLUMNS).write_csv(people)
        tables[1].select(TIE_COLUMNS).write_csv(ties)
        rows = {
            "ours, from files": best(lambda: from_files(people, ties)),
            "ours": best(lambda: ours(tables)),
            "bare formulas": best(lambda: bare(tables)),
            "networkx": best(lambda: with_networkx(tables), times=1),
        }
    wall, cpu, answer = rows["ours"]
    size = f"{tables[0].height:,} alters, {tables[1].height:,} ties"
    lines = [f"measures of {maps:,} maps, {size} (target {TARGET:g} s for ten thousand)"]
    for name, row in rows.items():
        agree = "" if np.allclose(row[2], answer, rtol=1e-9) else f"  DISAGREES {row[2]} with {answer}"
        times = f"{row[0]:6.2f} s wall {row[1]:6.2f} s CPU"
        lines.append(f"  {name:<20}{times}   x ours: {row[0] / wall:6.2f} {row[1] / cpu:6.2f}{agree}")
    return "\n".join(lines)


def drawing(items: int = 60) -> str:
    """Return how long the layout of one map takes, the first time for a size and then."""
    entries = [Entry(f"i{n}", f"Name {n}", What.PERSON, 1 + n % 3) for n in range(items)]
    links = [(f"i{n}", f"i{(7 * n) % items}") for n in range(items) if (7 * n) % items != n]
    times = []
    for _ in range(20):
        start = time.process_time()
        draw(entries, links)
        times.append((time.process_time() - start) * 1000)
    return (
        f"layout of {items} items and {len(links)} links:"
        f" first {times[0]:.1f} ms CPU, then {sorted(times[1:])[9]:.1f} ms"
    )


def main() -> None:
    """Measure all and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--maps", type=int, default=10_000)
    print(drawing())
    print(table(parser.parse_args().maps))


if __name__ == "__main__":
    main()
