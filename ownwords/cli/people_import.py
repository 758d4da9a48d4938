"""``ownwords people import``: take in the people of a caseload export."""

from __future__ import annotations

import json
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ownwords.cli.files import read_whole
from ownwords.cli.runtime import django_database
from ownwords.cli.words import Refusal, say

if TYPE_CHECKING:
    from ownwords.exchange.method.caseload import Reading
    from ownwords.exchange.queries.caseload_plan import Plan
    from ownwords.people.models import Organisation, Team

MOST_LISTED = 100


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--team", default="", help="The team for everybody in the file, whatever the file says.")
@click.option("--organisation", default="", help="Its name; needed when there is more than one.")
@click.option("--yes", is_flag=True, help="Import without asking, after the dry run.")
@click.option("--dry-run", is_flag=True, help="Only say what would happen.")
@click.option("--sound-rows", "choice", flag_value="sound", help="With bad rows: import the others.")
@click.option(
    "--all-or-nothing",
    "choice",
    flag_value="all",
    default="all",
    help="With bad rows: import nothing (default).",
)
@click.option("--json", "as_json", is_flag=True, help="Print the report for a program; never asks.")
def command(
    file: Path, team: str, organisation: str, yes: bool, dry_run: bool, choice: str, as_json: bool
) -> None:
    """Read a caseload export (CSV) and take in everybody who is not here yet.

    First it says which column is used for what and what would happen; nothing is kept until that has been
    seen. Somebody known by NHS number, or by name and date of birth, is left as they are: running the same
    file twice adds nobody twice. Status 0: done, or nothing to do; 1: something kept it from being done.
    """
    from ownwords.exchange.method.caseload import read_caseload

    reading = read_caseload(read_whole(file), today=date.today())  # noqa: DTZ011  (the day here)
    with django_database():
        at = _organisation(organisation, team)
        of = _team(team, at)
        from ownwords.exchange.queries.caseload import plan_import

        plan = plan_import(reading, organisation=at, team=of)
        if not as_json:
            _report(reading, plan)
        wrong = _stopped(reading, plan, choice)
        wanted = (
            not wrong and not dry_run and bool(plan.newcomers) and (yes or (not as_json and _asked(plan)))
        )
        done = _carry_out(reading, at, of) if wanted else None
        if as_json:
            say(json.dumps(_data(reading, plan, done, wrong), ensure_ascii=False))
        elif done:
            say(f"{len(done.newcomers)} people were taken in.")
        elif not wrong:
            say("Nothing was imported.")
    if wrong:
        if as_json:
            sys.exit(1)
        raise Refusal(wrong)


def _organisation(name: str, team: str) -> Organisation:
    """Return the organisation: the one named, the one of the named team, or the only one."""
    from ownwords.people.models import Organisation

    rows = list(Organisation.objects.order_by("name"))
    if name:
        found = [row for row in rows if row.name.casefold() == name.casefold()]
    elif team:
        found = [row for row in rows if row.teams.filter(name__iexact=team).exists()]
        found = found or rows
    else:
        found = rows
    if len(found) == 1:
        return found[0]
    if not rows:
        raise Refusal(
            "There is no organisation yet. Make an administrator first: ownwords account create --help"
        )
    names = ", ".join(row.name for row in rows)
    raise Refusal(f"Say which organisation these people belong to, with --organisation. There are: {names}.")


def _team(name: str, at: Organisation) -> Team | None:
    if not name:
        return None
    found = at.teams.filter(name__iexact=name).first()
    if found is None:
        names = ", ".join(at.teams.order_by("name").values_list("name", flat=True)) or "none yet"
        raise Refusal(f"There is no team called “{name}”. Teams: {names}.")
    return found


def _report(reading: Reading, plan: Plan) -> None:
    from ownwords.exchange.method.caseload_report import as_lines

    for line in as_lines(reading, most=MOST_LISTED):
        say(line)
    for problem in plan.problems[:MOST_LISTED]:
        value = f" {problem.value} -" if problem.value else ""
        say(f"Line {problem.line}, {problem.column}:{value} {problem.reason}")
    if len(plan.problems) > MOST_LISTED:
        say(f"... and {len(plan.problems) - MOST_LISTED} more.")
    if plan.unmatched:
        say(
            f"No worker of the team is called: {', '.join(plan.unmatched[:20])}. These people get no named worker."
        )
    if not reading.fault:
        say(f"New: {len(plan.newcomers)}. Known already, left as they are: {plan.known}.")


def _stopped(reading: Reading, plan: Plan, choice: str) -> str:
    """Return why nothing is imported; nothing when it can be."""
    if reading.fault:
        return "Nothing was imported: the file cannot be used."
    bad = {row.line for row in reading.bad} | {row.line for row in plan.problems}
    if bad and choice != "sound":
        return (
            f"Nothing was imported: {len(bad)} rows cannot be. Mend them and run this again, or import the "
            "others with --sound-rows."
        )
    return ""


def _asked(plan: Plan) -> bool:
    return click.confirm(f"Take in {len(plan.newcomers)} people?", default=False, err=True)


def _carry_out(reading: Reading, at: Organisation, of: Team | None) -> Plan:
    from ownwords.exchange.actions.caseload import carry_out

    return carry_out(reading, organisation=at, team=of)


def _data(reading: Reading, plan: Plan, done: Plan | None, wrong: str) -> dict[str, Any]:
    from ownwords.exchange.method.caseload_data import as_dict

    more = [
        {
            "line": row.line,
            "column": row.column,
            "value": row.value,
            "reason": row.kind,
            "message": row.reason,
        }
        for row in plan.problems
    ]
    found = as_dict(reading)
    found["bad"] = [*found["bad"], *more]
    found["bad_rows"] = len({row["line"] for row in found["bad"]})
    return found | {
        "new": len(plan.newcomers),
        "known": plan.known,
        "workers_not_found": list(plan.unmatched),
        "imported": len(done.newcomers) if done else 0,
        "stopped": wrong or None,
    }
