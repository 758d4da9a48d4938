"""``ownwords measures import-fhir FILE``: say what is in a file of FHIR R4, and keep its forms in one record."""

from __future__ import annotations

import hashlib
import json
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

import click

from ownwords.cli.measures.common import find
from ownwords.cli.measures.fhir import opened_as, read_file
from ownwords.cli.runtime import django_database
from ownwords.cli.words import Refusal, counted, say
from ownwords.measures.method.definitions import Given
from ownwords.measures.method.fhir.bundle import FileRead
from ownwords.measures.method.fhir.observation import KeptScore
from ownwords.measures.method.fhir.response import ResponseRead

if TYPE_CHECKING:
    from ownwords.measures.actions.importing import Imported

MOST_LISTED = 100
FINISHED = ("completed", "amended")


@click.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--check", is_flag=True, help="Only say what is in it (the same as giving no --person).")
@click.option("--person", type=click.UUID, help="Whose forms they are: the id in the address of their pages.")
@click.option("--as", "name", default="", help="The sign-in name under which they are kept.")
@click.option("--role", default="", help="In which of that account's roles.")
@click.option("--instrument", default="", help="For responses that do not say which instrument they answer.")
@click.option("--link", "links", multiple=True, metavar="THEIRS=OURS", help="Which question a link id is.")
@click.option("--set-aside", is_flag=True, help="Keep forms although some of their answers cannot be used.")
@click.option("--snomed", is_flag=True, help="Understand SNOMED CT codes; you need to be licensed for it.")
@click.option("--json", "as_json", is_flag=True, help="Print the report for a program.")
def command(
    file: Path, check: bool, person: UUID | None, name: str, role: str, instrument: str,
    links: tuple[str, ...], set_aside: bool, snomed: bool, as_json: bool,
) -> None:  # fmt: skip
    """Read FILE (FHIR R4, JSON) and say what is there; with --person and --as also keep its finished forms.

    Without --person no database is started and nothing is kept. The same form brought in twice is kept once. A total
    that the answers do not give is kept beside ours and flagged. Status 0: done; 1: something kept it from being done.
    """
    if instrument:
        find(instrument)
    report = read_file(file, instrument, _links(links), snomed=snomed)
    kept = 0
    if person and not check:
        wanted = _wanted(report, file, set_aside)
        if not name:
            raise Refusal("Say with --as under whose sign-in name the forms are kept.")
        kept = _keep(wanted, person, name, role)
    say(
        json.dumps(_data(report, kept), ensure_ascii=False)
        if as_json
        else "\n".join(_lines(report, kept, person))
    )
    if report.refused:
        raise click.exceptions.Exit(1)


def _links(links: tuple[str, ...]) -> dict[str, str]:
    pairs = [link.rpartition("=") for link in links]
    if wrong := [
        link for link, (theirs, _, ours) in zip(links, pairs, strict=True) if not theirs or not ours
    ]:
        raise Refusal(f"“{wrong[0]}” should be THEIRS=OURS, for example H1/T1/Q8=8.")
    return {theirs: ours for theirs, _, ours in pairs}


def _wanted(report: FileRead, file: Path, set_aside: bool) -> list[Imported]:
    """Return the forms to keep: all of them or, where one cannot be kept, none."""
    if report.refused:
        raise Refusal(f"Nothing was kept: {report.refused[0]}")
    subjects = {read.administration.subject for read in report.responses}
    if len(subjects) > 1:
        raise Refusal(f"{file} holds forms of several people: {', '.join(sorted(subjects))}. Split it first.")
    if not report.responses:
        raise Refusal(f"{file} holds no filled form.")
    done = [read for read in report.responses if read.administration.status in FINISHED]
    for read in done:
        if not read.whole and not set_aside:
            aside = read.strays[0]
            raise Refusal(
                f"Nothing was kept: {len(read.strays)} answers cannot be used, the first at {aside.path} "
                f"(question {aside.link_id}). Say with --link which question it is, or add --set-aside."
            )
    return [_imported(read, file) for read in done]


