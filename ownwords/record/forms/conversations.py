"""The form of a conversation: earlier promises first, then the steps of the chosen way, then new promises."""

from __future__ import annotations

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from ownwords.people.access import Opened
from ownwords.people.forms.fields import ChosenField, DatePartsField, LineField, WordsField, choices_of
from ownwords.people.forms.sight import SightForm
from ownwords.people.queries.circle import Circle
from ownwords.record.actions.conversations import OUTCOME, VOICES, Answer, Talk
from ownwords.record.actions.steps import MOST_WORDS, PERSON, NewStep
from ownwords.record.forms.step_rows import ReviewRows
from ownwords.record.forms.steps import FIRST_YEAR, LAST_YEAR, who_choices
from ownwords.record.method.definitions import CoachingTemplate
from ownwords.record.method.definitions import Step as Part
from ownwords.record.models import Said, Step

NEW_ROWS = 3


class ConversationForm(ReviewRows, SightForm):
    """One talk along one template."""

    def __init__(
        self,
        *args: Any,
        opened: Opened,
        circle: Circle,
        template: CoachingTemplate,
        steps: list[Step],
        **options: Any,
    ) -> None:
        self.template = template
        super().__init__(*args, opened=opened, circle=circle, **options)
        self.add_rows(steps)
        self._add_talk()
        for part in template.steps:
            self._add_part(part)
        if template.outcomes:
            self.fields[OUTCOME] = ChosenField(
                label=_("How did it end?"), choices=choices_of(template.outcomes), required=False
            )
        for number in range(NEW_ROWS):
            self._add_new(number, circle)

    def _add_talk(self) -> None:
        own = self.opened.is_own
        self.fields["words"] = WordsField(
            label=_("What was said, in one line or more"),
            help_text=_("The one thing that is needed. It can be written after the talk."),
            rows=2,
        )
        if not own:
            self.fields["said_by"] = ChosenField(
                label=_("Whose words are these?"),
                choices=[(Said.PERSON, self.opened.person.called), (Said.WORKER, _("Mine"))],
                initial=Said.PERSON,
            )
        self.fields["held_on"] = DatePartsField(
            label=_("When did you talk?"),
            required=False,
            first=FIRST_YEAR,
            last=LAST_YEAR,
            initial=timezone.localdate,
        )
        self.fields["place"] = LineField(label=_("Where, or how"), required=False)
        self.fields["look_again_on"] = DatePartsField(
            label=_("When do you look at it again?"), required=False, first=FIRST_YEAR, last=LAST_YEAR
        )

    def _add_part(self, part: Part) -> None:
        """Add one box for a step, or one for each voice."""
        labels = {
            "person": _("You") if self.opened.is_own else self.opened.person.called,
            "worker": _("The worker"),
        }
        for voice in VOICES if part.both_voices else VOICES[:1]:
            self.fields[answer_name(part, voice)] = WordsField(
                label=labels[voice] if part.both_voices else _(part.title), required=False, rows=3
            )

    def _add_new(self, number: int, circle: Circle) -> None:
        who = self.opened.viewer.account_id
        first = PERSON if self.opened.is_own or number else str(who)
        self.fields[new_name(number, "words")] = LineField(
            label=_("What will be done?"), required=False, most=MOST_WORDS
        )
        self.fields[new_name(number, "who")] = ChosenField(
            label=_("Who does it?"), choices=who_choices(self.opened, circle), required=False, initial=first
        )
        self.fields[new_name(number, "who_name")] = LineField(label=_("Their name"), required=False)
        self.fields[new_name(number, "due_on")] = DatePartsField(
            label=_("By when?"), required=False, first=FIRST_YEAR, last=LAST_YEAR
        )

    def parts(self) -> list[dict[str, Any]]:
        """Return the template's steps with their fields, for the page."""
        return [
            {
                "part": part,
                "fields": [self[answer_name(part, voice)] for voice in VOICES if self._asks(part, voice)],
            }
            for part in self.template.steps
        ]

    def _asks(self, part: Part, voice: str) -> bool:
        return answer_name(part, voice) in self.fields

    def new_rows(self) -> list[dict[str, Any]]:
        """Return the rows for new promises and steps, for the page."""
        parts = ("words", "who", "who_name", "due_on")
        return [{part: self[new_name(number, part)] for part in parts} for number in range(NEW_ROWS)]

    def to_talk(self) -> Talk:
        """Return the talk for the action."""
        typed = self.cleaned_data
        answers = [
            Answer(part.key, voice, typed[answer_name(part, voice)])
            for part in self.template.steps
            for voice in VOICES
            if self._asks(part, voice)
        ]
        return Talk(
            template=self.template.key,
            words=typed["words"],
            said_by=typed.get("said_by", Said.PERSON),
            held_on=typed["held_on"],
            place=typed["place"],
            answers=answers,
            outcome=typed.get(OUTCOME, ""),
            look_again_on=typed["look_again_on"],
        )

    def to_steps(self) -> list[NewStep]:
        """Return the rows that hold words."""
        typed = self.cleaned_data
        return [
            NewStep(
                words=typed[new_name(number, "words")],
                who=typed[new_name(number, "who")] or PERSON,
                who_name=typed[new_name(number, "who_name")],
                due_on=typed[new_name(number, "due_on")],
                field=new_name(number, ""),
            )
            for number in range(NEW_ROWS)
            if typed[new_name(number, "words")].strip()
        ]


def answer_name(part: Part, voice: str) -> str:
    """Return the name of the box for one step in one voice."""
    return f"answer_{part.key}_{voice}"


def new_name(number: int, part: str) -> str:
    """Return the name of a field of one new row."""
    return f"step_{number}_{part}"
