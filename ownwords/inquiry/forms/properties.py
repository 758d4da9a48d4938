"""What a property of a category is called, and its two poles."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from ownwords.inquiry.actions.properties import MOST_NAME, MOST_POLE, Ranged
from ownwords.inquiry.models import Property
from ownwords.people.forms.fields import LineField
from ownwords.people.forms.sight import Tokens


class PropertyForm(Tokens):
    """A property and its dimension."""

    def __init__(self, *args: Any, of: Property | None = None, **options: Any) -> None:
        super().__init__(*args, **options)
        if of is not None:
            first = {name: getattr(of, name) for name in (*Ranged.__slots__, "version")}
            self.initial = {**first, **self.initial}
        self.fields["name"] = LineField(
            label=_("Property"), most=MOST_NAME, help_text=_("For example: how long it lasts.")
        )
        self.fields["from_pole"] = LineField(
            label=_("It goes from"), most=MOST_POLE, help_text=_("For example: a moment.")
        )
        self.fields["to_pole"] = LineField(label=_("To"), most=MOST_POLE, help_text=_("For example: years."))

    def to_ranged(self) -> Ranged:
        """Return what was said, for the action."""
        return Ranged(**{name: self.cleaned_data[name] for name in Ranged.__slots__})
