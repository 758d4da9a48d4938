"""Things of this room that can be erased: whatever holds words or answers."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from uuid import UUID

from django.db.models import Model, QuerySet
from django.utils.translation import gettext_lazy as _

from ownwords.measures.models import ContextEvent, Line, OwnAnswer, Rating, Response
from ownwords.measures.queries.lines import lines_of, ratings_of
from ownwords.measures.queries.sight import seen
from ownwords.people.access import Opened
from ownwords.people.erasable import Erasable


def _ids(rows: Callable[[Opened], QuerySet[Model]]) -> Callable[[Opened], Iterable[UUID]]:
    return lambda opened: rows(opened).order_by().values_list("pk", flat=True)


def _with_sight(model: type[Model]) -> Callable[[Opened], Iterable[UUID]]:
    return _ids(lambda opened: seen(opened, model._default_manager.all(), removed=True))


def _erased(model: type[Model]) -> Callable[[UUID], bool]:
    return lambda thing: model._default_manager.filter(pk=thing, erased_at__isnull=False).exists()


KINDS = (
    Erasable("line", _("a line"), _ids(lambda o: lines_of(o, removed=True)), _erased(Line), "measures:line"),
    Erasable(
        "rating",
        _("a rating"),
        _ids(lambda o: ratings_of(o, removed=True)),
        _erased(Rating),
        "measures:rating",
    ),
    Erasable(
        "contextevent",
        _("something that went on"),
        _with_sight(ContextEvent),
        _erased(ContextEvent),
        "measures:event_change",
    ),
    Erasable(
        "ownanswer",
        _("whether it is different"),
        _with_sight(OwnAnswer),
        _erased(OwnAnswer),
        "measures:own_answer_remove",
    ),
    Erasable(
        "response", _("a filled measure"), _with_sight(Response), _erased(Response), "measures:response"
    ),
)
