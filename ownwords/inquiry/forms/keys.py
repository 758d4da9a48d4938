"""The form of the key of one participant."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _

from ownwords.inquiry.actions.keys import MOST_CONTACT, MOST_NAME
from ownwords.inquiry.models import ParticipantKey
from ownwords.inquiry.queries.keys import mark_of
from ownwords.people.forms.fields import LineField, VersionField, WordsField


class KeyForm(forms.Form):
    """Who somebody is, and how they can be reached."""

    version = VersionField()

    def __init__(self, *args: Any, key: ParticipantKey | None, **options: Any) -> None:
        super().__init__(*args, **options)
        self.initial = {"version": mark_of(key)}
        if key is not None:
            self.initial |= {"name": key.name, "contact": key.contact}
        apart = {"dir": "auto", "autocomplete": "off"}
        self.fields["name"] = LineField(label=_("Name"), most=MOST_NAME, widget=forms.TextInput(attrs=apart))
        self.fields["contact"] = WordsField(
            label=_("How can they be reached?"), required=False, rows=3, most=MOST_CONTACT
        )
