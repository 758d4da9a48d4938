"""Forms of steps of connecting: one screen, in the order in which one tells it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext as _

from ownwords.connections.actions.steps import MOST_NAME, MOST_WORDS, Taken
from ownwords.connections.models import ConnectingStep, MapItem
from ownwords.connections.presenters.steps import barrier_choices, step_choices, wheel_choices
from ownwords.people.access import Opened
from ownwords.people.forms.fields import (
    ChosenField,
    DatePartsField,
    LineField,
    SeveralField,
    WordsField,
    because,
)
from ownwords.people.forms.sight import SightForm, Tokens, circle_choices
from ownwords.people.queries.circle import Circle

TOGETHER = (("together", True), ("apart", False), ("", None))


@dataclass(frozen=True, slots=True)
class Around:
    """What a form of a step can choose from: the circle, what stands on the map, and how the service words steps."""

    circle: Circle
    items: Sequence[MapItem]
    labels: dict[str, str]


def _id(typed: str) -> UUID | None:
    return UUID(typed) if typed else None


def _select(label: str, choices: list[tuple[str, Any]], **options: Any) -> ChosenField:
    return ChosenField(label=label, choices=choices, required=False, widget=forms.Select, **options)


def _fields(opened: Opened, around: Around, row: ConnectingStep | None) -> dict[str, forms.Field]:
    own = opened.is_own
    places = {"together": _("together"), "apart": _("apart"), "": _("not said")}
    return {
        "words": because(
            WordsField(
                label=_("What happened?"), required=False, rows=2, most=MOST_WORDS,
                help_text=_("As you would tell it. A few words are enough."),
            ),
            _("Small steps are easily forgotten, also those that somebody took out of sight."),
        ),
        "step": _select(
            _("Which step was it?"), [("", _("none of these, my words say it")), *step_choices(around.labels, row)],
        ),
        "wheel": ChosenField(label=_("Whose step was it?"), choices=wheel_choices(opened)),
        "together": ChosenField(
            label=_("Together or apart?"), required=False, choices=[(key, places[key]) for key, _value in TOGETHER]
        ),
        "happened_on": DatePartsField(
            label=_("When?"), required=False,
            help_text=_("Empty means today. Any earlier day will do.") if row is None else "",
        ),
        "item": _select(
            _("About whom or what on your map?") if own else _("About whom or what on the map?"),
            [("", _("nothing in particular")), *_items(around.items, row)],
        ),
        "companion": _select(
            _("With whom?"), [("", _("nobody, or somebody who is not in this list")), *_companions(around, row)]
        ),
        "companion_words": LineField(
            label=_("Somebody else: a name, or who it is"), required=False, most=MOST_NAME,
        ),
        "barriers": SeveralField(
            label=_("What was in the way?"), required=False, choices=barrier_choices(row)
        ),
        "barrier_words": WordsField(
            label=_("What was in the way, in words"), required=False, rows=2, most=MOST_WORDS
        ),
        "helped_words": WordsField(label=_("What helped?"), required=False, rows=2, most=MOST_WORDS),
    }  # fmt: skip


def _items(items: Sequence[MapItem], row: ConnectingStep | None) -> list[tuple[str, str]]:
    found = [(str(one.id), one.words) for one in items]
    kept = str(row.item_id) if row is not None and row.item_id else ""
    if kept and kept not in dict(found):
        found.append((kept, _("what stands there now")))
    return found


def _companions(around: Around, row: ConnectingStep | None) -> list[tuple[str, str]]:
    found = circle_choices(around.circle)
    kept = row.companion if row is not None else None
    if kept is not None and str(kept.id) not in dict(found):
        found.append((str(kept.id), kept.name))
    return found


def _taken(typed: dict[str, Any]) -> Taken:
    plain = ("wheel", "step", "words", "happened_on", "barrier_words", "helped_words", "companion_words")
    return Taken(
        **{name: typed[name] for name in plain},
        together=dict(TOGETHER)[typed["together"]],
        barriers=tuple(typed["barriers"]),
        item_id=_id(typed["item"]),
        companion_id=_id(typed["companion"]),
    )


class StepAddForm(SightForm):
    """One step, and who sees it."""

    def __init__(self, *args: Any, opened: Opened, around: Around, item: str = "", **options: Any) -> None:
        super().__init__(*args, opened=opened, circle=around.circle, **options)
        self.fields = {**_fields(opened, around, None), **self.fields}
        self.initial.update({"together": "", "item": item})

    def to_taken(self) -> Taken:
        """Return the step, for the action."""
        return _taken(self.cleaned_data)


class StepChangeForm(Tokens):
    """A step, said differently."""

    def __init__(
        self, *args: Any, opened: Opened, around: Around, row: ConnectingStep, **options: Any
    ) -> None:
        super().__init__(*args, **options)
        self.fields = {**_fields(opened, around, row), **self.fields}
        self.fields["version"].initial = row.version
        self.initial.update(self.values_of(row))

    @staticmethod
    def values_of(row: ConnectingStep) -> dict[str, Any]:
        """Return what the fields hold for a step as it stands now."""
        plain = ("words", "step", "wheel", "happened_on", "barrier_words", "helped_words", "companion_words")
        return {name: getattr(row, name) for name in plain} | {
            "together": next(key for key, value in TOGETHER if value is row.together),
            "barriers": row.barriers,
            "item": str(row.item_id or ""),
            "companion": str(row.companion_id or ""),
        }

    def to_taken(self) -> Taken:
        """Return the step, for the action."""
        return _taken(self.cleaned_data)
