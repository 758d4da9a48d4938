"""Who each speaker of a text is: one choice for each label, and a pseudonym for somebody new."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext as _

from ownwords.inquiry.actions.speakers import MOST_PSEUDONYM, Who
from ownwords.inquiry.models import Participant, Speaker
from ownwords.inquiry.queries.texts import Spoken
from ownwords.people.forms.fields import LineField, VersionField

ASKS, NEW, NOBODY, LATER = "asks", "new", "nobody", ""
IS, SAME = "is-", "same-"
#: Labels that are likely to ask, in small letters.
ASKING = ("interviewer", "facilitator", "moderator", "researcher", "interviewer 1", "int", "i", "q", "asker")


class SpeakersForm(forms.Form):
    """For each label: who it is."""

    version = VersionField()

    def __init__(
        self, *args: Any, spoken: list[Spoken], participants: list[Participant], version: int, checked: bool,
        **options: Any,
    ) -> None:  # fmt: skip
        super().__init__(*args, **options)
        self.spoken = spoken
        self.initial = {"version": version, **self.initial}
        for one in spoken:
            who, new = f"who-{one.speaker.id}", f"new-{one.speaker.id}"
            label = one.speaker.label
            self.fields[who] = forms.ChoiceField(
                label=_("Who is “%(label)s”?") % {"label": label}, required=False,
                choices=_choices(one.speaker, spoken, participants),
            )  # fmt: skip
            self.fields[new] = LineField(label=_("Pseudonym, if new"), required=False, most=MOST_PSEUDONYM)
            self.initial[who] = _first(one.speaker, participants, checked=checked)
            self.initial[new] = ""

    def rows(self) -> list[tuple[Spoken, Any, Any]]:
        """Return each speaker with their two fields."""
        return [(one, self[f"who-{one.speaker.id}"], self[f"new-{one.speaker.id}"]) for one in self.spoken]

    def clean(self) -> dict[str, Any]:
        """Ask for the pseudonym of somebody new."""
        typed = super().clean() or self.cleaned_data
        for one in self.spoken:
            who, new = typed.get(f"who-{one.speaker.id}"), typed.get(f"new-{one.speaker.id}", "")
            if who == NEW and not new.strip():
                self.add_error(f"new-{one.speaker.id}", _("Give the new participant a pseudonym."))
        return typed

    def to_who(self) -> dict[UUID, Who]:
        """Return who each speaker is. A pseudonym typed beside “not said yet” is somebody new."""
        found = {}
        for one in self.spoken:
            chosen = self.cleaned_data[f"who-{one.speaker.id}"]
            new = self.cleaned_data[f"new-{one.speaker.id}"] if chosen in (NEW, LATER) else ""
            found[one.speaker.id] = Who(
                asks=chosen == ASKS,
                nobody=chosen == NOBODY,
                new_pseudonym=new,
                participant_id=UUID(chosen.removeprefix(IS)) if chosen.startswith(IS) else None,
                same_as=UUID(chosen.removeprefix(SAME)) if chosen.startswith(SAME) else None,
            )
        return found


def _choices(
    speaker: Speaker, spoken: list[Spoken], participants: list[Participant]
) -> list[tuple[str, str]]:
    others = [one.speaker for one in spoken if one.speaker.id != speaker.id]
    return [
        (LATER, _("not said yet")),
        (ASKS, _("asks the questions, or is one of the team")),
        (NEW, _("a new participant")),
        *((f"{IS}{one.id}", _("%(name)s, who takes part") % {"name": one.pseudonym}) for one in participants),
        *((f"{SAME}{one.id}", _("the same as “%(label)s”") % {"label": one.label}) for one in others),
        (NOBODY, _("no speaker: these words belong to the turn before")),
    ]


def _first(speaker: Speaker, participants: list[Participant], *, checked: bool) -> str:
    """Return what is chosen at first: what is known, else a proposal that somebody looks at."""
    if speaker.participant_id:
        return f"{IS}{speaker.participant_id}"
    if speaker.asks or (not checked and speaker.label.casefold() in ASKING):
        return ASKS
    if not checked:
        for one in participants:
            if one.pseudonym.casefold() == speaker.label.casefold():
                return f"{IS}{one.id}"
    return LATER
