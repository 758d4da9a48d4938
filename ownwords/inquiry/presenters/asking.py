"""In words: why somebody cannot be asked, and how far asking them has come."""

from __future__ import annotations

from django.utils.translation import gettext as _

from ownwords.inquiry.models import Respondent
from ownwords.inquiry.queries.asking import NO_WORDS, NOT_ASKED, REFUSED, THERE, WITHDREW, link_works


def reason(why: str) -> str:
    """Return why a participant cannot be asked, by a reason of `queries.asking`."""
    return {
        WITHDREW: _("They have withdrawn from the study."),
        REFUSED: _("They did not agree to being asked again."),
        NOT_ASKED: _("They have not said whether they agree to being asked again. Keep their answer first."),
        NO_WORDS: _("They speak in none of the texts of this round."),
        THERE: _("They are asked in this round already."),
    }[why]


def state(respondent: Respondent) -> str:
    """Return how far it has come: nothing yet, a link that works, run out or withdrawn; who withdrew; what came."""
    if respondent.participant is not None and respondent.participant.withdrew_on is not None:
        return _("withdrew from the study; what they said counts nowhere")
    came = _("has answered") if getattr(respondent, "said", False) else ""
    if not came and respondent.read_at is not None:
        came = _("has opened the link")
    if respondent.secret_hash is None:
        link = "" if came else _("not asked yet")
    elif link_works(respondent):
        link = _("a link was made")
    else:
        link = _("the link was withdrawn") if respondent.withdrawn_at else _("the link has run out")
    return ", ".join(part for part in (came, link) if part)
