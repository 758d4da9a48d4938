"""What is typed about a theme: what it says, how far it has come, what it hangs below."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext as _

from ownwords.inquiry.actions.themes import MOST_NAME, MOST_WORDS, Said
from ownwords.inquiry.models import Theme, ThemeStatus
from ownwords.inquiry.queries.themes import Shown
from ownwords.people.forms.fields import ChosenField, LineField, WordsField
from ownwords.people.forms.sight import Tokens


class ThemeForm(Tokens):
    """A name is enough for a theme that is only a candidate."""

    def __init__(
        self, *args: Any, places: Sequence[Shown], theme: Theme | None = None, **options: Any
    ) -> None:
        super().__init__(*args, **options)
        if theme is not None:
            self.initial = {**self.values_of(theme), "version": theme.version, **self.initial}
        self.fields["name"] = LineField(label=_("What is the theme called?"), most=MOST_NAME)
        self.fields["statement"] = WordsField(
            label=_("What does it say?"), required=False, rows=3, most=MOST_WORDS,
            help_text=_("Its central idea in a sentence or two: not what people talk about, but what they say of it."),
        )  # fmt: skip
        self.fields["scope"] = WordsField(
            label=_("What does it take in, and what not?"), required=False, rows=3, most=MOST_WORDS
        )
        self.fields["status"] = ChosenField(
            label=_("How far has it come?"), choices=ThemeStatus.choices, initial=ThemeStatus.CANDIDATE
        )
        below = [(str(one.theme.id), "– " * one.depth + one.theme.name) for one in places]
        self.fields["parent"] = ChosenField(
            label=_("What does it hang below?"), required=False, widget=forms.Select,
            choices=[("", _("at the top")), *below],
        )  # fmt: skip

    @staticmethod
    def values_of(theme: Theme) -> dict[str, Any]:
        """Return what the fields hold for a theme as it stands now."""
        parts = {part: getattr(theme, part) for part in ("name", "statement", "scope", "status")}
        return {**parts, "parent": str(theme.parent_id or "")}

    def to_said(self) -> Said:
        """Return what was typed."""
        typed = self.cleaned_data
        parent = UUID(typed["parent"]) if typed["parent"] else None
        return Said(typed["name"], typed["statement"], typed["scope"], typed["status"], parent)

    def begin_with_what_differs(self, theme: Theme) -> None:
        """Put the first text that stands differently in the two versions in front, for the choice between them."""
        for part in ("statement", "scope", "name"):
            if self.cleaned_data.get(part) != getattr(theme, part):
                self.order_fields([part])
                return
