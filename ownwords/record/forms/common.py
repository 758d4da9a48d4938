"""What every form for an entry shares: the words, whose they are, when it was, tags, who may see it.

A form of a kind of entry extends `EntryForm` and adds its own fields; `to_wording()` and `to_sight()` give what the
actions take.
"""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _

from ownwords.people.access import Opened
from ownwords.people.models import Visibility
from ownwords.record.actions.entries import Sight, Wording
from ownwords.record.forms.fields import (
    ChosenField,
    DatePartsField,
    LineField,
    SeveralField,
    SubmissionField,
    VersionField,
    WordsField,
    because,
    choices_of,
)
from ownwords.record.forms.saving import save_or_explain
from ownwords.record.method import tools
from ownwords.record.models import Entry, Said
from ownwords.record.queries.entries import Circle

__all__ = [
    "ChosenField",
    "DatePartsField",
    "EntryForm",
    "LineField",
    "SeveralField",
    "SightForm",
    "SubmissionField",
    "Tokens",
    "VersionField",
    "WordsField",
    "because",
    "choices_of",
    "circle_choices",
    "save_or_explain",
]

#: The parts that a form asks beside the words, when its class does not say otherwise.
PARTS = ("happened", "tags", "said_by", "sight")
SIGHT = frozenset({"visibility", "named"})


def circle_choices(circle: Circle) -> list[tuple[str, str]]:
    """Return everybody who can be named to see an entry: those beside the person first, then the team."""
    named = {str(who): f"{name} ({label})" if label else name for who, name, label in circle.beside}
    for who, name in circle.team_members:
        named.setdefault(str(who), name)
    return list(named.items())


class Tokens(forms.Form):
    """Submission and version, and a form that can be filled with a draft."""

    submission = SubmissionField()
    version = VersionField()

    def fill(self, draft: QueryDict) -> None:
        """Show what was typed before and not saved; the form stays unbound, so nothing is called wrong yet."""
        for name, field in self.fields.items():
            if name not in ("submission", "version"):
                self.initial[name] = field.widget.value_from_datadict(draft, {}, self.add_prefix(name))


class SightForm(Tokens):
    """Who may see an entry: a level, and people by name."""

    def __init__(self, *args: Any, opened: Opened, circle: Circle, **options: Any) -> None:
        super().__init__(*args, **options)
        self.opened = opened
        self.add_sight(circle)

    def add_sight(self, circle: Circle) -> None:
        """Add the two fields. Staff are not offered "only me": it is the person's."""
        own = self.opened.is_own
        self.fields["visibility"] = ChosenField(
            label=_("Who can see this?"), choices=_levels(self.opened), initial=self._first_level()
        )
        people = circle_choices(circle)
        if people:
            self.fields["named"] = SeveralField(
                label=_("People you name") if own else _("People named"),
                help_text=_("Supporters and peer workers see only what is shared with them by name."),
                choices=people,
                required=False,
                initial=[] if own else [str(self.opened.viewer.account_id)],
            )

    def _first_level(self) -> str:
        level = self.opened.person.default_visibility
        return Visibility.NAMED if level == Visibility.ME and not self.opened.is_own else level

    def clean(self) -> dict[str, Any]:
        """Refuse "the people I name" without a name."""
        typed = super().clean() or self.cleaned_data
        if (
            typed.get("visibility") == Visibility.NAMED
            and not typed.get("named")
            and "named" not in self.errors
        ):
            message = _("Choose at least one name, or another answer to who can see this.")
            self.add_error("named" if "named" in self.fields else "visibility", message)
        return typed

    def to_sight(self) -> Sight | None:
        """Return the answer; None when the form does not ask, so that the person's own default holds."""
        level = self.cleaned_data.get("visibility")
        if not level:
            return None
        named = () if level == Visibility.ME else self.cleaned_data.get("named", ())
        return Sight(level, tuple(UUID(who) for who in named))


def _levels(opened: Opened) -> list[tuple[str, str]]:
    if opened.is_own:
        return [(str(value), str(label)) for value, label in Visibility.choices]
    called = {"person": opened.person.called}
    return [
        (str(Visibility.TEAM), _("%(person)s and the team") % called),
        (str(Visibility.NAMED), _("%(person)s and the people named") % called),
    ]


