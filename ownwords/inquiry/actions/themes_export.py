"""Taking the map of themes away as a file. That it was done is kept; the file is stored nowhere."""

from __future__ import annotations

from django.db import transaction

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.actions.taking import note_taken
from ownwords.inquiry.method.theme_map.layout import Picture
from ownwords.inquiry.presenters.theme_map import picture_of


@transaction.atomic
def export_map(*, opened: OpenedStudy) -> Picture:
    """Return the map of themes, and keep that it was taken away."""
    note_taken(opened.study, opened.signature, "theme map", "svg")
    return picture_of(opened)
