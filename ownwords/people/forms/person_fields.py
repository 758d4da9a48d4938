"""Fields and checks that the forms about a person share."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext

from ownwords.people.forms.widgets import DayWidget
from ownwords.people.method import nhs_number

EARLIEST_YEAR = 1890


class BirthField(forms.MultiValueField):
    """A date of birth from three boxes; None when all are empty."""

    widget = DayWidget

    def __init__(self, **kwargs: Any) -> None:
        boxes = (forms.CharField(), forms.CharField(), forms.CharField())
        super().__init__(boxes, require_all_fields=False, **kwargs)

    def clean(self, value: Any) -> Any:
        """Return the date. Errors say which part is missing or wrong, in words."""
        typed = [str(one or "").strip() for one in (value or ["", "", ""])]
        if not any(typed):
            return None
        if not all(typed):
            raise forms.ValidationError(gettext("Give day, month and year, or leave all three empty."))
        return self._date(typed)

    def _date(self, typed: list[str]) -> Any:
        try:
            day, month, year = (int(one) if one.isascii() and one.isdigit() else 0 for one in typed)
            found = date(year, month, day)
        except (ValueError, OverflowError):
            raise forms.ValidationError(
                gettext("There is no such day. Write it in figures, for example 27 3 1985.")
            ) from None
        if found > timezone.localdate():
            raise forms.ValidationError(gettext("This day has not come yet."))
        if found.year < EARLIEST_YEAR:
            raise forms.ValidationError(gettext("Write the year with four figures."))
        return found


def asked(field: forms.Field, why: Any) -> forms.Field:
    """Give a field its purpose, which the page shows under its label (R5)."""
    field.why = why  # type: ignore[attr-defined]
    return field


def plain_line(
    label: Any, most: int, *, help_text: Any = "", required: bool = False, **attrs: str
) -> forms.CharField:
    """Return a field for one line of text of at most so many characters."""
    return forms.CharField(
        label=label,
        max_length=most,
        required=required,
        help_text=help_text,
        widget=forms.TextInput(attrs=attrs),
    )


def given_name(text: str) -> str:
    """Return a name to be called by. Raises ValidationError when there is nothing to see in it."""
    if not any(sign.isprintable() and not sign.isspace() for sign in text):
        raise forms.ValidationError(gettext("Write the name to call you by. Any name will do."))
    return text


def checked_nhs_number(text: str) -> str | None:
    """Return an NHS number in its plain form, None for none. Raises ValidationError with what is wrong."""
    if not text.strip():
        return None
    try:
        return nhs_number.normalise(text)
    except nhs_number.BadNHSNumber as fault:
        raise forms.ValidationError(gettext(fault.reason.message)) from None
