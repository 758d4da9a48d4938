"""Which code becomes a category, and why a category is held to be saturated."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext as _

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.actions.categories_saturated import MOST_REASON, Judged
from ownwords.inquiry.models import Category
from ownwords.inquiry.queries.categories import codes_to_take
from ownwords.people.forms.fields import ChosenField, DatePartsField, WordsField
from ownwords.people.forms.sight import Tokens


class CategoryForm(Tokens):
    """A code that becomes a category."""

    def __init__(self, *args: Any, opened: OpenedStudy, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["code"] = ChosenField(
            label=_("Which code?"),
            choices=[("", _("choose")), *codes_to_take(opened)],
            widget=forms.Select,
            help_text=_("Passages of the codes below it belong to the category too."),
        )

    def to_code(self) -> UUID:
        """Return the code, for the action."""
        return UUID(self.cleaned_data["code"])


class SaturatedForm(Tokens):
    """Since when a category is held to be saturated, and why."""

    def __init__(self, *args: Any, category: Category, **options: Any) -> None:
        super().__init__(*args, **options)
        first = {"reason": category.saturation, "on": category.saturated_on, "version": category.version}
        self.initial = {**first, **self.initial}
        self.fields["reason"] = WordsField(
            label=_("Why do you think so?"), rows=5, most=MOST_REASON,
            help_text=_("For example: which texts brought no new property, and what you looked for in them."),
        )  # fmt: skip
        self.fields["on"] = DatePartsField(
            label=_("Since when?"), required=False, help_text=_("Left empty, it is today.")
        )

    def to_judged(self) -> Judged:
        """Return what was said, for the action."""
        return Judged(self.cleaned_data["reason"], self.cleaned_data["on"])
