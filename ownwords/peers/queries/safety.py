"""Reading what was passed on for somebody's safety (PS-05)."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils import timezone

from ownwords.peers.models import SafetyReview, SafetyShare
from ownwords.people.access import NotFound, Opened, visible_people
from ownwords.people.queries.seen import one_of_them
from ownwords.people.roles import Permission, RoleName
from ownwords.people.viewer import Viewer


def safety_shares(opened: Opened) -> QuerySet[SafetyShare]:
    """Every safety share that the viewer sees, newest first.

    The person sees all that is not withheld; a lead all; whoever else passed something on, their own.
    """
    rows = SafetyShare.objects.filter(person_id=opened.person.id)
    if opened.is_own:
        rows = rows.filter(withheld_at__isnull=True)
    elif opened.viewer.role is RoleName.SUPPORTER:
        raise NotFound
    elif not opened.may(Permission.WITHHOLD_SHARE):
        rows = rows.filter(written_by_id=opened.viewer.account_id)
    return rows.select_related("written_by", "withheld_by").order_by("-shared_on", "-created_at")


def open_share(opened: Opened, share_id: UUID) -> SafetyShare:
    """Return one safety share. Raises NotFound when it is missing, or hidden from this viewer."""
    return one_of_them(safety_shares(opened), share_id)


def reviews_of(share: SafetyShare) -> list[SafetyReview]:
    """Return every decision about withholding one share, oldest first."""
    rows = SafetyReview.objects.filter(share=share).select_related("made_by")
    return list(rows.order_by("made_at", "id"))


def withheld_by_team(viewer: Viewer, *, today: date | None = None) -> list[SafetyShare]:
    """Return what is withheld among the people this lead reaches, the review that is due longest first."""
    if not viewer.may(Permission.WITHHOLD_SHARE):
        raise NotFound
    rows = SafetyShare.objects.filter(
        Q(withheld_at__isnull=False), person__in=visible_people(viewer), erased_at__isnull=True
    )
    found = rows.select_related("person", "written_by", "withheld_by").order_by("review_on", "created_at")
    return list(found)


def is_due(share: SafetyShare) -> bool:
    """Whether the day on which withholding is looked at again has come."""
    return share.review_on is not None and share.review_on <= timezone.localdate()
