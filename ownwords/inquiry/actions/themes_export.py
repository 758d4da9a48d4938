"""Taking the map of themes away as a file. That it was done is kept; the file is stored nowhere."""

from __future__ import annotations

from django.db import transaction

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.method.theme_map.layout import Picture
from ownwords.inquiry.presenters.theme_map import picture_of
from ownwords.ledger.actions import note_act
from ownwords.ledger.ids import Ref
from ownwords.ledger.verbs import Verb


@transaction.atomic
def export_map(*, opened: OpenedStudy) -> Picture:
    """Return the map of themes, and keep that it was taken away."""
    note_act(
        verb=Verb.STUDY_EXPORTED, **opened.signature, thing=Ref("study", opened.study.id),
        after={"what": "theme map", "form": "svg"},
    )  # fmt: skip
    return picture_of(opened)
