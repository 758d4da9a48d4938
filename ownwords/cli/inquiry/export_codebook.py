"""``ownwords inquiry export-codebook STUDY FILE``: the codebook of a study, of today or of a past day, as a file."""

import json
from datetime import date, datetime
from pathlib import Path

import click

from ownwords.cli.export import write_whole
from ownwords.cli.inquiry.ratings_file import Unusable
from ownwords.cli.inquiry.studies import form_of, study_named
from ownwords.cli.runtime import django_database
from ownwords.cli.words import Refusal, counted, say

FORMS = ("csv", "docx", "qdc")


@click.command()
@click.argument("study")
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--on", type=click.DateTime(["%Y-%m-%d"]), metavar="YYYY-MM-DD", help="As it stood on a past day."
)
@click.option("--replace", is_flag=True, help="Write over FILE if it is there.")
@click.option("--json", "as_json", is_flag=True, help="Print the result for a program.")
def command(study: str, file: Path, on: datetime | None, replace: bool, as_json: bool) -> None:
    """Write the codebook of STUDY to FILE: a table (.csv), a document (.docx), or REFI-QDA for other programs (.qdc).

    STUDY is the id in the address of the study's pages, or its title, letter for letter. That the file was made is
    kept in the service's journal.
    """
    form = form_of(file, FORMS, replace=replace)
    with django_database():
        title, made = _made(study, form, on.date() if on else None)
    try:
        write_whole(file, made, replace=replace)
    except Refusal as error:
        raise Unusable(str(error)) from error
    if as_json:
        facts = {"study": title, "file": str(file.absolute()), "format": form, "bytes": len(made)}
        say(json.dumps({**facts, "on": on.date().isoformat() if on else None}))
    else:
        say(f"The codebook of “{title}” is in {file} ({counted(len(made), 'byte')}).")


def _made(named: str, form: str, on: date | None) -> tuple[str, bytes]:
    from django.db import connection, transaction
    from django.utils import timezone

    from ownwords.inquiry.actions.code_export import export_codebook_as_operator
    from ownwords.people.refusals import Refused

    if on is not None and on > timezone.localdate():
        raise Unusable(f"{on.isoformat()} has not been yet. Give a past day, or leave --on out for today.")
    with transaction.atomic():
        connection.cursor().execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        study = study_named(named)
        try:
            # Today is what stands there now; only a day that has ended is read from the versions.
            past = on if on != timezone.localdate() else None
            return study.title, export_codebook_as_operator(study=study, form=form, on=past)
        except Refused as no:
            raise Unusable(" ".join(no.messages.values())) from no