class EntryForm(SightForm):
    """The words of an entry and what belongs to them.

    Class attributes:
        parts: what is asked beside the words, of "happened", "tags", "said_by", "sight".
        later: the fields that a short form folds away under "more".
        needs_words: whether the words may be left empty (then the action gives them another way).
    """

    parts: tuple[str, ...] = PARTS
    needs_words = True
    words_label = ""
    words_why = ""
    words_hint = ""
    words_rows = 5
    later = frozenset({"tags", "tag_words", "happened_on", "happened_words", "not_read_aloud", "approach"})

    words = WordsField()

    def __init__(
        self, *args: Any, opened: Opened, circle: Circle, entry: Entry | None = None, **options: Any
    ) -> None:
        self.entry = entry
        self.asked = tuple(part for part in self.parts if entry is None or part in ("happened", "tags"))
        if entry is not None:
            options["initial"] = {
                **self.values_of(entry), "version": entry.version, **(options.get("initial") or {})
            }  # fmt: skip
        super().__init__(*args, opened=opened, circle=circle, **options)
        self.fields["words"] = WordsField(
            label=self.words_label or (_("In your own words") if opened.is_own else _("In their own words")),
            help_text=self.words_hint,
            required=self.needs_words,
            rows=self.words_rows,
        )
        if self.words_why:
            because(self.fields["words"], self.words_why)
        self.add_parts()

    @classmethod
    def values_of(cls, entry: Entry) -> dict[str, Any]:
        """Return what the fields hold for an entry as it stands now; a form with more fields adds its own."""
        return {
            "words": entry.words,
            "about": entry.about,
            "tags": list(entry.tags),
            "tag_words": entry.tag_words,
            "happened_on": entry.happened_on,
            "happened_words": entry.happened_words,
            "approach": entry.approach,
            "not_read_aloud": entry.not_read_aloud,
        }

    def add_sight(self, circle: Circle) -> None:
        """Add who may see it, for a new entry only: changing it later is a step of its own."""
        if "sight" in self.asked:
            super().add_sight(circle)

    def add_parts(self) -> None:
        """Add the fields that this form asks beside the words."""
        if "happened" in self.asked:
            self._add_happened()
        if "tags" in self.asked:
            self._add_tags()
        if "said_by" in self.asked and not self.opened.is_own:
            self._add_said_by()

    def _add_happened(self) -> None:
        in_words = _("When it was, in your own words")
        self.fields["happened_on"] = DatePartsField(
            label=_("When was it?"), required=False, in_words=in_words, help_text=_("For example 27 3 2019.")
        )
        self.fields["happened_words"] = LineField(
            label=in_words, required=False, most=100, help_text=_("For example: when I was at school.")
        )

    def _add_tags(self) -> None:
        tags = [tag for tag in tools.tags().tags if tag.key != "own"]
        field = SeveralField(label=_("What this is about"), choices=choices_of(tags), required=False)
        self.fields["tags"] = because(field, _(tools.tags().purpose.why))
        self.fields["tag_words"] = LineField(label=_("Or in your own word"), required=False, most=200)

    def _add_said_by(self) -> None:
        called = {"person": self.opened.person.called}
        self.fields["said_by"] = ChosenField(
            label=_("Whose words are these?"),
            choices=[
                (Said.PERSON, _("%(person)s’s own words") % called),
                (Said.WORKER, _("Mine")),
                (Said.FAMILY, _("Those of family or a friend")),
                (Said.PEER, _("Those of a peer")),
            ],
            initial=Said.PERSON,
        )
        self.fields["said_by_name"] = LineField(
            label=_("Name of who said it"),
            required=False,
            help_text=_("When it was family, a friend or a peer."),
        )

    def to_wording(self) -> Wording:
        """Return the words for the actions; what the form does not ask keeps what the entry has."""
        held: dict[str, Any] = {} if self.entry is None else EntryForm.values_of(self.entry)
        held.update({name: self.cleaned_data[name] for name in _COLUMNS if name in self.cleaned_data})
        held.update(tags=tuple(held.get("tags", ())))
        return Wording(**held, position=self.entry.position if self.entry else None)

    def to_said(self) -> dict[str, str]:
        """Return whose words they are, as arguments of `add_entry`."""
        said_by = self.cleaned_data.get("said_by") or Said.PERSON
        named = said_by in (Said.FAMILY, Said.PEER)
        return {
            "said_by": said_by,
            "said_by_name": self.cleaned_data.get("said_by_name", "") if named else "",
        }

    def main_fields(self) -> list[forms.BoundField]:
        """Return what a short form shows at once, in order; the rest stands under "more"."""
        return [field for field in self.visible_fields() if field.name not in self.later | SIGHT]

    def sight_fields(self) -> list[forms.BoundField]:
        """Return who may see it; folded away under what holds unless somebody changes it."""
        return [field for field in self.visible_fields() if field.name in SIGHT]

    def sight_words(self) -> str:
        """Return the level that the form holds now, in words."""
        field = self["visibility"]
        return dict(getattr(field.field, "choices", ())).get(field.value(), "")

    def more_fields(self) -> list[forms.BoundField]:
        """Return what stands under "more": optional, and out of the way of somebody in a hurry."""
        return [field for field in self.visible_fields() if field.name in self.later]


_COLUMNS = (
    "words", "about", "tags", "tag_words", "happened_on", "happened_words", "approach", "not_read_aloud"
)  # fmt: skip
