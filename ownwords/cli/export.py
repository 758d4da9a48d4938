"""``ownwords export person ID FILE``: everything kept about one person, as one ZIP."""

import json
import os
import tempfile
from pathlib import Path
from uuid import UUID

import click

from ownwords.cli.runtime import django_database
from ownwords.cli.words import Refusal, say


@click.command()
@click.argument("person_id", metavar="ID", type=click.UUID)
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--replace", is_flag=True, help="Write over FILE if it is there.")
@click.option("--json", "as_json", is_flag=True, help="Print the result for a program.")
def command(person_id: UUID, file: Path, replace: bool, as_json: bool) -> None:
    """Write everything kept about the person ID to FILE, a ZIP to read and to keep.

    ID stands in the address of the person's pages. The person can make the same copy from their own page; that
    you made it is kept in their record, where they can read it. FILE holds it all unlocked: keep it safe.
    """
    _check_place(file, replace=replace)
    with django_database():
        called, made = _copy(person_id)
    write_whole(file, made, replace=replace)
    if as_json:
        say(json.dumps({"person": str(person_id), "file": str(file.absolute()), "bytes": len(made)}))
    else:
        say(f"Everything kept about {called} is in {file} ({len(made)} bytes).")


def _copy(person_id: UUID) -> tuple[str, bytes]:
    from django.db import connection, transaction

    from ownwords.exchange.actions.export import export_as_operator
    from ownwords.people.access import NotFound

    try:
        with transaction.atomic():
            connection.cursor().execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
            person, made = export_as_operator(person_id=person_id)
    except NotFound as missing:
        raise Refusal(f"There is nobody with the id {person_id}.") from missing
    return person.called, made


def _check_place(file: Path, *, replace: bool) -> None:
    if not file.absolute().parent.is_dir():
        raise Refusal(f"The folder {file.absolute().parent} does not exist. Make it first.")
    if file.exists() and not replace:
        raise Refusal(f"{file} is there already. Give another name, or add --replace.")


def write_whole(file: Path, content: bytes, *, replace: bool) -> None:
    """Write a file that appears complete or not at all, readable by its owner alone.

    Raises Refusal when somebody else made the file meanwhile and ``replace`` is not given.
    """
    handle, name = tempfile.mkstemp(dir=file.absolute().parent, prefix=".copy-")  # made with mode 0600
    scratch = Path(name)
    try:
        with os.fdopen(handle, "wb") as sink:
            sink.write(content)
            sink.flush()
            os.fsync(sink.fileno())
        if replace:
            scratch.replace(file)
        else:
            file.hardlink_to(scratch)
    except FileExistsError as error:
        raise Refusal(f"{file} is there already. Give another name, or add --replace.") from error
    finally:
        scratch.unlink(missing_ok=True)
