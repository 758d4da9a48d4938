"""Forms of standard measures: how one is begun, its questions, who sees it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _

from ownwords.measures.actions.responses import Beginning, not_offered_words, ways_for
from ownwords.measures.method.definitions import Given, Instrument, Item
from ownwords.measures.method.scoring import Answers
from ownwords.measures.models import Reply, Response, Way
from ownwords.measures.presenters.results import anchor_words, other_answers, question_words
from ownwords.measures.queries.responses import Filled, answers_of
from ownwords.people.access import Opened
from ownwords.people.forms.fields import (
    ChosenField,
    DatePartsField,
    LineField,
    SubmissionField,
    WordsField,
    because,
)
from ownwords.people.forms.sight import SightForm, Tokens
from ownwords.people.models import Visibility
from ownwords.people.queries.circle import Circle

MOST_RADIOS = 12
MOST_TYPED = 20


class BeginForm(SightForm):
    """Before the first question: in which way, who is there, about whom, who will see it."""

    def __init__(
        self, *args: Any, opened: Opened, circle: Circle, instrument: Instrument, **options: Any
    ) -> None:
        self.instrument = instrument
        super().__init__(*args, opened=opened, circle=circle, **options)
        if instrument.about_worker:
            self._ask_about(circle)
        self.fields["way"] = ChosenField(
            label=_("How will it be filled in?"),
            choices=[(way.value, _way_words(way, own=opened.is_own)) for way in ways_for(opened)],
            initial=ways_for(opened)[0],
        )
        self.fields["present"] = because(
            LineField(label=_("Who else is there?"), required=False, most=200),
            _("Some people answer otherwise when somebody sits beside them."),
        )
        self.order_fields(["about", "way", "present", "visibility", "named", "in_figures"])

    def _ask_about(self, circle: Circle) -> None:
        own = self.opened.viewer.account_id
        workers = [(str(who), name) for who, name in circle.team_members if self.opened.is_own or who != own]
        self.fields["about"] = ChosenField(label=_("Which worker is this about?"), choices=workers)
        level = self.fields["visibility"]
        _leave_out(level, Visibility.TEAM)
        level.initial = Visibility.ME if self.opened.is_own else Visibility.NAMED
        level.help_text = _("The worker that this is about never sees it, whatever you choose.")
        self.fields["in_figures"] = forms.BooleanField(
            label=_("It may be counted, without any name, when five people or more have rated the team"),
            required=False,
        )

    def to_beginning(self) -> Beginning:
        """Return what was chosen, once the form is valid."""
        told = self.cleaned_data
        about = told.get("about")
        return Beginning(
            way=told["way"],
            present=told["present"],
            about=UUID(about) if about else None,
            sight=self.to_sight(),
            in_figures=bool(told.get("in_figures", True)),
        )


def _way_words(way: Way, *, own: bool) -> str:
    if own:
        return {
            Way.SELF: _("By myself"),
            Way.TOGETHER: _("Together with somebody"),
            Way.READ_ALOUD: _("Somebody reads it to me"),
            Way.PAPER: _("I filled it in on paper and type it in now"),
        }[way]
    return {
        Way.TOGETHER: _("Together, side by side"),
        Way.READ_ALOUD: _("I read it aloud and write down the answers"),
        Way.PAPER: _("It was filled in on paper, and I type it in now"),
    }[way]


class FillForm(Tokens):
    """Every question of a form on one page. Nothing has to be answered; what was typed comes back as it was."""

    def __init__(
        self, *args: Any, instrument: Instrument, filled: Filled | None = None, **options: Any
    ) -> None:
        self.instrument = instrument
        options.setdefault("initial", {}).update(_initial(filled) if filled else {})
        super().__init__(*args, **options)
        self.fields["answered_on"] = DatePartsField(
            label=_("On which day?"), required=False, help_text=_("For example 27 3 2026.")
        )
        for item in instrument.items:
            self._ask(item)

    def _ask(self, item: Item) -> None:
        others = [(given.value, words) for given, words in other_answers(item)]
        if len(item.legal) > MOST_RADIOS:
            self.fields[name_of(item)] = LineField(
                label=question_words(item),
                required=False,
                most=MOST_TYPED,
                help_text=not_offered_words(item),
                widget=forms.TextInput(attrs={"inputmode": "numeric", "size": "4"}),
            )
            self.fields[f"{name_of(item)}-other"] = ChosenField(
                label=_("Or, for question %(number)s") % {"number": item.key}, choices=others, required=False
            )
            return
        numbers = [(str(value), words) for value, words in anchor_words(self.instrument, item).items()]
        self.fields[name_of(item)] = ChosenField(
            label=question_words(item),
            choices=[*numbers, *others],
            required=False,
            error_messages={"invalid_choice": not_offered_words(item)},
        )

    def clean(self) -> dict[str, Any]:
        """Refuse text where a number belongs, and a number beside "rather not say"."""
        typed = super().clean() or self.cleaned_data
        for item in self.instrument.items:
            name = name_of(item)
            if len(item.legal) <= MOST_RADIOS or name in self.errors:
                continue
            text, other = typed.get(name, "").strip(), typed.get(f"{name}-other", "")
            if text and _whole(text) not in item.legal:
                self.add_error(name, not_offered_words(item))
            elif text and other:
                self.add_error(name, _("Give a number, or say that you would rather not, but not both."))
        return typed

    def questions(self) -> list[tuple[Item, Any, Any]]:
        """Return (item, its field, the field of its other answers or None) in the order of the form."""
        return [
            (
                item,
                self[name_of(item)],
                self[f"{name_of(item)}-other"] if f"{name_of(item)}-other" in self.fields else None,
            )
            for item in self.instrument.items
        ]

    def to_answers(self) -> Answers:
        """Return every answer, once the form is valid; what was left is blank."""
        return {item.key: self._answer(item) for item in self.instrument.items}

    def _answer(self, item: Item) -> int | Given:
        typed = str(self.cleaned_data.get(name_of(item)) or "").strip()
        typed = typed or str(self.cleaned_data.get(f"{name_of(item)}-other") or "")
        if not typed:
            return Given.BLANK
        number = _whole(typed)
        return Given(typed) if number is None else number


def name_of(item: Item) -> str:
    """Return the name of an item's field."""
    return f"item-{item.key}"


