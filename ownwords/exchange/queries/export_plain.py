"""Rows as plain data: every column but those left out by name, moments in UTC, ids as text, and earlier versions."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db.models import Model, QuerySet

Row = dict[str, Any]
#: Columns of our own machinery: keys of forms, secrets, the order of lists, and the person that the copy is about.
LEFT_OUT = frozenset(
    {"person_id", "about_id", "submission", "sort_key", "secret_hash", "password", "last_login"}
)


def events_of(model: type[Model]) -> QuerySet[Any]:
    """Return every kept version of a model's rows, oldest first."""
    events = apps.get_model(model._meta.app_label, f"{model.__name__}Event")
    return events._default_manager.order_by("pgh_id")


def with_versions(one: Any) -> Row:
    """Return a row with every version that was kept of it."""
    return {
        **row(one),
        "versions": [version(event) for event in events_of(type(one)).filter(pgh_obj_id=one.pk)],
    }


def row(one: Model) -> Row:
    """Return every column of a row but those left out, in the order of the model, as plain data."""
    names = (field.attname for field in one._meta.concrete_fields)
    return {name: plain(getattr(one, name)) for name in names if name not in LEFT_OUT}


def version(event: Any) -> Row:
    """Return an earlier version of a row: when it was kept, and its columns then."""
    columns = {name: value for name, value in row(event).items() if not name.startswith("pgh_")}
    return {"kept_at": plain(event.pgh_created_at), "kind_of_change": event.pgh_label, **columns}


def plain(value: Any) -> Any:
    """Return a value as JSON holds it: moments in UTC with a Z, days as YYYY-MM-DD, ids and decimals as text."""
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat().replace("+00:00", "Z")
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, UUID | Decimal) else value
