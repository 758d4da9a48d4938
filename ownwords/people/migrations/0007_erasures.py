"""Requests to erase, for things of all rooms. The table comes from the record, with its rows (record 0005)."""

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models
from django.db.models import F, Q

import ownwords.ledger.ids

PERSON = {"on_delete": django.db.models.deletion.PROTECT, "related_name": "+", "to": "people.person"}
ACCOUNT = {
    "on_delete": django.db.models.deletion.PROTECT,
    "related_name": "+",
    "to": settings.AUTH_USER_MODEL,
}

CREATE = migrations.CreateModel(
    name="ErasureRequest",
    fields=[
        (
            "id",
            models.UUIDField(
                default=ownwords.ledger.ids.new_id, editable=False, primary_key=True, serialize=False
            ),
        ),
        ("thing_kind", models.CharField(max_length=30)),
        ("thing_id", models.UUIDField()),
        ("asked_at", models.DateTimeField(default=django.utils.timezone.now)),
        ("reason", models.TextField()),
        ("decided_at", models.DateTimeField(blank=True, null=True)),
        ("agreed", models.BooleanField(blank=True, null=True)),
        ("decision_words", models.TextField(blank=True)),
        ("person", models.ForeignKey(**PERSON)),
        ("asked_by", models.ForeignKey(**ACCOUNT)),
        ("decided_by", models.ForeignKey(blank=True, null=True, **ACCOUNT)),
    ],
    options={
        "constraints": [
            models.UniqueConstraint(
                condition=Q(("decided_at__isnull", True)), fields=("thing_id",), name="erasure_asked_once"
            ),
            models.CheckConstraint(
                condition=Q(
                    Q(("agreed__isnull", True), ("decided_at__isnull", True), ("decided_by__isnull", True)),
                    Q(
                        ("agreed__isnull", False),
                        ("decided_at__isnull", False),
                        ("decided_by__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="erasure_decided_by_whom_and_when",
            ),
            models.CheckConstraint(
                condition=Q(
                    ("decided_by__isnull", True),
                    Q(("decided_by", F("asked_by")), _negated=True),
                    _connector="OR",
                ),
                name="erasure_takes_two_people",
            ),
        ]
    },
)


class Migration(migrations.Migration):
    """State only: the table is there already."""

    dependencies = [("people", "0006_endings"), ("record", "0005_erasing_for_all_rooms")]
    operations = [migrations.SeparateDatabaseAndState(state_operations=[CREATE])]
