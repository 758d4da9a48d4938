"""What a theme or a property rests on does not vanish beneath it: it is refused, or goes along."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.actions.doing import Doing
from ownwords.inquiry.actions.rows import state_of
from ownwords.inquiry.models import Coding, Incident, Stands, Theme, ThemeCode, ThemeExtract
from ownwords.inquiry.queries.themes import themes_in_view
from ownwords.people.refusals import Refused


def nothing_rests_on(codings: Any) -> None:
    """Raise Refused where one of these passages was chosen for a theme, or is an incident of a property.

    Args:
        codings: their ids, or a query for these.
    """
    extract = (
        ThemeExtract.objects.filter(coding_id__in=codings).select_related("theme").order_by("id").first()
    )
    if extract is not None:
        said = {
            Stands.FOR: _("This passage speaks for the theme “%(theme)s”."),
            Stands.AGAINST: _("This passage speaks against the theme “%(theme)s”."),
        }[Stands(extract.stands)] % {"theme": extract.theme.name}
        out = _("That theme is out of view: put it back, and take the passage out there first.")
        there = _("Take it out there first, then take the code off.")
        raise Refused({"": f"{said} {out if extract.theme.removed_at else there}"})
    rows = Incident.objects.filter(coding_id__in=codings).select_related("property")
    if (incident := rows.order_by("id").first()) is not None:
        words = _(
            "This passage is an incident of “%(property)s”. Take it out there first, then take the code off."
        )
        raise Refused({"": words % {"property": incident.property.name}})


def can_go(theme: Theme) -> None:
    """Raise Refused where undoing would take a theme away on which others have built."""
    hanging = Theme.objects.filter(parent_id=theme.id, removed_at__isnull=True).exists()
    if hanging or theme.members.exists() or theme.extracts.exists() or theme.findings.exists():
        words = _("Other themes, codes, passages or findings hang on “%(theme)s” now.")
        raise Refused({"": words % {"theme": theme.name}})


def no_circle(opened: OpenedStudy, theme_ids: Collection[UUID]) -> None:
    """Raise Refused where one of these themes would hang below itself."""
    parents = dict(themes_in_view(opened).values_list("id", "parent_id"))
    for one in theme_ids:
        seen, at = set[UUID](), parents.get(one)
        while at is not None and at not in seen:
            if at == one:
                raise Refused({"": _("A theme would hang below itself then. Nothing was changed.")})
            seen.add(at)
            at = parents.get(at)


def themes_follow(doing: Doing, code_id: UUID, into_id: UUID) -> None:
    """Let the code that stays belong to every theme of the one that goes into it."""
    there = set(ThemeCode.objects.filter(code_id=into_id).values_list("theme_id", flat=True))
    for row in ThemeCode.objects.filter(code_id=code_id, study_id=doing.opened.study.id):
        if row.theme_id in there:
            doing.take_away(row)
            continue
        before = state_of(row)
        row.code_id = into_id
        doing.change(row, before)


def chosen_follow(doing: Doing, going: Sequence[Coding], into_id: UUID) -> None:
    """Let what was chosen of passages that go twice rest on the passage that stays.

    Raises:
        Refused: the two say different things of one passage, so that somebody has to decide first.
    """
    by_id = {one.id: one for one in going}
    extracts = ThemeExtract.objects.filter(coding_id__in=by_id).select_related("theme")
    for extract in extracts:
        stays = _staying(by_id[extract.coding_id], into_id)
        other = ThemeExtract.objects.filter(theme_id=extract.theme_id, coding_id=stays).first()
        if other is not None and other.stands != extract.stands:
            words = _(
                "Under both codes one passage was chosen, once for the theme “%(theme)s” and once against it."
            )
            decide = _("Take one of them out there first.")
            raise Refused({"into": f"{words % {'theme': extract.theme.name}} {decide}"})
        _follow(doing, extract, other, stays)
    for incident in Incident.objects.filter(coding_id__in=by_id).select_related("property"):
        stays = _staying(by_id[incident.coding_id], into_id)
        same = Incident.objects.filter(property_id=incident.property_id, coding_id=stays).first()
        if same is not None and same.place != incident.place:
            words = _("Under both codes one passage is an incident of “%(property)s”, at two places.")
            decide = _("Take one of them out there first.")
            raise Refused({"into": f"{words % {'property': incident.property.name}} {decide}"})
        _follow(doing, incident, same, stays)


def _staying(twice: Coding, into_id: UUID) -> UUID:
    rows = Coding.objects.filter(
        code_id=into_id, source_id=twice.source_id, start=twice.start, end=twice.end, coder_id=twice.coder_id,
        brought_by=twice.brought_by,
    )  # fmt: skip
    return rows.order_by("id").values_list("id", flat=True)[0]


def _follow(
    doing: Doing, going: ThemeExtract | Incident, other: ThemeExtract | Incident | None, stays: UUID
) -> None:
    """Point a row at the passage that stays; where one is there already, that one keeps both notes."""
    before = state_of(going if other is None else other)
    if other is None:
        going.coding_id = stays
        doing.change(going, before)
        return
    notes = [one.note for one in (other, going) if one.note]
    other.note = "\n\n".join(dict.fromkeys(notes))
    doing.change(other, before)
    doing.take_away(going)