def _whole(text: str) -> int | None:
    digits = text.removeprefix("-")
    return int(text) if digits.isascii() and digits.isdecimal() and len(digits) < 6 else None


def _initial(filled: Filled) -> dict[str, Any]:
    response = filled.response
    begun_on = timezone.localdate(response.started_at)
    chosen = response.finished_at is not None or response.answered_on != begun_on
    found: dict[str, Any] = {
        "version": response.version,
        "answered_on": response.answered_on if chosen else timezone.localdate(),
    }
    wide = {item.key for item in filled.instrument.items if len(item.legal) > MOST_RADIOS}
    for key, given in answers_of(filled.answers.values()).items():
        if given is Given.BLANK:
            continue
        other = isinstance(given, Given)
        name = f"item-{key}-other" if other and key in wide else f"item-{key}"
        found[name] = given.value if isinstance(given, Given) else str(given)
    return found


class ResponseSightForm(SightForm):
    """Who sees a filled form from now on, and whether it may be counted without a name."""

    def __init__(self, *args: Any, response: Response, **options: Any) -> None:
        self.response = response
        super().__init__(*args, **options)
        about = response.about_account_id
        if about is not None:
            _leave_out(self.fields["visibility"], Visibility.TEAM)
            if "named" in self.fields:
                _leave_out(self.fields["named"], str(about))
        self.fields["in_figures"] = forms.BooleanField(
            label=_("It may be counted in figures of the team, without any name"), required=False
        )


def _leave_out(field: Any, value: str) -> None:
    field.choices = [one for one in field.choices if one[0] != value]


class RemoveForm(Tokens):
    """Why a filled form goes out of view."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["reason"] = WordsField(label=_("Why?"), rows=2, most=500)


class OfferForm(forms.Form):
    """A worker has asked: what did the person say?"""

    submission = SubmissionField()

    def __init__(self, *args: Any, called: str = "", **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["reply"] = ChosenField(
            label=_("You asked %(person)s. What was the answer?") % {"person": called},
            choices=[
                (Reply.ASKED.value, _("Asked, no answer yet")),
                (Reply.LATER.value, _("Not today")),
                (Reply.RATHER_NOT.value, _("Rather not")),
            ],
            help_text=_("Any answer is fine. It counts against nobody."),
        )