def _imported(read: ResponseRead, file: Path) -> Imported:
    from ownwords.measures.actions.importing import Imported

    form = read.administration
    if form.when is None:
        raise Refusal(
            f"Nothing was kept: a form ({form.id or form.instrument}) does not say on which day it was filled in."
        )
    facts = json.dumps(
        [form.instrument, str(form.when), {k: str(v) for k, v in form.answers.items()}], sort_keys=True
    )
    document = f"QuestionnaireResponse/{form.id}" if form.id else hashlib.sha256(facts.encode()).hexdigest()
    answered = any(not isinstance(value, Given) for value in form.answers.values())
    return Imported(
        instrument=form.instrument,
        answered_on=form.when.date() if isinstance(form.when, datetime) else form.when,
        document=document,
        source=f"{document[:120]} in {file.name[:150]}",
        answers=form.answers if answered else {},
        stated={one.score: Decimal(str(one.value)) for one in read.totals if one.value is not None},
        edition=form.edition,
    )


def _keep(wanted: list[Imported], person: UUID, name: str, role: str) -> int:
    """Keep all forms, or none: one transaction."""
    from ownwords.people.method.definition_file import IncompleteDefinition

    with django_database():
        from ownwords.measures.actions.importing import keep_imported
        from ownwords.people.refusals import Refused

        try:
            with opened_as(name, role, person, part="write") as opened:
                for one in wanted:
                    keep_imported(opened=opened, imported=one)
        except Refused as refused:
            said = " ".join(str(words) for words in refused.messages.values())
            raise Refusal(f"Nothing was kept: {said}") from refused
        except IncompleteDefinition as error:
            raise Refusal(f"Nothing was kept: {error}") from error
    return len(wanted)


def _lines(report: FileRead, kept: int, person: UUID | None) -> list[str]:
    """Return the report for people: what is there, what was refused, what should be known."""
    found = [_form_line(read) for read in report.responses]
    found += [_score_line(one.kept) for one in report.scores if one.kept]
    found += [f"Goal: “{line.wordings[-1].words}”." for line in report.lines]
    counts = [
        counted(len(report.questionnaires), "questionnaire"),
        counted(len(report.ratings), "rating of a goal", "ratings of goals"),
    ]
    found += [f"Also here: {count}." for count in counts if not count.startswith("0 ")]
    if open_still := sum(read.administration.status not in FINISHED for read in report.responses):
        found.append(f"Forms that are not finished, or not valid, are never kept: {open_still}.")
    notes = [f"Refused: {fault}" for fault in report.refused] + [one.in_words() for one in report.remarks]
    found += notes[:MOST_LISTED]
    if len(notes) > MOST_LISTED:
        found.append(f"... and {len(notes) - MOST_LISTED} more. All of them: --json")
    return [*found, f"Kept: {counted(kept, 'form')}." if person and kept else "Nothing was kept."]


def _day(when: object) -> str:
    """Return the day of a moment; the time and its zone stand in --json."""
    return str(when)[:10] if when else "no date"


def _score_line(kept: KeptScore) -> str:
    value = kept.why_none if kept.value is None else f"{kept.value:g}"
    return f"Score: {kept.instrument}, {kept.score}, {value}, {_day(kept.when)}."


def _form_line(read: ResponseRead) -> str:
    form = read.administration
    given = sum(1 for value in form.answers.values() if not isinstance(value, Given))
    aside = f", {len(read.strays)} kept aside" if read.strays else ""
    return f"Form: {form.instrument}, {_day(form.when or form.when_text)}, {form.status}, {given} answered{aside}."


def _data(report: FileRead, kept: int) -> dict[str, Any]:
    """Return the report for programs."""
    return {
        "forms": [
            {
                "instrument": read.administration.instrument,
                "when": str(read.administration.when or read.administration.when_text),
                "status": read.administration.status,
                "answers": dict(read.administration.answers),
                "totals": [{"score": one.score, "value": one.value, "text": one.text} for one in read.totals],
                "aside": [{"path": one.path, "link": one.link_id, "value": one.value} for one in read.strays],
            }
            for read in report.responses
        ],
        "scores": [
            {"path": one.path, "value": one.value, "known": one.kept is not None} for one in report.scores
        ],
        "goals": [{"id": line.id, "words": line.wordings[-1].words} for line in report.lines],
        "ratings": len(report.ratings),
        "refused": [str(fault) for fault in report.refused],
        "remarks": [{"key": one.key, "path": one.path, "words": one.in_words()} for one in report.remarks],
        "left_out": report.left_out,
        "kept": kept,
    }
