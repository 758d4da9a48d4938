"""The whole words of a text, to be corrected; and what replaces what may identify somebody."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _

from ownwords.inquiry.actions.correcting import MOST_WHY, Stands
from ownwords.inquiry.method.text.limits import USUAL
from ownwords.people.forms.fields import LineField, VersionField, WordsField


class CorrectForm(forms.Form):
    """The words, and why they are corrected. ``version`` is that of the text."""

    words = WordsField(rows=24, most=USUAL.characters)
    why = LineField(required=False, most=MOST_WHY)
    version = VersionField()

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["words"].label = _("The words of the text")
        self.fields["why"].label = _("Why is it corrected?")

    def values_of(self, stands: Stands) -> dict[str, Any]:
        """Return what stands there now, for the choice between two."""
        return {"words": stands.words}
