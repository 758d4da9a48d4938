"""Forms for administrators: what peer workers may write down, and when a door counts as quiet."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _

from ownwords.peers.actions.rules import MOST_WORDS
from ownwords.peers.models import PeerSettings, Recording, RecordingRule
from ownwords.people.forms.fields import ChosenField, WordsField, because
from ownwords.people.forms.sight import Tokens


class RuleForm(Tokens):
    """The rule. Its version is how many rules there had been when the form was opened."""

    def __init__(self, *args: Any, now: RecordingRule | None, seen: int, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["version"].initial = seen
        labels = {
            Recording.NO_NOTES: _("No notes. Peer workers write nothing about people."),
            Recording.SHARED_ONLY: _("Shared notes only. The person and the peer worker agree on each."),
            Recording.NOTES_ALLOWED: _("Notes allowed. Peer workers may also write notes of their own."),
        }
        self.fields["rule"] = ChosenField(
            label=_("What may peer workers write down?"),
            choices=[(key.value, words) for key, words in labels.items()],
            initial=now.rule if now else Recording.NO_NOTES,
        )
        self.fields["words"] = because(
            WordsField(
                label=_("Why, in plain words"), rows=3, most=MOST_WORDS, initial=now.words if now else ""
            ),
            _("People read this beside the rule."),
        )


class SettingsForm(Tokens):
    """After how many days a door is quiet, and what gap parts two spells."""

    def __init__(self, *args: Any, now: PeerSettings, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["version"].initial = now.version
        self.fields["quiet_after_days"] = _days(
            _("Days without contact after which a door counts as quiet"),
            _("Quiet is a word on a page. Nothing follows from it by itself."),
            now.quiet_after_days,
        )
        self.fields["gap_days"] = _days(
            _("Days without contact that part two spells of contact"),
            _("Reports always show half and double of it as well."),
            now.gap_days,
        )


def _days(label: str, help_text: str, initial: int) -> forms.IntegerField:
    return forms.IntegerField(
        label=label,
        help_text=help_text,
        initial=initial,
        widget=forms.TextInput(attrs={"size": 4, "inputmode": "numeric"}),
        error_messages={
            "required": _("Give a whole number of days."),
            "invalid": _("Give a whole number of days."),
        },
    )
