"""Forms of notes by two. Words come back as typed; a browser's spelling help is for the writer, nothing rewrites."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext as _

from ownwords.peers.actions.notes import MOST_WORDS
from ownwords.peers.models import SharedNote
from ownwords.people.access import Opened
from ownwords.people.forms.fields import ChosenField, WordsField, because
from ownwords.people.forms.sight import SightForm, Tokens
from ownwords.people.models import Account
from ownwords.people.queries.circle import Circle


def words_field(label: str, *, help_text: str = "", initial: str = "", rows: int = 6) -> WordsField:
    """Return a box for somebody's words, with the browser's spelling help for whoever writes."""
    attrs = {"dir": "auto", "rows": rows, "spellcheck": "true"}
    return WordsField(
        label=label, help_text=help_text, initial=initial, most=MOST_WORDS, widget=forms.Textarea(attrs=attrs)
    )


class ProposeForm(Tokens):
    """The words of a note, and with whom."""

    def __init__(self, *args: Any, opened: Opened, peers: list[Account], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["words"] = because(
            words_field(
                _("What should the note say?"), help_text=_("Plain words that both of you can stand by.")
            ),
            _("Nothing of it is in the record until both of you agree to the very same words."),
        )
        if opened.is_own:
            self.fields["peer"] = ChosenField(
                label=_("With whom?"),
                choices=[(str(one.id), one.name) for one in peers],
                initial=str(peers[0].id) if len(peers) == 1 else None,
            )

    @property
    def peer_id(self) -> UUID | None:
        """With which peer worker, where the person chose."""
        typed = self.cleaned_data.get("peer")
        return UUID(typed) if typed else None


class RewordForm(Tokens):
    """Other words for a note."""

    def __init__(self, *args: Any, note: SharedNote, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["version"].initial = note.version
        self.fields["words"] = words_field(_("The words"), initial=note.words)


class AgreeForm(SightForm):
    """Agreeing to the words that stand there; the person says at the same time who sees the note."""

    def __init__(self, *args: Any, opened: Opened, circle: Circle, note: SharedNote, **options: Any) -> None:
        super().__init__(*args, opened=opened, circle=circle, **options)
        self.fields["version"].initial = note.version
        if not opened.is_own:
            for name in ("visibility", "named"):
                self.fields.pop(name, None)
