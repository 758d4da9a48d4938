"""Themes: a new one, saying what one is, how far it has come and where it hangs. Each can be undone."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from ownwords.inquiry.access import Need, OpenedStudy
from ownwords.inquiry.actions.doing import Doing, locked
from ownwords.inquiry.actions.order import last_place
from ownwords.inquiry.actions.rows import state_of
from ownwords.inquiry.actions.themes_order import hold_themes
from ownwords.inquiry.method.tree import below
from ownwords.inquiry.models import Theme, ThemeStatus
from ownwords.inquiry.queries.themes import nodes_of, themes_in_view
from ownwords.people import rules
from ownwords.people.actions.keeping import nothing_different
from ownwords.people.actions.sent_again import sent_before
from ownwords.people.refusals import Refused

MOST_NAME, MOST_WORDS = 200, 5_000


@dataclass(frozen=True, slots=True)
class Said:
    """What a theme says of itself, how far it has come, and what it hangs below (None: at the top)."""

    name: str
    statement: str = ""
    scope: str = ""
    status: str = ThemeStatus.CANDIDATE
    parent_id: UUID | None = None

    def put_into(self, theme: Theme) -> None:
        """Write it into a row, but for where it hangs. Raises Refused: field -> what does not fit."""
        theme.name = " ".join(rules.own_words(self.name, field="name", most=MOST_NAME).split())
        for part in ("statement", "scope"):
            words = rules.own_words(getattr(self, part), field=part, needed=False, most=MOST_WORDS)
            setattr(theme, part, words)
        theme.status = rules.one_of(self.status, ThemeStatus.values, field="status")
        if theme.status == ThemeStatus.NAMED and not theme.statement:
            words = _("A theme that is defined and named says in a sentence what its idea is.")
            raise Refused({"statement": words})


def make_theme(*, opened: OpenedStudy, said: Said, submission: UUID | None = None) -> Theme:
    """Make a theme, last among those beside it. Sent twice it is kept once.

    Raises:
        NotFound: not who codes, or no such parent. Refused: something does not fit.
    """
    opened.needs(Need.CODE)
    theme = Theme(study=opened.study, made_by_id=opened.me, changed_by_id=opened.me, submission=submission)
    said.put_into(theme)
    with transaction.atomic():
        hold_themes(opened)
        before = Theme.objects.filter(study_id=opened.study.id, submission=submission).first()
        if submission and before is not None:
            if before.name != theme.name:
                raise sent_before()
            return before
        theme.parent_id = _parent(opened, said)
        theme.position = last_place(themes_in_view(opened).filter(parent_id=theme.parent_id))
        doing = Doing(opened, "theme_made", theme.name)
        doing.make(theme)
        doing.keep()
    return theme


@transaction.atomic
def change_theme(*, opened: OpenedStudy, theme_id: UUID, version: int, said: Said) -> Theme:
    """Say differently what a theme is, how far it has come, or what it hangs below.

    Raises:
        NotFound, StaleEdit. Refused: something does not fit, it would hang below itself, or nothing is different.
    """
    opened.needs(Need.CODE)
    hold_themes(opened)
    theme = locked(opened, themes_in_view(opened), theme_id, version)
    before = state_of(theme)
    said.put_into(theme)
    parent_id = _parent(opened, said)
    if parent_id != theme.parent_id:
        if parent_id and (
            parent_id == theme.id or parent_id in below(nodes_of(themes_in_view(opened)), theme.id)
        ):
            raise Refused({"parent": _("A theme cannot hang below itself. Choose another place.")})
        theme.parent_id = parent_id
        theme.position = last_place(themes_in_view(opened).filter(parent_id=parent_id).exclude(pk=theme.pk))
    doing = Doing(opened, "theme_changed", theme.name)
    if not doing.change(theme, before):
        raise nothing_different()
    doing.keep()
    return theme


@transaction.atomic
def drop_theme(*, opened: OpenedStudy, theme_id: UUID, version: int) -> Theme:
    """Drop a theme: it stays where it can be read, with its codes and passages. Raises NotFound, StaleEdit, Refused."""
    opened.needs(Need.CODE)
    theme = locked(opened, themes_in_view(opened), theme_id, version)
    before = state_of(theme)
    theme.status = ThemeStatus.DROPPED
    doing = Doing(opened, "theme_dropped", theme.name)
    if not doing.change(theme, before):
        raise nothing_different()
    doing.keep()
    return theme


def _parent(opened: OpenedStudy, said: Said) -> UUID | None:
    return said.parent_id and locked(opened, themes_in_view(opened), said.parent_id, None).id
