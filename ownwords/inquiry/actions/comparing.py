"""Writing a comparison of two things down, as a memo about the one beside the other."""

from __future__ import annotations

from uuid import UUID

from django.utils.translation import gettext as _

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.actions.memos import Told, write_memo
from ownwords.inquiry.models import Memo, MemoKind
from ownwords.inquiry.queries.comparing import Thing
from ownwords.people.refusals import Refused


def write_comparison(
    *,
    opened: OpenedStudy,
    one: Thing,
    other: Thing,
    words: str,
    title: str = "",
    submission: UUID | None = None,
) -> Memo:
    """Keep what comparing two things showed. It is listed from both.

    Raises:
        NotFound: the viewer does not see one of them. Refused: no words, or a thing beside itself.
    """
    if one == other:
        raise Refused({"": _("Choose two different things to compare.")})
    return write_memo(
        opened=opened, told=Told(words, title, MemoKind.COMPARISON), about=one.about, about_id=one.id,
        beside=other.about, beside_id=other.id, submission=submission,
    )  # fmt: skip
