"""Taking a theme out of view, and putting it back. Both can be undone."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from ownwords.inquiry.access import Need, OpenedStudy
from ownwords.inquiry.actions.doing import Doing, locked
from ownwords.inquiry.actions.order import last_place
from ownwords.inquiry.actions.rows import state_of
from ownwords.inquiry.actions.themes_order import hold_themes
from ownwords.inquiry.models import FindingTheme, Theme
from ownwords.inquiry.queries.themes import themes_in_view
from ownwords.people.refusals import Refused


@transaction.atomic
def remove_theme(*, opened: OpenedStudy, theme_id: UUID, version: int) -> Theme:
    """Take a theme out of view, with what was chosen for it, until it is put back.

    Raises:
        NotFound, StaleEdit. Refused: other themes hang on it, or a finding rests on it.
    """
    opened.needs(Need.CODE)
    hold_themes(opened)
    theme = locked(opened, themes_in_view(opened), theme_id, version)
    if themes_in_view(opened).filter(parent_id=theme.id).exists():
        raise Refused({"": _("Other themes hang on this one. Move them first, or take them out of view.")})
    rests = FindingTheme.objects.filter(
        study_id=opened.study.id, theme_id=theme.id, finding__removed_at__isnull=True
    )
    if (first := rests.select_related("finding").first()) is not None:
        words = _("The finding “%(finding)s” rests on this theme. Take it off there first.")
        raise Refused({"": words % {"finding": first.finding.statement[:200]}})
    doing = Doing(opened, "theme_removed", theme.name)
    doing.take_away(theme)
    doing.keep()
    return theme


@transaction.atomic
def restore_theme(*, opened: OpenedStudy, theme_id: UUID, version: int) -> Theme:
    """Put a theme back, last among those beside it; at the top where what it hung below is gone.

    Raises:
        NotFound, StaleEdit.
    """
    opened.needs(Need.CODE)
    hold_themes(opened)
    theme = locked(opened, Theme.objects.filter(removed_at__isnull=False), theme_id, version)
    before = state_of(theme)
    theme.removed_at = None
    if theme.parent_id and not themes_in_view(opened).filter(pk=theme.parent_id).exists():
        theme.parent_id = None
    theme.position = last_place(themes_in_view(opened).filter(parent_id=theme.parent_id))
    doing = Doing(opened, "theme_restored", theme.name)
    doing.change(theme, before)
    doing.keep()
    return theme
