"""Forms of the map. Nothing is chosen beforehand; none asks for a surname, a birth date or an address."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _

from ownwords.connections.actions.map_items import MOST_AT_ONCE, MOST_NAME, MOST_NOTE, Told
from ownwords.connections.models import EndedAs, Helps, MapItem, Relation, What
from ownwords.people.access import Opened
from ownwords.people.forms.fields import (
    ChosenField,
    DatePartsField,
    LineField,
    SeveralField,
    SubmissionField,
    WordsField,
    because,
)
from ownwords.people.forms.sight import SightForm, Tokens
from ownwords.people.queries.circle import Circle

#: A question with three answers that are kept apart: yes, no, and nothing said.
SAID = (("", None), ("yes", True), ("no", False))


def name_field(**options: Any) -> forms.Field:
    """The one name that something goes by on the map."""
    return because(
        LineField(
            label=_("Nickname or initials"), most=MOST_NAME,
            help_text=_("Whatever you would recognise it by. No surname is needed."), **options,
        ),
        _("Others have not agreed to be written about, so as little as possible is kept of them."),
    )  # fmt: skip


def what_field(initial: str = "") -> forms.Field:
    """Person, place, activity or group; nothing chosen."""
    return ChosenField(label=_("What is it?"), choices=What.choices, required=False, initial=initial or None)


def _three(label: str, value: bool | None) -> forms.Field:
    words = {"": _("not said"), "yes": _("yes"), "no": _("no")}
    was = next(key for key, known in SAID if known is value)
    choices = [(key, words[key]) for key in ("yes", "no", "")]
    return ChosenField(label=label, required=False, choices=choices, initial=was or None)


def told_fields(opened: Opened, item: MapItem | None) -> dict[str, forms.Field]:
    """Return everything that can be told of somebody or something, the name first."""
    own = opened.is_own
    called = {"person": opened.person.called}
    return {
        "words": name_field(initial=item.words if item else ""),
        "what": what_field(item.what if item else ""),
        "relations": SeveralField(
            label=_("How do you know them?") if own else _("How does %(person)s know them?") % called,
            choices=Relation.choices, required=False, initial=list(item.relations) if item else [],
            help_text=_("Any number, or none."),
        ),
        "helps": ChosenField(
            label=_("Does it help or harm?"), choices=[*Helps.choices, ("", _("not said"))], required=False,
            initial=(item.helps if item else "") or None,
        ),
        "gives_me": _three(
            _("Do they give you something?") if own else _("Do they give %(person)s something?") % called,
            item.gives_me if item else None,
        ),
        "i_give": _three(
            _("Do you give them something?") if own else _("Does %(person)s give them something?") % called,
            item.i_give if item else None,
        ),
        "note": WordsField(
            label=_("Anything else?"), required=False, rows=2, most=MOST_NOTE,
            initial=item.note if item else "",
        ),
    }  # fmt: skip


def told_of(typed: dict[str, Any]) -> Told:
    """Return what was typed, for the action."""
    said = dict(SAID)
    return Told(
        words=typed["words"],
        what=typed.get("what", ""),
        relations=tuple(typed.get("relations", ())),
        helps=typed.get("helps", ""),
        gives_me=said[typed.get("gives_me", "")],
        i_give=said[typed.get("i_give", "")],
        note=typed.get("note", ""),
    )


class ItemAddForm(SightForm):
    """Something new on the map, and who sees it. Only the name is needed."""

    def __init__(self, *args: Any, opened: Opened, circle: Circle, **options: Any) -> None:
        super().__init__(*args, opened=opened, circle=circle, **options)
        self.fields = {**told_fields(opened, None), **self.fields, "service": SubmissionField()}
        self.fields["service"].initial = None
        # The short form beside the map does not ask: then the person's own default holds.
        self.fields["visibility"].required = False

    def to_told(self) -> Told:
        """Return what was told, for the action."""
        return told_of(self.cleaned_data)


class ItemChangeForm(Tokens):
    """Something on the map, told differently."""

    def __init__(self, *args: Any, opened: Opened, item: MapItem, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["version"].initial = item.version
        self.fields = {**told_fields(opened, item), **self.fields}

    @staticmethod
    def values_of(item: MapItem) -> dict[str, Any]:
        """Return what the fields hold for an item as it stands now."""
        plain = {name: getattr(item, name) for name in ("words", "what", "relations", "helps", "note")}
        three = {
            name: next(key for key, known in SAID if known is getattr(item, name))
            for name in ("gives_me", "i_give")
        }
        return {**plain, **three}

    def to_told(self) -> Told:
        """Return what was told, for the action."""
        return told_of(self.cleaned_data)


class SeveralForm(Tokens):
    """Several names at once, one a line."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["names"] = because(
            WordsField(
                label=_("Names, one on each line"), rows=8, most=MOST_AT_ONCE * (MOST_NAME + 2),
                help_text=_("Nicknames or initials, up to %(most)s at once. More can be said of each later.")
                % {"most": MOST_AT_ONCE},
            ),
            _("To start from a list that you have in your head or on paper."),
        )  # fmt: skip


class MoveForm(Tokens):
    """Which ring something goes into: a choice, or one step inwards or outwards."""

    ring = forms.CharField(required=False)
    to = forms.CharField(required=False)
    angle = forms.IntegerField(required=False, min_value=0, max_value=359)

    def to_ring(self, item: MapItem) -> int | None:
        """Return the ring that is meant, 0 for one that there is not."""
        if way := self.cleaned_data["to"]:
            inwards = {None: 3, 3: 2, 2: 1, 1: 1}
            outwards = {1: 2, 2: 3, 3: None, None: None}
            return (inwards if way == "in" else outwards)[item.ring]
        typed = self.cleaned_data["ring"]
        return None if typed == "none" else {"1": 1, "2": 2, "3": 3}.get(typed, 0)


class LinksForm(Tokens):
    """Which others one item is linked to. What was linked when it was opened travels along."""

    def __init__(self, *args: Any, others: list[MapItem], linked: set[Any], **options: Any) -> None:
        super().__init__(*args, **options)
        ids = {str(one.id) for one in others}
        now = [str(one) for one in linked if str(one) in ids]
        self.fields["links"] = SeveralField(
            label=_("Linked to"), required=False, initial=now,
            choices=[(str(one.id), one.words) for one in others],
        )  # fmt: skip
        self.fields["known"] = forms.MultipleChoiceField(
            required=False, initial=now, widget=forms.MultipleHiddenInput,
            choices=[(one, one) for one in ids],
        )  # fmt: skip


class EndForm(Tokens):
    """Why something is over, as far as somebody wants to say."""

    def __init__(self, *args: Any, version: int, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["version"].initial = version
        self.fields["ended_as"] = ChosenField(label=_("What happened?"), choices=EndedAs.choices)
        self.fields["ended_words"] = WordsField(
            label=_("In your own words"), required=False, rows=2, most=MOST_NOTE
        )
        self.fields["ended_on"] = DatePartsField(
            label=_("When?"), required=False, help_text=_("Empty means today.")
        )


class OffForm(Tokens):
    """Taking something off the map, with a reason if there is one."""

    def __init__(self, *args: Any, version: int, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["version"].initial = version
        self.fields["reason"] = WordsField(
            label=_("Why?"), rows=2, most=500, required=False,
            help_text=_("A word or two, if you like."),
        )  # fmt: skip
