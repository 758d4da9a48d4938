"""The map of themes: which boxes it has, in the words of the page."""

from __future__ import annotations

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.method.theme_map.layout import Entry, Named, Picture, layout
from ownwords.inquiry.queries.codes import codebook, told_apart
from ownwords.inquiry.queries.theme_members import codes_by_theme
from ownwords.inquiry.queries.themes import tree_of_themes


def map_entries(opened: OpenedStudy) -> list[Entry]:
    """Return the themes that stand, with their codes, in the order of the tree (four queries)."""
    codes, called = codes_by_theme(opened), told_apart(codebook(opened, counted=False))
    return [
        Entry(
            str(one.theme.id), one.theme.name, one.depth, str(one.theme.get_status_display()),
            tuple(Named(str(code.id), called[code.id]) for code in codes.get(one.theme.id, ())),
        )
        for one in tree_of_themes(opened)
    ]  # fmt: skip


def picture_of(opened: OpenedStudy) -> Picture:
    """Return the map as it is drawn: on its page, as a file, and in a report."""
    return layout(map_entries(opened))
