"""The form that takes something out of view."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from ownwords.people.forms.fields import WordsField
from ownwords.people.forms.sight import Tokens


class ReasonForm(Tokens):
    """Why something is taken out of view."""

    def __init__(self, *args: Any, version: int, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["version"].initial = version
        self.fields["reason"] = WordsField(
            label=_("Why should this be out of view?"), rows=2, most=500,
            help_text=_("A word or two is enough. Do not repeat what it says."),
        )  # fmt: skip
