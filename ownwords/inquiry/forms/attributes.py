"""The form of an attribute."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from ownwords.inquiry.actions.attributes import MOST_NAME, Named
from ownwords.inquiry.models import Attribute, AttributeKind
from ownwords.people.forms.fields import ChosenField, LineField
from ownwords.people.forms.sight import Tokens


class AttributeForm(Tokens):
    """What an attribute is called, and what its values are."""

    def __init__(self, *args: Any, attribute: Attribute | None = None, **options: Any) -> None:
        super().__init__(*args, **options)
        if attribute is not None:
            first = {"name": attribute.name, "kind": attribute.kind, "version": attribute.version}
            self.initial = {**first, **self.initial}
        self.fields["name"] = LineField(
            label=_("What is it called?"),
            most=MOST_NAME,
            help_text=_("For example: profession, or years in the team."),
        )
        self.fields["kind"] = ChosenField(
            label=_("What are its values?"), choices=AttributeKind.choices, initial=AttributeKind.WORDS
        )

    def to_named(self) -> Named:
        """Return what was said, for the action."""
        return Named(self.cleaned_data["name"], self.cleaned_data["kind"])
