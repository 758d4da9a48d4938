"""The forms of a study: what it says of itself, and who works in it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext as _

from ownwords.inquiry.actions.studies import FEWEST_ALIKE, MOST_ALIKE, MOST_TITLE, MOST_WORDS, Plan
from ownwords.inquiry.models import Duty, Method, Study
from ownwords.people.forms.fields import ChosenField, LineField, WordsField
from ownwords.people.forms.sight import Tokens


class StudyForm(Tokens):
    """A title and a method; everything else may come later."""

    def __init__(self, *args: Any, study: Study | None = None, **options: Any) -> None:
        super().__init__(*args, **options)
        if study is not None:
            self.initial = {**self.values_of(study), "version": study.version, **self.initial}
        self.fields["title"] = LineField(label=_("What is the study called?"), most=MOST_TITLE)
        self.fields["question"] = WordsField(
            label=_("What does it want to find out?"), required=False, rows=3, most=MOST_WORDS
        )
        self.fields["method"] = ChosenField(
            label=_("Which method does it follow?"),
            choices=Method.choices,
            help_text=_("It decides what is offered: a reflexive study has no use for figures of agreement."),
        )
        self.fields["method_words"] = WordsField(
            label=_("How do you work, in your own words?"),
            required=False,
            rows=3,
            most=MOST_WORDS,
            help_text=_("Needed where the method is your own."),
        )
        self.fields["ethics_reference"] = LineField(
            label=_("Reference of the ethics approval"), required=False, most=MOST_TITLE
        )
        self.fields["blind"] = forms.BooleanField(
            required=False,
            label=_("Those who code do not see each other’s coding of a text until each has finished it"),
        )
        self.fields["fewest_alike"] = forms.IntegerField(
            label=_("How many people must be alike before one of them is described?"),
            min_value=FEWEST_ALIKE,
            max_value=MOST_ALIKE,
            initial=3,
            help_text=_(
                "A quotation shows profession, age or the like only where this many people share them."
            ),
        )

    @staticmethod
    def values_of(study: Study) -> dict[str, Any]:
        """Return what the fields hold for a study as it stands now."""
        return {name: getattr(study, name) for name in Plan.__slots__}

    def to_plan(self) -> Plan:
        """Return what was said, for the action."""
        return Plan(**{name: self.cleaned_data[name] for name in Plan.__slots__})


class MemberForm(forms.Form):
    """Who, with what duty, and whether they keep the key."""

    def __init__(
        self, *args: Any, people: Iterable[tuple[UUID, str]], chosen: bool = False, **options: Any
    ) -> None:
        super().__init__(*args, **options)
        if not chosen:
            self.fields["account"] = ChosenField(
                label=_("Who?"), choices=[(str(who), name) for who, name in people]
            )
        self.fields["duty"] = ChosenField(label=_("What do they do in the study?"), choices=Duty.choices)
        self.fields["keeps_key"] = forms.BooleanField(
            required=False,
            label=_("They keep the key: they can see who stands behind a pseudonym"),
        )
