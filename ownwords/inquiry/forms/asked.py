"""Forms of whoever is asked: an answer to a finding, words of their own, words to strike out. Nothing is required."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _

from ownwords.inquiry.actions.asked import MOST
from ownwords.inquiry.models import Answer, CheckingReply
from ownwords.inquiry.presenters.asked_pieces import Piece, places_of, stretches_of
from ownwords.people.forms.fields import (
    ChosenField,
    SeveralField,
    SubmissionField,
    VersionField,
    WordsField,
)


class ReplyForm(forms.Form):
    """Whether a finding matches, and words to it; or words to the whole."""

    submission = SubmissionField()
    version = VersionField()

    def __init__(
        self,
        *args: Any,
        before: CheckingReply | None = None,
        whole: bool = False,
        version: int = 0,
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        if before is not None:
            self.initial = {"answer": before.answer, "words": before.words}
        self.initial["version"] = version
        if not whole:
            self.fields["answer"] = ChosenField(
                label=_("Does this match your experience?"), choices=Answer.choices, required=False
            )
        self.fields["words"] = WordsField(
            label=_("What would you like to say?")
            if whole
            else _("Would you change something, or add something?"),
            most=MOST, rows=5, required=False,
        )  # fmt: skip

    def read_again(self, version: int) -> None:
        """Carry the version that is on the page now, with everything typed."""
        bound: Any = self.data
        data = bound.copy()
        data["version"] = str(version)
        self.data = data


class OwnWordsForm(forms.Form):
    """Something to say about one's own words."""

    submission = SubmissionField()
    version = VersionField()

    def __init__(self, *args: Any, version: int, adds: bool = False, **options: Any) -> None:
        super().__init__(*args, **options)
        self.initial["version"] = version
        label = _("What would you like to add?") if adds else _("What would you like to say about it?")
        self.fields["words"] = WordsField(label=label, most=MOST, rows=5, required=False)


class StrikeForm(forms.Form):
    """Which words of one turn go: sentences, or words typed just as they stand."""

    submission = SubmissionField()
    version = VersionField()
    sure = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, version: int, pieces: list[Piece], **options: Any) -> None:
        super().__init__(*args, **options)
        self.initial["version"] = version
        if pieces:
            self.fields["pieces"] = SeveralField(
                label=_("Which sentences should go?"),
                choices=[(str(one.number), one.words) for one in pieces],
                required=False,
            )
        self.fields["words"] = WordsField(
            label=_("Or only some words: write them here, just as they stand above"),
            help_text=_("For example a name. Everywhere in this passage they go."),
            most=MOST, rows=2, required=False,
        )  # fmt: skip

    def stretches(self, words: str) -> list[tuple[int, int]]:
        """Return what goes of the turn with these words; an error stands in the form where typed ones are not in it."""
        found = stretches_of(words, [int(one) for one in self.cleaned_data.get("pieces", ())])
        typed = self.cleaned_data.get("words", "").strip()
        places = places_of(words, typed)
        if typed and not places:
            self.add_error("words", _("These words do not stand in it just so. Copy them as they stand."))
        elif not found and not places:
            self.add_error(None, _("Choose a sentence, or write the words that should go."))
        return [*found, *places]
