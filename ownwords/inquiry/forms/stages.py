"""What a stage is called, and when it began."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from ownwords.inquiry.actions.stages import MOST_NAME, Begun
from ownwords.inquiry.models import Stage
from ownwords.people.forms.fields import DatePartsField, LineField
from ownwords.people.forms.sight import Tokens


class StageForm(Tokens):
    """One stage of the analysis."""

    def __init__(self, *args: Any, stage: Stage | None = None, **options: Any) -> None:
        super().__init__(*args, **options)
        if stage is not None:
            first = {"name": stage.name, "began_on": stage.began_on, "version": stage.version}
            self.initial = {**first, **self.initial}
        self.fields["name"] = LineField(label=_("What do you call this stage?"), most=MOST_NAME)
        self.fields["began_on"] = DatePartsField(
            label=_("When did it begin?"), required=False, help_text=_("Left empty, it has not begun yet.")
        )

    def to_begun(self) -> Begun:
        """Return what was said, for the action."""
        return Begun(self.cleaned_data["name"], self.cleaned_data["began_on"])
