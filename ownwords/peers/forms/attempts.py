"""The one screen for contacts: a few taps, no text at all unless the rule of the service allows a note (PS-02)."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext as _

from ownwords.peers.actions.attempt_rules import PRESENT, SETTINGS, Tried
from ownwords.peers.actions.attempts import MOST_NOTE
from ownwords.peers.models import Attempt, Booked, ContactKind, Means, Outcome, StartedBy
from ownwords.people.access import Opened
from ownwords.people.forms.fields import ChosenField, DatePartsField, SeveralField, WordsField, because
from ownwords.people.forms.sight import SightForm, Tokens
from ownwords.people.queries.circle import Circle
from ownwords.people.roles import RoleName

# What is asked first; the rest stands closed, for whoever wants it.
FIRST = ("outcome", "means", "on", "started_by")
MORE = ("with_account", "kind", "minutes", "setting", "present", "booked")


def _chosen(label: str, choices: Any, initial: str = "", *, blank: str | None = None) -> ChosenField:
    listed = [(str(key), str(words)) for key, words in choices]
    if blank is not None:
        listed.append(("", blank))
    return ChosenField(label=label, choices=listed, initial=initial, required=blank is None)


def tried_fields(
    opened: Opened, who: dict[UUID, str], was: Attempt | None, *, notes: bool
) -> dict[str, forms.Field]:
    """Return the fields of an attempt, filled with what one says already."""
    said = Tried.of(was) if was else None
    peer = opened.viewer.role is RoleName.PEER_WORKER
    starter = said.started_by if said else StartedBy.PEER if peer else StartedBy.CLINICIAN
    with_whom = str(said.with_account if said else opened.viewer.account_id)
    made: dict[str, forms.Field] = {
        "outcome": _chosen(_("What came of it?"), Outcome.choices, said.outcome if said else ""),
        "means": _chosen(_("How?"), Means.choices, said.means if said else ""),
        "on": DatePartsField(
            label=_("On another day?"), required=False, initial=said.on if said else None,
            help_text=_("Empty means today."),
        ),
        "started_by": _chosen(_("Who started it?"), StartedBy.choices, starter),
        "with_account": _chosen(_("Who was it with, or meant for?"), who.items(), with_whom),
        "kind": _chosen(_("What was it?"), ContactKind.choices, said.kind if said else "", blank=_("not said")),
        "minutes": forms.IntegerField(
            label=_("How many minutes?"), required=False, min_value=0, max_value=10_000,
            initial=said.minutes if said else None, widget=forms.TextInput(attrs={"size": 4, "inputmode": "numeric"}),
            error_messages={"invalid": _("Give whole minutes, or leave it empty.")},
        ),
        "setting": _chosen(_("Where?"), SETTINGS.items(), said.setting if said else "", blank=_("not said")),
        "present": SeveralField(
            label=_("Who else was there?"), required=False, initial=list(said.present) if said else [],
            choices=[(key, str(words)) for key, words in PRESENT.items()],
        ),
        "booked": _chosen(
            _("Was it booked, and how did it go?"), Booked.choices, said.booked if said else "",
            blank=_("no, or not known"),
        ),
    }  # fmt: skip
    made["with_account"].required = False  # nobody chosen means: the viewer
    if notes:
        made["note"] = because(
            WordsField(
                label=_("A note"), required=False, rows=3, most=MOST_NOTE, initial=said.note if said else ""
            ),
            _("Only if it helps %(person)s, who can read it.") % {"person": opened.person.called},
        )
    return made


def to_tried(opened: Opened, typed: dict[str, Any]) -> Tried:
    """Return what was typed, for the action."""
    return Tried(
        with_account=UUID(typed["with_account"]) if typed["with_account"] else opened.viewer.account_id,
        started_by=typed["started_by"],
        means=typed["means"],
        outcome=typed["outcome"],
        on=typed["on"],
        booked=typed["booked"],
        kind=typed["kind"],
        minutes=typed["minutes"],
        setting=typed["setting"],
        present=tuple(typed["present"]),
        note=typed.get("note", ""),
    )


class AttemptForm(SightForm):
    """A new attempt or contact. `ask_told` adds the box that says the person was told the rule."""

    def __init__(
        self,
        *args: Any,
        opened: Opened,
        circle: Circle,
        who: dict[UUID, str],
        notes: bool,
        ask_told: bool,
        **options: Any,
    ) -> None:
        super().__init__(*args, opened=opened, circle=circle, **options)
        self.fields = {**tried_fields(opened, who, None, notes=notes), **self.fields}
        if ask_told:
            called = {"person": opened.person.called}
            self.fields["told"] = forms.BooleanField(
                label=_("I told %(person)s what peer workers may write down") % called, required=False
            )

    def to_tried(self) -> Tried:
        """Return the attempt, for the action."""
        return to_tried(self.opened, self.cleaned_data)


class AttemptChangeForm(Tokens):
    """What was kept, said differently."""

    def __init__(
        self, *args: Any, opened: Opened, who: dict[UUID, str], attempt: Attempt, notes: bool, **options: Any
    ) -> None:
        super().__init__(*args, **options)
        self.opened = opened
        self.fields["version"].initial = attempt.version
        self.fields = {**tried_fields(opened, who, attempt, notes=notes), **self.fields}

    def to_tried(self) -> Tried:
        """Return the attempt, for the action."""
        return to_tried(self.opened, self.cleaned_data)


class FirstFaceForm(Tokens):
    """How was the first meeting? Asked once."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["answer"] = ChosenField(
            label=_("How was it for you?"), required=False, initial="",
            help_text=_("0 means not good at all, 10 means as good as it could be."),
            choices=[*((str(one), str(one)) for one in range(11)), ("", _("no number"))],
        )  # fmt: skip
        self.fields["words"] = WordsField(label=_("In your own words"), required=False, rows=2, most=2_000)

    def to_answer(self) -> int | None:
        """Return the number; None for none."""
        typed = self.cleaned_data["answer"]
        return int(typed) if typed else None
