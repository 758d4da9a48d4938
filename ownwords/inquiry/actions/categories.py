"""Categories: made of codes, one of them the core. Each change can be undone."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from ownwords.inquiry.access import Need, OpenedStudy
from ownwords.inquiry.actions.doing import Doing, locked
from ownwords.inquiry.actions.rows import state_of
from ownwords.inquiry.models import Category
from ownwords.inquiry.queries.codes import codes_in_view
from ownwords.people.access import NotFound
from ownwords.people.actions.holding import hold
from ownwords.people.refusals import Refused


@transaction.atomic
def make_category(*, opened: OpenedStudy, code_id: UUID, submission: UUID | None = None) -> Category:
    """Make a code a category. One that was a category before comes back with its properties.

    A code that is a category already stays the one it is. Raises NotFound: no such code in view.
    """
    opened.needs(Need.CODE)
    code = codes_in_view(opened).filter(pk=code_id).first()
    if code is None:
        raise NotFound
    hold("categories", opened.study.id)
    before = Category.objects.filter(study_id=opened.study.id, code_id=code_id)
    there = before.filter(removed_at__isnull=True).first()
    if there is not None:
        return there
    doing = Doing(opened, "category_made", code.name)
    category = before.order_by("-changed_at").first()
    if category is not None:
        state = state_of(category)
        category.removed_at, category.core = None, False
        doing.change(category, state)
    else:
        category = Category(study=opened.study, made_by_id=opened.me, code=code, submission=submission)
        doing.make(category)
    doing.keep()
    return category


@transaction.atomic
def set_core(*, opened: OpenedStudy, category_id: UUID, version: int, core: bool) -> Category:
    """Make a category the core, or no longer. Raises NotFound, StaleEdit. Refused: another is the core."""
    opened.needs(Need.CODE)
    hold("categories", opened.study.id)
    category = locked_category(opened, category_id, version)
    other = in_view(opened).filter(core=True).exclude(pk=category.pk).select_related("code").first()
    if core and other is not None:
        words = _(
            "“%(code)s” is the core category of this study, and there is one core. Say first that it is not."
        )
        raise Refused({"": words % {"code": other.code.name}})
    before = state_of(category)
    category.core = core
    keep(opened, "category_core" if core else "category_not_core", category, before)
    return category


@transaction.atomic
def remove_category(*, opened: OpenedStudy, category_id: UUID, version: int) -> Category:
    """Take a category out of view; its code and passages stay. Raises NotFound, StaleEdit."""
    opened.needs(Need.CODE)
    category = locked_category(opened, category_id, version)
    doing = Doing(opened, "category_removed", category.code.name)
    doing.take_away(category)
    doing.keep()
    return category


def in_view(opened: OpenedStudy) -> QuerySet[Category]:
    """Return the categories of the study that are in view, as rows that can be locked."""
    return Category.objects.filter(study_id=opened.study.id, removed_at__isnull=True)


def locked_category(opened: OpenedStudy, category_id: UUID, version: int | None) -> Category:
    """Return one category, locked. Raises NotFound, StaleEdit."""
    return locked(opened, in_view(opened).select_related("code"), category_id, version)


def keep(opened: OpenedStudy, did: str, category: Category, before: dict[str, object]) -> None:
    """Keep what a category says now as a step; nothing where it says the same."""
    doing = Doing(opened, did, category.code.name)
    doing.change(category, before)
    doing.keep()
