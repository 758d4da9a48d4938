"""``ownwords measures export-fhir PERSON FILE``: somebody's forms, scores and lines as one Bundle of FHIR R4."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

import click

from ownwords.cli.export import _check_place, write_whole
from ownwords.cli.measures.fhir import opened_as
from ownwords.cli.runtime import django_database
from ownwords.cli.words import say
from ownwords.measures.method.fhir.bundle import as_text, write_bundle
from ownwords.measures.method.fhir.codes import snomed_map

if TYPE_CHECKING:
    pass
from ownwords.cli.measures.fhir_resources import resources_of


@click.command()
@click.argument("person", type=click.UUID)
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--as", "name", required=True, help="The sign-in name under which they are read.")
@click.option("--role", default="", help="In which of that account's roles.")
@click.option("--snomed", is_flag=True, help="Write SNOMED CT codes too; you need to be licensed for it.")
@click.option("--replace", is_flag=True, help="Write over FILE if it is there.")
def command(person: UUID, file: Path, name: str, role: str, snomed: bool, replace: bool) -> None:
    """Write the measures of PERSON that this account may see to FILE, as FHIR R4 in JSON.

    That they were looked at is kept in the person's record. FILE holds it all unlocked: keep it safe.
    """
    _check_place(file, replace=replace)
    with django_database(), opened_as(name, role, person, part="measures") as opened:
        resources = list(resources_of(opened, snomed_map() if snomed else None))
    write_whole(file, as_text(write_bundle(resources)).encode(), replace=replace)
    say(f"{len(resources)} resources are in {file}.")
