"""Forms of introductions."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _

from ownwords.peers.actions.introductions import MOST_NAME, MOST_WORDS, Introduced
from ownwords.peers.models import AskedBy, How, Introduction, TakenUp
from ownwords.people.access import Opened
from ownwords.people.forms.fields import ChosenField, DatePartsField, LineField, WordsField, because
from ownwords.people.forms.sight import SightForm, Tokens
from ownwords.people.queries.circle import Circle

SAID = (("", None), ("yes", True), ("no", False))


def _fields(opened: Opened, was: Introduction | None) -> dict[str, forms.Field]:
    called = {"person": opened.person.called}
    present = next(key for key, value in SAID if value is (was.peer_present if was else None))
    return {
        "from_words": LineField(
            label=_("Who made the introduction?"), most=MOST_NAME,
            initial=was.from_words if was else opened.viewer.name, help_text=_("A person or a service."),
        ),
        "to_words": LineField(
            label=_("Who was %(person)s introduced to?") % called, most=MOST_NAME,
            initial=was.to_words if was else "", help_text=_("A person, a group or a service."),
        ),
        "how": ChosenField(label=_("How?"), choices=How.choices, initial=was.how if was else None),
        "on": DatePartsField(
            label=_("On another day?"), required=False, help_text=_("Empty means today."),
            initial=was.on if was else None,
        ),
        "asked_by": ChosenField(
            label=_("Who asked for it?"), required=False, initial=was.asked_by if was else "",
            choices=[*AskedBy.choices, ("", _("not said"))],
        ),
        "peer_present": ChosenField(
            label=_("Was a peer worker there?"), required=False, initial=present,
            choices=[("yes", _("yes")), ("no", _("no")), ("", _("not said"))],
        ),
        "taken_up": because(
            ChosenField(
                label=_("Was it taken up?"), choices=TakenUp.choices,
                initial=was.taken_up if was else TakenUp.UNKNOWN,
            ),
            _("So that the team can learn which introductions lead somewhere. It can be said later."),
        ),
        "taken_up_on": DatePartsField(
            label=_("Since when?"), required=False, initial=was.taken_up_on if was else None,
            help_text=_("Only if it was taken up."),
        ),
    }  # fmt: skip


def _introduced(typed: dict[str, Any]) -> Introduced:
    return Introduced(
        from_words=typed["from_words"],
        to_words=typed["to_words"],
        how=typed["how"],
        asked_by=typed["asked_by"],
        on=typed["on"],
        peer_present=dict(SAID)[typed["peer_present"]],
        taken_up=typed["taken_up"],
        taken_up_on=typed["taken_up_on"],
    )


class IntroductionForm(SightForm):
    """A new introduction, and who sees it."""

    def __init__(self, *args: Any, opened: Opened, circle: Circle, **options: Any) -> None:
        super().__init__(*args, opened=opened, circle=circle, **options)
        self.fields = {**_fields(opened, None), **self.fields}

    def to_introduced(self) -> Introduced:
        """Return the introduction, for the action."""
        return _introduced(self.cleaned_data)


class IntroductionChangeForm(Tokens):
    """What became of it, or something put right."""

    def __init__(self, *args: Any, opened: Opened, row: Introduction, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["version"].initial = row.version
        self.fields = {**_fields(opened, row), **self.fields}

    def to_introduced(self) -> Introduced:
        """Return the introduction, for the action."""
        return _introduced(self.cleaned_data)


class RatingForm(Tokens):
    """How an introduction was, for the person alone to say."""

    def __init__(self, *args: Any, row: Introduction, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["version"].initial = row.version
        self.fields["rating"] = ChosenField(
            label=_("How was it for you?"), required=False,
            initial="" if row.rating is None else str(row.rating),
            help_text=_("0 means not good at all, 10 means as good as it could be."),
            choices=[*((str(one), str(one)) for one in range(11)), ("", _("no number"))],
        )  # fmt: skip
        self.fields["rating_words"] = WordsField(
            label=_("In your own words"), required=False, rows=2, most=MOST_WORDS, initial=row.rating_words
        )

    def to_rating(self) -> int | None:
        """Return the number; None for none."""
        typed = self.cleaned_data["rating"]
        return int(typed) if typed else None
