"""Which words suggest which code."""

from __future__ import annotations

from uuid import UUID

from django.db.models import QuerySet

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.models import CodeRule
from ownwords.people.access import NotFound


def rules_of(opened: OpenedStudy) -> QuerySet[CodeRule]:
    """Return the rules in view whose codes are in view, by the names of the codes."""
    rules = CodeRule.objects.filter(
        study_id=opened.study.id, removed_at__isnull=True, code__removed_at__isnull=True
    )
    return rules.select_related("code").order_by("code__folded", "id")


def open_rule(opened: OpenedStudy, rule_id: UUID) -> CodeRule:
    """Return one rule. Raises NotFound."""
    rule = rules_of(opened).filter(pk=rule_id).first()
    if rule is None:
        raise NotFound
    return rule
