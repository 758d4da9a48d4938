"""One short form for each kind of entry. Titles, hints and questions come from the tools' definitions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from ownwords.people.access import Opened
from ownwords.people.forms.fields import ChosenField, LineField, WordsField, choices_of
from ownwords.record.forms.common import EntryForm
from ownwords.record.method import tools
from ownwords.record.models import Entry, Kind, Said


@dataclass(frozen=True, slots=True)
class Asked:
    """What a form says above its fields: its title, a hint, questions that may help, and its purpose."""

    title: str
    hint: str
    prompts: tuple[str, ...]
    why: str
    what_happens: str
    skip: str


def asked(kind: str) -> Asked:
    """Return the words above the form of one kind, in the reader's language."""
    if kind == Kind.STRENGTH:
        tool: Any = tools.strengths()
        return Asked(_("Add a strength"), "", (), *_purpose(tool))
    tool = tools.values_and_preferences()
    field = next((field for field in tool.fields if field.key == kind), None)
    if field is not None:
        return Asked(_(field.title), _(field.hint), tuple(_(one) for one in field.prompts), *_purpose(tool))
    if kind == Kind.MEANING:
        return Asked(
            _("What recovery means to me"),
            _("Whatever it means today. You can say it again, differently, whenever you like."),
            (
                _("What would a good life look like to you?"),
                _("What does getting better mean to you, if it means anything?"),
            ),
            _(
                "It means something else to everybody, and the people around you should know what it is for you."
            ),
            _("Each statement is kept with its date. None of them is scored, and none replaces another."),
            _("You may leave this empty for as long as you like."),
        )
    return Asked(
        _("Something I want kept"),
        _("Anything that belongs in your record and fits nowhere else."),
        (),
        _("So that nothing you want known gets lost."),
        _("It stands in your record, for whom you choose."),
        _("Nothing has to be written here."),
    )


def _purpose(tool: Any) -> tuple[str, str, str]:
    return _(tool.purpose.why), _(tool.purpose.what_happens), _(tool.purpose.skip)


class PlainForm(EntryForm):
    """Words, tags, who may see them."""

    parts: tuple[str, ...] = ("tags", "said_by", "sight")


class ToldForm(PlainForm):
    """Words that can be told by talking, as a story, or as a picture or map described in words."""

    def add_parts(self) -> None:
        """Add the way in which it was told."""
        super().add_parts()
        self.fields["approach"] = ChosenField(
            label=_("How was this told?"),
            required=False,
            choices=choices_of(tools.values_and_preferences().approaches),
            help_text=_(
                "For a picture or map: say in the words above what it shows and what it means to you."
            ),
        )


class PeopleForm(PlainForm):
    """Somebody, or a role, and what they mean."""

    words_rows = 3

    def add_parts(self) -> None:
        """Add the name or role above the words."""
        super().add_parts()
        self.fields["about"] = LineField(
            label=_("Name or role"),
            required=True,
            help_text=_("For example: Ruth, my neighbours, being a father."),
        )
        self.fields["words"].label = (
            _("What this means to me, or to us") if self.opened.is_own else _("What this means")
        )
        self.order_fields(["about", "words"])


class IdentityForm(ToldForm):
    """Who somebody is: a starting point if it helps, never a list that has to be ticked."""

    def add_parts(self) -> None:
        """Add the starting points."""
        super().add_parts()
        prompts = choices_of(tools.values_and_preferences().identity_prompts)
        self.fields["about"] = ChosenField(
            label=_("A starting point, if you want one"), required=False, choices=prompts
        )
        self.order_fields(["words", "about"])


class StoryForm(ToldForm):
    """One part of a life story: when, what, and whether it may be read aloud."""

    parts = ("happened", "tags", "said_by", "sight")
    later = frozenset({"tags", "tag_words", "approach"})

    def add_parts(self) -> None:
        """Add a name for the part and the mark."""
        super().add_parts()
        self.fields["about"] = LineField(label=_("A name for this part"), required=False)
        self.fields["not_read_aloud"] = forms.BooleanField(
            label=_("Do not read this aloud"),
            required=False,
            help_text=_("It is then folded away on a shared screen until somebody opens it."),
        )
        self.order_fields(["words", "about", "happened_on", "happened_words", "not_read_aloud"])


