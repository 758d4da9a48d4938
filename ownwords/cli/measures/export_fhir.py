"""``ownwords measures export-fhir PERSON FILE``: somebody's forms, scores and lines as one Bundle of FHIR R4."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

import click

from ownwords.cli.export import _check_place, write_whole
from ownwords.cli.measures.fhir import opened_as
from ownwords.cli.runtime import django_database
from ownwords.cli.words import say
from ownwords.measures.method.definitions import Combine, Given
from ownwords.measures.method.fhir.bundle import as_text, write_bundle
from ownwords.measures.method.fhir.codes import SnomedMap, snomed_map
from ownwords.measures.method.fhir.goal import KeptLine, KeptRating, KeptWording, write_line, write_rating
from ownwords.measures.method.fhir.observation import KeptScore, write_score
from ownwords.measures.method.fhir.questionnaire import write_questionnaire
from ownwords.measures.method.fhir.response import Administration, write_response

if TYPE_CHECKING:
    from ownwords.measures.queries.lines import Followed
    from ownwords.measures.queries.responses import Filled
    from ownwords.people.access import Opened


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
        resources = list(_resources(opened, snomed_map() if snomed else None))
    write_whole(file, as_text(write_bundle(resources)).encode(), replace=replace)
    say(f"{len(resources)} resources are in {file}.")


def _resources(opened: Opened, snomed: SnomedMap | None) -> Iterator[dict[str, Any]]:
    """Give the questionnaires that were used, every form with its scores, every line with its ratings."""
    from ownwords.measures.queries.lines import followed
    from ownwords.measures.queries.responses import responses_of, with_everything

    subject = f"Patient/{opened.person.id}"
    filled = with_everything(responses_of(opened))
    for instrument in {one.instrument.key: one.instrument for one in filled}.values():
        yield write_questionnaire(instrument)
    for one in filled:
        yield from _form(one, subject, snomed)
    for line in followed(opened):
        yield from _line(line, subject)


def _form(one: Filled, subject: str, snomed: SnomedMap | None) -> Iterator[dict[str, Any]]:
    row, key = one.response, str(one.response.id)
    answers = {
        answer.item: answer.value if answer.value is not None else Given(answer.given)
        for answer in one.answers.values()
    }
    status = "completed" if row.finished_at else "in-progress"
    yield write_response(
        Administration(
            row.instrument, row.edition, answers, row.answered_on, status, row.way, subject, id=key
        ),
        one.instrument,
    )
    for score in one.instrument.scores:
        now, stated = one.now(score.key), one.stated(score.key)
        if now is None or (score.combine is Combine.NONE):
            continue
        kept = KeptScore(
            instrument=row.instrument,
            score=score.key,
            value=None if now.value is None else float(now.value),
            when=row.answered_on,
            rule=now.rule,
            why_none=now.why_none,
            response=f"QuestionnaireResponse/{key}",
            subject=subject,
            stated=float(stated.value) if stated and stated.differs and stated.value is not None else None,
            id=f"{row.id.hex}.{score.key}",
        )
        yield write_score(kept, one.instrument, snomed=snomed)


def _line(one: Followed, subject: str) -> Iterator[dict[str, Any]]:
    row = one.line
    line = KeptLine(
        id=str(row.id),
        wordings=tuple(
            KeptWording(str(wording.id), wording.words, wording.since, wording.low_words, wording.high_words)
            for wording in one.wordings
        ),
        direction=row.direction,
        low=float(row.low),
        high=float(row.high),
        unit=row.unit,
        started=row.started_on,
        closed=row.closed_on,
        closing=row.closed_as,
        closing_words=row.closed_words,
        followed_by=str(row.followed_by_id or ""),
        subject=subject,
    )
    yield write_line(line)
    for rating in one.ratings:
        value = None if rating.value is None else float(rating.value)
        kept = KeptRating(
            line.id,
            str(rating.wording_id),
            rating.rated_on,
            value,
            Given(rating.given),
            rating.note,
            subject,
            str(rating.id),
        )
        yield write_rating(kept, line)
