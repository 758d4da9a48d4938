"""What somebody says of a text they bring in, or of one that is there."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext as _

from ownwords.inquiry.actions.texts import MOST_MINUTES, MOST_REFERENCE, MOST_TITLE, Told
from ownwords.inquiry.models import Present, Source, SourceKind
from ownwords.people.forms.fields import ChosenField, DatePartsField, LineField, WordsField
from ownwords.people.forms.sight import Tokens

#: What a form may hold besides files is bounded for the whole service; a longer text comes as a file.
MOST_PASTED = 500_000
ENCODINGS = ("utf-8", "windows-1252", "iso-8859-1", "mac-roman", "utf-16", "windows-1250", "windows-1251")


class TextForm(Tokens):
    """What a text is: its kind and title, when and how it came about, and who was there."""

    def __init__(
        self, *args: Any, guides: list[tuple[str, str]], source: Source | None = None,
        present: list[Present] | None = None, **options: Any,
    ) -> None:  # fmt: skip
        super().__init__(*args, **options)
        self.fields["kind"] = ChosenField(label=_("What is it?"), choices=SourceKind.choices)
        self.fields["title"] = LineField(
            label=_("Title"),
            required=source is not None,
            most=MOST_TITLE,
            help_text="" if source else _("Left empty, a text is called as its file is."),
        )
        self._add_session(guides)
        self._add_others()
        if source is not None:
            self.initial = {**_values(source, present or []), "version": source.version, **self.initial}
        else:
            self.initial = {"kind": SourceKind.INTERVIEW, **self.initial}

    def _add_session(self, guides: list[tuple[str, str]]) -> None:
        """Add when, where and how it was held and recorded."""
        self.fields["held_on"] = DatePartsField(label=_("On which day was it?"), required=False)
        self.fields["place"] = LineField(label=_("Where?"), required=False, most=MOST_TITLE)
        self.fields["minutes"] = forms.IntegerField(
            label=_("How many minutes did it take?"), required=False, min_value=1, max_value=MOST_MINUTES,
            widget=forms.TextInput(attrs={"inputmode": "numeric", "size": 4}),
        )  # fmt: skip
        self.fields["recorded_how"] = LineField(
            label=_("How was it recorded?"), required=False, most=MOST_TITLE,
            help_text=_("For example: sound recording, typed out word for word."),
        )  # fmt: skip
        if guides:
            self.fields["guide"] = forms.ChoiceField(
                label=_("Which version of the guide was used?"), required=False,
                choices=[("", _("not said")), *((one, _("version %(n)s") % {"n": n}) for one, n in guides)],
            )  # fmt: skip

    def _add_others(self) -> None:
        """Add who was there, and the reference."""
        self.fields["led"] = WordsField(
            label=_("Who led it?"),
            required=False,
            rows=2,
            most=MOST_REFERENCE,
            help_text=_("One name a line."),
        )
        self.fields["others"] = WordsField(
            label=_("Who else was present, besides those taking part?"), required=False, rows=2,
            most=MOST_REFERENCE, help_text=_("One name a line."),
        )  # fmt: skip
        self.fields["reference"] = WordsField(
            label=_("Reference, for a document"), required=False, rows=2, most=MOST_REFERENCE,
            help_text=_("Author, year, title, publisher, address: as you would cite it."),
        )  # fmt: skip

    def values_of(self, source: Source) -> dict[str, Any]:
        """Return what the fields hold for a text as it stands now, for the choice between two."""
        return {name: value for name, value in _values(source, []).items() if name not in ("led", "others")}

    def to_told(self) -> Told:
        """Return what was said."""
        typed = dict(self.cleaned_data)
        guide = typed.pop("guide", "")
        names = [name for name in Told.__slots__ if name != "guide_id"]
        return Told(**{name: typed[name] for name in names}, guide_id=UUID(guide) if guide else None)


def _values(source: Source, present: list[Present]) -> dict[str, Any]:
    names = ("kind", "title", "held_on", "place", "minutes", "recorded_how", "reference")
    return {
        **{name: getattr(source, name) for name in names},
        "guide": str(source.guide_id or ""),
        "led": "\n".join(one.name for one in present if one.led),
        "others": "\n".join(one.name for one in present if not one.led),
    }


class BringForm(TextForm):
    """The same for what comes in, with the words themselves where they are pasted."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["words"] = WordsField(
            label=_("Or paste the words here"), required=False, rows=6, most=MOST_PASTED,
            help_text=_("Up to %(most)s characters; bring a longer text as a file.") % {"most": f"{MOST_PASTED:,}"},
        )  # fmt: skip
        self.fields["encoding"] = forms.ChoiceField(
            label=_("How is the file encoded?"), required=False,
            choices=[("", _("find it out")), *((one, one) for one in ENCODINGS)],
            help_text=_("Only if accents or quotation marks came out wrong before."),
        )  # fmt: skip
