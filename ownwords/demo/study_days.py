"""Dating the made-up study back: from the moments at which it was made to those of its story.

Actions know no time but now. So every column of time in the study, in its history and in its steps is moved afterwards,
by the owner of the tables. That is done in the demonstration alone: where real people work nothing is dated back, least
of all the journal.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

import pgtrigger
from django.apps import apps
from django.db import connection, models
from django.utils import timezone

from ownwords.demo.study_diary import Diary
from ownwords.demo.study_making import PutDay
from ownwords.inquiry.models import StudyMember, StudyStep
from ownwords.ledger.models import Act, Link

#: The moment at which a row of history came about: that of its transaction. It becomes that of what the version says.
HISTORY = "pgh_created_at"


def date_back(study_id: UUID, diary: Diary) -> None:
    """Move all that the study says of when. Call inside the transaction that made it."""
    with pgtrigger.ignore():
        for step in StudyStep.objects.filter(study_id=study_id):
            _step(step, diary)
        for model in apps.get_app_config("inquiry").get_models():
            if column := _study_column(model):
                _move(model, f"t.{column} = %s", study_id, diary)
        _move(Act, "t.thing_kind = 'study' AND t.thing_id = %s", study_id, diary)
        findings = "SELECT id FROM inquiry_finding WHERE study_id = %s"
        _move(Act, f"t.thing_kind = 'finding' AND t.thing_id IN ({findings})", study_id, diary)
        _move(Link, "t.about_id = %s", study_id, diary)
        for member in StudyMember.objects.filter(study_id=study_id):
            member.starts_on = timezone.localdate(member.changed_at)
            member.save(update_fields=["starts_on"])


def put_days(days: Iterable[PutDay]) -> None:
    """Put days right that an action took from today, in rows, in their history, and in steps, which can be undone."""
    with pgtrigger.ignore():
        for model, row_id, column, day in days:
            model._default_manager.filter(pk=row_id).update(**{column: day})
            event = apps.get_model("inquiry", f"{model.__name__}Event")
            event._default_manager.filter(pgh_obj_id=row_id).exclude(**{column: None}).update(**{column: day})
            for step in StudyStep.objects.filter(changes__contains=[{"id": str(row_id)}]):
                for change in step.changes:
                    if change.get("id") == str(row_id) and (change["after"] or {}).get(column):
                        change["after"][column] = day.isoformat()
                step.save(update_fields=["changes"])


def _study_column(model: type[models.Model]) -> str:
    """Return the column that holds the study, "" where a table has none."""
    name = str(model._meta.model_name)
    if name in ("study", "studyevent"):
        return "id" if name == "study" else "pgh_obj_id"
    return "study_id" if any(one.name == "study" for one in model._meta.concrete_fields) else ""


def _move(model: type[models.Model], of_study: str, study_id: UUID, diary: Diary) -> None:
    """Move the columns of time of one table, all in one statement; then its history follows them."""
    found = [str(one.column) for one in model._meta.concrete_fields if isinstance(one, models.DateTimeField)]
    own, table = [name for name in found if name != HISTORY], connection.ops.quote_name(model._meta.db_table)
    ran, told = diary.marks()
    with connection.cursor() as cursor:
        if own:
            moved = ", ".join(
                f"{one} = CASE WHEN t.{one} >= m.ran[1] AND t.{one} < m.until"
                f" THEN m.told[width_bucket(t.{one}, m.ran)] ELSE t.{one} END"
                for one in own
            )
            cursor.execute(
                f"UPDATE {table} t SET {moved} FROM"
                " (SELECT %s::timestamptz[] AS ran, %s::timestamptz[] AS told, %s::timestamptz AS until) m"
                f" WHERE {of_study}",
                [ran, told, timezone.now(), study_id],
            )
        if own and HISTORY in found:
            latest = ", ".join(own)
            cursor.execute(
                f"UPDATE {table} t SET {HISTORY} = greatest({latest}) WHERE {of_study}", [study_id]
            )


def _step(step: StudyStep, diary: Diary) -> None:
    """Move the moments that a step keeps of its rows, so that it can still be undone."""
    moved = [_said_then(change, diary) for change in step.changes]
    if moved != step.changes:
        step.changes = moved
        step.save(update_fields=["changes"])


def _said_then(change: dict[str, Any], diary: Diary) -> dict[str, Any]:
    moved = dict(change)
    for side in ("before", "after"):
        if isinstance(state := change.get(side), dict):
            moved[side] = {name: _then(name, value, diary) for name, value in state.items()}
    return moved


def _then(name: str, value: Any, diary: Diary) -> Any:
    if not name.endswith("_at") or not value:
        return value
    ran, told = diary.marks()
    place = bisect_right(ran, datetime.fromisoformat(value))
    return told[place - 1].isoformat() if place else value