class CrisisForm(PlainForm):
    """What others should do and leave undone. It is no assessment of anything."""

    def add_parts(self) -> None:
        """Add where an advance statement is kept."""
        super().add_parts()
        self.fields["about"] = LineField(
            label=_("Where my advance statement is kept, if there is one"), required=False
        )
        self.order_fields(["words", "about"])


class UnderstandingForm(EntryForm):
    """The worker's summary, in the worker's own words, for the person to answer."""

    parts = ("sight",)

    def add_parts(self) -> None:
        """Name whose words are asked for."""
        super().add_parts()
        self.fields["words"].label = _("What I have understood")

    def to_said(self) -> dict[str, str]:
        """Return that these are the worker's words."""
        return {"said_by": Said.WORKER, "said_by_name": ""}


FORMS: dict[str, type[EntryForm]] = {
    Kind.MEANING: ToldForm,
    Kind.MATTERS: ToldForm,
    Kind.PEOPLE: PeopleForm,
    Kind.IDENTITY: IdentityForm,
    Kind.STORY: StoryForm,
    Kind.HELPED: PlainForm,
    Kind.WORSE: PlainForm,
    Kind.BOUNDARY: PlainForm,
    Kind.CRISIS: CrisisForm,
    Kind.UNDERSTANDING: UnderstandingForm,
    Kind.NOTE: PlainForm,
}


def may_add(opened: Opened, kind: str) -> bool:
    """Whether this viewer adds entries of a kind: the worker's understanding is the worker's to write."""
    return kind in FORMS and not (kind == Kind.UNDERSTANDING and opened.is_own)


class WordsForm(forms.Form):
    """One box of words on an entry's page: another wording, another view, an answer. `field` names the box."""

    def __init__(
        self, *args: Any, field: str, label: str, hint: str = "", required: bool = True, most: int = 20_000,
        rows: int = 4, **options: Any,
    ) -> None:  # fmt: skip
        from ownwords.people.forms.fields import SubmissionField, VersionField

        super().__init__(*args, **options)
        self.fields[field] = WordsField(label=label, help_text=hint, required=required, most=most, rows=rows)
        self.fields["version"] = VersionField()
        self.fields["submission"] = SubmissionField()
        self.field = field

    def values_of(self, entry: Entry) -> dict[str, Any]:
        """Return what stands in this box now."""
        return {self.field: str(getattr(entry, self.field, ""))}


class AnswerForm(WordsForm):
    """The person's answer to words that somebody offered."""

    def __init__(self, *args: Any, entry: Entry, **options: Any) -> None:
        strength = entry.kind == Kind.STRENGTH
        super().__init__(
            *args, field="answer_words", label=_("Anything to say about it?"), required=False, **options
        )
        self.fields["standing"] = ChosenField(label=_("Your answer"), choices=answers_for(entry))
        self.fields["keep_as"] = WordsField(
            label=_("In my own words"),
            help_text=_("Only if you want to keep it, but in your own words."),
            required=False,
            rows=3,
        )
        first = (
            ["standing", "keep_as", "answer_words"] if strength else ["standing", "answer_words", "keep_as"]
        )
        self.order_fields(first)

    def clean(self) -> dict[str, Any]:
        """Ask for the own words when they are what was chosen."""
        typed = super().clean() or self.cleaned_data
        if typed.get("standing") == "edited" and not typed.get("keep_as", "").strip() and not self.errors:
            self.add_error("keep_as", _("Write it in your own words, or choose another answer."))
        return typed

    def to_answer(self) -> dict[str, str]:
        """Return the arguments of `answer_entry`: keeping in one's own words is keeping."""
        typed = self.cleaned_data
        edited = typed["standing"] == "edited"
        return {
            "standing": "kept" if edited else typed["standing"],
            "words": typed["answer_words"],
            "keep_as": typed["keep_as"] if edited else "",
        }


def answers_for(entry: Entry) -> list[tuple[str, str]]:
    """Return the answers that the tool of this entry offers."""
    if entry.kind == Kind.STRENGTH:
        return choices_of(tools.strengths().answers)
    return choices_of(tools.values_and_preferences().confirmations)
