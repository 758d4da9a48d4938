"""Stages of the analysis: what a team calls them, and the day each began. Each change can be undone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction

from ownwords.inquiry.access import Need, OpenedStudy
from ownwords.inquiry.actions.doing import Doing, locked
from ownwords.inquiry.actions.once import kept_once
from ownwords.inquiry.actions.rows import state_of
from ownwords.inquiry.models import Stage
from ownwords.inquiry.queries.stages import stages_of
from ownwords.people import rules
from ownwords.people.actions.keeping import day_that_was

MOST_NAME = 80


@dataclass(frozen=True, slots=True)
class Begun:
    """What a stage is called, and the day it began; None: it has not begun yet."""

    name: str
    began_on: date | None = None

    def put_into(self, stage: Stage) -> None:
        """Write it into a row. Raises Refused: field -> what does not fit."""
        stage.name = " ".join(rules.own_words(self.name, field="name", most=MOST_NAME).split())
        stage.began_on = self.began_on and day_that_was(self.began_on, field="began_on")


def add_stage(*, opened: OpenedStudy, begun: Begun, submission: UUID | None = None) -> Stage:
    """Add a stage, last of all. Raises NotFound, Refused."""
    opened.needs(Need.CODE)
    stage = Stage(study=opened.study, made_by_id=opened.me, submission=submission)
    begun.put_into(stage)

    def keep() -> Stage:
        stage.position = stages_of(opened).count()
        doing = Doing(opened, "stage_made", stage.name)
        doing.make(stage)
        doing.keep()
        return stage

    return kept_once(opened, Stage, submission, keep, lambda before: before.name == stage.name)


@transaction.atomic
def change_stage(*, opened: OpenedStudy, stage_id: UUID, version: int, begun: Begun) -> Stage:
    """Call a stage otherwise, or say when it began. Raises NotFound, StaleEdit, Refused."""
    opened.needs(Need.CODE)
    stage = locked(opened, stages_of(opened), stage_id, version)
    before = state_of(stage)
    begun.put_into(stage)
    doing = Doing(opened, "stage_changed", stage.name)
    doing.change(stage, before)
    doing.keep()
    return stage


@transaction.atomic
def remove_stage(*, opened: OpenedStudy, stage_id: UUID, version: int) -> Stage:
    """Take a stage out of view; what was done in it stays. Raises NotFound, StaleEdit."""
    opened.needs(Need.CODE)
    stage = locked(opened, stages_of(opened), stage_id, version)
    doing = Doing(opened, "stage_removed", stage.name)
    doing.take_away(stage)
    doing.keep()
    return stage
