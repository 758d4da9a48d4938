"""The form of one cell of a chart: a summary, the passages that it rests on, or that there is nothing."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django import forms
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _

from ownwords.inquiry.actions.chart_cells import MOST_SUMMARY, Looked, Written
from ownwords.inquiry.models import ChartCell
from ownwords.people.forms.fields import SeveralField, WordsField
from ownwords.people.forms.sight import Tokens

MOST_SEEN = 1_000_000


class CellForm(Tokens):
    """What is written into a cell.

    Passages of a large cell that the page does not show (`unshown`) stay as they were.
    `looked` says when the passages were read and how many there were: what comes in while somebody writes makes their
    summary older than its passages, and never goes unseen.
    """

    looked = forms.CharField(required=False, max_length=60, widget=forms.HiddenInput)

    def __init__(
        self,
        *args: Any,
        passages: Sequence[tuple[UUID, str]],
        seen: int,
        unshown: Collection[Hashable] = (),
        cell: ChartCell | None = None,
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        self.initial = {"looked": f"{timezone.now().isoformat()} {seen}", **self.initial}
        self.kept = [one for one in cell.rests_on if one in unshown] if cell else []
        choices = [(str(one), words) for one, words in passages]
        if cell is not None:
            self.initial |= {**self.values_of(cell), "version": cell.version}
        self.fields["words"] = WordsField(
            label=_("Summary"), required=False, rows=8, most=MOST_SUMMARY,
            help_text=_("What they say about it, in your words; a few of theirs where these say it best."),
        )  # fmt: skip
        self.fields["nothing_found"] = forms.BooleanField(
            label=_("I looked, and there is nothing"), required=False
        )
        if choices:
            self.fields["rests_on"] = SeveralField(
                label=_("It rests on"), required=False, choices=choices, help_text=_("Tick the passages.")
            )

    def to_written(self) -> Written:
        """Return what was written, for the action."""
        typed = self.cleaned_data
        rests_on = [*(UUID(one) for one in typed.get("rests_on", ())), *self.kept]
        return Written(typed["words"], typed["nothing_found"], rests_on, _looked(typed.get("looked", "")))

    def values_of(self, cell: ChartCell) -> dict[str, Any]:
        """Return what stands there now, for the choice between two texts."""
        rests_on = [str(one) for one in cell.rests_on]
        return {"words": cell.summary, "nothing_found": cell.nothing_found, "rests_on": rests_on}


def _looked(written: str) -> Looked | None:
    """Return when and how many; None where it arrives broken, so that now counts."""
    moment, _blank, seen = written.partition(" ")
    try:
        at: datetime | None = parse_datetime(moment)
    except ValueError:
        return None
    if at is None or timezone.is_naive(at) or not seen.isdecimal() or len(seen) > len(str(MOST_SEEN)):
        return None
    return Looked(at, int(seen))
