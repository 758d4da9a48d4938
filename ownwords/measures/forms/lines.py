"""Forms of lines: beginning one or several, rewording, closing, how often, the usual range, a reason."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from ownwords.ledger.ids import Ref
from ownwords.measures.actions.lines import MOST_ANCHOR, MOST_UNIT, MOST_WEIGHT, WIDEST, LineWords, Scale
from ownwords.measures.actions.templates import Filled
from ownwords.measures.method.templates import Template
from ownwords.measures.models import Closing, Direction, HowOften, Line, Wording
from ownwords.measures.presenters.lines import closing_reason, direction_choices
from ownwords.people.access import Opened
from ownwords.people.forms.fields import (
    ChosenField,
    DatePartsField,
    LineField,
    SeveralField,
    WordsField,
    because,
)
from ownwords.people.forms.sight import SightForm, Tokens
from ownwords.people.queries.circle import Circle
from ownwords.people.things import Thing

SHOWN = 80


class NumberField(forms.DecimalField):
    """A number as people type it: a comma is a point, and text is refused in words."""

    widget = forms.TextInput(attrs={"inputmode": "decimal", "size": 5})

    def __init__(self, **options: Any) -> None:
        wrong = _("Give a number, for example 7 or 7.5.")
        options.setdefault("error_messages", {"invalid": wrong, "required": wrong})
        super().__init__(max_digits=9, decimal_places=2, **options)
        # The validators speak of digits; what is off the scale is said in words of its own.
        self.validators = []

    def to_python(self, value: Any) -> Any:
        """Return the number as a Decimal, None for nothing typed."""
        typed = str(value).strip().replace("\N{MINUS SIGN}", "-") if value is not None else ""
        if typed.count(",") == 1 and "." not in typed:
            typed = typed.replace(",", ".")
        found = super().to_python(typed)
        if found is not None and not _keepable(found):
            raise forms.ValidationError(
                _("Give a number with at most two places after the point, up to %(most)s.") % {"most": WIDEST}
            )
        return found


def _keepable(number: Decimal) -> bool:
    """Whether a number has a place in the record: at most five figures and two places after the point."""
    return number.is_finite() and abs(number) <= WIDEST and number == number.quantize(Decimal("0.01"))


def _anchors(low: Any, high: Any) -> dict[str, forms.Field]:
    return {
        "low_words": LineField(
            label=_("What does %(number)s mean?") % {"number": low}, required=False, most=MOST_ANCHOR
        ),
        "high_words": LineField(
            label=_("What does %(number)s mean?") % {"number": high}, required=False, most=MOST_ANCHOR
        ),
    }


class LineAddForm(SightForm):
    """A new line: the words, which way is better, what the ends mean; everything else may stay as it is."""

    def __init__(
        self, *args: Any, opened: Opened, circle: Circle, things: Sequence[Thing], **options: Any
    ) -> None:
        super().__init__(*args, opened=opened, circle=circle, **options)
        self.things = {f"{thing.ref.kind}:{thing.ref.id}": thing.ref for thing in things}
        own = opened.is_own
        first: dict[str, forms.Field] = {
            "words": because(
                WordsField(
                    label=_("What would you like to follow?") if own else _("What is to be followed, as it was said"),
                    help_text=_("A few words, as you would say it. For example: getting out of the house."),
                    rows=2, most=2_000,
                ),
                _("So that what counts for you is followed, and not only what a form asks."),
            ),
            "direction": ChosenField(
                label=_("Which way is better?"), choices=direction_choices(opened), initial=Direction.UP
            ),
            **_anchors(_("the lowest number"), _("the highest number")),
        }  # fmt: skip
        first["low_words"].help_text = _("For example: not at all.")
        first["high_words"].help_text = _("For example: whenever I want.")
        self.fields = {**first, **self._more(things), **self.fields}

    def _more(self, things: Sequence[Thing]) -> dict[str, forms.Field]:
        more: dict[str, forms.Field] = {
            "low": NumberField(label=_("Lowest number"), initial=0),
            "high": NumberField(label=_("Highest number"), initial=10),
            "unit": LineField(
                label=_("What is counted, if anything"), required=False, most=MOST_UNIT,
                help_text=_("For example: hours, or days a week. Leave it empty for a feeling."),
            ),
            "how_often": ChosenField(
                label=_("How often would you like to look at it?") if self.opened.is_own
                else _("How often does %(person)s want to look at it?") % {"person": self.opened.person.called},
                choices=HowOften.choices, initial=HowOften.WHEN_I_LIKE,
                help_text=_("A wish, not a duty. Nobody counts what is left out."),
            ),
            "started_on": DatePartsField(
                label=_("Since when?"), required=False, help_text=_("Empty means today.")
            ),
        }  # fmt: skip
        if things:
            more["about"] = SeveralField(
                label=_("What is it about?"),
                choices=[
                    (name, f"{thing.kind}: {_shortened(thing.words)}")
                    for name, thing in zip(self.things, things, strict=True)
                ],
                required=False,
            )
        return more

    def to_words(self) -> LineWords:
        """Return the words for the action."""
        typed = self.cleaned_data
        return LineWords(typed["words"], typed["low_words"], typed["high_words"])

    def to_scale(self) -> Scale:
        """Return the scale for the action."""
        typed = self.cleaned_data
        return Scale(typed["direction"], typed["low"], typed["high"], typed["unit"], typed["how_often"])

    def to_about(self) -> list[Ref]:
        """Return what it is about, as references: only what was offered, so only what the viewer sees."""
        return [self.things[name] for name in self.cleaned_data.get("about", ())]


def _shortened(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= SHOWN else line[:SHOWN].rsplit(" ", 1)[0] + " …"


class RewordForm(Tokens):
    """Other words for a line, and the one question that only the person can answer."""

    def __init__(self, *args: Any, line: Line, wording: Wording, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["version"].initial = line.version
        self.levels = sorted(wording.level_words, key=float)
        self.fields["words"] = WordsField(label=_("The words"), rows=2, most=2_000, initial=wording.words)
        for name, field in _anchors(f"{line.low.normalize():f}", f"{line.high.normalize():f}").items():
            if not self.levels:
                field.initial = getattr(wording, name)
                self.fields[name] = field
        for level in self.levels:
            self.fields[f"level_{level}"] = LineField(
                label=_("What does %(number)s mean?") % {"number": level},
                required=False, most=MOST_ANCHOR, initial=wording.level_words[level],
            )  # fmt: skip
        self.fields["same_thing"] = ChosenField(
            label=_("Is it the same thing?"),
            choices=[
                ("same", _("The same thing, in clearer words")),
                ("different", _("A different thing")),
            ],
        )
        self.fields["closing_words"] = LineField(
            label=_("What would you like to say about the old line?"), required=False, most=2_000
        )

    def to_words(self) -> LineWords:
        """Return the words for the action."""
        typed = self.cleaned_data
        levels = {level: typed[f"level_{level}"] for level in self.levels}
        return LineWords(typed["words"], typed.get("low_words", ""), typed.get("high_words", ""), levels)

    @property
    def same_thing(self) -> bool:
        """Whether the person says that it is the same thing."""
        return bool(self.cleaned_data["same_thing"] == "same")


class CloseForm(Tokens):
    """Why a line is closed, in one press and, if it helps, a few words."""

    def __init__(self, *args: Any, opened: Opened, line: Line, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["version"].initial = line.version
        reasons = [value for value in Closing.values if value != Closing.CHANGED]
        self.fields["closed_as"] = ChosenField(
            label=_("Why is it closed?"),
            choices=[(value, closing_reason(Line(closed_as=value), own=opened.is_own)) for value in reasons],
        )
        self.fields["closed_words"] = WordsField(
            label=_("What would you like to say about it?"), required=False, rows=2, most=2_000
        )
        self.fields["closed_on"] = DatePartsField(
            label=_("Since when?"), required=False, help_text=_("Empty means today.")
        )


class HowOftenForm(Tokens):
    """How often somebody means to look at a line."""

    def __init__(self, *args: Any, line: Line, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["version"].initial = line.version
        self.fields["how_often"] = ChosenField(
            label=_("How often?"), choices=HowOften.choices, initial=line.how_often,
            help_text=_("A wish, not a duty. Nobody counts what is left out."),
        )  # fmt: skip


class RangeForm(Tokens):
    """Up to which day the ratings make the usual range."""

    def __init__(self, *args: Any, line: Line, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["version"].initial = line.version
        self.fields["baseline_until"] = DatePartsField(
            label=_("Take the ratings up to this day"), required=False, initial=line.baseline_until,
            help_text=_("At least eight of them. Empty means up to today."),
        )  # fmt: skip


class TemplateForm(SightForm):
    """Several lines begun together: one place each, with the levels described where the template asks for it."""

    def __init__(
        self, *args: Any, opened: Opened, circle: Circle, template: Template, **options: Any
    ) -> None:
        super().__init__(*args, opened=opened, circle=circle, **options)
        self.template = template
        places: dict[str, forms.Field] = {}
        for slot in template.slots:
            places[f"{slot.key}:words"] = WordsField(
                label=_(slot.label),
                help_text=_(slot.hint) if slot.hint else "",
                rows=2,
                most=2_000,
                required=False,
            )
            for level in template.levels:
                places[f"{slot.key}:level_{level.value}"] = LineField(
                    label=f"{level.value:+d}: {_(level.label)}" if level.value else f"0: {_(level.label)}",
                    most=MOST_ANCHOR, required=False,
                )  # fmt: skip
            if template.weighted:
                places[f"{slot.key}:weight"] = forms.IntegerField(
                    label=_("Weight"), min_value=1, max_value=MOST_WEIGHT, initial=1, required=False,
                    widget=forms.TextInput(attrs={"inputmode": "numeric", "size": 3}),
                    help_text=_("1 where all count alike."),
                )  # fmt: skip
        self.fields = {**places, **self.fields}

    def groups(self) -> list[tuple[str, list[forms.BoundField]]]:
        """Return the places with their fields, for the page."""
        return [
            (_(slot.label), [self[name] for name in self.fields if name.startswith(f"{slot.key}:")])
            for slot in self.template.slots
        ]

    def clean(self) -> dict[str, Any]:
        """Say where levels were described for a goal that has no words."""
        typed = super().clean()
        for slot in self.template.slots:
            if not typed.get(f"{slot.key}:words") and any(
                typed.get(f"{slot.key}:level_{level.value}") for level in self.template.levels
            ):
                self.add_error(f"{slot.key}:words", _("Say what the goal is."))
        return typed

    def to_filled(self) -> list[Filled]:
        """Return the places that were filled in."""
        made, typed = self.template, self.cleaned_data
        return [
            Filled(
                slot.key,
                LineWords(
                    typed[f"{slot.key}:words"],
                    _(made.low_words) if made.low_words else "",
                    _(made.high_words) if made.high_words else "",
                    {str(one.value): typed[f"{slot.key}:level_{one.value}"] for one in made.levels},
                ),
                typed.get(f"{slot.key}:weight") or 1,
            )
            for slot in made.slots
            if typed[f"{slot.key}:words"]
        ]
