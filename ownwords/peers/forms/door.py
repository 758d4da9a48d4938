"""Forms of the door. None asks a person why; a pause by the service owes its reason and its end."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from ownwords.peers.actions.approaches import Came
from ownwords.peers.actions.door import MOST_WORDS, Turn
from ownwords.peers.models import Decider, ReachBy, Route, Status
from ownwords.people.access import Opened
from ownwords.people.forms.fields import ChosenField, DatePartsField, LineField, WordsField, because
from ownwords.people.forms.sight import Tokens
from ownwords.people.roles import RoleName

KNOWN = (("", None), ("no", False), ("yes", True))


@dataclass(frozen=True, slots=True)
class Way:
    """One way to turn a door: its name in the address, where it leads, and who it is for."""

    key: str
    to: str
    own: bool = False
    staff: bool = False
    lead: bool = False


WAYS = {
    way.key: way
    for way in (
        Way("pause", Status.PAUSED_BY_PERSON, own=True, staff=True),
        Way("step-back", Status.MOVED_ON, own=True),
        Way("pause-by-us", Status.PAUSED_BY_SERVICE, staff=True),
        Way("moved-on", Status.MOVED_ON, staff=True),
        Way("open-again", Status.OPEN, staff=True),
        Way("close", Status.CLOSED, lead=True),
    )
}


def way_for(opened: Opened, key: str) -> Way | None:
    """Return a way that is this viewer's to go; None for any other."""
    way = WAYS.get(key)
    if way is None:
        return None
    if opened.is_own:
        return way if way.own else None
    if way.lead:
        return way if opened.viewer.role is RoleName.TEAM_LEAD else None
    return way if way.staff else None


class TurnForm(Tokens):
    """One decision about a door; which fields it has depends on the way and on who decides."""

    def __init__(self, *args: Any, opened: Opened, way: Way, seen: int, **options: Any) -> None:
        super().__init__(*args, **options)
        self.opened, self.way = opened, way
        self.fields["version"].initial = seen
        made = self._own_fields() if opened.is_own else self._staff_fields()
        self.fields = {**made, **self.fields}

    def _own_fields(self) -> dict[str, forms.Field]:
        made: dict[str, forms.Field] = {}
        if self.way.to == Status.PAUSED_BY_PERSON:
            made["until"] = DatePartsField(
                label=_("Until when?"), required=False, help_text=_("Leave it empty if you do not know.")
            )
        made["words"] = WordsField(
            label=_("Anything you want to say"), required=False, rows=2, most=MOST_WORDS,
            help_text=_("No reason is needed."),
        )  # fmt: skip
        return made

    def _staff_fields(self) -> dict[str, forms.Field]:
        called = {"person": self.opened.person.called}
        made: dict[str, forms.Field] = {}
        deciders = self._deciders()
        if len(deciders) > 1:
            made["decided_by"] = ChosenField(label=_("Whose decision is this?"), choices=deciders)
        if self.way.to in (Status.PAUSED_BY_SERVICE, Status.CLOSED):
            made["reason"] = because(
                WordsField(label=_("Why?"), rows=2, most=MOST_WORDS),
                _("%(person)s can read this, for as long as the record is kept.") % called,
            )
        if self.way.to in (Status.PAUSED_BY_PERSON, Status.PAUSED_BY_SERVICE):
            needed = self.way.to == Status.PAUSED_BY_SERVICE
            made["until"] = DatePartsField(
                label=_("Until when?"), required=needed,
                help_text=_("The day on which the pause ends.") if needed else _("Leave it empty if nobody knows."),
            )  # fmt: skip
        if self.way.to != Status.CLOSED:
            made["words"] = WordsField(
                label=_("What %(person)s says about it") % called, required=False, rows=2, most=MOST_WORDS,
                help_text=_("In their own words, if they want."),
            )  # fmt: skip
            made["who_to_call"] = LineField(
                label=_("Whom can %(person)s call?") % called, required=False,
                help_text=_("A name and a number. Empty means: the peer worker and the team."),
            )  # fmt: skip
        return made

    def _deciders(self) -> list[tuple[str, str]]:
        fits = {
            Status.PAUSED_BY_PERSON: (Decider.PERSON, Decider.BOTH),
            Status.PAUSED_BY_SERVICE: (Decider.SERVICE, Decider.BOTH),
            Status.CLOSED: (Decider.SERVICE,),
        }.get(Status(self.way.to), tuple(Decider))
        return [(str(one.value), str(one.label)) for one in fits]

    def to_turn(self) -> Turn:
        """Return the decision, for the action."""
        typed = self.cleaned_data
        only = Decider.PERSON if self.opened.is_own else Decider.SERVICE
        return Turn(
            to=self.way.to,
            decided_by=typed.get("decided_by") or only,
            words=typed.get("words", ""),
            reason=typed.get("reason", ""),
            until=typed.get("until"),
            who_to_call=typed.get("who_to_call", ""),
        )


class ComeBackForm(Tokens):
    """I would like to come back: nothing is asked but how they would like to be reached."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["reach_by"] = ChosenField(
            label=_("How would you like to be reached?"), required=False,
            choices=[*ReachBy.choices, ("", _("any of these"))], initial="",
        )  # fmt: skip
        self.fields["words"] = WordsField(
            label=_("Anything you want to say"), required=False, rows=2, most=MOST_WORDS
        )


class ReturnForm(Tokens):
    """Staff keep that somebody came, or came back."""

    def __init__(self, *args: Any, opened: Opened, seen: int, **options: Any) -> None:
        super().__init__(*args, **options)
        called = {"person": opened.person.called}
        self.fields["version"].initial = seen
        routes = [one for one in Route.choices if one[0] != Route.ONLINE]
        self.fields["route"] = ChosenField(label=_("How did %(person)s come?") % called, choices=routes)
        self.fields["made_on"] = DatePartsField(
            label=_("On another day?"), required=False, help_text=_("Empty means today.")
        )
        self.fields["reach_by"] = ChosenField(
            label=_("How would %(person)s like to be reached?") % called, required=False,
            choices=[*ReachBy.choices, ("", _("not said"))], initial="",
        )  # fmt: skip
        self.fields["referral_needed"] = because(
            ChosenField(
                label=_("Was a new referral asked of them?"), required=False, initial="",
                choices=[("no", _("no")), ("yes", _("yes, somebody asked for one")), ("", _("not known"))],
            ),
            _("Coming back needs none. If somebody asked for one all the same, the service should know."),
        )  # fmt: skip
        self.fields["words"] = WordsField(
            label=_("What %(person)s said") % called, required=False, rows=2, most=MOST_WORDS
        )

    def to_came(self) -> Came:
        """Return how they came, for the action."""
        typed = self.cleaned_data
        return Came(
            route=typed["route"],
            words=typed["words"],
            reach_by=typed["reach_by"],
            made_on=typed["made_on"],
            referral_needed=dict(KNOWN)[typed["referral_needed"]],
        )


class EndForm(Tokens):
    """That somebody died, or moved out of the area."""

    def __init__(self, *args: Any, opened: Opened, **options: Any) -> None:
        super().__init__(*args, **options)
        called = {"person": opened.person.called}
        self.fields["kind"] = ChosenField(
            label=_("What happened?"),
            choices=[
                ("moved_away", _("%(person)s has moved out of the area") % called),
                ("died", _("%(person)s has died") % called),
            ],
        )
        self.fields["on"] = DatePartsField(
            label=_("When?"),
            required=False,
            help_text=_("Empty means today. A day that is nearly right will do."),
        )
