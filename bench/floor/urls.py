"""One address: session, one policy check, three queries, one log row, one page."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction
from django.db.models import Exists, OuterRef
from django.http import HttpRequest, HttpResponse, HttpResponseForbidden
from django.shortcuts import render
from django.urls import path
from django.utils import timezone

from ownwords.ledger.models import Look
from ownwords.people.models import Membership, Person, Placement
from ownwords.record.models import Entry, Step


@transaction.atomic
def record(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """Show a person's goals, entries and open steps with nothing of the service around them."""
    mine = Membership.objects.filter(account_id=request.user.pk, team_id=OuterRef("team_id"), ends_on=None)
    if not Placement.objects.filter(Exists(mine), person_id=person_id, ends_on=None).exists():
        return HttpResponseForbidden()
    person = Person.objects.get(pk=person_id)
    entries = list(
        Entry.objects.filter(person_id=person_id).select_related("goal").order_by("-created_at")[:20]
    )
    steps = list(Step.objects.filter(person_id=person_id, status="open"))
    Look.objects.create(
        actor_id=request.user.pk, role="worker", about_id=person_id, part="record", day=timezone.localdate()
    )
    return render(request, "floor/record.html", {"person": person, "entries": entries, "steps": steps})


urlpatterns = [path("floor/<uuid:person_id>/", record)]
