"""Undoing and redoing one's own steps, newest first, also after a reload; refused where somebody has built on them."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db import IntegrityError, models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ownwords.inquiry.access import Need, OpenedStudy
from ownwords.inquiry.actions.codes import hold_tree
from ownwords.inquiry.actions.correcting_back import turn_text
from ownwords.inquiry.actions.doing import touch
from ownwords.inquiry.actions.rows import TABLES, put_state, removable, state_of
from ownwords.inquiry.actions.themes_guard import can_go, no_circle, nothing_rests_on
from ownwords.inquiry.actions.themes_order import hold_themes
from ownwords.inquiry.models import Attribute, AttributeValue, Code, Coding, Source, StudyStep, Theme
from ownwords.inquiry.queries.code_merging import codings_in_all
from ownwords.inquiry.queries.steps import next_redo, next_undo
from ownwords.people.refusals import Refused


def undo(*, opened: OpenedStudy, step_id: UUID) -> StudyStep:
    """Undo the viewer's newest step, which must be the one that they saw.

    Raises:
        Refused: nothing to undo, another step was done since, or somebody has built on it. Nothing was changed.
    """
    return _turn(opened, next_undo(opened), step_id, back=True)


def redo(*, opened: OpenedStudy, step_id: UUID) -> StudyStep:
    """Do again what the viewer undid last, which must be the one that they saw. Raises as `undo`."""
    return _turn(opened, next_redo(opened), step_id, back=False)


def _turn(opened: OpenedStudy, step: StudyStep | None, step_id: UUID, *, back: bool) -> StudyStep:
    opened.needs(Need.CODE)
    if step is None:
        raise Refused({"": _("There is nothing to undo.") if back else _("There is nothing to do again.")})
    if step.id != step_id:
        raise Refused({"": _("Something else was done since. Look again, then choose.")})
    try:
        with transaction.atomic():
            if any(change["table"] == "code" for change in step.changes):
                hold_tree(opened)
            themes = [UUID(one["id"]) for one in step.changes if one["table"] == "theme" and "id" in one]
            if themes:
                hold_themes(opened)
            for change in reversed(step.changes) if back else step.changes:
                _turn_one(opened, change, back=back)
            no_circle(opened, themes)
            step.undone_at = timezone.now() if back else None
            step.save(update_fields=["undone_at"])
    except IntegrityError:
        raise Refused(
            {"": _("What stood there has been taken by something else since, so this cannot be turned back.")}
        ) from None
    return step


def _turn_one(opened: OpenedStudy, change: dict[str, Any], *, back: bool) -> None:
    if change["table"] == "text":
        turn_text(opened, change, back=back)
        return
    now, then = ("after", "before") if back else ("before", "after")
    model = TABLES[change["table"]]
    rows = model._default_manager.filter(study_id=opened.study.id)
    if "ids" in change:
        _turn_many(opened, rows, change, now, then)
        return
    row = rows.select_for_update(of=("self",)).filter(pk=change["id"]).first()
    stands, wanted = change[now], change[then]
    if wanted is not None:
        _same_text(change, wanted)
    if stands is None:
        _bring_back(opened, model, row, wanted)
    elif row is None or not _same(row, stands):
        raise _built_on()
    elif wanted is None:
        _take_away(opened, row)
    else:
        put_state(row, wanted)
        touch(row, opened.me)
        row.save()


def _turn_many(
    opened: OpenedStudy, rows: models.QuerySet[Any], change: dict[str, Any], now: str, then: str
) -> None:
    column, ids = change["column"], change["ids"]
    turned = rows.filter(pk__in=ids, **{column: change[now]}).update(
        **{column: change[then]}, changed_at=timezone.now(), changed_by_id=opened.me
    )
    if turned != len(ids):
        raise _built_on()


def _bring_back(opened: OpenedStudy, model: type[models.Model], row: Any, wanted: dict[str, Any]) -> None:
    if row is None:
        row = model()
        put_state(row, wanted)
        if isinstance(row, AttributeValue) and not Attribute.objects.filter(pk=row.attribute_id).exists():
            raise _built_on()
        row.changed_by_id = opened.me
        row.save(force_insert=True)
    elif removable(model) and row.removed_at is not None:
        put_state(row, wanted)
        touch(row, opened.me)
        row.save()
    else:
        raise _built_on()


def _take_away(opened: OpenedStudy, row: Any) -> None:
    if isinstance(row, Code) and (
        Coding.objects.filter(code_id=row.id).exists()
        or codings_in_all([row.id])
        or Code.objects.filter(parent_id=row.id, removed_at__isnull=True).exists()
    ):
        raise Refused({"": _("Passages or other codes hang on “%(code)s” now.") % {"code": row.name}})
    if isinstance(row, Theme):
        can_go(row)
    if isinstance(row, Coding):
        nothing_rests_on([row.id])
    if removable(type(row)):
        row.removed_at = timezone.now()
        touch(row, opened.me)
        row.save()
    else:
        row.delete()


def _same_text(change: dict[str, Any], wanted: dict[str, Any]) -> None:
    """Raise Refused where a passage would come back to places that mean other words now."""
    text = change.get("text")
    if text is not None and not Source.objects.filter(pk=wanted["source_id"], text_version=text).exists():
        corrected = _("The text was corrected or struck since, so this passage cannot be put back by itself.")
        raise Refused({"": f"{corrected} {_('Nothing was changed.')}"})


def _same(row: models.Model, state: dict[str, Any]) -> bool:
    present = state_of(row)
    return all(present.get(name) == value for name, value in state.items())


def _built_on() -> Refused:
    words = _("This has been changed since, perhaps by somebody else, so it cannot be turned back.")
    return Refused({"": f"{words} {_('Nothing was changed.')}"})
