"""What every form for an entry shares: the words, whose they are, when it was, tags, who may see it.

A form of a kind of entry extends `EntryForm` and adds its own fields; `to_wording()` and `to_sight()` give what the
actions take.
"""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _

from ownwords.people.access import Opened
from ownwords.people.forms.fields import (
    ChosenField,
    DatePartsField,
    LineField,
    SeveralField,
    WordsField,
    because,
    choices_of,
)
from ownwords.people.forms.sight import SIGHT, SightForm
from ownwords.people.queries.circle import Circle
from ownwords.record.actions.entries import Wording
from ownwords.record.method import tools
from ownwords.record.models import Entry, Said

#: The parts that a form asks beside the words, when its class does not say otherwise.
PARTS = ("happened", "tags", "said_by", "sight")


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
