"""Forms of ties: how one came about, and who did what in it. Nothing is preset, and everything may be left empty."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _

from ownwords.connections.actions.tie_views import MOST_WORDS, Did
from ownwords.connections.actions.ties import CameAbout
from ownwords.connections.models import Anyway, Ground, Helper, Origin, Part, Tie, TieView
from ownwords.connections.presenters.ties import who_choices
from ownwords.people.access import Opened
from ownwords.people.forms.fields import ChosenField, DatePartsField, SeveralField, WordsField, because
from ownwords.people.forms.sight import SightForm, Tokens
from ownwords.people.queries.circle import Circle

NEW, AGAIN = "new", "again"


def not_said(choices: list[tuple[str, Any]], *, offered: bool) -> list[tuple[str, Any]]:
    """Return the choices, with "not said" after them where an answer may be taken away again."""
    return [*choices, ("", _("not said"))] if offered else choices


def _tie_fields(opened: Opened, tie: Tie | None) -> dict[str, forms.Field]:
    own = opened.is_own
    return {
        "renewed": ChosenField(
            label=_("Is it new, or taken up again?"),
            choices=[(NEW, _("new")), (AGAIN, _("taken up again"))],
            initial=None if tie is None else AGAIN if tie.renewed else NEW,
        ),
        "origin": because(
            ChosenField(
                label=_("How did this come about?"), required=False,
                choices=not_said(list(Origin.choices), offered=tie is not None),
                initial=None if tie is None else tie.origin,
            ),
            _("So that it can be seen over time what brings people together. Leaving it empty is no answer at all."),
        ),
        "words": WordsField(
            label=_("In your own words") if own else _("In their own words"), required=False, rows=2,
            most=MOST_WORDS, initial=tie.origin_words if tie else "",
        ),
        "since": DatePartsField(
            label=_("Since when?"), required=False, initial=tie.since if tie else None,
            help_text=_("Empty means today.") if tie is None else "",
        ),
    }  # fmt: skip


def _came_about(typed: dict[str, Any]) -> CameAbout:
    return CameAbout(
        renewed=typed["renewed"] == AGAIN,
        since=typed["since"],
        origin=typed["origin"],
        words=typed["words"],
    )


class TieAddForm(SightForm):
    """How a tie came about, and who sees it."""

    def __init__(self, *args: Any, opened: Opened, circle: Circle, **options: Any) -> None:
        super().__init__(*args, opened=opened, circle=circle, **options)
        self.fields = {**_tie_fields(opened, None), **self.fields}

    def to_came_about(self) -> CameAbout:
        """Return what was said, for the action."""
        return _came_about(self.cleaned_data)


class TieChangeForm(Tokens):
    """How a tie came about, said differently."""

    def __init__(self, *args: Any, opened: Opened, tie: Tie, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["version"].initial = tie.version
        self.fields = {**_tie_fields(opened, tie), **self.fields}

    @staticmethod
    def values_of(tie: Tie) -> dict[str, Any]:
        """Return what the fields hold for a tie as it stands now."""
        renewed = AGAIN if tie.renewed else NEW
        return {"words": tie.origin_words, "renewed": renewed, "origin": tie.origin, "since": tie.since}

    def to_came_about(self) -> CameAbout:
        """Return what was said, for the action."""
        return _came_about(self.cleaned_data)


#: In the order of the page: one press each is enough, and one answer in all is enough.
VIEW_FIELDS = ("part", "ground", "idea", "first_contact", "helped_by", "words", "anyway")


class TieViewForm(Tokens):
    """Who did what, as one side sees it: one screen, no answer needed but one."""

    def __init__(
        self, *args: Any, opened: Opened, tie: Tie, view: TieView | None, about_person: bool, **options: Any
    ) -> None:
        super().__init__(*args, **options)
        self.fields["version"].initial = view.version if view else 0
        told = view is not None
        who = not_said(who_choices(opened, worker=not about_person), offered=told)
        own = opened.is_own
        self.fields |= {
            "part": because(
                self._one(_("What was a worker’s part?"), list(Part.choices), told),
                _("What goes on in the background is easily forgotten. Both sides are asked, each by itself."),
            ),
            "ground": SeveralField(
                label=_("How was the ground prepared?"), choices=Ground.choices, required=False,
                help_text=_("Only if a worker had a part in it."),
            ),
            "idea": self._one(_("Whose idea was it?"), who, False),
            "first_contact": self._one(_("Who made the first contact?"), who, False),
            "helped_by": SeveralField(label=_("Who else helped?"), choices=Helper.choices, required=False),
            "words": WordsField(
                label=_("In your own words") if own or not about_person else _("In their own words"),
                required=False, rows=2, most=MOST_WORDS,
            ),
            "anyway": self._one(_("Would it have happened anyway?"), list(Anyway.choices), told),
        }  # fmt: skip
        if view is not None:
            self.initial.update(self.values_of(view))

    @staticmethod
    def _one(label: str, choices: list[tuple[str, Any]], told: bool) -> ChosenField:
        return ChosenField(label=label, required=False, choices=not_said(choices, offered=told))

    @staticmethod
    def values_of(view: TieView) -> dict[str, Any]:
        """Return what the fields hold for a view as it stands now."""
        return {name: getattr(view, name) for name in VIEW_FIELDS}

    def to_did(self) -> Did:
        """Return what was said, for the action."""
        typed = {name: self.cleaned_data[name] for name in VIEW_FIELDS}
        return Did(**{**typed, "ground": tuple(typed["ground"]), "helped_by": tuple(typed["helped_by"])})
