"""Forms of finding a peer worker."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext as _

from ownwords.peers.actions.matching import MOST_WORDS
from ownwords.peers.models import Answer, PeerProfile, PeerWish
from ownwords.peers.queries.matching import Known
from ownwords.people.access import Opened
from ownwords.people.forms.fields import ChosenField, WordsField
from ownwords.people.forms.sight import Tokens

WANTED = (("yes", True), ("no", False), ("", None))


def _wanted(value: bool | None) -> str:
    return next(key for key, one in WANTED if one is value)


class WishForm(Tokens):
    """Whether somebody would like a peer worker, and what kind of person."""

    def __init__(self, *args: Any, opened: Opened, wish: PeerWish | None, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["version"].initial = wish.version if wish else 0
        called, own = {"person": opened.person.called}, opened.is_own
        question = _("Would you like a peer worker?")
        if not own:
            question = _("Would %(person)s like a peer worker?") % called
        self.fields["wanted"] = ChosenField(
            label=question, required=False, initial=_wanted(wish.wanted) if wish else "",
            choices=[("yes", _("Yes")), ("no", _("No, and please do not offer one")), ("", _("Not said"))],
        )  # fmt: skip
        self.fields["words"] = WordsField(
            label=_("What kind of person would suit you?") if own else _("What kind of person would suit them?"),
            rows=3, required=False, most=MOST_WORDS, initial=wish.words if wish else "",
        )  # fmt: skip
        if own or opened.person.account_id is None:
            self.fields["show_words"] = forms.BooleanField(
                label=_("A peer worker who is asked may read these words before they answer."),
                required=False,
                initial=wish.show_words if wish else False,
            )

    @staticmethod
    def values_of(wish: PeerWish) -> dict[str, Any]:
        """Return what the fields hold for a wish as it stands now."""
        return {"words": wish.words, "wanted": _wanted(wish.wanted), "show_words": wish.show_words}

    @property
    def wanted(self) -> bool | None:
        """The answer; None for not said."""
        return dict(WANTED)[self.cleaned_data["wanted"]]


class ProposeMatchForm(Tokens):
    """Which peer worker."""

    def __init__(self, *args: Any, known: list[Known], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["peer"] = ChosenField(
            label=_("With whom?"), choices=[(str(one.account.id), one.account.name) for one in known]
        )

    @property
    def peer_id(self) -> UUID:
        """Who was chosen."""
        return UUID(self.cleaned_data["peer"])


class AnswerForm(Tokens):
    """Yes or no, and words for oneself."""

    def __init__(self, *args: Any, reason: bool = True, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["answer"] = ChosenField(
            label=_("Would you like to walk together?"),
            choices=[(Answer.YES, _("Yes")), (Answer.NO, _("No, or not now"))],
        )
        if reason:
            self.fields["why"] = WordsField(
                label=_("If no: why, for yourself alone"), rows=2, required=False, most=MOST_WORDS,
                help_text=_("Nobody else ever reads this. Nobody is told that you said no."),
            )  # fmt: skip


class ProfileForm(Tokens):
    """What people may read of a peer worker."""

    def __init__(self, *args: Any, profile: PeerProfile | None, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["version"].initial = profile.version if profile else 0
        self.fields["words"] = WordsField(
            label=_("What may people know about you?"), rows=4, required=False, most=MOST_WORDS,
            initial=profile.words if profile else "",
            help_text=_("As much or as little as you like. Your own story is yours: nobody can ask for it."),
        )  # fmt: skip
        self.fields["would_like"] = WordsField(
            label=_("With whom would you like to walk?"), rows=3, required=False, most=MOST_WORDS,
            initial=profile.would_like if profile else "",
        )  # fmt: skip
        self.fields["taking_on"] = forms.BooleanField(
            label=_("I can walk with somebody new just now."),
            required=False,
            initial=profile.taking_on if profile else True,
        )

    @staticmethod
    def values_of(profile: PeerProfile) -> dict[str, Any]:
        """Return what the fields hold for a profile as it stands now."""
        return {name: getattr(profile, name) for name in ("words", "would_like", "taking_on")}
