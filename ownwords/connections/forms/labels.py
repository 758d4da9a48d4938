"""The form for wording one step of connecting."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _

from ownwords.connections.method.vocabulary import MOST_LABEL
from ownwords.people.forms.fields import LineField, VersionField


class LabelForm(forms.Form):
    """The words, and the version that was seen."""

    version = VersionField()

    def __init__(self, *args: Any, words: str, version: int, **options: Any) -> None:
        super().__init__(*args, **{**options, "initial": {"version": version}})
        self.fields["words"] = LineField(
            label=_("How this service says it"),
            most=MOST_LABEL,
            initial=words,
            help_text=_(
                "From now on. Steps that were logged before keep the words that they were logged with."
            ),
        )
