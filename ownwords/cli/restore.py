"""``ownwords restore FILE``: put a backup back and compare every row."""

import json
import time
from pathlib import Path

import click

from ownwords.cli.runtime import database, settings
from ownwords.cli.words import Refusal, say
from ownwords.engine import RunningServer, drills
from ownwords.engine.manifest import Manifest


@click.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--replace", is_flag=True, help="Remove what is in the database; asks first.")
@click.option("--yes", is_flag=True, help="With --replace: do not ask.")
@click.option("--drill", is_flag=True, help="Restore into a database of its own, compare, and remove it.")
@click.option("--json", "as_json", is_flag=True, help="Print the result for a program.")
def command(file: Path, replace: bool, yes: bool, drill: bool, as_json: bool) -> None:
    """Put the backup FILE into the empty database and compare every table.

    All of it is restored, or nothing is changed. With --drill the service may go on running.
    """
    from ownwords.engine.describing import tables_in

    found = settings()
    began = time.monotonic()
    with database(found) as server:
        if not drill and (tables := tables_in(server.url())):
            _ask(tables, replace=replace, yes=yes)
        manifest = _restore(server, file, replace=replace, drill=drill)
    facts = drills.record(
        found.data_dir, "restore", manifest, file.absolute(), seconds=time.monotonic() - began, drill=drill
    )
    say(json.dumps(facts) if as_json else _report(manifest, drill=drill))


def _ask(tables: int, *, replace: bool, yes: bool) -> None:
    if not replace:
        raise Refusal(f"The database is not empty ({tables} tables). Add --replace to remove what is there.")
    if not yes:
        click.confirm(
            "Everything in the database will be replaced by the backup. Go on?", abort=True, err=True
        )


def _restore(server: RunningServer, file: Path, *, replace: bool, drill: bool) -> Manifest:
    from ownwords.engine.restore import restore_backup, scratch_database

    if not drill:
        return restore_backup(server.url(), file, replace=replace)
    with scratch_database(server.url()) as url:
        return restore_backup(url, file)


def _report(manifest: Manifest, *, drill: bool) -> str:
    width = max([len(table.name) for table in manifest.tables], default=0)
    lines = [f"{table.name:<{width}}  {table.rows:>9}  equal" for table in manifest.tables]
    lines.append(f"{len(manifest.tables)} tables, {manifest.rows} rows, as of {manifest.made}: all equal.")
    lines.append("The drill's database is gone again." if drill else "Now run: ownwords migrate")
    return "\n".join(lines)
