"""Links for one rating: those still open on a line, and the one that somebody holds in their hand."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from uuid import UUID

from django.db import connection
from django.db.models import QuerySet

from ownwords.measures.models import Line, RatingLink, Wording
from ownwords.measures.queries.lines import lines_of, wording_now
from ownwords.people.access import Opened
from ownwords.people.invitations import digest, is_secret, still_open
from ownwords.people.viewer import seen_by


@dataclass(frozen=True, slots=True)
class Held:
    """What whoever holds a link may see: one line as it is worded now, nothing else."""

    link: RatingLink
    line: Line
    wording: Wording


def open_links(opened: Opened, line: Line | None = None) -> QuerySet[RatingLink]:
    """Return the links that still work, on one line or on all that the viewer sees, newest first."""
    lines = lines_of(opened) if line is None else [line]
    rows = RatingLink.objects.filter(still_open(), person_id=opened.person.id, line__in=lines)
    return rows.order_by("-made_at")


@contextmanager
def door(name: str, key: str) -> Iterator[None]:
    """Run a block as one transaction of nobody who names one key to row-level security.

    Args:
        name: "link" for the hash of a link's secret, "stopping" for a person's id (migration 0005).
        key: what is named.
    """
    with seen_by(None, ""), connection.cursor() as cursor:
        setting = "SELECT set_config(%s, %s, true)"
        cursor.execute(setting, [f"ownwords.{name}", key])
        yield
        cursor.execute(setting, [f"ownwords.{name}", ""])


def held(secret: str) -> Held | None:
    """Return what an open link is for; None alike for wrong, used, withdrawn and expired ones. Uses nothing up."""
    if not is_secret(secret):
        return None
    with door("link", digest(secret)):
        return within_door(secret)


def within_door(secret: str, *, lock: bool = False) -> Held | None:
    """Return what an open link is for, inside its door; with `lock`, nobody else can use it meanwhile."""
    rows = RatingLink.objects.filter(still_open(), secret_hash=digest(secret))
    link = (rows.select_for_update() if lock else rows).first()
    if link is None:
        return None
    line = Line.objects.filter(pk=link.line_id).first()
    if line is None or line.closed_on is not None or line.removed_at is not None:
        return None
    return Held(link, line, wording_now(line))


def kept_by(submission: UUID | None) -> bool:
    """Whether the rating of the link in hand is the one that this form sent: a second press is no fault."""
    if submission is None:
        return False
    with connection.cursor() as cursor:
        cursor.execute("SELECT ownwords_link_kept(%s)", [submission])
        return bool(cursor.fetchone()[0])
