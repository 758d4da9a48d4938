"""What is ticked for a theme: codes of the tree."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms

from ownwords.people.forms.fields import SubmissionField


class CodesForm(forms.Form):
    """The codes that are ticked, and those that belonged to the theme when the page was opened."""

    seen = forms.CharField(required=False, widget=forms.HiddenInput, max_length=400_000)
    codes = forms.Field(required=False, widget=forms.MultipleHiddenInput)

    def to_seen(self) -> set[UUID]:
        """Return the codes that belonged to the theme when the page was opened."""
        return ids_of(self.data.get("seen", "").split())

    def to_codes(self) -> set[UUID]:
        """Return the codes that are ticked."""
        return ids_of(self.data.getlist("codes"))  # type: ignore[attr-defined]


def ids_of(typed: Any) -> set[UUID]:
    """Return the ids among what was sent; what is none is passed over."""
    found = (SubmissionField().clean(one) for one in typed)
    return {one for one in found if one is not None}
