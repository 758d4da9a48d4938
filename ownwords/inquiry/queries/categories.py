"""Categories of a study: codes that have become one, the core first."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Count, Q, QuerySet

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.method.tree import below
from ownwords.inquiry.models import Category, Code
from ownwords.inquiry.queries.codes import codebook, codes_in_view, nodes_of
from ownwords.people.access import NotFound


def categories_of(opened: OpenedStudy) -> QuerySet[Category]:
    """Return the categories, the core first, then by name; `with_properties`: how many properties each has."""
    there = Q(properties__removed_at__isnull=True)
    found = Category.objects.filter(study_id=opened.study.id, removed_at__isnull=True).select_related("code")
    counted = found.annotate(with_properties=Count("properties", filter=there))
    return counted.order_by("-core", "code__folded", "id")


def category_of(opened: OpenedStudy, code_id: UUID) -> Category | None:
    """Return the category that a code has become, or None."""
    return categories_of(opened).filter(code_id=code_id).first()


def categories_of_codes_in_view(opened: OpenedStudy) -> list[Category]:
    """Return the categories whose code is not out of view, the core first."""
    return list(categories_of(opened).filter(code__removed_at__isnull=True))


def open_category(opened: OpenedStudy, category_id: UUID) -> Category:
    """Return one category. Raises NotFound."""
    category = categories_of(opened).filter(pk=category_id).first()
    if category is None:
        raise NotFound
    return category


def codes_under(opened: OpenedStudy, category: Category) -> list[Code]:
    """Return the codes whose passages belong to a category: its own and all below it (two queries)."""
    ids = {category.code_id, *below(nodes_of(opened), category.code_id)}
    found = codes_in_view(opened).filter(pk__in=ids).order_by("folded", "id")
    return sorted(found, key=lambda one: one.id != category.code_id)


def codes_to_take(opened: OpenedStudy) -> list[tuple[str, str]]:
    """Return the codes in view that are no category yet, as (id, name) in the order of the tree (two queries)."""
    taken = set(categories_of(opened).values_list("code_id", flat=True))
    return [
        (str(one.code.id), "– " * one.depth + one.code.name)
        for one in codebook(opened, counted=False)
        if one.code.id not in taken
    ]
