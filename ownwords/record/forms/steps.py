"""Forms for steps and promises."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _

from ownwords.people.access import Opened
from ownwords.people.forms.fields import ChosenField, DatePartsField, LineField, VersionField, WordsField
from ownwords.people.forms.sight import Tokens
from ownwords.people.queries.circle import Circle
from ownwords.people.roles import TEAM_SIGHT
from ownwords.record.actions.steps import MOST_WORDS, OTHER, PERSON, NewStep, Review
from ownwords.record.models import Step

Status = Step.Status
NEXT, WEEK, FORTNIGHT, A_DAY, NO_DAY = "next", "week", "fortnight", "day", ""
DAYS = {NEXT: 28, WEEK: 7, FORTNIGHT: 14}
FIRST_YEAR, LAST_YEAR = 2000, 2100


def who_choices(opened: Opened, circle: Circle) -> list[tuple[str, str]]:
    """Return who can do something: the person, the viewer, their colleagues, those beside the person, somebody else."""
    mine = opened.viewer.account_id
    choices = [(PERSON, _("Me") if opened.is_own else opened.person.called)]
    if opened.viewer.role in TEAM_SIGHT:
        choices.append((str(mine), _("Me, %(name)s") % {"name": opened.viewer.name}))
    named = {str(who): name for who, name in circle.team_members if who != mine}
    for who, name, label in circle.beside:
        named.setdefault(str(who), f"{name} ({label})" if label else name)
    named.pop(str(mine), None)
    return [*choices, *named.items(), (OTHER, _("Somebody else"))]


def due_choices(*, no_day: bool = True) -> list[tuple[str, str]]:
    """Return the quick answers to "by when"; the last opens the boxes for a day."""
    quick = [
        (NEXT, _("When we next meet, in four weeks at most")),
        (WEEK, _("In a week")),
        (FORTNIGHT, _("In two weeks")),
        (A_DAY, _("On a day I choose")),
    ]
    return [*quick, (NO_DAY, _("No day"))] if no_day else quick


def due_on(quick: str, day: date | None) -> date | None:
    """Return the day that a quick answer means; a day that was typed wins over it."""
    if day is not None or quick not in DAYS:
        return day
    return timezone.localdate() + timedelta(days=DAYS[quick])


class StepForm(Tokens):
    """One step or promise: what, who, by when."""

    def __init__(
        self,
        *args: Any,
        opened: Opened,
        circle: Circle,
        step: Step | None = None,
        need: str = "",
        **options: Any,
    ) -> None:
        if step is not None:
            options["initial"] = {
                **self.values_of(step),
                "version": step.version,
                **(options.get("initial") or {}),
            }
        super().__init__(*args, **options)
        self.need = need
        self.fields["words"] = WordsField(label=_("What will be done?"), rows=2, most=MOST_WORDS)
        self.fields["who"] = ChosenField(
            label=_("Who does it?"), choices=who_choices(opened, circle), initial=PERSON
        )
        self.fields["who_name"] = LineField(label=_("Their name"), required=False)
        self.fields["due"] = ChosenField(
            label=_("By when?"), choices=due_choices(), required=False, initial=A_DAY if step else NEXT
        )
        self.fields["due_on"] = DatePartsField(
            label=_("Which day?"), required=False, first=FIRST_YEAR, last=LAST_YEAR
        )

    @staticmethod
    def values_of(step: Step) -> dict[str, Any]:
        """Return what the fields hold for a step as it stands now."""
        who = str(step.owner_account_id) if step.owner_account_id else step.owner
        due = A_DAY if step.due_on else NO_DAY
        return {
            "words": step.words,
            "who": who,
            "who_name": step.owner_name,
            "due": due,
            "due_on": step.due_on,
        }

    def to_step(self) -> NewStep:
        """Return the step for the actions."""
        typed = self.cleaned_data
        return NewStep(
            words=typed["words"],
            who=typed["who"],
            who_name=typed["who_name"],
            due_on=due_on(typed["due"], typed["due_on"]),
            for_need=self.need,
        )


def status_choices(step: Step, *, let_go: bool) -> list[tuple[str, str]]:
    """Return the answers to "what became of it". None of them blames anybody."""
    choices = [
        (Status.KEPT, _("Done")),
        (Status.PARTLY, _("Done in part")),
        (Status.NOT_KEPT, _("Not done, because …")),
    ]
    if let_go:
        choices.append((Status.LET_GO, _("We let it go together")))
    choices.append((Status.OPEN, _("Still open")))
    return [(str(value), str(label)) for value, label in choices]


class ReviewForm(forms.Form):
    """What became of one step."""

    version = VersionField()

    def __init__(self, *args: Any, step: Step, **options: Any) -> None:
        self.step = step
        options["initial"] = {**self.values_of(step), "version": step.version}
        super().__init__(*args, **options)
        choices = status_choices(step, let_go=True)
        self.fields["status"] = ChosenField(label=_("What became of it?"), choices=choices)
        self.fields["what_happened"] = WordsField(
            label=_("What happened"), required=False, rows=3, most=MOST_WORDS,
            help_text=_("A few words, if it helps. When it was not done, say why: it is for understanding, not blame."),
        )  # fmt: skip
        self.order_fields(["what_happened", "status"])

    @staticmethod
    def values_of(step: Step) -> dict[str, Any]:
        """Return what the fields hold for a step as it stands now."""
        return {"status": step.status, "what_happened": step.what_happened}

    def to_review(self) -> Review:
        """Return the answer for the actions."""
        typed = self.cleaned_data
        return Review(self.step.id, typed["version"], typed["status"], typed["what_happened"])
