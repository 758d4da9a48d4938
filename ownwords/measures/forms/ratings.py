"""Forms of ratings: one line, one of several, and putting a rating right."""

from __future__ import annotations

from decimal import Decimal
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext as _

from ownwords.measures.actions.ratings import Answer, Rated, plain
from ownwords.measures.forms.lines import NumberField
from ownwords.measures.models import GivenAs, Rating, Way
from ownwords.measures.presenters.lines import level_words, numbers
from ownwords.measures.queries.lines import Followed
from ownwords.people.access import Opened
from ownwords.people.forms.fields import ChosenField, DatePartsField, WordsField
from ownwords.people.forms.sight import Tokens

#: The answers without a number that are offered everywhere.
WITHOUT = (GivenAs.RATHER_NOT, GivenAs.NOT_APPLICABLE)


class RateForm(Tokens):
    """One rating. Narrow scales are one press; wide ones take a number. The words on the page travel with it."""

    def __init__(
        self, *args: Any, one: Followed, needed: bool = True, paper: bool = False, **options: Any
    ) -> None:
        super().__init__(*args, **options)
        self.one, self.tiles, self.needed = one, numbers(one.line), needed
        self.low, self.high = plain(one.line.low), plain(one.line.high)
        self.fields["wording"] = forms.UUIDField(
            required=False, widget=forms.HiddenInput, initial=one.wording.id
        )
        if paper and len(one.wordings) > 1:
            self.fields["wording"] = ChosenField(
                label=_("Which words stand on the paper?"),
                choices=[(str(w.id), w.words) for w in reversed(one.wordings)],
                initial=str(one.wording.id),
            )
        self.fields["answer"] = ChosenField(label=one.wording.words, choices=self._choices(), required=False)
        if not self.tiles:
            self.fields["number"] = NumberField(
                label=_("A number from %(low)s to %(high)s")
                % {"low": plain(one.line.low), "high": plain(one.line.high)},
                required=False,
            )
        self.fields["note"] = WordsField(
            label=_("In your words, if you like"), required=False, rows=2, most=2_000
        )

    def _choices(self) -> list[tuple[str, str]]:
        return [(str(n), self._tile(n)) for n in self.tiles] + [(str(g), str(g.label)) for g in WITHOUT]

    def _tile(self, number: int) -> str:
        if not self.one.wording.level_words:
            return str(number)
        words = level_words(self.one.line, self.one.wording, Decimal(number))
        shown = f"{number:+d}" if number else "0"
        return f"{shown}: {words}" if words else shown

    @property
    def worded(self) -> bool:
        """Whether each level has words of its own, so that the levels stand one below the other."""
        return bool(self.one.wording.level_words)

    @property
    def touched(self) -> bool:
        """Whether anything was answered or written; what was left alone is no answer."""
        typed = self.cleaned_data
        return bool(typed.get("answer") or typed.get("number") is not None or typed.get("note"))

    def clean(self) -> dict[str, Any]:
        """Ask for an answer where one is needed; a number and "rather not say" do not go together."""
        typed = super().clean() or self.cleaned_data
        if "number" in self.errors or "answer" in self.errors or "note" in self.errors:
            return typed
        if typed.get("number") is not None and typed.get("answer"):
            self.add_error("number", _("Give a number, or say that you would rather not, but not both."))
        elif not self.answered and (self.needed or self.touched):
            name = "answer" if self.tiles else "number"
            self.add_error(name, _("Choose a number, or say that you would rather not."))
        return typed

    @property
    def answered(self) -> bool:
        """Whether there is an answer, with or without a number."""
        typed = self.cleaned_data
        return bool(typed.get("answer")) or typed.get("number") is not None

    @property
    def wording_id(self) -> UUID | None:
        """The wording that was on the page."""
        found = self.cleaned_data.get("wording")
        return UUID(str(found)) if found else None

    def to_rated(self, day: Any = None) -> Rated:
        """Return the answer for the action."""
        typed = self.cleaned_data
        answer = typed.get("answer", "")
        if answer in WITHOUT:
            return Rated(None, answer, typed["note"], day)
        value = Decimal(answer) if answer else typed.get("number")
        return Rated(value, GivenAs.ANSWERED, typed["note"], day)

    def to_answer(self, day: Any = None) -> Answer:
        """Return the answer with its line, its words and its key, for the action that keeps several."""
        typed = self.cleaned_data
        return Answer(self.one.line.id, self.to_rated(day), self.wording_id, typed["submission"])


class DayForm(forms.Form):
    """When it was said, if not today; for staff, how it was said."""

    def __init__(self, *args: Any, opened: Opened, paper: bool = False, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["rated_on"] = DatePartsField(
            label=_("The day on the paper") if paper else _("On another day?"),
            required=paper,
            help_text="" if paper else _("Empty means today."),
        )
        if not opened.is_own and not paper:
            self.fields["way"] = ChosenField(
                label=_("How was it said?"),
                choices=[(str(w), str(w.label)) for w in (Way.TOGETHER, Way.READ_ALOUD)],
                initial=Way.TOGETHER,
                required=False,
            )


class CorrectForm(RateForm):
    """Putting a rating right: what stands there is filled in."""

    def __init__(self, *args: Any, one: Followed, rating: Rating, **options: Any) -> None:
        super().__init__(*args, one=one, **options)
        del self.fields["wording"]
        self.fields["version"].initial = rating.version
        self.fields["rated_on"] = DatePartsField(label=_("The day"), initial=rating.rated_on)
        self.fields["note"].initial = rating.note
        value = rating.value
        if value is None:
            self.fields["answer"].initial = rating.given
        elif self.tiles and value == int(value):
            self.fields["answer"].initial = str(int(value))
        elif not self.tiles:
            self.fields["number"].initial = plain(value)


def problems(*found: forms.Form) -> list[dict[str, str]]:
    """Return what is wrong in several forms of one page, each with the way to its field; nothing before sending."""
    items = []
    for form in found:
        if not form.is_bound:
            continue
        items += [{"text": str(text), "href": ""} for text in form.non_field_errors()]
        for field in form:
            parts = getattr(field.field.widget, "parts", None)
            link = f"#{field.auto_id}" + (f"-{parts[0]}" if parts else "")
            items += [{"text": str(text), "href": link} for text in field.errors]
    return items
