"""Ties, views, readiness, steps and interests as things that can be erased."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from uuid import UUID

from django.db.models import Model, QuerySet
from django.utils.translation import gettext_lazy as _

from ownwords.connections.models import ConnectingStep, Interest, Readiness, Tie, TieView
from ownwords.connections.queries.interests import interests
from ownwords.connections.queries.sight import one_of_them, seen_on_map
from ownwords.connections.queries.steps import steps_of
from ownwords.connections.queries.ties import readiness_of
from ownwords.people.access import Opened
from ownwords.people.erasable import Erasable


def _ties(opened: Opened) -> QuerySet[Tie]:
    return seen_on_map(opened, Tie.objects.all(), removed=True)


def _views(opened: Opened) -> QuerySet[TieView]:
    return TieView.objects.filter(tie_id__in=_ties(opened).order_by().values("id"))


def tie_of_view(opened: Opened, view_id: UUID) -> UUID:
    """Return the tie that a view is of. Raises NotFound when the viewer sees no such view."""
    return one_of_them(_views(opened), view_id).tie_id


def _ids(rows: Callable[[Opened], QuerySet[Model]]) -> Callable[[Opened], Iterable[UUID]]:
    return lambda opened: rows(opened).order_by().values_list("pk", flat=True)


def _erased(model: type[Model]) -> Callable[[UUID], bool]:
    return lambda thing: model._default_manager.filter(pk=thing, erased_at__isnull=False).exists()


TIE_KINDS = (
    Erasable("tie", _("how a tie came about"), _ids(_ties), _erased(Tie), "connections:tie"),
    Erasable("tieview", _("who did what in a tie"), _ids(_views), _erased(TieView), "connections:tie_of"),
    Erasable(
        "readiness",
        _("how ready somebody feels"),
        _ids(lambda o: readiness_of(o, removed=True)),
        _erased(Readiness),
        "connections:ready_remove",
    ),
    Erasable(
        "connectingstep",
        _("a step of connecting"),
        _ids(lambda o: steps_of(o, removed=True)),
        _erased(ConnectingStep),
        "connections:connecting_step",
    ),
    Erasable(
        "interest",
        _("an answer to something nearby"),
        _ids(lambda o: interests(o, removed=True)),
        _erased(Interest),
        "connections:interest_remove",
    ),
)
