"""A codebook as a table (CSV): a row for each code, from the top down, with the names it hangs below."""

from __future__ import annotations

from ownwords.inquiry.method.codebook_files.entries import Codebook
from ownwords.people.method.tables import written

COLUMNS = (
    "guid", "path", "depth", "name", "what_it_is", "use_when", "not_when", "example", "colour", "origin",
    "takes_passages", "passages",
)  # fmt: skip
BETWEEN = " > "


def as_csv(codebook: Codebook) -> bytes:
    """Return the codebook as UTF-8 with a byte order mark; a cell that a spreadsheet would run is made harmless.

    ``path`` is the names from the top to the code. ``passages`` is empty where they were not counted.
    """
    paths: list[tuple[str, ...]] = []
    rows = []
    for line, parent in zip(codebook.lines, codebook.parents(), strict=True):
        paths.append((*(paths[parent] if parent is not None else ()), line.name))
        said = line.definition
        rows.append((
            str(line.guid), BETWEEN.join(paths[-1]), str(line.depth + 1), line.name, said.what, said.use, said.avoid,
            said.example, line.colour, line.origin, "yes" if line.holds_codings else "no",
            "" if line.passages is None else str(line.passages),
        ))  # fmt: skip
    return written(COLUMNS, rows)
