"""``ownwords connections export-map PERSON FILE``: one person's map, as tables in a ZIP or as GraphML."""

import json
from pathlib import Path
from uuid import UUID

import click

from ownwords.cli.connections.metrics import Unusable
from ownwords.cli.export import write_whole
from ownwords.cli.runtime import django_database
from ownwords.cli.words import Refusal, say

FORMS = {".zip": "csv", ".graphml": "graphml"}


@click.command()
@click.argument("person")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--for-the-person", "whole", is_flag=True, help="Also what only the person sees.")
@click.option("--replace", is_flag=True, help="Write over FILE if it is there.")
@click.option("--json", "as_json", is_flag=True, help="Print the result for a program.")
def command(person: str, file: Path, whole: bool, replace: bool, as_json: bool) -> None:
    """Write the map of PERSON to FILE: two tables in a ZIP (.csv.zip or .zip), or GraphML (.graphml).

    PERSON is the id in the address of the person's pages. Without --for-the-person, FILE holds what the person's team
    sees. What is over is in it and marked; what was taken off the map is not. That the file was made is kept in the
    person's record, where they can read it. FILE is not locked: keep it safe.
    """
    form = FORMS.get(file.suffix.lower())
    if form is None:
        raise Unusable(f"{file.name}: the ending says which kind of file; give .csv.zip, .zip or .graphml.")
    person_id = _id(person)
    _check_place(file, replace=replace)
    with django_database():
        called, made = _made(person_id, form, whole=whole)
    try:
        write_whole(file, made, replace=replace)
    except Refusal as error:
        raise Unusable(str(error)) from error
    if as_json:
        say(
            json.dumps(
                {"person": str(person_id), "file": str(file.absolute()), "format": form, "bytes": len(made)}
            )
        )
    else:
        say(f"The map of {called} is in {file} ({len(made)} bytes).")


def _id(person: str) -> UUID:
    try:
        return UUID(person)
    except ValueError:
        raise Unusable(f"“{person}” is no id of a person. It stands in the address of their pages.") from None


def _check_place(file: Path, *, replace: bool) -> None:
    if file.is_dir():
        raise Unusable(f"{file} is a folder.")
    if not file.absolute().parent.is_dir():
        raise Unusable(f"The folder {file.absolute().parent} does not exist. Make it first.")
    if file.exists() and not replace:
        raise Unusable(f"{file} is there already. Give another name, or add --replace.")


def _made(person_id: UUID, form: str, *, whole: bool) -> tuple[str, bytes]:
    from django.db import connection, transaction

    from ownwords.connections.actions.map_exchange import export_as_operator
    from ownwords.people.access import NotFound

    try:
        with transaction.atomic():
            connection.cursor().execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
            person, made = export_as_operator(person_id=person_id, form=form, whole=whole)
    except NotFound as missing:
        raise Unusable(f"There is nobody with the id {person_id}.") from missing
    return person.called, made
