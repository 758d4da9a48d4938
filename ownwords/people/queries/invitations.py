"""Finding the invitation that a link belongs to."""

from __future__ import annotations

from django.db.models import QuerySet

from ownwords.people.invitations import digest, is_secret, still_open
from ownwords.people.models import Invitation


def with_secret(secret: str) -> QuerySet[Invitation]:
    """Return the open invitation with this secret, if there is one. Every other kind of link finds nothing alike."""
    if not is_secret(secret):
        return Invitation.objects.none()
    return Invitation.objects.filter(still_open(), secret_hash=digest(secret)).select_related("account")
