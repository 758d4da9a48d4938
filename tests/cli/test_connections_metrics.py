"""``ownwords connections metrics``: tables and GraphML in, one object per ego out; errors in one line, status 2."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from ownwords.connections.method.exchange.graphml import write_graphml
from ownwords.connections.method.exchange.model import Item, SharedMap
from tests.cli.helpers import ROOT, environment, ownwords

ALTERS = "ego,alter,kind\na,1,family\na,2,friend\na,3,friend\nb,,\nc,1,family\n"
TIES = "ego,from,to,strength\na,1,2,3\na,2,1,3\na,3,3,1\n"
KEYS = ["ego", "size", "ties", "density", "isolates", "effective_size", "constraint"]


def file(folder: Path, name: str, content: str | bytes) -> str:
    """Write a file and return its name."""
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return str(path)


def measure(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the verb."""
    return ownwords(folder, "connections", "metrics", *arguments)


def test_every_ego_becomes_one_object(tmp_path: Path) -> None:
    """connecting R16: a triangle that lacks two sides, an ego with nobody, an ego with one; null where undefined."""
    people, ties = file(tmp_path, "alters.csv", ALTERS), file(tmp_path, "ties.csv", TIES)
    done = measure(tmp_path, "--people", people, "--ties", ties, "--json")
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert [list(one) for one in found] == [KEYS] * 3
    first = found[0]
    assert (first["size"], first["ties"], first["isolates"]) == (3, 1, 1)
    assert first["density"] == pytest.approx(1 / 3)
    assert first["effective_size"] == pytest.approx(3 - 2 / 3)
    assert first["constraint"] == pytest.approx((2 * 1.5**2 + 1) / 9)
    assert [found[1][key] for key in KEYS] == ["b", 0, 0, None, 0, None, None]
    assert [found[2][key] for key in KEYS] == ["c", 1, 0, None, 1, 1.0, 1.0]
    assert "1 tie said again, counted once; 1 tie of one with themselves" in done.stderr


def test_without_ties_links_were_not_asked_and_the_table_says_so(tmp_path: Path) -> None:
    """connecting R16: not asked is not zero."""
    done = measure(tmp_path, "--people", file(tmp_path, "alters.csv", ALTERS))
    assert done.returncode == 0, done.stderr
    head = "ego size ties density isolates effective constraint"
    assert done.stdout.splitlines()[0].split() == head.split()
    assert done.stdout.splitlines()[1].split() == ["a", "3", "-", "-", "-", "-", "-"]


def test_files_from_other_programs_are_read(tmp_path: Path) -> None:
    """A byte order mark, Windows line ends, quotes, columns in another order."""
    people = file(tmp_path, "alters.csv", '\ufeffalter,ego\r\n1,a\r\n"2, too",a\r\n'.encode())
    ties = file(tmp_path, "ties.csv", '\ufeffto,from,ego\r\n"2, too",1,a\r\n'.encode())
    done = measure(tmp_path, "--people", people, "--ties", ties, "--json")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)[0]["density"] == 1


def test_every_graph_of_a_graphml_file_is_an_ego(tmp_path: Path) -> None:
    """connecting R23: two graphs, both told; one was never asked about links."""
    items = (Item("1"), Item("2"), Item("3"))
    maps = (
        SharedMap(items, (("1", "2"),), "P01"),
        SharedMap(items, case="P02", links_asked=False),
        SharedMap(case="P03"),
    )
    done = measure(tmp_path, "--graphml", file(tmp_path, "maps.graphml", write_graphml(maps)), "--json")
    assert done.returncode == 0, done.stderr
    first, second, third = json.loads(done.stdout)
    assert [list(one) for one in (first, second, third)] == [KEYS] * 3
    assert (first["ego"], first["size"], first["ties"], first["isolates"]) == ("P01", 3, 1, 1)
    assert [second[key] for key in KEYS] == ["P02", 3, None, None, None, None, None]
    assert [third[key] for key in KEYS] == ["P03", 0, 0, None, 0, None, None]


