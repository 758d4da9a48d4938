"""Choosing coded passages for a theme, or against it; saying so differently; taking one out. Each can be undone."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from ownwords.inquiry.access import Need, OpenedStudy
from ownwords.inquiry.actions.doing import Doing, locked
from ownwords.inquiry.actions.order import last_place
from ownwords.inquiry.actions.rows import state_of
from ownwords.inquiry.actions.themes_order import hold_themes
from ownwords.inquiry.models import Stands, Theme, ThemeExtract
from ownwords.inquiry.queries.sight import visible_codings
from ownwords.inquiry.queries.theme_extracts import extracts_seen
from ownwords.inquiry.queries.themes import themes_in_view
from ownwords.people.access import NotFound
from ownwords.people.actions.keeping import nothing_different
from ownwords.people.refusals import Refused
from ownwords.people.rules import one_of, own_words

MOST_NOTE = 5_000


@transaction.atomic
def choose_passages(
    *, opened: OpenedStudy, theme_id: UUID, codings: Sequence[UUID], stands: str, note: str = ""
) -> Theme:
    """Choose passages as speaking for a theme, or against it. One that was chosen already stays as it is.

    Raises:
        NotFound: not who codes, or no such theme in view. Refused: no passage is chosen, one is gone, or all are there.
    """
    opened.needs(Need.CODE)
    stands = one_of(stands, Stands.values, field="stands")
    note = own_words(note, field="note", needed=False, most=MOST_NOTE)
    hold_themes(opened)
    theme = locked(opened, themes_in_view(opened), theme_id, None)
    wanted = _held(opened, codings)
    here = ThemeExtract.objects.filter(study_id=opened.study.id, theme_id=theme.id)
    already = set(here.filter(coding_id__in=wanted).values_list("coding_id", flat=True))
    fresh = [one for one in wanted if one not in already]
    if not fresh:
        raise Refused({"passages": _("This has been chosen for the theme already. You can change it there.")})
    first = last_place(here.filter(stands=stands))
    doing = Doing(opened, "extract_chosen" if stands == Stands.FOR else "extract_against", theme.name)
    doing.make_many(
        [
            ThemeExtract(
                study_id=opened.study.id, theme=theme, coding_id=coding, stands=stands, note=note,
                position=first + n, made_by_id=opened.me, changed_by_id=opened.me,
            )
            for n, coding in enumerate(fresh)
        ]
    )  # fmt: skip
    doing.keep()
    return theme


def _held(opened: OpenedStudy, codings: Sequence[UUID]) -> list[UUID]:
    """Return passages, each once, held so that nobody takes the code off one while it is chosen."""
    wanted = list(dict.fromkeys(codings))
    if not wanted:
        raise Refused({"passages": _("Choose at least one passage.")})
    there = visible_codings(opened).filter(pk__in=wanted).select_for_update(no_key=True, of=("self",))
    if len(there) != len(wanted):
        raise Refused({"passages": _("One of these passages is not there any more. Look again.")})
    return wanted


@transaction.atomic
def change_extract(
    *, opened: OpenedStudy, theme_id: UUID, extract_id: UUID, version: int, stands: str, note: str
) -> ThemeExtract:
    """Say differently what a passage does for a theme. Raises NotFound, StaleEdit, Refused."""
    opened.needs(Need.CODE)
    hold_themes(opened)
    extract = _locked(opened, theme_id, extract_id, version)
    before = state_of(extract)
    stands = one_of(stands, Stands.values, field="stands")
    if stands != extract.stands:
        beside = ThemeExtract.objects.filter(theme_id=theme_id, stands=stands)
        extract.position = last_place(beside)
    extract.stands = stands
    extract.note = own_words(note, field="note", needed=False, most=MOST_NOTE)
    doing = Doing(opened, "extract_changed", extract.theme.name)
    if not doing.change(extract, before):
        raise nothing_different()
    doing.keep()
    return extract


@transaction.atomic
def take_out_extract(*, opened: OpenedStudy, theme_id: UUID, extract_id: UUID, version: int) -> ThemeExtract:
    """Take a passage out of a theme; its coding stays. Raises NotFound, StaleEdit."""
    opened.needs(Need.CODE)
    extract = _locked(opened, theme_id, extract_id, version)
    doing = Doing(opened, "extract_taken_out", extract.theme.name)
    doing.take_away(extract)
    doing.keep()
    return extract


def _locked(opened: OpenedStudy, theme_id: UUID, extract_id: UUID, version: int) -> ThemeExtract:
    rows = extracts_seen(opened).filter(theme_id=theme_id, theme__removed_at__isnull=True)
    if not rows.filter(pk=extract_id).exists():
        raise NotFound
    return locked(opened, rows.select_related("theme"), extract_id, version)
