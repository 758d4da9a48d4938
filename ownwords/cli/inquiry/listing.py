"""``ownwords inquiry list STUDY documents|codes|codings``: what there is in a study, for people or a program."""

from __future__ import annotations

import json
from typing import Any

import click

from ownwords.cli.inquiry.studies import study_named
from ownwords.cli.runtime import django_database
from ownwords.cli.words import say

WHAT = ("documents", "codes", "codings")


@click.command()
@click.argument("study")
@click.argument("what", type=click.Choice(WHAT))
@click.option("--json", "as_json", is_flag=True, help="Print a list of objects for a program.")
def command(study: str, what: str, as_json: bool) -> None:
    """List the documents, codes or codings of STUDY.

    STUDY is its id, or its title letter for letter. The command line belongs to whoever runs the service: it lists
    what everybody coded, also while coding is blind, and that passages went out is kept in the journal.
    """
    with django_database():
        from ownwords.inquiry.actions.listing import list_as_operator

        rows = list_as_operator(study=study_named(study), what=what)
        if not as_json:
            for row in rows:
                say(_line(what, row))
            return
        first = True
        for row in rows:
            say(("[" if first else ",") + json.dumps(row, ensure_ascii=False))
            first = False
        say("[]" if first else "]")


def _line(what: str, row: dict[str, Any]) -> str:
    if what == "documents":
        checked = "" if row["speakers_checked"] else ", speakers not looked at"
        return f"{row['title']}: {row['kind']}, {row['characters']:,} characters, {row['codings']:,} codings{checked}"
    if what == "codes":
        return f"{'/'.join(row['path'])}: {row['codings']:,} codings"
    words = " ".join(row["words"].split())
    return f"{row['document']} {row['start']}-{row['end']} {row['code']} ({row['coder']}): {words[:80]}"
