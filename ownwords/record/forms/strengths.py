"""The form for a strength: what it is, where in life, when it held, an example."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from ownwords.people.forms.fields import ChosenField, LineField, WordsField, choices_of
from ownwords.record.forms.common import EntryForm
from ownwords.record.method import tools
from ownwords.record.models import Entry, Said, Strength


class StrengthForm(EntryForm):
    """A strength. Staff who noticed it offer it: it waits for the person's answer."""

    parts = ("tags", "said_by", "sight")
    words_rows = 3
    later = frozenset({"tags", "tag_words", "category", "example", "said_by_name"})

    def add_parts(self) -> None:
        """Add domain, time, category, example and source."""
        super().add_parts()
        sheet = tools.strengths()
        self.fields["domain"] = ChosenField(
            label=_("Where in life is it?"), choices=choices_of(sheet.domains)
        )
        self.fields["domain_words"] = LineField(
            label=_("If somewhere else, where?"), required=False, most=100
        )
        self.fields["time"] = ChosenField(
            label=_("When?"), choices=choices_of(sheet.times), initial=Strength.Time.NOW
        )
        self.fields["category"] = ChosenField(
            label=_("Is it in you, between people, or around you?"),
            required=False,
            choices=choices_of(sheet.categories),
        )
        self.fields["example"] = WordsField(
            label=_("An example"), required=False, rows=3, help_text=_("A time when it showed.")
        )
        if self.entry is None:
            self._ask_source()
        self.fields["words"].label = (
            _("The strength") if self.opened.is_own else _("The strength, as it was said")
        )
        self.order_fields(["words", "domain", "domain_words", "time", "said_by", "example", "category"])

    def _ask_source(self) -> None:
        labels = dict(choices_of(tools.strengths().noticed_by))
        if not self.opened.is_own:
            labels |= {Said.PERSON: self.opened.person.called, Said.WORKER: _("I noticed it")}
        self.fields["said_by"] = ChosenField(
            label=_("Who noticed it?"), choices=list(labels.items()), initial=Said.PERSON
        )
        self.fields.setdefault("said_by_name", LineField(label=_("Their name"), required=False))

    @classmethod
    def values_of(cls, entry: Entry) -> dict[str, Any]:
        """Return words and the row beside them."""
        row = entry.strength
        return {
            **super().values_of(entry),
            "domain": row.domain,
            "domain_words": row.domain_words,
            "time": row.time,
            "category": row.category,
            "example": row.example,
        }

    def to_detail(self) -> dict[str, str]:
        """Return the arguments of `strength_columns`."""
        names = ("domain", "domain_words", "time", "category", "example")
        return {name: self.cleaned_data[name] for name in names}
