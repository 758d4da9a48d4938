"""``ownwords inquiry export-codings STUDY FILE``: every coded passage, as a table, sheet, page or document."""

from __future__ import annotations

import json
from pathlib import Path

import click

from ownwords.cli.inquiry.ratings_file import Unusable
from ownwords.cli.inquiry.studies import form_of, study_named
from ownwords.cli.inquiry.written import written
from ownwords.cli.runtime import django_database
from ownwords.cli.words import counted, say

FORMS = ("csv", "xlsx", "html", "docx")


@click.command()
@click.argument("study")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--replace", is_flag=True, help="Write over FILE if it is there.")
@click.option("--json", "as_json", is_flag=True, help="Print the result for a program.")
def command(study: str, file: Path, replace: bool, as_json: bool) -> None:
    """Write every coded passage of STUDY to FILE: .csv or .xlsx (a row each), .html, or .docx (at most 5,000).

    STUDY is its id, or its title letter for letter. Who speaks is named by pseudonym; passages of somebody who has not
    agreed to be quoted are marked.
    """
    form = form_of(file, FORMS, replace=replace)
    with django_database():
        from ownwords.inquiry.actions.export_codings import export_codings_as_operator
        from ownwords.people.refusals import Refused

        found = study_named(study)
        size = 0
        try:
            pieces = export_codings_as_operator(study=found, form=form)
        except Refused as no:
            raise Unusable(" ".join(no.messages.values())) from no
        with written(file, replace=replace) as out:
            for piece in pieces:
                size += out.write(piece)
    if as_json:
        facts = {"study": str(found.id), "file": str(file.absolute()), "format": form, "bytes": size}
        say(json.dumps(facts))
    else:
        say(f"The passages of “{found.title}” are in {file} ({counted(size, 'byte')}).")
