"""``ownwords connections import-places FILE.csv``: where postcode districts are, for searching nearby."""

from __future__ import annotations

from pathlib import Path

import click

from ownwords.cli.files import read_whole
from ownwords.cli.runtime import django_database
from ownwords.cli.words import Refusal, counted, say

MOST_LISTED = 50


@click.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
def command(file: Path) -> None:
    """Read FILE (CSV: district,latitude,longitude or district,easting,northing) and keep where each district is.

    Nothing is downloaded. Rows that cannot be used are told and left out; the same file again changes nothing.
    """
    from ownwords.connections.method.places_table import read_table

    table = read_table(read_whole(file).decode("utf-8", "replace"))
    for row in table.bad[:MOST_LISTED]:
        say(f"Line {row.line}: {row.reason}")
    if len(table.bad) > MOST_LISTED:
        say(f"... and {len(table.bad) - MOST_LISTED} more.")
    if table.fault:
        raise Refusal(f"Nothing was kept. {table.fault}")
    with django_database():
        from ownwords.connections.actions.directory_places import keep_districts

        placed = keep_districts(districts=table.districts)
    say(
        f"{counted(len(table.districts), 'district')}: {placed.added:,} added, {placed.moved:,} moved; "
        f"{counted(placed.places, 'place')} of services put in the middle of their district."
    )
