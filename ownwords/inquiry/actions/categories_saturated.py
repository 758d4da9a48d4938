"""Saturation of a category: a person's judgement with its day and its reason, which can be taken back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction

from ownwords.inquiry.access import Need, OpenedStudy
from ownwords.inquiry.actions.categories import keep, locked_category
from ownwords.inquiry.actions.rows import state_of
from ownwords.inquiry.models import Category
from ownwords.people import rules
from ownwords.people.actions.keeping import day_that_was

MOST_REASON = 5_000


@dataclass(frozen=True, slots=True)
class Judged:
    """Since when a category is held to be saturated, and why; no day: today."""

    reason: str
    on: date | None = None


@transaction.atomic
def judge_saturated(*, opened: OpenedStudy, category_id: UUID, version: int, judged: Judged) -> Category:
    """Say that a category is saturated, and why. Raises NotFound, StaleEdit. Refused: no reason, a day to come."""
    opened.needs(Need.CODE)
    category = locked_category(opened, category_id, version)
    before = state_of(category)
    category.saturation = rules.own_words(judged.reason, field="reason", most=MOST_REASON)
    category.saturated_on = day_that_was(judged.on, field="on")
    keep(opened, "category_saturated", category, before)
    return category


@transaction.atomic
def take_judgement_back(*, opened: OpenedStudy, category_id: UUID, version: int) -> Category:
    """Say that it is not, or no longer; the reason stays readable in the versions. Raises NotFound, StaleEdit."""
    opened.needs(Need.CODE)
    category = locked_category(opened, category_id, version)
    before = state_of(category)
    category.saturated_on, category.saturation = None, ""
    keep(opened, "category_not_saturated", category, before)
    return category
