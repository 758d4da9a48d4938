"""Relations between categories: condition, action, consequence, other, and why. Each change can be undone."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from ownwords.inquiry.access import Need, OpenedStudy
from ownwords.inquiry.actions.categories import in_view
from ownwords.inquiry.actions.doing import Doing, locked
from ownwords.inquiry.actions.once import kept_once
from ownwords.inquiry.actions.rows import state_of
from ownwords.inquiry.models import Relation, RelationKind
from ownwords.people import rules
from ownwords.people.actions.holding import hold
from ownwords.people.refusals import Refused

MOST_WORDS = 5_000


@dataclass(frozen=True, slots=True)
class Related:
    """One category is something to another, and why."""

    of: UUID
    to: UUID
    kind: str
    words: str = ""

    def put_into(self, row: Relation, opened: OpenedStudy) -> None:
        """Write it into a row. Raises Refused: field -> what does not fit."""
        known = set(in_view(opened).values_list("id", flat=True))
        for field, one in (("of", self.of), ("to", self.to)):
            if one not in known:
                raise Refused({field: _("Choose one of the categories in the list.")})
        if self.of == self.to:
            raise Refused({"to": _("Choose another category; one is not related to itself.")})
        row.kind = rules.one_of(self.kind, RelationKind.values, field="kind")
        row.words = rules.own_words(self.words, field="words", needed=False, most=MOST_WORDS)
        row.of_id, row.to_id = self.of, self.to
        same = Relation.objects.filter(of_id=self.of, to_id=self.to, kind=row.kind, removed_at__isnull=True)
        other = same.exclude(pk=row.pk).first()
        if other is not None and (row.submission is None or other.submission != row.submission):
            raise Refused({"kind": _("This relation stands there already.")})


@transaction.atomic
def relate(*, opened: OpenedStudy, related: Related, submission: UUID | None = None) -> Relation:
    """Say what one category is to another. Raises NotFound, Refused."""
    opened.needs(Need.CODE)
    hold("relations", opened.study.id)
    row = Relation(study=opened.study, made_by_id=opened.me, submission=submission)
    related.put_into(row, opened)

    def keep() -> Relation:
        doing = Doing(opened, "relation_made", _named(row))
        doing.make(row)
        doing.keep()
        return row

    return kept_once(opened, Relation, submission, keep, lambda before: before.kind == row.kind)


@transaction.atomic
def change_relation(*, opened: OpenedStudy, relation_id: UUID, version: int, related: Related) -> Relation:
    """Say otherwise what one is to the other, or why. Raises NotFound, StaleEdit, Refused."""
    opened.needs(Need.CODE)
    hold("relations", opened.study.id)
    row = _locked(opened, relation_id, version)
    before = state_of(row)
    related.put_into(row, opened)
    doing = Doing(opened, "relation_changed", _named(row))
    doing.change(row, before)
    doing.keep()
    return row


@transaction.atomic
def remove_relation(*, opened: OpenedStudy, relation_id: UUID, version: int) -> Relation:
    """Take a relation out of view. Raises NotFound, StaleEdit."""
    opened.needs(Need.CODE)
    row = _locked(opened, relation_id, version)
    doing = Doing(opened, "relation_removed", _named(row))
    doing.take_away(row)
    doing.keep()
    return row


def _locked(opened: OpenedStudy, relation_id: UUID, version: int) -> Relation:
    shown = {"removed_at": None, "of__removed_at": None, "to__removed_at": None}
    return locked(opened, Relation.objects.filter(**shown), relation_id, version)


def _named(row: Relation) -> str:
    return f"{row.of.code.name} → {row.to.code.name}"
