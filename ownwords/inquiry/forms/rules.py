"""The form of the words that suggest a code."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext as _

from ownwords.inquiry.actions.rules import MOST_CHARACTERS
from ownwords.inquiry.models import CodeRule
from ownwords.people.forms.fields import ChosenField, WordsField
from ownwords.people.forms.sight import Tokens


class RuleForm(Tokens):
    """A code, where it is a new rule, and its words, an expression on each line."""

    def __init__(
        self,
        *args: Any,
        codes: list[tuple[str, str]] | None = None,
        rule: CodeRule | None = None,
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        if rule is not None:
            self.initial = {"expressions": rule.expressions, "version": rule.version, **self.initial}
        if codes is not None:
            self.fields["code"] = ChosenField(label=_("Code"), choices=codes, widget=forms.Select)
        star = _("A star at the end of a word stands for any ending: support* finds supported and supporter.")
        alike = _("Capitals and accents make no difference.")
        self.fields["expressions"] = WordsField(
            label=_("Words, an expression on each line"), rows=6, most=MOST_CHARACTERS, help_text=f"{star} {alike}"
        )  # fmt: skip

    @property
    def code_id(self) -> UUID:
        """Return the code that was chosen."""
        return UUID(self.cleaned_data["code"])
