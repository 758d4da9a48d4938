"""Findings and the elements of practice that they speak to, read from the links of the study."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.models import Finding
from ownwords.ledger.queries import links_about
from ownwords.people.method.practice import Element, Group, practice

FINDING, SPEAKS_TO, PRACTICE = "finding", "speaks_to", "practice"


@dataclass(frozen=True, slots=True)
class OfElement:
    """One element of practice and the findings in view that speak to it, in the study's own order."""

    element: Element
    findings: list[Finding]


@dataclass(frozen=True, slots=True)
class OfGroup:
    """Elements that belong together: those that findings speak to, and those that nothing speaks to yet."""

    group: Group
    spoken_to: list[OfElement]
    not_yet: list[Element]


def links_of(opened: OpenedStudy, findings: Collection[UUID]) -> dict[UUID, set[UUID]]:
    """Return for each finding the ids of the elements that it speaks to (one query)."""
    rows = links_about(opened.study.id).filter(
        from_kind=FINDING, from_id__in=findings, relation=SPEAKS_TO, to_kind=PRACTICE
    )
    found: dict[UUID, set[UUID]] = {}
    for one, element in rows.order_by().values_list("from_id", "to_id"):
        found.setdefault(one, set()).add(element)
    return found


def elements_of(opened: OpenedStudy, findings: Collection[UUID]) -> dict[UUID, tuple[Element, ...]]:
    """Return for each finding that speaks to any the elements, in their order (one query)."""
    return {one: practice().named(ids) for one, ids in links_of(opened, findings).items()}


def by_practice(opened: OpenedStudy) -> list[OfGroup]:
    """Return every element with the findings that speak to it, group by group (two queries).

    Nothing is counted and nothing stands above another for having more: the order is that of the elements.
    """
    here = Finding.objects.filter(study_id=opened.study.id, removed_at__isnull=True)
    findings = list(here.order_by("position", "id"))
    links = links_of(opened, [one.id for one in findings]) if findings else {}
    speaking = {
        element.uuid: [one for one in findings if element.uuid in links.get(one.id, ())]
        for element in practice().elements
    }
    return [
        OfGroup(
            group,
            [
                OfElement(one, speaking[one.uuid])
                for one in practice().of_group(group.key)
                if speaking[one.uuid]
            ],
            [one for one in practice().of_group(group.key) if not speaking[one.uuid]],
        )
        for group in practice().groups
    ]
