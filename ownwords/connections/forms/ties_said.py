"""Forms of what a person says about themselves: ready to meet people, explained or not, something nearby; a reason."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from ownwords.connections.actions.readiness import MOST_WORDS, HowReady
from ownwords.connections.models import ExplainedAnswer, Interest, InterestAnswer
from ownwords.people.access import Opened
from ownwords.people.forms.fields import ChosenField, DatePartsField, WordsField, because
from ownwords.people.forms.sight import SightForm
from ownwords.people.queries.circle import Circle

RATHER_NOT = "rather-not"


class ReadyForm(SightForm):
    """From 0 to 10, or "I would rather not say", or words alone."""

    def __init__(self, *args: Any, opened: Opened, circle: Circle, **options: Any) -> None:
        super().__init__(*args, opened=opened, circle=circle, **options)
        called = {"person": opened.person.called}
        numbers = [(str(number), str(number)) for number in range(11)]
        question = _("How ready do you feel to meet people?")
        if not opened.is_own:
            question = _("How ready does %(person)s feel to meet people?") % called
        self.fields = {
            "answer": ChosenField(
                label=question, required=False, choices=[*numbers, (RATHER_NOT, _("I would rather not say"))]
            ),
            "words": WordsField(
                label=_("In your own words") if opened.is_own else _("In their own words"),
                required=False, rows=2, most=MOST_WORDS,
            ),
            "said_on": DatePartsField(
                label=_("On another day?"), required=False, help_text=_("Empty means today.")
            ),
            **self.fields,
        }  # fmt: skip

    def to_how(self) -> HowReady:
        """Return the answer for the action."""
        typed = self.cleaned_data
        answer = typed["answer"]
        return HowReady(
            value=int(answer) if answer.isdecimal() else None,
            rather_not=answer == RATHER_NOT,
            words=typed["words"],
            said_on=typed["said_on"],
        )


class ExplainedForm(SightForm):
    """Was this way of working explained to me? Only the person is given this form."""

    def __init__(self, *args: Any, opened: Opened, circle: Circle, **options: Any) -> None:
        super().__init__(*args, opened=opened, circle=circle, **options)
        self.fields = {
            "answer": because(
                ChosenField(
                    label=_("Was this way of working explained to you?"), choices=ExplainedAnswer.choices
                ),
                _("So that a team learns whether it explains what it does. Nobody can answer this for you."),
            ),
            "said_on": DatePartsField(
                label=_("On another day?"), required=False, help_text=_("Empty means today.")
            ),
            **self.fields,
        }


class InterestForm(SightForm):
    """What somebody says to something nearby. Who sees it is asked once, with the first answer."""

    def __init__(
        self,
        *args: Any,
        opened: Opened,
        circle: Circle,
        interest: Interest | None,
        chosen: str = "",
        **options: Any,
    ) -> None:
        super().__init__(*args, opened=opened, circle=circle, **options)
        question = _("Is this something for you?")
        if not opened.is_own:
            question = _("Is this something for %(person)s?") % {"person": opened.person.called}
        sight = self.fields if interest is None else {
            name: field for name, field in self.fields.items() if field.widget.is_hidden
        }  # fmt: skip
        self.fields = {
            "answer": ChosenField(label=question, choices=InterestAnswer.choices),
            "words": WordsField(
                label=_("In your own words") if opened.is_own else _("In their own words"),
                required=False, rows=2, most=MOST_WORDS,
            ),
            **sight,
        }  # fmt: skip
        self.fields["version"].initial = interest.version if interest else 0
        if interest is not None:
            self.initial.update(self.values_of(interest))
        if chosen in InterestAnswer.values:
            self.initial["answer"] = chosen

    @staticmethod
    def values_of(interest: Interest) -> dict[str, Any]:
        """Return what the fields hold for an answer as it stands now."""
        return {"words": interest.words, "answer": interest.answer}