def test_both_ways_in_give_the_same_figures(tmp_path: Path) -> None:
    """connecting R16, R23: arrays for tables, networkx for graphs."""
    ids = [str(n) for n in range(6)]
    links = [("0", "1"), ("1", "2"), ("2", "0"), ("3", "4")]
    people = file(tmp_path, "a.csv", "ego,alter\n" + "".join(f"P,{id_}\n" for id_ in ids))
    ties = file(tmp_path, "t.csv", "ego,from,to\n" + "".join(f"P,{one},{two}\n" for one, two in links))
    one = SharedMap(tuple(Item(id_) for id_ in ids), tuple(links), "P")
    graph = file(tmp_path, "g.graphml", write_graphml((one,)))
    (first,) = json.loads(measure(tmp_path, "--people", people, "--ties", ties, "--json").stdout)
    (second,) = json.loads(measure(tmp_path, "--graphml", graph, "--json").stdout)
    assert first == {
        key: value if isinstance(value, str) else pytest.approx(value) for key, value in second.items()
    }


BOMB = '<!DOCTYPE g [<!ENTITY a "aaaa">]><graphml><graph><node id="&a;"/></graph></graphml>'


@pytest.mark.parametrize(
    ("people", "ties", "said"),
    [
        (ALTERS, "ego,from,to\na,1,9\n", "t.csv, line 2, column to: '9' is no alter of ego 'a'."),
        (ALTERS, "ego,from,to\nz,1,2\n", "t.csv, line 2, column ego: 'z' is not among the alters' egos."),
        (ALTERS, "ego,from\na,1\n", "t.csv: column to is missing. There are: ego, from."),
        (ALTERS, "ego,from,to\na,1\n", "t.csv: nothing was worked out, because of: line 2: 2 cells"),
        ("", "ego,from,to\n", "a.csv: column ego, alter is missing. There are: none."),
        ("alter\n1\n", "ego,from,to\n", "a.csv: column ego is missing."),
        ("ego,alter\na,1\na,1\na,1\n", "ego,from,to\n", "line 3, column alter: '1' of ego 'a' stands twice. (1"),
        ("ego,alter,ego\na,1,a\n", "ego,from,to\n", "a.csv: column ego stands twice."),
        (b"ego,alter\na,\xff\n", "ego,from,to\n", "a.csv cannot be read as a table"),
    ],
)  # fmt: skip
def test_a_fault_is_one_line_with_file_row_and_column(
    tmp_path: Path, people: str | bytes, ties: str, said: str
) -> None:
    """Bad input: status 2, and no figure at all."""
    done = measure(
        tmp_path,
        "--people",
        file(tmp_path, "a.csv", people),
        "--ties",
        file(tmp_path, "t.csv", ties),
        "--json",
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (BOMB, "document type or entities"),
        ("<graphml/>", "holds no graph"),
        ("no xml", "cannot be read as XML"),
        (
            '<graphml><graph/><graph><node id="a"/><edge source="a" target="b"/></graph></graphml>',
            "graph 2, edge 1",
        ),
    ],
)
def test_a_graphml_file_with_a_fault_gives_no_figure(tmp_path: Path, content: str, said: str) -> None:
    """connecting R23: entity expansion refused; one bad graph stops all."""
    done = measure(tmp_path, "--graphml", file(tmp_path, "m.graphml", content), "--json")
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


@pytest.mark.parametrize(
    "arguments", [(), ("--ties", "t.csv"), ("--people", "a.csv", "--graphml", "g"), ("--graphml", "no-such")]
)
def test_what_is_asked_wrongly_ends_with_status_2(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    """Nothing to measure, two things at once, no such file."""
    done = measure(tmp_path, *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert "unforeseen" not in done.stderr


def test_no_database_and_no_web_framework_is_loaded(tmp_path: Path) -> None:
    """Computing verbs start nothing."""
    people = file(tmp_path, "a.csv", ALTERS)
    program = (
        "import sys; from ownwords.cli.main import cli;"
        f"cli.main(['connections', 'metrics', '--people', {people!r}, '--json'], standalone_mode=False);"
        "print([name for name in sys.modules if name.split('.')[0] in ('django', 'networkx')], file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        env=environment(tmp_path),
        cwd=ROOT,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    assert done.stderr.strip() == "[]"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.csv"]
