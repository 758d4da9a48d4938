"""Forms of what is passed on for safety, and of withholding it."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from ownwords.peers.actions.safety import MOST_WORDS, PassedOn
from ownwords.peers.models import SafetyShare, Told
from ownwords.people.access import Opened
from ownwords.people.forms.fields import ChosenField, DatePartsField, LineField, WordsField, because
from ownwords.people.forms.sight import Tokens


class PassOnForm(Tokens):
    """What, to whom, why, and whether the person was told first."""

    def __init__(self, *args: Any, opened: Opened, **options: Any) -> None:
        super().__init__(*args, **options)
        called = {"person": opened.person.called}
        self.fields["what"] = WordsField(
            label=_("What did you pass on?"), rows=3, most=MOST_WORDS,
            help_text=_("Only what was needed. %(person)s reads these words.") % called,
        )  # fmt: skip
        self.fields["to_whom"] = LineField(label=_("To whom?"))
        self.fields["why"] = because(
            WordsField(label=_("Why?"), rows=3, most=MOST_WORDS),
            _("Nothing is passed on without a reason that %(person)s can read.") % called,
        )
        self.fields["told_first"] = ChosenField(
            label=_("Did you tell %(person)s first?") % called, choices=Told.choices
        )
        self.fields["why_not_told"] = WordsField(
            label=_("If not: why not?"), rows=2, required=False, most=MOST_WORDS
        )
        self.fields["shared_on"] = DatePartsField(
            label=_("On another day?"), required=False, help_text=_("Empty means today.")
        )

    def to_passed(self) -> PassedOn:
        """Return it for the action."""
        typed = self.cleaned_data
        return PassedOn(**{name: typed[name] for name in PassedOn.__slots__})


class WithholdForm(Tokens):
    """Why it is withheld, and when that is looked at again."""

    def __init__(self, *args: Any, share: SafetyShare, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["version"].initial = share.version
        self.fields["reason"] = WordsField(
            label=_("Why is it withheld?"), rows=3, most=MOST_WORDS,
            help_text=_("Once it is released, the person reads this too."),
        )  # fmt: skip
        self.fields["review_on"] = DatePartsField(
            label=_("When is this looked at again?"),
            help_text=_("A day within three months. Nothing happens by itself on that day."),
        )


class ReleaseForm(Tokens):
    """Letting the person read it."""

    def __init__(self, *args: Any, share: SafetyShare, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["version"].initial = share.version
        self.fields["reason"] = WordsField(
            label=_("Words for the person, if you want"), rows=2, required=False, most=MOST_WORDS
        )
