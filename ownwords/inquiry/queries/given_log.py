"""What participants did in a study themselves, for who works in it: when, in which text, never the words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db import connection
from django.utils.translation import gettext as _

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.models import OwnWordsNote, SaidOfOwn

MOST = 200


@dataclass(frozen=True, slots=True)
class Did:
    """One thing that a participant did."""

    when: datetime
    what: str


def done_by_participants(opened: OpenedStudy) -> list[Did]:
    """Return the newest two hundred: words given from a record, taken back, own words struck out (two queries)."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pseudonym, given_at, taken_back_at FROM ownwords_given_to(%s) LIMIT %s",
            [opened.study.id, MOST],
        )
        rows = cursor.fetchall()
    gave = _("%(who)s gave words from their own record")
    took = _("%(who)s took back words that they had given from their own record")
    found = [Did(given, gave % {"who": who}) for who, given, _back in rows]
    found += [Did(back, took % {"who": who}) for who, _given, back in rows if back]
    struck = OwnWordsNote.objects.filter(study_id=opened.study.id, said=SaidOfOwn.STRUCK)
    for one in struck.select_related("source", "respondent").order_by("-said_at")[:MOST]:
        said = _("%(who)s struck own words out of “%(title)s”")
        found.append(Did(one.said_at, said % {"who": one.respondent.called, "title": one.source.title}))
    return sorted(found, key=lambda one: one.when, reverse=True)[:MOST]
