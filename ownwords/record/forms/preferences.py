"""The form for a treatment preference: about what, what is wanted, what is not, why, and how much it matters."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from ownwords.people.forms.fields import ChosenField, LineField, WordsField, choices_of
from ownwords.record.forms.common import EntryForm
from ownwords.record.method import tools
from ownwords.record.models import Entry


class PreferenceForm(EntryForm):
    """How somebody wants to be treated in one respect."""

    parts = ("tags", "said_by", "sight")
    words_rows = 3

    def add_parts(self) -> None:
        """Add subject, what is not wanted, why and how much it matters."""
        super().add_parts()
        form = tools.values_and_preferences()
        self.fields["subject"] = ChosenField(
            label=_("What is it about?"), choices=choices_of(form.preference_subjects)
        )
        self.fields["about"] = LineField(label=_("If something else, what?"), required=False)
        self.fields["not_wanted"] = WordsField(label=_("What I do not want"), required=False, rows=3)
        self.fields["why"] = WordsField(label=_("Why"), required=False, rows=3)
        self.fields["force"] = ChosenField(
            label=_("How much does it matter?"), required=False, choices=choices_of(form.strengths_of_wish)
        )
        self.fields["words"].label = _("What I want")
        self.fields["words"].help_text = _(
            "If you only know what you do not want, say here what you want instead."
        )
        self.order_fields(["subject", "about", "words", "not_wanted", "why", "force"])

    @classmethod
    def values_of(cls, entry: Entry) -> dict[str, Any]:
        """Return words and the row beside them."""
        row = entry.preference
        return {
            **super().values_of(entry),
            "subject": row.subject,
            "not_wanted": row.not_wanted,
            "why": row.why,
            "force": row.force,
        }

    def to_detail(self) -> dict[str, str]:
        """Return the arguments of `preference_columns`."""
        names = ("subject", "not_wanted", "why", "force", "about")
        return {name: self.cleaned_data[name] for name in names}
