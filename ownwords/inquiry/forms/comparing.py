"""What comparing two things showed."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from ownwords.people.forms.fields import LineField, SubmissionField, WordsField


class ComparisonForm(forms.Form):
    """A comparison in words, kept as a memo about both."""

    words = WordsField(label=_("What is alike, what differs, and what follows?"), rows=6)
    title = LineField(label=_("Title"), required=False, most=200)
    submission = SubmissionField()
