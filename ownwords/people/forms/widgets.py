"""Controls that several forms of this and of higher rooms are made of."""

from __future__ import annotations

from typing import Any

from django import forms


class DayWidget(forms.MultiWidget):
    """A day in three boxes called `<name>_day`, `<name>_month`, `<name>_year`; they come back as typed."""

    parts = ("day", "month", "year")

    def __init__(self) -> None:
        super().__init__({part: forms.TextInput() for part in self.parts})

    def decompress(self, value: Any) -> list[Any]:
        """Return day, month and year of a date; three blanks for none."""
        return [value.day, value.month, value.year] if value else ["", "", ""]
