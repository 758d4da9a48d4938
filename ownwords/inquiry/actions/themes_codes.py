"""Which codes belong to a theme: many put to it and taken off it in one step."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from ownwords.inquiry.access import Need, OpenedStudy
from ownwords.inquiry.actions.doing import Doing, locked
from ownwords.inquiry.actions.themes_order import hold_themes
from ownwords.inquiry.models import Theme, ThemeCode
from ownwords.inquiry.queries.codes import codes_in_view
from ownwords.inquiry.queries.theme_members import member_rows
from ownwords.inquiry.queries.themes import themes_in_view
from ownwords.people.actions.keeping import nothing_different
from ownwords.people.refusals import Refused


@transaction.atomic
def set_codes(
    *, opened: OpenedStudy, theme_id: UUID, codes: Collection[UUID], seen: Collection[UUID]
) -> Theme:
    """Put codes to a theme and take others off it.

    Args:
        codes: all that belong to it from now on, of those in view.
        seen: those that belonged to it when the page was opened, so that what another put to it since stays.

    Raises:
        NotFound: not who codes, or no such theme in view. Refused: a code has gone, or nothing is different.
    """
    opened.needs(Need.CODE)
    hold_themes(opened)
    theme = locked(opened, themes_in_view(opened), theme_id, None)
    here = {row.code_id: row for row in member_rows(opened).filter(theme_id=theme.id)}
    joining = sorted(set(codes) - set(seen) - set(here))
    leaving = [row for code, row in here.items() if code in set(seen) - set(codes)]
    if codes_in_view(opened).filter(pk__in=joining).count() != len(joining):
        raise Refused({"codes": _("One of these codes is not there any more. Look again.")})
    if not joining and not leaving:
        raise nothing_different("codes")
    doing = Doing(opened, "theme_codes_set", theme.name)
    doing.make_many([_member(opened, theme, code) for code in joining])
    for row in leaving:
        doing.take_away(row)
    doing.keep()
    return theme


def _member(opened: OpenedStudy, theme: Theme, code: UUID) -> ThemeCode:
    return ThemeCode(
        study_id=opened.study.id, theme=theme, code_id=code, made_by_id=opened.me, changed_by_id=opened.me
    )
