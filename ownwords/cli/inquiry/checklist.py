"""``ownwords inquiry checklist STUDY coreq|srqr|synthesis FILE``: a checklist of reporting, filled from the record."""

from __future__ import annotations

import json
from pathlib import Path

import click

from ownwords.cli.inquiry.studies import form_of, study_named
from ownwords.cli.inquiry.written import written
from ownwords.cli.runtime import django_database
from ownwords.cli.words import counted, say
from ownwords.inquiry.method.reporting.checklists import NAMES, checklist

FORMS = ("docx", "csv")


@click.command()
@click.argument("study")
@click.argument("name", metavar="LIST", type=click.Choice(NAMES))
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--replace", is_flag=True, help="Write over FILE if it is there.")
@click.option("--json", "as_json", is_flag=True, help="Print the result for a program.")
def command(study: str, name: str, file: Path, replace: bool, as_json: bool) -> None:
    """Write LIST (coreq, srqr or synthesis) for STUDY to FILE: a document (.docx) or a table (.csv).

    STUDY is its id, or its title letter for letter. What the record knows stands in it, and what the team said to each
    item with the place; what is missing is said. That the file was made is kept in the journal.
    """
    form = form_of(file, FORMS, replace=replace)
    with django_database():
        from ownwords.inquiry.actions.report_export import checklist_file
        from ownwords.inquiry.queries.report_operator import operated

        found, of = study_named(study), checklist(name)
        made = checklist_file(opened=operated(found), of=of, form=form)
        with written(file, replace=replace) as out:
            out.write(made)
    if as_json:
        facts = {"study": str(found.id), "list": name, "file": str(file.absolute()), "format": form}
        say(json.dumps({**facts, "items": len(of.items), "known": of.known, "bytes": len(made)}))
    else:
        say(f"{of.called} of “{found.title}” is in {file} ({counted(len(made), 'byte')}).")
