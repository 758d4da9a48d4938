"""What is typed about passages chosen for a theme: what they do for it, and a note."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext as _

from ownwords.inquiry.actions.themes_extracts import MOST_NOTE
from ownwords.inquiry.models import Stands, ThemeExtract
from ownwords.inquiry.queries.themes import Shown
from ownwords.people.forms.fields import ChosenField, WordsField
from ownwords.people.forms.sight import Tokens


class ExtractForm(Tokens):
    """What a passage does for a theme, and why."""

    def __init__(self, *args: Any, extract: ThemeExtract | None = None, **options: Any) -> None:
        super().__init__(*args, **options)
        if extract is not None:
            self.initial = {**self.values_of(extract), "version": extract.version, **self.initial}
        self.fields["stands"] = ChosenField(
            label=_("What does the passage do?"), choices=Stands.choices, initial=Stands.FOR
        )
        self.fields["note"] = WordsField(label=_("Note"), required=False, rows=3, most=MOST_NOTE)
        self.order_fields(["note", "stands"])

    @staticmethod
    def values_of(extract: ThemeExtract) -> dict[str, Any]:
        """Return what the fields hold for a passage as it stands now."""
        return {"note": extract.note, "stands": extract.stands}


class ForThemeForm(ExtractForm):
    """The same for one passage, with the theme that it is chosen for."""

    def __init__(self, *args: Any, themes: Sequence[Shown], **options: Any) -> None:
        super().__init__(*args, **options)
        choices = [(str(one.theme.id), "– " * one.depth + one.theme.name) for one in themes]
        self.fields["theme"] = ChosenField(
            label=_("Which theme?"), choices=choices, widget=forms.Select,
            error_messages=dict.fromkeys(("required", "invalid_choice"), _("Choose a theme from the list.")),
        )  # fmt: skip

    def to_theme(self) -> UUID:
        """Return the theme that was chosen."""
        return UUID(self.cleaned_data["theme"])
