"""What differs between a database and what a backup says about itself."""

from ownwords.engine.manifest import Manifest, Sequences, Table


def differences(manifest: Manifest, tables: tuple[Table, ...], sequences: Sequences) -> list[str]:
    """Return a sentence for each table or sequence that is not what the manifest says; empty when equal."""
    found = {table.name: table for table in tables}
    wanted = {table.name: table for table in manifest.tables}
    faults = []
    for name in sorted(found.keys() | wanted.keys()):
        was, now = wanted.get(name), found.get(name)
        if was is None or now is None:
            faults.append(f"{name} is {'missing' if now is None else 'new'}.")
        elif was.rows != now.rows:
            faults.append(f"{name} has {now.rows} rows, not {was.rows}.")
        elif was.digest != now.digest:
            faults.append(f"{name} has the same number of rows, but not the same words in them.")
    return faults + _counters_behind(dict(manifest.sequences), dict(sequences))


def _counters_behind(wanted: dict[str, int | None], found: dict[str, int | None]) -> list[str]:
    """Return a sentence when a counter is missing, new, or would give a number out twice.

    One that stands further on is right: while people save, counters go on between the rows and the dump.
    """
    same = wanted.keys() == found.keys()
    if same and all((found[name] or 0) >= (value or 0) for name, value in wanted.items()):
        return []
    return ["A counter for numbers stands elsewhere."]
