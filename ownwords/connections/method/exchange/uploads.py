"""One file that somebody hands over, whatever it is: our ZIP or table, GraphML, or an export of Network Canvas.

Nothing is unpacked to a disk, and names inside a ZIP are only compared. How much is unpacked is counted while it is
unpacked: what a ZIP says of its own size is not believed.
"""

from __future__ import annotations

import io
import re
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile

from ownwords.connections.method.exchange.csv_files import read_csv
from ownwords.connections.method.exchange.graphml import read_graphml
from ownwords.connections.method.exchange.model import FileFault, SharedMap, ring_of, said_of
from ownwords.connections.method.exchange.network_canvas import Columns, read_network_canvas
from ownwords.connections.method.exchange.tables import read

MOST_UPLOADED = 2 * 1024 * 1024
MOST_UNPACKED = 8 * 1024 * 1024
MOST_FILES = 60
MOST_MAPS = 50
MOST_ITEMS = 300
MOST_LINKS = 3_000
#: What unpacks a piece at a time; the others unpack as much as they like before anybody can count it.
PACKED = (ZIP_STORED, ZIP_DEFLATED)
OWN_COLUMN = "angle"  # only files of our own have it
EGO_FILE = re.compile(r"(^|[_-])ego\.csv$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Upload:
    """The maps of one file. ``own``: it was written here. ``unused``: files in it that nothing was read from."""

    maps: tuple[SharedMap, ...]
    own: bool = False
    unused: tuple[str, ...] = ()


def read_upload(name: str, content: bytes) -> Upload:
    """Return every map of a file.

    Raises FileFault, with file, row and column where there are any, for a file that is too large, damaged, of another
    kind, or holds more than fits; nothing of it is used then.
    """
    if len(content) > MOST_UPLOADED:
        raise FileFault(name, "", f"has more than {MOST_UPLOADED // 2**20} MB")
    if not content.strip():
        raise FileFault(name, "", "is empty")
    if content.startswith(b"PK"):
        return _checked(name, _of_files(name, _unpacked(name, content)))
    if _is_graphml(name, content):
        return _checked(name, _of_graphml({name: content}))
    return _checked(name, _of_table(name, content))


def _is_graphml(name: str, content: bytes) -> bool:
    return name.lower().endswith((".graphml", ".xml")) or content.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(
        b"<"
    )


def _unpacked(name: str, content: bytes) -> dict[str, bytes]:
    found: dict[str, bytes] = {}
    left = MOST_UNPACKED
    try:
        with ZipFile(io.BytesIO(content)) as archive:
            members = [
                one for one in archive.infolist() if not one.is_dir() and "__MACOSX" not in one.filename
            ]
            if len(members) > MOST_FILES:
                raise FileFault(name, "", f"holds more than {MOST_FILES} files")
            for member in members:
                bare = _bare(name, member.filename)
                if member.flag_bits & 1:
                    raise FileFault(name, bare, "is locked with a password")
                if member.compress_type not in PACKED:
                    raise FileFault(
                        name, bare, "is packed in a way that is not taken; pack it as an ordinary ZIP"
                    )
                if bare in found:
                    raise FileFault(name, bare, "stands twice in it")
                with archive.open(member) as source:
                    found[bare] = source.read(left + 1)
                left -= len(found[bare])
                if left < 0:
                    raise FileFault(name, bare, f"unpacks to more than {MOST_UNPACKED // 2**20} MB")
    except FileFault:
        raise
    except (BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError) as error:
        raise FileFault(name, "", "cannot be opened as a ZIP; it may be damaged") from error
    return found


def _bare(name: str, member: str) -> str:
    path = PurePosixPath(member.replace("\\", "/"))
    if path.is_absolute() or ".." in path.parts or ":" in member:
        raise FileFault(name, member, "leads out of the ZIP, which no file of a map does")
    return path.name


def _of_files(name: str, files: Mapping[str, bytes]) -> Upload:
    graphs = {one: content for one, content in files.items() if _is_graphml(one, content)}
    tables = {one: content for one, content in files.items() if one.lower().endswith(".csv")}
    if graphs and tables:
        raise FileFault(name, "", "holds GraphML and CSV, which may be the same twice; leave one of them out")
    if graphs:
        return _of_graphml(graphs)
    unused = tuple(one for one in files if one not in tables)
    if "items.csv" in tables:
        others = (*unused, *(one for one in tables if one not in ("items.csv", "ties.csv")))
        return replace(_of_own(tables["items.csv"], tables.get("ties.csv")), unused=others)
    if any("attributeList" in one for one in tables):
        return _of_canvas(tables, unused)
    raise FileFault(name, "", "holds neither items.csv, nor GraphML, nor an attribute list of Network Canvas")


def _of_table(name: str, content: bytes) -> Upload:
    header = content.split(b"\n", 1)[0]
    if b"networkCanvas" in header or b"nodeID" in header:
        listed = name if "attributeList" in name else f"attributeList {name}"
        return _of_canvas({listed: content}, ())
    if b"Source" in header and b"alterID" not in header:
        raise FileFault(name, "", "holds links alone; put items.csv and ties.csv into one ZIP")
    return _of_own(content, None)


def _of_own(items: bytes, ties: bytes | None) -> Upload:
    own = OWN_COLUMN.encode() in items.split(b"\n", 1)[0]
    return Upload(read_csv(items, ties), own)


def _of_graphml(files: Mapping[str, bytes]) -> Upload:
    maps: list[SharedMap] = []
    own = True
    for name, content in files.items():
        if content.count(b"<node") > MOST_MAPS * MOST_ITEMS:
            raise FileFault(name, "", f"has more than the {MOST_MAPS * MOST_ITEMS} items of {MOST_MAPS} maps")
        if content.count(b"<graph") - content.count(b"<graphml") > MOST_MAPS:
            raise FileFault(name, "", f"holds more than {MOST_MAPS} maps; split it")
        ours = b'attr.name="linksAsked"' in content
        own = own and ours
        # Without a link, a file of another program does not say whether anybody was asked.
        read_ = read_graphml(content, name)
        maps += read_ if ours else [replace(one, links_asked=bool(one.links)) for one in read_]
    return Upload(tuple(maps), own)


def _of_canvas(tables: Mapping[str, bytes], unused: tuple[str, ...]) -> Upload:
    attributes = {one: content for one, content in tables.items() if "attributeList" in one}
    edges = {one: content for one, content in tables.items() if "edgeList" in one}
    egos = {one: content for one, content in tables.items() if EGO_FILE.search(one) and one not in attributes}
    others = (*unused, *(one for one in tables if one not in {*attributes, *edges, *egos}))
    maps = read_network_canvas(attributes, edges, egos, _columns(attributes))
    return Upload(maps, unused=others)


def _columns(attributes: Mapping[str, bytes]) -> Columns:
    """Return which columns mean what: those that bear our names, where every value fits. None is guessed."""
    rows = [row for name, content in attributes.items() for row in read(content, name, ())]
    there = {column for row in rows for column in row.cells}

    def fits(column: str, reading: Callable[[str], object]) -> str:
        try:
            for row in rows:
                reading(row.cells.get(column, ""))
        except ValueError:
            return ""
        return column if column in there else ""

    kinds = any(column == "kinds" or column.startswith("kinds_") for column in there)
    return Columns(
        "name",
        fits("ring", ring_of),
        "kinds" if kinds else "",
        fits("gives", said_of),
        fits("takes", said_of),
    )


def _checked(name: str, found: Upload) -> Upload:
    if len(found.maps) > MOST_MAPS:
        raise FileFault(name, "", f"holds more than {MOST_MAPS} maps; split it")
    for place, one in enumerate(found.maps, 1):
        if len(one.items) > MOST_ITEMS:
            raise FileFault(name, f"map {place}", f"has {len(one.items)} items; at most {MOST_ITEMS} fit")
        if len(one.links) > MOST_LINKS:
            raise FileFault(name, f"map {place}", f"has {len(one.links)} links; at most {MOST_LINKS} fit")
    if not any(one.items for one in found.maps):
        raise FileFault(name, "", "holds nobody and nothing")
    return found
