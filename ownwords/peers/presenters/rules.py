"""What peer workers may write down, in plain words to the person and about them."""

from __future__ import annotations

from django.utils.translation import gettext as _

from ownwords.peers.models import Recording


def rule_words(rule: str, *, own: bool, person: str = "") -> str:
    """Return what a rule means, to the person themselves or to somebody else."""
    if own:
        return str(Recording(rule).label)
    named = {"person": person}
    return {
        Recording.NO_NOTES: _("Peer workers write no notes about %(person)s.") % named,
        Recording.SHARED_ONLY: _("Peer workers write only notes that %(person)s and they agree on.") % named,
        Recording.NOTES_ALLOWED: _(
            "Peer workers may also write notes of their own. %(person)s can read them."
        )
        % named,
    }[Recording(rule)]


def always(*, own: bool) -> str:
    """Return what is kept under every rule."""
    if own:
        return _(
            "They do keep that contact was tried or took place: day, means and what came of it. You see all of it."
        )
    return _(
        "That contact was tried or took place is kept: day, means and what came of it. The person sees all of it."
    )
