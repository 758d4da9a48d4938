"""Fields that the forms of all rooms share: words letter for letter, dates in three boxes, hidden tokens.

The page parts in `ui/fields.html` draw them. A hidden token that arrives broken never raises: no submission
means "not sent before", version 0 means "older than anything kept".
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, Protocol
from uuid import UUID

from django import forms
from django.utils.dates import MONTHS, MONTHS_3
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ownwords.ledger.ids import new_id
from ownwords.people import rules
from ownwords.people.forms.widgets import DayWidget
from ownwords.people.refusals import Refused

FIRST_YEAR = 1890
LAST_YEAR = 2200
_FIGURES = 4


class Choice(Protocol):
    """Something to choose, as a definition gives it: `key` is kept, `label` is shown."""

    @property
    def key(self) -> str:
        """Return what is kept."""

    @property
    def label(self) -> str:
        """Return what is shown, as a message id."""


def because(field: forms.Field, why: Any) -> forms.Field:
    """Give a field its purpose, which the page shows under its label (R5)."""
    field.why = why  # type: ignore[attr-defined]
    return field


class WordsField(forms.CharField):
    """Somebody's words: nothing is trimmed or shortened; only line ends are made alike."""

    def __init__(self, *, most: int = rules.MOST_CHARACTERS, rows: int = 5, **options: Any) -> None:
        self.most = most
        options.setdefault("widget", forms.Textarea(attrs={"dir": "auto", "rows": rows}))
        super().__init__(strip=False, empty_value="", **options)

    def clean(self, value: Any) -> str:
        """Return the text as it will be kept; a refusal of `rules.own_words` becomes the field's error."""
        return _as_error(
            lambda: rules.own_words(str(value or ""), field="", needed=self.required, most=self.most)
        )


class LineField(WordsField):
    """Words on one line."""

    def __init__(self, *, most: int = 200, **options: Any) -> None:
        options.setdefault("widget", forms.TextInput(attrs={"dir": "auto"}))
        super().__init__(most=most, **options)


def _as_error(make: Any) -> str:
    try:
        return str(make())
    except Refused as no:
        raise forms.ValidationError([str(text) for text in no.messages.values()]) from None


class DatePartsField(forms.Field):
    """A date from three boxes, or None when all are empty. The month may be a number or a name.

    Args:
        in_words: label of the field beside it that takes "in the spring of 2019", if there is one.
        first, last: the years that make sense here.
    """

    widget = DayWidget

    def __init__(
        self, *, in_words: Any = "", first: int = FIRST_YEAR, last: int = LAST_YEAR, **options: Any
    ) -> None:
        self.in_words, self.first, self.last = in_words, first, last
        super().__init__(**options)

    def clean(self, value: Any) -> date | None:
        """Return the date. Each thing that can be wrong has its own words."""
        typed = [str(one or "").strip() for one in (value or ["", "", ""])]
        if not any(typed):
            if self.required:
                raise forms.ValidationError(_("Give a date."))
            return None
        if not all(typed):
            raise forms.ValidationError(self._partly(typed))
        return self._day(*typed)

    def _partly(self, typed: list[str]) -> str:
        if self.in_words:
            return _(
                "A date needs day, month and year. If you do not know the exact day, leave these boxes "
                "empty and use “%(field)s”."
            ) % {"field": self.in_words}
        return _("A date needs day, month and year, for example 27 3 2026.")

    def _day(self, day_typed: str, month_typed: str, year_typed: str) -> date:
        day, month, year = _figure(day_typed), _month(month_typed), _figure(year_typed)
        if day is None or month is None or year is None:
            raise forms.ValidationError(_("Write the date in figures, for example 27 3 2026."))
        if not 1 <= month <= 12:
            raise forms.ValidationError(_("The month is a number from 1 to 12."))
        if len(year_typed) != _FIGURES or not self.first <= year <= self.last:
            raise forms.ValidationError(
                _("Write the year with four figures, between %(first)s and %(last)s.")
                % {"first": self.first, "last": self.last}
            )
        try:
            return date(year, month, day)
        except ValueError:
            raise forms.ValidationError(
                _("There is no %(day)s %(month)s %(year)s.")
                % {"day": day, "month": MONTHS[month], "year": year}
            ) from None


def _figure(typed: str) -> int | None:
    return int(typed) if typed.isdecimal() and len(typed) <= _FIGURES else None


def _month(typed: str) -> int | None:
    named = {str(name).casefold(): number for names in (MONTHS, MONTHS_3) for number, name in names.items()}
    return named.get(typed.casefold().rstrip("."), _figure(typed))


class SubmissionField(forms.Field):
    """The form's own key: the same key twice keeps one thing. Nothing when it arrives broken."""

    widget = forms.HiddenInput

    def __init__(self, **options: Any) -> None:
        super().__init__(required=False, initial=new_id, **options)

    def clean(self, value: Any) -> UUID | None:
        """Return the key, or None."""
        try:
            return UUID(str(value))
        except ValueError:
            return None


class VersionField(forms.Field):
    """The version that was seen when the form was opened; 0 when it arrives broken."""

    widget = forms.HiddenInput

    def __init__(self, **options: Any) -> None:
        super().__init__(required=False, **options)

    def clean(self, value: Any) -> int:
        """Return the version."""
        typed = str(value or "")
        return int(typed) if typed.isascii() and typed.isdecimal() and len(typed) < 10 else 0


def choices_of(choices: Iterable[Choice], *, blank: Any = None) -> list[tuple[str, str]]:
    """Return a definition's choices, in the reader's language; `blank` is the words for "not said"."""
    named = [(choice.key, _(choice.label)) for choice in choices]
    return named if blank is None else [("", str(blank)), *named]


class ChosenField(forms.ChoiceField):
    """One of a list, as radios; with its own words for a value that is not in it."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("widget", forms.RadioSelect)
        message = gettext_lazy("Choose one of the answers in the list.")
        options.setdefault("error_messages", {"invalid_choice": message, "required": message})
        super().__init__(**options)


class SeveralField(forms.MultipleChoiceField):
    """Any number of a list, as checkboxes."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("widget", forms.CheckboxSelectMultiple)
        message = gettext_lazy("Choose from the list only.")
        options.setdefault(
            "error_messages", {"invalid_choice": message, "invalid_list": message, "required": message}
        )
        super().__init__(**options)
