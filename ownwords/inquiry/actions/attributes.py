"""What participants can be described by: a new attribute, another name for one, another kind of value."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from ownwords.inquiry.access import Need, OpenedStudy
from ownwords.inquiry.actions.doing import locked, touch
from ownwords.inquiry.actions.once import kept_once
from ownwords.inquiry.actions.order import last_place
from ownwords.inquiry.method.attribute_values import NotOfKind, as_kept
from ownwords.inquiry.models import Attribute, AttributeKind, AttributeValue, Study
from ownwords.ledger.actions import note_act
from ownwords.ledger.ids import Ref
from ownwords.ledger.verbs import Verb
from ownwords.people import rules
from ownwords.people.refusals import Refused

MOST_NAME = 120


@dataclass(frozen=True, slots=True)
class Named:
    """An attribute: its name, and what its values are."""

    name: str
    kind: str = AttributeKind.WORDS

    def put_into(self, attribute: Attribute, opened: OpenedStudy) -> None:
        """Write it into a row. Raises Refused: field -> what does not fit."""
        attribute.name = " ".join(rules.own_words(self.name, field="name", most=MOST_NAME).split())
        attribute.kind = rules.one_of(self.kind, AttributeKind.values, field="kind")
        here = Attribute.objects.filter(study_id=opened.study.id, name__iexact=attribute.name)
        before = here.exclude(pk=attribute.pk).first()
        if before is not None and (attribute.submission is None or before.submission != attribute.submission):
            raise Refused({"name": _("There is one of this name already.")})


def add_attribute(*, opened: OpenedStudy, named: Named, submission: UUID | None = None) -> Attribute:
    """Add an attribute after those that are there. Raises NotFound, Refused."""
    opened.needs(Need.CODE)
    attribute = Attribute(study=opened.study, made_by_id=opened.me, submission=submission)
    named.put_into(attribute, opened)

    def keep() -> Attribute:
        Study.objects.select_for_update().get(pk=opened.study.id)
        attribute.position = last_place(Attribute.objects.filter(study_id=opened.study.id))
        attribute.save(force_insert=True)
        _note(opened, attribute)
        return attribute

    return kept_once(opened, Attribute, submission, keep, lambda before: before.name == attribute.name)


@transaction.atomic
def change_attribute(*, opened: OpenedStudy, attribute_id: UUID, version: int, named: Named) -> Attribute:
    """Name an attribute differently, or say that its values are of another kind.

    Raises:
        NotFound, StaleEdit. Refused: a value that stands there could not be of that kind.
    """
    opened.needs(Need.CODE)
    attribute = locked(opened, Attribute.objects.all(), attribute_id, version)
    kind = attribute.kind
    named.put_into(attribute, opened)
    if attribute.kind != kind:
        _all_fit(attribute)
    touch(attribute, opened.me)
    attribute.save()
    _note(opened, attribute)
    return attribute


def _all_fit(attribute: Attribute) -> None:
    for value in AttributeValue.objects.filter(attribute=attribute).values_list("value", flat=True):
        try:
            fits = as_kept(attribute.kind, value) == value
        except NotOfKind:
            fits = False
        if not fits:
            words = _("“%(value)s” stands there already, and is not of this kind. Change it first.")
            raise Refused({"kind": words % {"value": value}})


def _note(opened: OpenedStudy, attribute: Attribute) -> None:
    thing, after = Ref("study", opened.study.id), {"name": attribute.name, "kind": attribute.kind}
    note_act(verb=Verb.STUDY_ATTRIBUTE_KEPT, **opened.signature, thing=thing, after=after)
