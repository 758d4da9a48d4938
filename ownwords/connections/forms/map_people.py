"""Forms around a map: a dated copy, which two to compare, whom to ask, what to suggest."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext as _

from ownwords.connections.actions.map_copies import MOST_LABEL
from ownwords.connections.actions.map_helpers import MOST_WORDS
from ownwords.connections.actions.map_items import MOST_NOTE
from ownwords.connections.forms.maps import name_field, what_field
from ownwords.people.access import Opened
from ownwords.people.forms.fields import ChosenField, LineField, SubmissionField, WordsField, because
from ownwords.people.forms.sight import SightForm, Tokens
from ownwords.people.queries.circle import Circle

NOW = "now"


class CopyForm(SightForm):
    """A dated copy, by a name if somebody wants, and who sees it."""

    def __init__(self, *args: Any, opened: Opened, circle: Circle, **options: Any) -> None:
        super().__init__(*args, opened=opened, circle=circle, **options)
        label = LineField(
            label=_("A name for this copy"), required=False, most=MOST_LABEL,
            help_text=_("For example: before I moved."),
        )  # fmt: skip
        self.fields = {"label": label, **self.fields}
        self.fields["visibility"].required = False


class CompareForm(forms.Form):
    """Which two to put side by side; the map as it is now is one of them."""

    def __init__(self, *args: Any, choices: list[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        select = forms.Select
        self.fields["one"] = forms.ChoiceField(label=_("First"), choices=choices, widget=select)
        self.fields["other"] = forms.ChoiceField(label=_("Second"), choices=choices, widget=select)


class AskForm(Tokens):
    """Whom the person asks to draw the map with them."""

    def __init__(self, *args: Any, people: list[tuple[UUID, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["account"] = because(
            ChosenField(label=_("Whom would you like to ask?"), choices=[(str(who), name) for who, name in people]),
            _("They can then change your map until you end it. What is “only me” stays yours."),
        )  # fmt: skip
        self.fields["words"] = WordsField(
            label=_("Anything to say about it?"), required=False, rows=2, most=MOST_WORDS
        )


class InConversationForm(Tokens):
    """That a person without an account asked for help with the map, in their own words."""

    def __init__(self, *args: Any, opened: Opened, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["words"] = because(
            WordsField(
                label=_("How did %(person)s ask? In their own words") % {"person": opened.person.called},
                rows=2, most=MOST_WORDS,
            ),
            _("A map is drawn by the person, or by somebody whom they asked. These words stand on it."),
        )  # fmt: skip


class SuggestForm(Tokens):
    """Something that could stand on the map; the person answers."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["words"] = name_field()
        self.fields["what"] = what_field()
        self.fields["why"] = WordsField(
            label=_("Why do you think of it?"), required=False, rows=2, most=MOST_NOTE
        )
        self.fields["service"] = SubmissionField()
        self.fields["service"].initial = None
