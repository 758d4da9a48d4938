"""``ownwords backup FILE``: everything in one file, also while the service runs."""

import json
import time
from pathlib import Path

import click

from ownwords import __version__
from ownwords.cli.runtime import database, settings
from ownwords.cli.words import say
from ownwords.engine import drills


@click.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print the result for a program.")
def command(file: Path, as_json: bool) -> None:
    """Write the whole database to FILE, also while the service runs.

    FILE appears complete or not at all. It holds people's records: keep it as safe as the service.
    """
    from ownwords.engine.backup import write_backup

    found = settings()
    began = time.monotonic()
    with database(found) as server:
        manifest = write_backup(server.url(), file, version=__version__)
    facts = drills.record(
        found.data_dir, "backup", manifest, file.absolute(), seconds=time.monotonic() - began
    )
    say(json.dumps(facts) if as_json else f"{facts['tables']} tables, {facts['rows']} rows are in {file}.")
