"""What hangs together with a category: memos on its codes and passages, and decisions that came of these."""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import Q, QuerySet

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.models import About, Code, Memo, SamplingDecision
from ownwords.inquiry.queries.sampling import decisions_of
from ownwords.inquiry.queries.sight import visible_codings, visible_memos

MOST = 50


def memos_on(opened: OpenedStudy, codes: Sequence[Code]) -> QuerySet[Memo]:
    """Return the memos in view about these codes or passages of theirs, or beside them, the newest first."""
    ids = [one.id for one in codes]
    passages = visible_codings(opened).filter(code_id__in=ids).values("id")
    meant = (
        Q(about=About.CODE, about_id__in=ids)
        | Q(beside=About.CODE, beside_id__in=ids)
        | Q(about=About.CODING, about_id__in=passages)
        | Q(beside=About.CODING, beside_id__in=passages)
    )
    found = visible_memos(opened).filter(meant, removed_at__isnull=True)
    return found.select_related("made_by").order_by("-id")


def decisions_from(opened: OpenedStudy, codes: Sequence[Code]) -> QuerySet[SamplingDecision]:
    """Return the decisions on whom to ask next that rest on such a memo, the newest first."""
    return decisions_of(opened).filter(memo_id__in=memos_on(opened, codes).order_by().values("id"))
