"""Forms of whom a round asks: its groups, the people in them, and the check before somebody is asked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext as _

from ownwords.inquiry.actions.asking import MOST_AT_ONCE, MOST_NAME
from ownwords.inquiry.models import CheckingGroup, CheckingRound, Puts
from ownwords.inquiry.queries.asking import Candidate
from ownwords.people.forms.fields import LineField, SeveralField
from ownwords.people.forms.sight import Tokens


class AskedGroupForm(Tokens):
    """What a group is called."""

    def __init__(self, *args: Any, group: CheckingGroup | None = None, **options: Any) -> None:
        super().__init__(*args, **options)
        if group is not None:
            self.initial = {"name": group.name, "version": group.version, **self.initial}
        self.fields["name"] = LineField(
            label=_("What is the group called?"), most=MOST_NAME,
            help_text=_("For example: people, or workers. What groups say is never added up."),
        )  # fmt: skip


class PeopleForm(forms.Form):
    """Participants who can be asked, and others by number."""

    def __init__(
        self, *args: Any, row: CheckingRound, candidates: Sequence[Candidate], **options: Any
    ) -> None:
        super().__init__(*args, **options)
        free = [one.participant for one in candidates if not one.why_not]
        if free:
            self.fields["people"] = SeveralField(
                label=_("Participants of the study"), required=False,
                choices=[(str(one.id), one.pseudonym) for one in free],
            )  # fmt: skip
        if row.puts == Puts.FINDINGS:
            self.fields["others"] = forms.IntegerField(
                label=_("How many others?"), required=False, min_value=1, max_value=MOST_AT_ONCE,
                widget=forms.TextInput(attrs={"inputmode": "numeric", "size": 4}),
                help_text=_("People who took no part in the study. They are known here by a number."),
                error_messages=dict.fromkeys(
                    ("invalid", "min_value", "max_value"),
                    _("Give a whole number from 1 to %(most)s.") % {"most": MOST_AT_ONCE},
                ),
            )  # fmt: skip

    def to_people(self) -> list[UUID]:
        """Return the chosen participants."""
        return [UUID(one) for one in self.cleaned_data.get("people", ())]


class RightForm(forms.Form):
    """That it is still right to ask this person was checked today."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["right"] = forms.BooleanField(
            label=_("It is still right to ask them. I have checked it today."), required=False
        )
