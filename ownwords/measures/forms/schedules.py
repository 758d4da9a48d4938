"""Forms about when to look again."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _

from ownwords.measures.actions.schedules import About, Reminding, Rhythm
from ownwords.measures.models import Every, RemindBy, Schedule
from ownwords.measures.queries.schedules import Channel
from ownwords.people.access import Opened
from ownwords.people.forms.fields import ChosenField, DatePartsField, because
from ownwords.people.forms.sight import Tokens

ALL = "all"


class RhythmForm(Tokens):
    """From when, how often, until when, and whether to be reminded."""

    def __init__(
        self, *args: Any, opened: Opened, channels: list[Channel], row: Schedule | None = None, **options: Any
    ) -> None:
        super().__init__(*args, **options)
        own, this_year = opened.is_own, timezone.localdate().year
        self.fields["first_on"] = DatePartsField(
            label=_("From which day?"),
            initial=timezone.localdate(),
            first=this_year - 30,
            last=this_year + 40,
        )
        self.fields["every"] = ChosenField(
            label=_("How often?"), choices=Every.choices, initial=Every.MONTH.value
        )
        self.fields["until"] = DatePartsField(
            label=_("Until which day?"),
            help_text=_("Leave it empty to go on for as long as you want.")
            if own
            else _("Leave it empty to go on for as long as %(person)s wants.")
            % {"person": opened.person.called},
            required=False,
            first=this_year - 30,
            last=this_year + 40,
        )
        self._add_reminding(opened, channels)
        if row is not None:
            names = ("first_on", "every", "until", "remind_by", "version")
            self.initial.update({name: getattr(row, name) for name in names})

    def _add_reminding(self, opened: Opened, channels: list[Channel]) -> None:
        """Add the question about reminders; ways that cannot be used say why when they are chosen."""
        field = ChosenField(
            label=_("Do you want to be reminded?")
            if opened.is_own
            else _("Does %(person)s want to be reminded?") % {"person": opened.person.called},
            choices=[("", RemindBy.NOT.label), *((one.key, one.label) for one in channels)],
            required=False,
            initial="",
        )
        why = _("At most one message a day, without any of your words. It can be stopped at any time.")
        self.fields["remind_by"] = because(field, why)
        self.hints = {one.key: one.problem for one in channels if one.problem}
        if not opened.is_own:
            self.fields["agreed"] = forms.BooleanField(
                label=_("%(person)s has said yes to reminders") % {"person": opened.person.called},
                required=False,
            )

    def rhythm(self) -> Rhythm:
        """Return when to look again."""
        typed = self.cleaned_data
        return Rhythm(typed["first_on"], typed["every"], typed["until"])

    def reminding(self) -> Reminding:
        """Return how to be reminded."""
        return Reminding(self.cleaned_data["remind_by"], bool(self.cleaned_data.get("agreed")))


class ScheduleForm(RhythmForm):
    """A new plan: what it is about, and for staff who asked for it."""

    field_order = ("about", "first_on", "every", "until", "asked", "remind_by", "agreed")

    def __init__(
        self, *args: Any, opened: Opened, things: list[tuple[str, str]], chosen: str = "", **options: Any
    ) -> None:
        super().__init__(*args, opened=opened, **options)
        keys = [key for key, _words in things]
        self.fields["about"] = ChosenField(
            label=_("What do you want to look at again?"),
            choices=things,
            initial=chosen if chosen in keys else (keys[0] if keys else ""),
        )
        if not opened.is_own:
            called = {"person": opened.person.called}
            self.fields["asked"] = ChosenField(
                label=_("Whose wish is it?"),
                choices=[
                    ("person", _("%(person)s asked for it") % called),
                    ("staff", _("We propose it")),
                ],
            )
        self.order_fields(self.field_order)

    def about(self) -> About:
        """Return what is looked at again."""
        chosen = self.cleaned_data["about"]
        if chosen == ALL:
            return About()
        kind, _sep, key = chosen.partition(":")
        return About(line_id=UUID(key)) if kind == "line" else About(instrument=key)

    def asked_by_person(self) -> bool:
        """Whether the person asked for it."""
        return bool(self.cleaned_data.get("asked", "person") == "person")


class PauseForm(Tokens):
    """A pause, until a day or until somebody says so."""

    def __init__(self, *args: Any, row: Schedule, **options: Any) -> None:
        super().__init__(*args, **options)
        this_year = timezone.localdate().year
        self.fields["until"] = DatePartsField(
            label=_("Until which day?"),
            help_text=_("On this day it begins again. Leave it empty to pause until you say so."),
            required=False,
            first=this_year,
            last=this_year + 40,
        )
        self.initial["version"] = row.version
