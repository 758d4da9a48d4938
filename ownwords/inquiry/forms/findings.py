"""Forms of findings: what is found and on which themes it rests; and to which elements of practice it speaks."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from ownwords.inquiry.actions.findings import MOST_MEANING, MOST_STATEMENT, Found
from ownwords.inquiry.models import Finding, Theme
from ownwords.people.forms.fields import SeveralField, WordsField
from ownwords.people.forms.sight import Tokens
from ownwords.people.method.practice import practice


class FindingForm(Tokens):
    """A finding in a sentence, what it means, and the themes it rests on."""

    def __init__(
        self, *args: Any, themes: Sequence[Theme], finding: Finding | None = None,
        rests_on: Collection[UUID] = (), **options: Any,
    ) -> None:  # fmt: skip
        super().__init__(*args, **options)
        if finding is not None:
            first = {
                "statement": finding.statement, "meaning": finding.meaning, "version": finding.version,
                "themes": [str(one) for one in rests_on],
            }  # fmt: skip
            self.initial = {**first, **self.initial}
        self.fields["statement"] = WordsField(
            label=_("What did you find?"), rows=3, most=MOST_STATEMENT,
            help_text=_("One sentence that somebody can agree with or not."),
        )  # fmt: skip
        self.fields["meaning"] = WordsField(
            label=_("What does it mean?"), required=False, rows=5, most=MOST_MEANING,
            help_text=_("For practice, and beside what was known before."),
        )  # fmt: skip
        if themes:
            self.fields["themes"] = SeveralField(
                label=_("On which themes does it rest?"),
                required=False,
                choices=[(str(one.id), one.name) for one in themes],
            )

    def to_found(self) -> Found:
        """Return what was said, for the action."""
        typed = self.cleaned_data
        return Found(typed["statement"], typed["meaning"], [UUID(one) for one in typed.get("themes", ())])


class PracticeForm(Tokens):
    """To which elements of practice a finding speaks: a question for each group of them."""

    def __init__(
        self, *args: Any, finding: Finding, speaks_to: Collection[UUID] = (), **options: Any
    ) -> None:
        super().__init__(*args, **options)
        chosen = {str(one) for one in speaks_to}
        self.initial = {"version": finding.version, **self.initial}
        for group in practice().groups:
            choices = [(str(one.uuid), _(one.name)) for one in practice().of_group(group.key)]
            self.initial.setdefault(group.key, [one for one, _name in choices if one in chosen])
            self.fields[group.key] = SeveralField(label=_(group.name), required=False, choices=choices)

    def to_elements(self) -> list[UUID]:
        """Return the elements chosen in any group."""
        return [UUID(one) for group in practice().groups for one in self.cleaned_data.get(group.key, ())]

    @property
    def hints(self) -> dict[str, str]:
        """Return what each element is, by its value in the form."""
        return {str(one.uuid): _(one.says) for one in practice().elements}
