"""What was settled about a passage that coders saw differently."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from ownwords.inquiry.actions.memos import Told
from ownwords.inquiry.models import MemoKind
from ownwords.people.forms.fields import SubmissionField, WordsField


class SettleForm(forms.Form):
    """A note on what was settled, kept as a memo about the passage."""

    words = WordsField(label=_("What was settled, and why"), rows=5)
    submission = SubmissionField()

    def to_told(self) -> Told:
        """Return what was written."""
        return Told(self.cleaned_data["words"], "", MemoKind.COMPARISON)
