"""``ownwords inquiry import-refi`` and ``export-refi``: whole projects of other programs, in and out."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ownwords.cli.inquiry.ratings_file import Unusable
from ownwords.cli.inquiry.studies import check_place, study_named
from ownwords.cli.inquiry.written import written
from ownwords.cli.runtime import django_database
from ownwords.cli.words import counted, say

if TYPE_CHECKING:
    from ownwords.inquiry.actions.refi_import import Brought
    from ownwords.people.models import Account

MOST_BYTES = 4 * 1024**3


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--study", "named", help="Its id or title; without it a new study is made, named after the project."
)
@click.option("--as", "who", metavar="SIGN-IN-NAME", help="Under whose account it is kept.")
@click.option(
    "--report", is_flag=True, help="Say by kind what came in, what was put right, what was not taken."
)
@click.option("--json", "as_json", is_flag=True, help="Print the report for a program.")
def import_command(file: Path, named: str | None, who: str | None, report: bool, as_json: bool) -> None:
    """Bring a REFI-QDA project (.qdpx) or codebook (.qdc) into a study, all of it or nothing.

    The same file again into the same study (--study) changes nothing. People who coded in the other program become
    those who work in the study under exactly that name; the passages of others are kept under one account, with their
    names beside them: that of --as, else of whoever leads the study, else of the researcher who was appointed first.
    Status 2: nothing was kept.
    """
    if not file.is_file():
        raise Unusable(f"There is no file {file}. Looked for: {file.absolute()}.")
    if file.stat().st_size > MOST_BYTES:
        raise Unusable(f"{file} has more than {MOST_BYTES // 1024**3} GB.")
    with django_database():
        brought = _brought(file, named, who)
        if as_json:
            say(json.dumps(brought.as_json(), ensure_ascii=False))
        else:
            say("\n".join(_lines(brought, report=report)))


def _brought(file: Path, named: str | None, who: str | None) -> Brought:
    from ownwords.inquiry.actions.refi_operator import import_refi_as_operator
    from ownwords.inquiry.method.refi.refusal import Unreadable
    from ownwords.people.refusals import Refused

    study = study_named(named) if named else None
    account = _account(who) if who else None
    try:
        with file.open("rb") as content:
            return import_refi_as_operator(file=content, study=study, account=account, title=file.stem)
    except Unreadable as no:
        raise Unusable(f"{file}: {no} Nothing of it was kept.") from no
    except Refused as no:
        raise Unusable(" ".join(no.messages.values())) from no


def _account(name: str) -> Account:
    from ownwords.people.models import Account

    found = Account.objects.filter(signin_name=name, is_active=True).first()
    if found is None:
        raise Unusable(f"Nobody signs in as “{name}”.")
    return found


def _lines(brought: Brought, *, report: bool) -> list[str]:
    from ownwords.inquiry.presenters.exchange import came_in, told

    new = ", ".join(f"{count:,} {kind.lower()}" for kind, count, _ in came_in(brought) if count)
    found = [f"{brought.study.title} ({brought.study.id}): {new or 'nothing new'}."]
    there = ", ".join(f"{count:,} {kind.lower()}" for kind, _, count in came_in(brought) if count)
    found += [f"Here already: {there}."] if there else []
    for heading, entries in told(brought):
        if not report:
            found.append(
                f"{heading}: {counted(sum(one.count for one in entries), 'thing')} (--report says which)."
            )
            continue
        found.append(f"{heading}:")
        for one in entries:
            places = f" ({'; '.join(one.places)})" if one.places else ""
            found.append(f"  {one.kind}, {one.count:,}: {one.what}{places}")
    return found


@click.command()
@click.argument("study")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--replace", is_flag=True, help="Write over FILE if it is there.")
@click.option("--json", "as_json", is_flag=True, help="Print what went out for a program.")
def export_command(study: str, file: Path, replace: bool, as_json: bool) -> None:
    """Write STUDY to FILE.qdpx: codes, texts, passages, memos, participants by pseudonym, for any REFI-QDA program.

    STUDY is its id, or its title letter for letter. Who stands behind a pseudonym is never in the file.
    """
    if file.suffix.lower() != ".qdpx":
        raise Unusable(f"{file.name}: give a name that ends in .qdpx.")
    check_place(file, replace=replace)
    with django_database():
        from ownwords.inquiry.actions.refi_export import export_refi_as_operator

        found = study_named(study)
        with written(file, replace=replace) as out:
            report = export_refi_as_operator(study=found, out=out)
        if as_json:
            say(json.dumps({"study": str(found.id), "file": str(file.absolute()), **report.as_json()}))
        else:
            came = ", ".join(f"{count:,} {kind}" for kind, count in report.came.items())
            say(f"“{found.title}” is in {file}: {came or 'nothing yet'}.")
            for one in (*report.repaired, *report.lost):
                say(f"  {one.kind}, {one.count:,}: {one.what}")
