"""Links for one rating without an account: made, withdrawn, used once."""

from __future__ import annotations

from datetime import timedelta
from typing import NamedTuple
from uuid import UUID

from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from ownwords.ledger.actions import note_act
from ownwords.ledger.ids import Ref
from ownwords.ledger.verbs import Verb
from ownwords.measures.actions.common import may_write, state_of
from ownwords.measures.actions.ratings import Rated, checked_value
from ownwords.measures.models import Line, Rating, RatingLink, Schedule, Way
from ownwords.measures.queries.lines import open_line
from ownwords.measures.queries.links import Held, door, kept_by, open_links, within_door
from ownwords.people import rules
from ownwords.people.access import NotFound, Opened
from ownwords.people.invitations import digest, is_secret, make_secret, still_open
from ownwords.people.refusals import Refused

LIVES = timedelta(days=14)
MOST_OPEN = 10


class Made(NamedTuple):
    """A link as kept, and its path with the secret in it: to be shown once."""

    link: RatingLink
    path: str


class LinkGone(Exception):
    """A link is wrong, used, withdrawn or expired: nobody is told which."""


@transaction.atomic
def make_link(*, opened: Opened, line_id: UUID) -> Made:
    """Make a link with which this line can be rated once, without signing in, for 14 days.

    Raises:
        NotFound: no such line for this viewer. Refused: the line is closed, or too many links are open.
    """
    may_write(opened)
    line = open_line(opened, line_id)
    if line.closed_on is not None:
        raise Refused({"": _("This line is closed. Take it up again to rate it.")})
    if open_links(opened, line).count() >= MOST_OPEN:
        raise Refused({"": _("There are %(most)s open links already. Withdraw one.") % {"most": MOST_OPEN}})
    made = new_link(line, made_by_id=opened.viewer.account_id)
    note_act(
        verb=Verb.RATING_LINK_MADE,
        **opened.signature,
        on_behalf_of_id=opened.for_whom,
        thing=Ref("ratinglink", made.link.id),
    )
    return made


def new_link(line: Line, *, made_by_id: UUID | None, schedule: Schedule | None = None) -> Made:
    """Write a link; only the hash of its secret is kept. An earlier one of the same schedule no longer works."""
    now = timezone.now()
    if schedule is not None:
        RatingLink.objects.filter(still_open(now), schedule=schedule).update(withdrawn_at=now)
    secret = make_secret()
    link = RatingLink(
        person_id=line.person_id,
        line=line,
        schedule=schedule,
        secret_hash=digest(secret),
        made_by_id=made_by_id,
        made_at=now,
        expires_at=now + LIVES,
    )
    link.save(force_insert=True)
    return Made(link, reverse("rate_by_link", kwargs={"secret": secret}))


@transaction.atomic
def withdraw_link(*, opened: Opened, link_id: UUID) -> RatingLink:
    """Make an open link stop working. Raises NotFound when there is none."""
    may_write(opened)
    link = open_links(opened).select_for_update(of=("self",)).filter(pk=link_id).first()
    if link is None:
        raise NotFound
    link.withdrawn_at = timezone.now()
    link.save(update_fields=["withdrawn_at"])
    note_act(
        verb=Verb.RATING_LINK_WITHDRAWN,
        **opened.signature,
        on_behalf_of_id=opened.for_whom,
        thing=Ref("ratinglink", link.id),
    )
    return link


def rate_by_link(
    *, secret: str, rated: Rated, wording_id: UUID | None = None, submission: UUID | None = None
) -> None:
    """Keep what whoever holds a link answered, and spend the link: one transaction, one answer.

    Two presses of the same form are one answer; of two answers at once, one is kept.

    Args:
        wording_id: the wording that was on the page; the present one when left out.

    Raises:
        LinkGone: nothing was kept. Refused: what was answered does not fit; the link still works.
    """
    if not is_secret(secret):
        raise LinkGone
    with door("link", digest(secret)):
        held = within_door(secret, lock=True)
        if held is not None:
            _spend(held, rated, wording_id, submission)
        elif not kept_by(submission):
            raise LinkGone


def repeat_of(*, secret: str, submission: UUID | None) -> None:
    """Do nothing when a link was spent by this very form, pressed a second time. Raises LinkGone otherwise."""
    if not is_secret(secret):
        raise LinkGone
    with door("link", digest(secret)):
        if not kept_by(submission):
            raise LinkGone


def _spend(held: Held, rated: Rated, wording_id: UUID | None, submission: UUID | None) -> None:
    """Write the rating while the link is open, then close the link behind it."""
    wording = held.wording
    if wording_id is not None and wording_id != wording.id:
        wording = held.line.wordings.filter(pk=wording_id).first() or wording
    rating = Rating(
        person_id=held.line.person_id,
        line=held.line,
        wording=wording,
        rated_on=timezone.localdate(),
        given=rated.given,
        value=checked_value(held.line, rated),
        note=rules.own_words(rated.note, field="note", needed=False, most=2_000),
        way=Way.LINK,
        submission=submission,
    )
    _save_once(rating)
    held.link.used_at, held.link.rating = timezone.now(), rating
    held.link.save(update_fields=["used_at", "rating"])
    note_act(
        verb=Verb.RATED,
        actor_id=None,
        about_id=held.line.person_id,
        thing=Ref("rating", rating.id),
        reason="By a link",
        after=state_of(rating),
    )


def _save_once(rating: Rating) -> None:
    """Write a rating. Raises Refused when the key of its form was used before, by another form."""
    try:
        with transaction.atomic():
            rating.save(force_insert=True)
    except IntegrityError as error:
        if "saved_once" not in str(error):
            raise
        raise Refused({"": _("This form has been sent before. Open the link again to answer.")}) from None
