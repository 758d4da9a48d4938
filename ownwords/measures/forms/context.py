"""Forms of what went on around the numbers, and of the person's own answer. None of them takes a score."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _

from ownwords.measures.actions.context import MOST_WORDS, Happened
from ownwords.measures.actions.own_answers import Said
from ownwords.measures.models import ContextEvent, Different, EventKind, Help
from ownwords.people.access import Opened
from ownwords.people.forms.fields import ChosenField, DatePartsField, WordsField, because
from ownwords.people.forms.sight import SightForm, Tokens
from ownwords.people.queries.circle import Circle

THERAPY = (("", None), ("inside", True), ("outside", False))


def _fields(opened: Opened, event: ContextEvent | None) -> dict[str, forms.Field]:
    place = {"inside": _("in therapy or treatment"), "outside": _("outside it"), "": _("not said")}
    was = next(key for key, value in THERAPY if value is (event.inside_therapy if event else None))
    return {
        "words": because(
            WordsField(
                label=_("What happened?"), rows=2, most=MOST_WORDS, initial=event.words if event else "",
                help_text=_("As you would tell it. A few words are enough."),
            ),
            _("So that numbers are not read without what went on around them. It gets no number itself."),
        ),
        "kind": ChosenField(
            label=_("What was it about?"), choices=EventKind.choices, initial=event.kind if event else None
        ),
        "starts_on": DatePartsField(
            label=_("When, or since when?"), required=False, initial=event.starts_on if event else None,
            help_text=_("Empty means today."),
        ),
        "ends_on": DatePartsField(
            label=_("Until when?"), required=False, initial=event.ends_on if event else None,
            help_text=_("Only if it lasted, and is over."),
        ),
        "help": ChosenField(
            label=_("Did it help?"), required=False, initial=event.help if event else "",
            choices=[("", _("not said")), *Help.choices],
        ),
        "inside_therapy": ChosenField(
            label=_("Where did it happen?"), required=False, initial=was,
            choices=[(key, place[key]) for key, _value in THERAPY],
        ),
    }  # fmt: skip


def _happened(typed: dict[str, Any]) -> Happened:
    return Happened(
        kind=typed["kind"],
        words=typed["words"],
        starts_on=typed["starts_on"],
        ends_on=typed["ends_on"],
        inside_therapy=dict(THERAPY)[typed["inside_therapy"]],
        help=typed["help"],
    )


class EventAddForm(SightForm):
    """Something that happened, and who sees it."""

    def __init__(self, *args: Any, opened: Opened, circle: Circle, **options: Any) -> None:
        super().__init__(*args, opened=opened, circle=circle, **options)
        self.fields = {**_fields(opened, None), **self.fields}

    def to_happened(self) -> Happened:
        """Return what happened, for the action."""
        return _happened(self.cleaned_data)


class EventChangeForm(Tokens):
    """What happened, said differently."""

    def __init__(self, *args: Any, opened: Opened, event: ContextEvent, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["version"].initial = event.version
        self.fields = {**_fields(opened, event), **self.fields}

    @staticmethod
    def values_of(event: ContextEvent) -> dict[str, Any]:
        """Return what the fields hold for an event as it stands now."""
        was = next(key for key, value in THERAPY if value is event.inside_therapy)
        plain = {name: getattr(event, name) for name in ("words", "kind", "starts_on", "ends_on", "help")}
        return {**plain, "inside_therapy": was}

    def to_happened(self) -> Happened:
        """Return what happened, for the action."""
        return _happened(self.cleaned_data)


class OwnAnswerForm(Tokens):
    """Is it different for you?"""

    def __init__(self, *args: Any, opened: Opened, **options: Any) -> None:
        super().__init__(*args, **options)
        question = _("Is it different for you?")
        if not opened.is_own:
            question = _("Is it different for %(person)s?") % {"person": opened.person.called}
        self.fields["answer"] = because(
            ChosenField(label=question, choices=Different.choices),
            _("Numbers cannot know. This answer stands beside them, and before them."),
        )
        self.fields["words"] = WordsField(
            label=_("In your own words") if opened.is_own else _("In their own words"),
            required=False, rows=2, most=2_000,
        )  # fmt: skip
        self.fields["since"] = DatePartsField(
            label=_("Compared with when?"), required=False, help_text=_("Empty means: not said.")
        )
        self.fields["said_on"] = DatePartsField(
            label=_("On another day?"), required=False, help_text=_("Empty means today.")
        )

    def to_said(self) -> Said:
        """Return the answer for the action."""
        typed = self.cleaned_data
        return Said(typed["answer"], typed["words"], typed["said_on"], typed["since"])
