"""Forms of the sampling frame, and of decisions on whom or what to ask next."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext as _

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.actions.deciding import MOST, Decided
from ownwords.inquiry.actions.sampling import MOST_REASON, MOST_WANTED, MOST_WORDS, Looked
from ownwords.inquiry.models import SamplingDecision, SamplingGroup
from ownwords.inquiry.queries.sampling import memos_to_name, texts_to_name
from ownwords.people.forms.fields import ChosenField, DatePartsField, LineField, SeveralField, WordsField
from ownwords.people.forms.sight import Tokens


class GroupForm(Tokens):
    """Whom the study looks for, how many, and why."""

    def __init__(self, *args: Any, group: SamplingGroup | None = None, **options: Any) -> None:
        super().__init__(*args, **options)
        if group is not None:
            first = {
                "words": group.words,
                "wanted": group.wanted,
                "reason": group.reason,
                "version": group.version,
            }
            self.initial = {**first, **self.initial}
        self.fields["words"] = LineField(
            label=_("Whom do you look for?"),
            most=MOST_WORDS,
            help_text=_("For example: nurses in rural teams."),
        )
        self.fields["wanted"] = forms.IntegerField(
            label=_("How many?"), required=False, min_value=1, max_value=MOST_WANTED,
            widget=forms.TextInput(attrs={"inputmode": "numeric", "size": 4}),
            error_messages=dict.fromkeys(
                ("invalid", "min_value", "max_value"), _("Give a whole number from 1, or leave it open.")
            ),
        )  # fmt: skip
        self.fields["reason"] = WordsField(label=_("Why?"), required=False, rows=4, most=MOST_REASON)

    def to_looked(self) -> Looked:
        """Return what was said, for the action."""
        return Looked(**{name: self.cleaned_data[name] for name in Looked.__slots__})


class DecisionForm(Tokens):
    """What was decided, because of which gap; which memo it rests on; which texts answered it."""

    def __init__(
        self, *args: Any, opened: OpenedStudy, decision: SamplingDecision | None = None, **options: Any
    ) -> None:
        super().__init__(*args, **options)
        if decision is not None:
            self.initial = {**_of(decision), **self.initial}
        self.fields["words"] = WordsField(
            label=_("What did you decide?"), rows=3, most=MOST,
            help_text=_("Which kind of participant, or which question, comes next."),
        )  # fmt: skip
        self.fields["gap"] = WordsField(
            label=_("Because of which gap?"),
            rows=3,
            most=MOST,
            help_text=_("What the analysis does not know yet."),
        )
        self.fields["decided_on"] = DatePartsField(
            label=_("When?"), required=False, help_text=_("Left empty, it is today.")
        )
        memos = [("", _("none")), *memos_to_name(opened)]
        self.fields["memo"] = ChosenField(
            label=_("Which memo does it rest on?"), required=False, choices=memos, widget=forms.Select
        )
        if texts := texts_to_name(opened):
            self.fields["answered_by"] = SeveralField(
                label=_("Which texts answered it?"), required=False, choices=texts
            )
        self.fields["answer"] = WordsField(
            label=_("What did they answer?"), required=False, rows=3, most=MOST
        )

    def to_decided(self) -> Decided:
        """Return what was said, for the action."""
        typed = self.cleaned_data
        return Decided(
            typed["words"], typed["gap"], typed["decided_on"], UUID(typed["memo"]) if typed["memo"] else None,
            [UUID(one) for one in typed.get("answered_by", ())], typed["answer"],
        )  # fmt: skip


def _of(decision: SamplingDecision) -> dict[str, Any]:
    return {
        "words": decision.words, "gap": decision.gap, "decided_on": decision.decided_on, "answer": decision.answer,
        "memo": str(decision.memo_id or ""), "answered_by": [str(one) for one in decision.answered_by],
        "version": decision.version,
    }  # fmt: skip
