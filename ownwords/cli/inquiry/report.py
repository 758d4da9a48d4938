"""``ownwords inquiry report STUDY FILE``: the report of a study, with its checklists and its audit trail."""

from __future__ import annotations

import json
from pathlib import Path

import click

from ownwords.cli.inquiry.studies import form_of, study_named
from ownwords.cli.inquiry.written import written
from ownwords.cli.runtime import django_database
from ownwords.cli.words import counted, say

FORMS = ("docx", "html")


@click.command()
@click.argument("study")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--agreement", is_flag=True, help="With figures of agreement between coders.")
@click.option("--replace", is_flag=True, help="Write over FILE if it is there.")
@click.option("--json", "as_json", is_flag=True, help="Print the result for a program.")
def command(study: str, file: Path, agreement: bool, replace: bool, as_json: bool) -> None:
    """Write the report of STUDY to FILE: a document (.docx) or a page that needs nothing else (.html).

    STUDY is its id, or its title letter for letter. It holds everything that counts, also where coding is blind among
    the members. Only people who agreed to being quoted are quoted. That the file was made is kept in the journal.
    """
    form = form_of(file, FORMS, replace=replace)
    with django_database():
        from ownwords.inquiry.actions.report_export import report_file
        from ownwords.inquiry.queries.report_operator import operated
        from ownwords.inquiry.queries.report_whole import Choices

        found = study_named(study)
        made = report_file(opened=operated(found), form=form, choices=Choices(agreement=agreement))
        with written(file, replace=replace) as out:
            out.write(made)
    if as_json:
        facts = {"study": str(found.id), "file": str(file.absolute()), "format": form, "bytes": len(made)}
        say(json.dumps(facts))
    else:
        say(f"The report of “{found.title}” is in {file} ({counted(len(made), 'byte')}).")
