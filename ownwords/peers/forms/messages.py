"""Forms of messages between meetings."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import time
from typing import Any

from django import forms
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext as _

from ownwords.peers.actions.messages import MOST_WORDS
from ownwords.peers.method.hours import Hours
from ownwords.people.forms.fields import WordsField
from ownwords.people.forms.sight import Tokens


class MessageForm(Tokens):
    """A message."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["words"] = WordsField(
            label=_("Your message"), most=MOST_WORDS,
            widget=forms.Textarea(attrs={"dir": "auto", "rows": 3, "spellcheck": "true"}),
        )  # fmt: skip


class HoursForm(forms.Form):
    """When messages are answered: one line of words for each weekday, such as "10:00-12:00, 14:00-16:00"."""

    def __init__(self, *args: Any, week: Sequence[Hours], **options: Any) -> None:
        super().__init__(*args, **options)
        for day in range(7):
            kept = ", ".join(
                f"{one.opens:%H:%M}-{one.closes:%H:%M}" for one in sorted(week) if one.weekday == day
            )
            self.fields[f"day_{day}"] = forms.CharField(
                label=str(WEEKDAYS[day]), required=False, initial=kept, max_length=100,
                widget=forms.TextInput(attrs={"inputmode": "text", "size": "30"}),
            )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        """Read each day; each one that cannot be read says so itself."""
        typed = super().clean() or self.cleaned_data
        self.week: list[Hours] = []
        for day in range(7):
            for part in str(typed.get(f"day_{day}") or "").replace("–", "-").split(","):
                if part.strip():
                    self._take(day, part)
        return typed

    def _take(self, day: int, part: str) -> None:
        try:
            opens, closes = (time.fromisoformat(_padded(one)) for one in part.split("-"))
            self.week.append(Hours(day, opens, closes))
        except ValueError:
            self.add_error(f"day_{day}", _("Write it like this: 10:00-12:00, 14:00-16:00."))


def _padded(typed: str) -> str:
    """Return "9" or "9.30" as "09:00" and "09:30"."""
    hours, _sign, minutes = typed.strip().replace(".", ":").partition(":")
    return f"{int(hours):02d}:{int(minutes or 0):02d}"
