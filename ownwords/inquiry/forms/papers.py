"""The form of a paper of a study: its words, and from the second version on why it is different."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from ownwords.inquiry.actions.papers import MOST_WHY, MOST_WORDS, Written
from ownwords.inquiry.models import Paper, StudyPaper
from ownwords.people.forms.fields import ChosenField, DatePartsField, WordsField
from ownwords.people.forms.sight import Tokens

_PILOTED = {"yes": True, "no": False}


class PaperForm(Tokens):
    """The next version of one kind of paper; it begins with the words of the one before."""

    def __init__(self, *args: Any, kind: str, newest: StudyPaper | None, **options: Any) -> None:
        super().__init__(*args, **options)
        self.kind = kind
        self.initial = (
            {"words": newest.words, "version": newest.number, **self.initial} if newest else {"version": 0}
        )
        self.fields["words"] = WordsField(label=_("The words"), rows=16, most=MOST_WORDS)
        if newest:
            self.fields["why"] = WordsField(
                label=_("Why is this version different?"), rows=3, most=MOST_WHY,
                help_text=_("For example: nobody understood the third question."),
            )  # fmt: skip
        if kind == Paper.GUIDE:
            self.fields["piloted"] = ChosenField(
                label=_("Was this version tried out before it was used?"), required=False,
                choices=[("yes", _("Yes")), ("no", _("No")), ("", _("Not stated"))],
            )  # fmt: skip
        self.fields["dated"] = DatePartsField(
            label=_("Day of this version"), required=False, help_text=_("Left empty, it is today.")
        )

    def to_written(self) -> Written:
        """Return what was written, for the action."""
        typed = self.cleaned_data
        return Written(
            self.kind,
            typed["words"],
            typed.get("why", ""),
            typed["dated"],
            _PILOTED.get(typed.get("piloted", "")),
        )
