import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.functions.text
import django.utils.timezone
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

import ownwords.ledger.ids
import ownwords.ledger.operations


class Migration(migrations.Migration):
    dependencies = [
        ("inquiry", "0006_one_study"),
        ("people", "__first__"),
    ]

    operations = [
        ownwords.ledger.operations.Together(
            operations=[
                migrations.CreateModel(
                    name="Category",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=ownwords.ledger.ids.new_id,
                                editable=False,
                                primary_key=True,
                                serialize=False,
                            ),
                        ),
                        ("guid", models.UUIDField(default=ownwords.ledger.ids.new_id, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("made_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("changed_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("changed_by_id", models.UUIDField(null=True)),
                        ("submission", models.UUIDField(blank=True, editable=False, null=True)),
                        ("core", models.BooleanField(default=False)),
                        ("saturated_on", models.DateField(blank=True, null=True)),
                        ("saturation", models.TextField(blank=True)),
                        ("removed_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "code",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="inquiry.code",
                            ),
                        ),
                        (
                            "made_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "study",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="inquiry.study",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("submission__isnull", False)),
                                fields=("study", "submission"),
                                name="category_saved_once",
                            ),
                            models.UniqueConstraint(fields=("study", "guid"), name="category_guid_once"),
                            models.UniqueConstraint(
                                condition=models.Q(("removed_at__isnull", True)),
                                fields=("code",),
                                name="category_once",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("core", True), ("removed_at__isnull", True)),
                                fields=("study",),
                                name="category_core_once",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("saturated_on__isnull", True),
                                    models.Q(("saturation", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="category_saturated_why",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CategoryEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "id",
                            models.UUIDField(
                                default=ownwords.ledger.ids.new_id, editable=False, serialize=False
                            ),
                        ),
                        ("guid", models.UUIDField(default=ownwords.ledger.ids.new_id, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("made_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("changed_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("changed_by_id", models.UUIDField(null=True)),
                        ("submission", models.UUIDField(blank=True, editable=False, null=True)),
                        ("core", models.BooleanField(default=False)),
                        ("saturated_on", models.DateField(blank=True, null=True)),
                        ("saturation", models.TextField(blank=True)),
                        ("removed_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "code",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="inquiry.code",
                            ),
                        ),
                        (
                            "made_by",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="inquiry.category",
                            ),
                        ),
                        (
                            "study",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="inquiry.study",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Chart",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=ownwords.ledger.ids.new_id,
                                editable=False,
                                primary_key=True,
                                serialize=False,
                            ),
                        ),
                        ("guid", models.UUIDField(default=ownwords.ledger.ids.new_id, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("made_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("changed_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("changed_by_id", models.UUIDField(null=True)),
                        ("submission", models.UUIDField(blank=True, editable=False, null=True)),
                        ("title", models.CharField(max_length=200)),
                        (
                            "rows",
                            models.CharField(
                                choices=[("participants", "participants"), ("sources", "texts")],
                                default="participants",
                                max_length=12,
                            ),
                        ),
                        ("guidance", models.TextField(blank=True)),
                        ("position", models.PositiveIntegerField(default=0)),
                        ("removed_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "made_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "study",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="inquiry.study",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("submission__isnull", False)),
                                fields=("study", "submission"),
                                name="chart_saved_once",
                            ),
                            models.UniqueConstraint(fields=("study", "guid"), name="chart_guid_once"),
                            models.CheckConstraint(
                                condition=models.Q(("title", ""), _negated=True), name="chart_has_title"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("rows__in", ["participants", "sources"])),
                                name="chart_rows_known",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ChartCell",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=ownwords.ledger.ids.new_id,
                                editable=False,
                                primary_key=True,
                                serialize=False,
                            ),
                        ),
                        ("guid", models.UUIDField(default=ownwords.ledger.ids.new_id, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("made_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("changed_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("changed_by_id", models.UUIDField(null=True)),
                        ("submission", models.UUIDField(blank=True, editable=False, null=True)),
                        ("summary", models.TextField(blank=True)),
                        ("nothing_found", models.BooleanField(default=False)),
                        (
                            "rests_on",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.UUIDField(),
                                blank=True,
                                default=list,
                                help_text="Codings.",
                                size=None,
                            ),
                        ),
                        ("seen", models.PositiveIntegerField(default=0)),
                        ("charted_at", models.DateTimeField(default=django.utils.timezone.now)),
                        (
                            "chart",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="cells",
                                to="inquiry.chart",
                            ),
                        ),
                        (
                            "code",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="inquiry.code",
                            ),
                        ),
                        (
                            "made_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "participant",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="inquiry.participant",
                            ),
                        ),
                        (
                            "source",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="inquiry.source",
                            ),
                        ),
                        (
                            "study",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="inquiry.study",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("submission__isnull", False)),
                                fields=("study", "submission"),
                                name="chart_cell_saved_once",
                            ),
                            models.UniqueConstraint(fields=("study", "guid"), name="chart_cell_guid_once"),
                            models.UniqueConstraint(
                                fields=("chart", "code", "participant", "source"),
                                name="chart_cell_once",
                                nulls_distinct=False,
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("participant__isnull", True), ("source__isnull", True), _connector="XOR"
                                ),
                                name="chart_cell_of_one",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("nothing_found", True), ("rests_on", []), ("summary", "")),
                                    models.Q(
                                        ("nothing_found", False), models.Q(("summary", ""), _negated=True)
                                    ),
                                    _connector="OR",
                                ),
                                name="chart_cell_says_something",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ChartCellEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "id",
                            models.UUIDField(
                                default=ownwords.ledger.ids.new_id, editable=False, serialize=False
                            ),
                        ),
                        ("guid", models.UUIDField(default=ownwords.ledger.ids.new_id, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("made_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("changed_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("changed_by_id", models.UUIDField(null=True)),
                        ("submission", models.UUIDField(blank=True, editable=False, null=True)),
                        ("summary", models.TextField(blank=True)),
                        ("nothing_found", models.BooleanField(default=False)),
                        (
                            "rests_on",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.UUIDField(),
                                blank=True,
                                default=list,
                                help_text="Codings.",
                                size=None,
                            ),
                        ),
                        ("seen", models.PositiveIntegerField(default=0)),
                        ("charted_at", models.DateTimeField(default=django.utils.timezone.now)),
                        (
                            "chart",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="inquiry.chart",
                            ),
                        ),
                        (
                            "code",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="inquiry.code",
                            ),
                        ),
                        (
                            "made_by",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "participant",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="inquiry.participant",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="inquiry.chartcell",
                            ),
                        ),
                        (
                            "source",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="inquiry.source",
                            ),
                        ),
                        (
                            "study",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="inquiry.study",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="ChartColumn",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=ownwords.ledger.ids.new_id,
                                editable=False,
                                primary_key=True,
                                serialize=False,
                            ),
                        ),
                        ("guid", models.UUIDField(default=ownwords.ledger.ids.new_id, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("made_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("changed_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("changed_by_id", models.UUIDField(null=True)),
                        ("submission", models.UUIDField(blank=True, editable=False, null=True)),
                        ("position", models.PositiveIntegerField(default=0)),
                        (
                            "chart",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="columns",
                                to="inquiry.chart",
                            ),
                        ),
                        (
                            "code",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="inquiry.code",
                            ),
                        ),
                        (
                            "made_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "study",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="inquiry.study",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("submission__isnull", False)),
                                fields=("study", "submission"),
                                name="chart_column_saved_once",
                            ),
                            models.UniqueConstraint(fields=("study", "guid"), name="chart_column_guid_once"),
                            models.UniqueConstraint(fields=("chart", "code"), name="chart_column_once"),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ChartColumnEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "id",
                            models.UUIDField(
                                default=ownwords.ledger.ids.new_id, editable=False, serialize=False
                            ),
                        ),
                        ("guid", models.UUIDField(default=ownwords.ledger.ids.new_id, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("made_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("changed_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("changed_by_id", models.UUIDField(null=True)),
                        ("submission", models.UUIDField(blank=True, editable=False, null=True)),
                        ("position", models.PositiveIntegerField(default=0)),
                        (
                            "chart",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="inquiry.chart",
                            ),
                        ),
                        (
                            "code",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="inquiry.code",
                            ),
                        ),
                        (
                            "made_by",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="inquiry.chartcolumn",
                            ),
                        ),
                        (
                            "study",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="inquiry.study",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="ChartEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "id",
                            models.UUIDField(
                                default=ownwords.ledger.ids.new_id, editable=False, serialize=False
                            ),
                        ),
                        ("guid", models.UUIDField(default=ownwords.ledger.ids.new_id, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("made_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("changed_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("changed_by_id", models.UUIDField(null=True)),
                        ("submission", models.UUIDField(blank=True, editable=False, null=True)),
                        ("title", models.CharField(max_length=200)),
                        (
                            "rows",
                            models.CharField(
                                choices=[("participants", "participants"), ("sources", "texts")],
                                default="participants",
                                max_length=12,
                            ),
                        ),
                        ("guidance", models.TextField(blank=True)),
                        ("position", models.PositiveIntegerField(default=0)),
                        ("removed_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "made_by",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="inquiry.chart",
                            ),
                        ),
                        (
                            "study",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="inquiry.study",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="CheckingRound",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=ownwords.ledger.ids.new_id,
                                editable=False,
                                primary_key=True,
                                serialize=False,
                            ),
                        ),
                        ("guid", models.UUIDField(default=ownwords.ledger.ids.new_id, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("made_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("changed_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("changed_by_id", models.UUIDField(null=True)),
                        ("submission", models.UUIDField(blank=True, editable=False, null=True)),
                        ("title", models.CharField(max_length=200)),
                        (
                            "puts",
                            models.CharField(
                                choices=[
                                    ("findings", "findings: do they match your experience?"),
                                    ("words", "their own words: are they right, and may they stay?"),
                                ],
                                default="findings",
                                max_length=8,
                            ),
                        ),
                        ("summary", models.TextField(blank=True)),
                        (
                            "sources",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.UUIDField(),
                                blank=True,
                                default=list,
                                help_text="Texts, where words are put.",
                                size=None,
                            ),
                        ),
                        ("opened_on", models.DateField(blank=True, null=True)),
                        ("closed_on", models.DateField(blank=True, null=True)),
                        ("what_changed", models.TextField(blank=True)),
                        (
                            "made_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "study",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="inquiry.study",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("submission__isnull", False)),
                                fields=("study", "submission"),
                                name="checking_round_saved_once",
                            ),
                            models.UniqueConstraint(
                                fields=("study", "guid"), name="checking_round_guid_once"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("title", ""), _negated=True),
                                name="checking_round_has_title",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("puts__in", ["findings", "words"])),
                                name="checking_round_puts_known",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Finding",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=ownwords.ledger.ids.new_id,
                                editable=False,
                                primary_key=True,
                                serialize=False,
                            ),
                        ),
                        ("guid", models.UUIDField(default=ownwords.ledger.ids.new_id, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("made_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("changed_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("changed_by_id", models.UUIDField(null=True)),
                        ("submission", models.UUIDField(blank=True, editable=False, null=True)),
                        ("statement", models.TextField()),
                        ("meaning", models.TextField(blank=True)),
                        ("position", models.PositiveIntegerField(default=0)),
                        ("removed_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "made_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "study",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="inquiry.study",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("submission__isnull", False)),
                                fields=("study", "submission"),
                                name="finding_saved_once",
                            ),
                            models.UniqueConstraint(fields=("study", "guid"), name="finding_guid_once"),
                            models.CheckConstraint(
                                condition=models.Q(("statement", ""), _negated=True),
                                name="finding_says_something",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CheckingFinding",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=ownwords.ledger.ids.new_id,
                                editable=False,
                                primary_key=True,
                                serialize=False,
                            ),
                        ),
                        ("guid", models.UUIDField(default=ownwords.ledger.ids.new_id, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("made_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("changed_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("changed_by_id", models.UUIDField(null=True)),
                        ("submission", models.UUIDField(blank=True, editable=False, null=True)),
                        ("words", models.TextField()),
                        (
                            "quotes",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.UUIDField(),
                                blank=True,
                                default=list,
                                help_text="Codings.",
                                size=None,
                            ),
                        ),
                        ("position", models.PositiveIntegerField(default=0)),
                        ("removed_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "made_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "study",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="inquiry.study",
                            ),
                        ),
                        (
                            "round",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="findings",
                                to="inquiry.checkinground",
                            ),
                        ),
                        (
                            "finding",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="put",
                                to="inquiry.finding",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("submission__isnull", False)),
                                fields=("study", "submission"),
                                name="checking_finding_saved_once",
                            ),
                            models.UniqueConstraint(
                                fields=("study", "guid"), name="checking_finding_guid_once"
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("removed_at__isnull", True)),
                                fields=("round", "finding"),
                                name="checking_finding_once",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("words", ""), _negated=True),
                                name="checking_finding_says_something",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CheckingFindingEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "id",
                            models.UUIDField(
                                default=ownwords.ledger.ids.new_id, editable=False, serialize=False
                            ),
                        ),
                        ("guid", models.UUIDField(default=ownwords.ledger.ids.new_id, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("made_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("changed_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("changed_by_id", models.UUIDField(null=True)),
                        ("submission", models.UUIDField(blank=True, editable=False, null=True)),
                        ("words", models.TextField()),
                        (
                            "quotes",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.UUIDField(),
                                blank=True,
                                default=list,
                                help_text="Codings.",
                                size=None,
                            ),
                        ),
                        ("position", models.PositiveIntegerField(default=0)),
                        ("removed_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "made_by",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="inquiry.checkingfinding",
                            ),
                        ),
                        (
                            "study",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="inquiry.study",
                            ),
                        ),
                        (
                            "round",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="inquiry.checkinground",
                            ),
                        ),
                        (
                            "finding",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="inquiry.finding",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="CheckingGroup",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=ownwords.ledger.ids.new_id,
                                editable=False,
                                primary_key=True,
                                serialize=False,
                            ),
                        ),
                        ("guid", models.UUIDField(default=ownwords.ledger.ids.new_id, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("made_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("changed_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("changed_by_id", models.UUIDField(null=True)),
                        ("submission", models.UUIDField(blank=True, editable=False, null=True)),
                        ("name", models.CharField(max_length=120)),
                        ("position", models.PositiveIntegerField(default=0)),
                        (
                            "made_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "study",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="inquiry.study",
                            ),
                        ),
                        (
                            "round",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="groups",
                                to="inquiry.checkinground",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("submission__isnull", False)),
                                fields=("study", "submission"),
                                name="checking_group_saved_once",
                            ),
                            models.UniqueConstraint(
                                fields=("study", "guid"), name="checking_group_guid_once"
                            ),
                            models.UniqueConstraint(
                                models.F("round"),
                                django.db.models.functions.text.Lower("name"),
                                name="checking_group_once",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("name", ""), _negated=True),
                                name="checking_group_has_name",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CheckingGroupEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "id",
                            models.UUIDField(
                                default=ownwords.ledger.ids.new_id, editable=False, serialize=False
                            ),
                        ),
                        ("guid", models.UUIDField(default=ownwords.ledger.ids.new_id, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("made_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("changed_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("changed_by_id", models.UUIDField(null=True)),
                        ("submission", models.UUIDField(blank=True, editable=False, null=True)),
                        ("name", models.CharField(max_length=120)),
                        ("position", models.PositiveIntegerField(default=0)),
                        (
                            "made_by",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="inquiry.checkinggroup",
                            ),
                        ),
                        (
                            "study",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="inquiry.study",
                            ),
                        ),
                        (
                            "round",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="inquiry.checkinground",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Respondent",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=ownwords.ledger.ids.new_id,
                                editable=False,
                                primary_key=True,
                                serialize=False,
                            ),
                        ),
                        ("guid", models.UUIDField(default=ownwords.ledger.ids.new_id, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("made_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("changed_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("changed_by_id", models.UUIDField(null=True)),
                        ("submission", models.UUIDField(blank=True, editable=False, null=True)),
                        ("called", models.CharField(max_length=60)),
                        ("right_on", models.DateField(blank=True, null=True)),
                        ("secret_hash", models.CharField(blank=True, max_length=64, null=True, unique=True)),
                        ("expires_at", models.DateTimeField(blank=True, null=True)),
                        ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
                        ("read_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "group",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="respondents",
                                to="inquiry.checkinggroup",
                            ),
                        ),
                        (
                            "made_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "participant",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="asked_back",
                                to="inquiry.participant",
                            ),
                        ),
                        (
                            "round",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="respondents",
                                to="inquiry.checkinground",
                            ),
                        ),
                        (
                            "study",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="inquiry.study",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("submission__isnull", False)),
                                fields=("study", "submission"),
                                name="respondent_saved_once",
                            ),
                            models.UniqueConstraint(fields=("study", "guid"), name="respondent_guid_once"),
                            models.UniqueConstraint(
                                models.F("round"),
                                django.db.models.functions.text.Lower("called"),
                                name="respondent_once",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("participant__isnull", False)),
                                fields=("round", "participant"),
                                name="respondent_participant_once",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("called", ""), _negated=True), name="respondent_has_name"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("expires_at__isnull", True), ("secret_hash__isnull", True)),
                                    models.Q(("expires_at__isnull", False), ("secret_hash__isnull", False)),
                                    _connector="OR",
                                ),
                                name="respondent_link_expires",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CheckingReply",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=ownwords.ledger.ids.new_id,
                                editable=False,
                                primary_key=True,
                                serialize=False,
                            ),
                        ),
                        (
                            "answer",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("agree", "yes, this is my experience"),
                                    ("partly", "partly"),
                                    ("no", "no, I see it differently"),
                                    ("not_mine", "not something I have experience of"),
                                ],
                                max_length=8,
                            ),
                        ),
                        ("words", models.TextField(blank=True)),
                        ("said_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("submission", models.UUIDField(blank=True, editable=False, null=True)),
                        (
                            "finding",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="replies",
                                to="inquiry.checkingfinding",
                            ),
                        ),
                        (
                            "study",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="inquiry.study",
                            ),
                        ),
                        (
                            "typed_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "respondent",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="replies",
                                to="inquiry.respondent",
                            ),
                        ),
                    ],
                    options={
                        "indexes": [
                            models.Index(
                                fields=["respondent", "finding", "said_at"], name="checking_reply_newest"
                            )
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("submission__isnull", False)),
                                fields=("respondent", "finding", "submission"),
                                name="checking_reply_saved_once",
                                nulls_distinct=False,
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("answer", ""),
                                    ("answer__in", ["agree", "partly", "no", "not_mine"]),
                                    _connector="OR",
                                ),
                                name="checking_reply_answer_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("answer", ""), _negated=True),
                                    models.Q(("words", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="checking_reply_says_something",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("finding__isnull", False), ("answer", ""), _connector="OR"
                                ),
                                name="checking_reply_answers_a_finding",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CheckingRoundEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "id",
                            models.UUIDField(
                                default=ownwords.ledger.ids.new_id, editable=False, serialize=False
                            ),
                        ),
                        ("guid", models.UUIDField(default=ownwords.ledger.ids.new_id, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("made_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("changed_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("changed_by_id", models.UUIDField(null=True)),
                        ("submission", models.UUIDField(blank=True, editable=False, null=True)),
                        ("title", models.CharField(max_length=200)),
                        (
                            "puts",
                            models.CharField(
                                choices=[
                                    ("findings", "findings: do they match your experience?"),
                                    ("words", "their own words: are they right, and may they stay?"),
                                ],
                                default="findings",
                                max_length=8,
                            ),
                        ),
                        ("summary", models.TextField(blank=True)),
                        (
                            "sources",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.UUIDField(),
                                blank=True,
                                default=list,
                                help_text="Texts, where words are put.",
                                size=None,
                            ),
                        ),
                        ("opened_on", models.DateField(blank=True, null=True)),
                        ("closed_on", models.DateField(blank=True, null=True)),
                        ("what_changed", models.TextField(blank=True)),
                        (
                            "made_by",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="inquiry.checkinground",
                            ),
                        ),
                        (
                            "study",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="inquiry.study",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="CodeRule",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=ownwords.ledger.ids.new_id,
                                editable=False,
                                primary_key=True,
                                serialize=False,
                            ),
                        ),
                        ("guid", models.UUIDField(default=ownwords.ledger.ids.new_id, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("made_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("changed_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("changed_by_id", models.UUIDField(null=True)),
                        ("submission", models.UUIDField(blank=True, editable=False, null=True)),
                        ("expressions", models.TextField()),
                        ("removed_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "code",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="rules",
                                to="inquiry.code",
                            ),
                        ),
                        (
                            "made_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "study",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="inquiry.study",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("submission__isnull", False)),
                                fields=("study", "submission"),
                                name="code_rule_saved_once",
                            ),
                            models.UniqueConstraint(fields=("study", "guid"), name="code_rule_guid_once"),
                            models.UniqueConstraint(
                                condition=models.Q(("removed_at__isnull", True)),
                                fields=("code",),
                                name="code_rule_once",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("expressions", ""), _negated=True),
                                name="code_rule_says_something",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CodeRuleEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "id",
                            models.UUIDField(
                                default=ownwords.ledger.ids.new_id, editable=False, serialize=False
                            ),
                        ),
                        ("guid", models.UUIDField(default=ownwords.ledger.ids.new_id, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("made_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("changed_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("changed_by_id", models.UUIDField(null=True)),
                        ("submission", models.UUIDField(blank=True, editable=False, null=True)),
                        ("expressions", models.TextField()),
                        ("removed_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "code",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="inquiry.code",
                            ),
                        ),
                        (
                            "made_by",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="inquiry.coderule",
                            ),
                        ),
                        (
                            "study",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="inquiry.study",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="FindingEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "id",
                            models.UUIDField(
                                default=ownwords.ledger.ids.new_id, editable=False, serialize=False
                            ),
                        ),
                        ("guid", models.UUIDField(default=ownwords.ledger.ids.new_id, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("made_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("changed_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("changed_by_id", models.UUIDField(null=True)),
                        ("submission", models.UUIDField(blank=True, editable=False, null=True)),
                        ("statement", models.TextField()),
                        ("meaning", models.TextField(blank=True)),
                        ("position", models.PositiveIntegerField(default=0)),
                        ("removed_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "made_by",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="inquiry.finding",
                            ),
                        ),
                        (
                            "study",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="inquiry.study",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Theme",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=ownwords.ledger.ids.new_id,
                                editable=False,
                                primary_key=True,
                                serialize=False,
                            ),
                        ),
                        ("guid", models.UUIDField(default=ownwords.ledger.ids.new_id, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("made_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("changed_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("changed_by_id", models.UUIDField(null=True)),
                        ("submission", models.UUIDField(blank=True, editable=False, null=True)),
                        ("name", models.CharField(max_length=200)),
                        ("statement", models.TextField(blank=True)),
                        ("scope", models.TextField(blank=True)),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("candidate", "candidate"),
                                    ("reviewed", "reviewed"),
                                    ("named", "defined and named"),
                                    ("dropped", "dropped"),
                                ],
                                default="candidate",
                                max_length=9,
                            ),
                        ),
                        ("position", models.PositiveIntegerField(default=0)),
                        ("removed_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "made_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "parent",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="children",
                                to="inquiry.theme",
                            ),
                        ),
                        (
                            "study",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="inquiry.study",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("submission__isnull", False)),
                                fields=("study", "submission"),
                                name="theme_saved_once",
                            ),
                            models.UniqueConstraint(fields=("study", "guid"), name="theme_guid_once"),
                            models.CheckConstraint(
                                condition=models.Q(("name", ""), _negated=True), name="theme_has_name"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("parent__isnull", True),
                                    models.Q(("parent", models.F("id")), _negated=True),
                                    _connector="OR",
                                ),
                                name="theme_not_within_itself",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("status__in", ["candidate", "reviewed", "named", "dropped"])
                                ),
                                name="theme_status_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("status", "named"), _negated=True),
                                    models.Q(("statement", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="theme_named_says_what",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="FindingTheme",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=ownwords.ledger.ids.new_id,
                                editable=False,
                                primary_key=True,
                                serialize=False,
                            ),
                        ),
                        ("guid", models.UUIDField(default=ownwords.ledger.ids.new_id, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("made_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("changed_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("changed_by_id", models.UUIDField(null=True)),
                        ("submission", models.UUIDField(blank=True, editable=False, null=True)),
                        (
                            "finding",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="rests_on",
                                to="inquiry.finding",
                            ),
                        ),
                        (
                            "made_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "study",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="inquiry.study",
                            ),
                        ),
                        (
                            "theme",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="findings",
                                to="inquiry.theme",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("submission__isnull", False)),
                                fields=("study", "submission"),
                                name="finding_theme_saved_once",
                            ),
                            models.UniqueConstraint(fields=("study", "guid"), name="finding_theme_guid_once"),
                            models.UniqueConstraint(fields=("finding", "theme"), name="finding_theme_once"),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="FindingThemeEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "id",
                            models.UUIDField(
                                default=ownwords.ledger.ids.new_id, editable=False, serialize=False
                            ),
                        ),
                        ("guid", models.UUIDField(default=ownwords.ledger.ids.new_id, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("made_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("changed_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("changed_by_id", models.UUIDField(null=True)),
                        ("submission", models.UUIDField(blank=True, editable=False, null=True)),
                        (
                            "finding",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="inquiry.finding",
                            ),
                        ),
                        (
                            "made_by",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="inquiry.findingtheme",
                            ),
                        ),
                        (
                            "study",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="inquiry.study",
                            ),
                        ),
                        (
                            "theme",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="inquiry.theme",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Property",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=ownwords.ledger.ids.new_id,
                                editable=False,
                                primary_key=True,
                                serialize=False,
                            ),
                        ),
                        ("guid", models.UUIDField(default=ownwords.ledger.ids.new_id, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("made_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("changed_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("changed_by_id", models.UUIDField(null=True)),
                        ("submission", models.UUIDField(blank=True, editable=False, null=True)),
                        ("name", models.CharField(max_length=200)),
                        ("from_pole", models.CharField(max_length=120)),
                        ("to_pole", models.CharField(max_length=120)),
                        ("position", models.PositiveIntegerField(default=0)),
                        ("removed_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "category",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="properties",
                                to="inquiry.category",
                            ),
                        ),
                        (
                            "made_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "study",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="inquiry.study",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name_plural": "properties",
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("submission__isnull", False)),
                                fields=("study", "submission"),
                                name="property_saved_once",
                            ),
                            models.UniqueConstraint(fields=("study", "guid"), name="property_guid_once"),
                            models.CheckConstraint(
                                condition=models.Q(("name", ""), _negated=True), name="property_has_name"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Incident",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=ownwords.ledger.ids.new_id,
                                editable=False,
                                primary_key=True,
                                serialize=False,
                            ),
                        ),
                        ("guid", models.UUIDField(default=ownwords.ledger.ids.new_id, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("made_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("changed_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("changed_by_id", models.UUIDField(null=True)),
                        ("submission", models.UUIDField(blank=True, editable=False, null=True)),
                        ("place", models.PositiveSmallIntegerField(blank=True, null=True)),
                        ("note", models.TextField(blank=True)),
                        (
                            "coding",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="incidents",
                                to="inquiry.coding",
                            ),
                        ),
                        (
                            "made_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "study",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="inquiry.study",
                            ),
                        ),
                        (
                            "property",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="incidents",
                                to="inquiry.property",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("submission__isnull", False)),
                                fields=("study", "submission"),
                                name="incident_saved_once",
                            ),
                            models.UniqueConstraint(fields=("study", "guid"), name="incident_guid_once"),
                            models.UniqueConstraint(fields=("property", "coding"), name="incident_once"),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("place__isnull", True), ("place__lte", 100), _connector="OR"
                                ),
                                name="incident_place",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="IncidentEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "id",
                            models.UUIDField(
                                default=ownwords.ledger.ids.new_id, editable=False, serialize=False
                            ),
                        ),
                        ("guid", models.UUIDField(default=ownwords.ledger.ids.new_id, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("made_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("changed_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("changed_by_id", models.UUIDField(null=True)),
                        ("submission", models.UUIDField(blank=True, editable=False, null=True)),
                        ("place", models.PositiveSmallIntegerField(blank=True, null=True)),
                        ("note", models.TextField(blank=True)),
                        (
                            "coding",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="inquiry.coding",
                            ),
                        ),
                        (
                            "made_by",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="inquiry.incident",
                            ),
                        ),
                        (
                            "study",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="inquiry.study",
                            ),
                        ),
                        (
                            "property",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="inquiry.property",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="OwnWordsNote",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=ownwords.ledger.ids.new_id,
                                editable=False,
                                primary_key=True,
                                serialize=False,
                            ),
                        ),
                        ("turn", models.PositiveIntegerField(blank=True, null=True)),
                        (
                            "said",
                            models.CharField(
                                choices=[
                                    ("comment", "a comment"),
                                    ("added", "something to add"),
                                    ("struck", "words struck out"),
                                ],
                                max_length=7,
                            ),
                        ),
                        ("words", models.TextField(blank=True)),
                        ("said_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("submission", models.UUIDField(blank=True, editable=False, null=True)),
                        (
                            "source",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="inquiry.source",
                            ),
                        ),
                        (
                            "study",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="inquiry.study",
                            ),
                        ),
                        (
                            "respondent",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="of_own_words",
                                to="inquiry.respondent",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("submission__isnull", False)),
                                fields=("respondent", "submission"),
                                name="own_words_note_saved_once",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("said__in", ["comment", "added", "struck"])),
                                name="own_words_note_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("said", "struck"), ("words", "")),
                                    models.Q(
                                        models.Q(("said", "struck"), _negated=True),
                                        models.Q(("words", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="own_words_note_says_something",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PropertyEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "id",
                            models.UUIDField(
                                default=ownwords.ledger.ids.new_id, editable=False, serialize=False
                            ),
                        ),
                        ("guid", models.UUIDField(default=ownwords.ledger.ids.new_id, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("made_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("changed_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("changed_by_id", models.UUIDField(null=True)),
                        ("submission", models.UUIDField(blank=True, editable=False, null=True)),
                        ("name", models.CharField(max_length=200)),
                        ("from_pole", models.CharField(max_length=120)),
                        ("to_pole", models.CharField(max_length=120)),
                        ("position", models.PositiveIntegerField(default=0)),
                        ("removed_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "category",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="inquiry.category",
                            ),
                        ),
                        (
                            "made_by",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="inquiry.property",
                            ),
                        ),
                        (
                            "study",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="inquiry.study",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Relation",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=ownwords.ledger.ids.new_id,
                                editable=False,
                                primary_key=True,
                                serialize=False,
                            ),
                        ),
                        ("guid", models.UUIDField(default=ownwords.ledger.ids.new_id, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("made_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("changed_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("changed_by_id", models.UUIDField(null=True)),
                        ("submission", models.UUIDField(blank=True, editable=False, null=True)),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("condition", "is a condition of"),
                                    ("action", "is an action or interaction in"),
                                    ("consequence", "is a consequence of"),
                                    ("other", "is related otherwise to"),
                                ],
                                max_length=11,
                            ),
                        ),
                        ("words", models.TextField(blank=True)),
                        ("removed_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "made_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "of",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="relations",
                                to="inquiry.category",
                            ),
                        ),
                        (
                            "study",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="inquiry.study",
                            ),
                        ),
                        (
                            "to",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="related",
                                to="inquiry.category",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("submission__isnull", False)),
                                fields=("study", "submission"),
                                name="relation_saved_once",
                            ),
                            models.UniqueConstraint(fields=("study", "guid"), name="relation_guid_once"),
                            models.UniqueConstraint(
                                condition=models.Q(("removed_at__isnull", True)),
                                fields=("of", "to", "kind"),
                                name="relation_once",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("kind__in", ["condition", "action", "consequence", "other"])
                                ),
                                name="relation_kind_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("of", models.F("to")), _negated=True),
                                name="relation_of_two",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="RelationEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "id",
                            models.UUIDField(
                                default=ownwords.ledger.ids.new_id, editable=False, serialize=False
                            ),
                        ),
                        ("guid", models.UUIDField(default=ownwords.ledger.ids.new_id, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("made_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("changed_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("changed_by_id", models.UUIDField(null=True)),
                        ("submission", models.UUIDField(blank=True, editable=False, null=True)),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("condition", "is a condition of"),
                                    ("action", "is an action or interaction in"),
                                    ("consequence", "is a consequence of"),
                                    ("other", "is related otherwise to"),
                                ],
                                max_length=11,
                            ),
                        ),
                        ("words", models.TextField(blank=True)),
                        ("removed_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "made_by",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "of",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="inquiry.category",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="inquiry.relation",
                            ),
                        ),
                        (
                            "study",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="inquiry.study",
                            ),
                        ),
                        (
                            "to",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="inquiry.category",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="ReportItem",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=ownwords.ledger.ids.new_id,
                                editable=False,
                                primary_key=True,
                                serialize=False,
                            ),
                        ),
                        ("guid", models.UUIDField(default=ownwords.ledger.ids.new_id, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("made_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("changed_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("changed_by_id", models.UUIDField(null=True)),
                        ("submission", models.UUIDField(blank=True, editable=False, null=True)),
                        (
                            "checklist",
                            models.CharField(
                                choices=[
                                    ("coreq", "COREQ, for interviews and focus groups"),
                                    ("srqr", "SRQR, for qualitative research"),
                                    ("synthesis", "Elements of a narrative synthesis"),
                                ],
                                max_length=9,
                            ),
                        ),
                        ("number", models.PositiveSmallIntegerField()),
                        ("words", models.TextField(blank=True)),
                        ("place", models.CharField(blank=True, max_length=120)),
                        (
                            "made_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "study",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="inquiry.study",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("submission__isnull", False)),
                                fields=("study", "submission"),
                                name="report_item_saved_once",
                            ),
                            models.UniqueConstraint(fields=("study", "guid"), name="report_item_guid_once"),
                            models.UniqueConstraint(
                                fields=("study", "checklist", "number"), name="report_item_once"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("checklist__in", ["coreq", "srqr", "synthesis"])),
                                name="report_checklist_known",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ReportItemEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "id",
                            models.UUIDField(
                                default=ownwords.ledger.ids.new_id, editable=False, serialize=False
                            ),
                        ),
                        ("guid", models.UUIDField(default=ownwords.ledger.ids.new_id, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("made_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("changed_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("changed_by_id", models.UUIDField(null=True)),
                        ("submission", models.UUIDField(blank=True, editable=False, null=True)),
                        (
                            "checklist",
                            models.CharField(
                                choices=[
                                    ("coreq", "COREQ, for interviews and focus groups"),
                                    ("srqr", "SRQR, for qualitative research"),
                                    ("synthesis", "Elements of a narrative synthesis"),
                                ],
                                max_length=9,
                            ),
                        ),
                        ("number", models.PositiveSmallIntegerField()),
                        ("words", models.TextField(blank=True)),
                        ("place", models.CharField(blank=True, max_length=120)),
                        (
                            "made_by",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="inquiry.reportitem",
                            ),
                        ),
                        (
                            "study",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="inquiry.study",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="RespondentEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "id",
                            models.UUIDField(
                                default=ownwords.ledger.ids.new_id, editable=False, serialize=False
                            ),
                        ),
                        ("guid", models.UUIDField(default=ownwords.ledger.ids.new_id, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("made_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("changed_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("changed_by_id", models.UUIDField(null=True)),
                        ("submission", models.UUIDField(blank=True, editable=False, null=True)),
                        ("called", models.CharField(max_length=60)),
                        ("right_on", models.DateField(blank=True, null=True)),
                        ("secret_hash", models.CharField(blank=True, max_length=64, null=True)),
                        ("expires_at", models.DateTimeField(blank=True, null=True)),
                        ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
                        ("read_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "group",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="inquiry.checkinggroup",
                            ),
                        ),
                        (
                            "made_by",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "participant",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="inquiry.participant",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="inquiry.respondent",
                            ),
                        ),
                        (
                            "round",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="inquiry.checkinground",
                            ),
                        ),
                        (
                            "study",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="inquiry.study",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Stage",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=ownwords.ledger.ids.new_id,
                                editable=False,
                                primary_key=True,
                                serialize=False,
                            ),
                        ),
                        ("guid", models.UUIDField(default=ownwords.ledger.ids.new_id, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("made_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("changed_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("changed_by_id", models.UUIDField(null=True)),
                        ("submission", models.UUIDField(blank=True, editable=False, null=True)),
                        ("name", models.CharField(max_length=80)),
                        ("began_on", models.DateField(blank=True, null=True)),
                        ("position", models.PositiveIntegerField(default=0)),
                        ("removed_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "made_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "study",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="inquiry.study",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("submission__isnull", False)),
                                fields=("study", "submission"),
                                name="stage_saved_once",
                            ),
                            models.UniqueConstraint(fields=("study", "guid"), name="stage_guid_once"),
                            models.CheckConstraint(
                                condition=models.Q(("name", ""), _negated=True), name="stage_has_name"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="StageEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "id",
                            models.UUIDField(
                                default=ownwords.ledger.ids.new_id, editable=False, serialize=False
                            ),
                        ),
                        ("guid", models.UUIDField(default=ownwords.ledger.ids.new_id, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("made_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("changed_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("changed_by_id", models.UUIDField(null=True)),
                        ("submission", models.UUIDField(blank=True, editable=False, null=True)),
                        ("name", models.CharField(max_length=80)),
                        ("began_on", models.DateField(blank=True, null=True)),
                        ("position", models.PositiveIntegerField(default=0)),
                        ("removed_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "made_by",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="inquiry.stage",
                            ),
                        ),
                        (
                            "study",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="inquiry.study",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Suggestion",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=ownwords.ledger.ids.new_id,
                                editable=False,
                                primary_key=True,
                                serialize=False,
                            ),
                        ),
                        ("text_version", models.PositiveIntegerField()),
                        ("start", models.PositiveIntegerField()),
                        ("end", models.PositiveIntegerField()),
                        (
                            "by",
                            models.CharField(
                                choices=[("rule", "a rule"), ("meaning", "likeness of meaning")], max_length=7
                            ),
                        ),
                        ("model", models.CharField(max_length=120)),
                        ("model_version", models.CharField(max_length=40)),
                        ("score", models.FloatField(blank=True, null=True)),
                        ("made_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("accepted", models.BooleanField(null=True)),
                        ("decided_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "asked_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "code",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="inquiry.code",
                            ),
                        ),
                        (
                            "coding",
                            models.OneToOneField(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="suggestion",
                                to="inquiry.coding",
                            ),
                        ),
                        (
                            "decided_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "source",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="inquiry.source",
                            ),
                        ),
                        (
                            "study",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="inquiry.study",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("source", "text_version", "start", "end", "code", "by", "model"),
                                name="suggestion_once",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("start__lt", models.F("end"))), name="suggestion_span"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("by__in", ["rule", "meaning"])),
                                name="suggestion_by_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("accepted__isnull", True),
                                        ("decided_at__isnull", True),
                                        ("decided_by__isnull", True),
                                    ),
                                    models.Q(
                                        ("accepted__isnull", False),
                                        ("decided_at__isnull", False),
                                        ("decided_by__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="suggestion_decided",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ThemeCode",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=ownwords.ledger.ids.new_id,
                                editable=False,
                                primary_key=True,
                                serialize=False,
                            ),
                        ),
                        ("guid", models.UUIDField(default=ownwords.ledger.ids.new_id, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("made_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("changed_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("changed_by_id", models.UUIDField(null=True)),
                        ("submission", models.UUIDField(blank=True, editable=False, null=True)),
                        (
                            "code",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="inquiry.code",
                            ),
                        ),
                        (
                            "made_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "study",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="inquiry.study",
                            ),
                        ),
                        (
                            "theme",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="members",
                                to="inquiry.theme",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("submission__isnull", False)),
                                fields=("study", "submission"),
                                name="theme_code_saved_once",
                            ),
                            models.UniqueConstraint(fields=("study", "guid"), name="theme_code_guid_once"),
                            models.UniqueConstraint(fields=("theme", "code"), name="theme_code_once"),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ThemeCodeEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "id",
                            models.UUIDField(
                                default=ownwords.ledger.ids.new_id, editable=False, serialize=False
                            ),
                        ),
                        ("guid", models.UUIDField(default=ownwords.ledger.ids.new_id, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("made_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("changed_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("changed_by_id", models.UUIDField(null=True)),
                        ("submission", models.UUIDField(blank=True, editable=False, null=True)),
                        (
                            "code",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="inquiry.code",
                            ),
                        ),
                        (
                            "made_by",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="inquiry.themecode",
                            ),
                        ),
                        (
                            "study",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="inquiry.study",
                            ),
                        ),
                        (
                            "theme",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="inquiry.theme",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="ThemeEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "id",
                            models.UUIDField(
                                default=ownwords.ledger.ids.new_id, editable=False, serialize=False
                            ),
                        ),
                        ("guid", models.UUIDField(default=ownwords.ledger.ids.new_id, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("made_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("changed_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("changed_by_id", models.UUIDField(null=True)),
                        ("submission", models.UUIDField(blank=True, editable=False, null=True)),
                        ("name", models.CharField(max_length=200)),
                        ("statement", models.TextField(blank=True)),
                        ("scope", models.TextField(blank=True)),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("candidate", "candidate"),
                                    ("reviewed", "reviewed"),
                                    ("named", "defined and named"),
                                    ("dropped", "dropped"),
                                ],
                                default="candidate",
                                max_length=9,
                            ),
                        ),
                        ("position", models.PositiveIntegerField(default=0)),
                        ("removed_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "made_by",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "parent",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="inquiry.theme",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="inquiry.theme",
                            ),
                        ),
                        (
                            "study",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="inquiry.study",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="ThemeExtract",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=ownwords.ledger.ids.new_id,
                                editable=False,
                                primary_key=True,
                                serialize=False,
                            ),
                        ),
                        ("guid", models.UUIDField(default=ownwords.ledger.ids.new_id, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("made_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("changed_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("changed_by_id", models.UUIDField(null=True)),
                        ("submission", models.UUIDField(blank=True, editable=False, null=True)),
                        (
                            "stands",
                            models.CharField(
                                choices=[("for", "speaks for it"), ("against", "speaks against it")],
                                default="for",
                                max_length=7,
                            ),
                        ),
                        ("note", models.TextField(blank=True)),
                        ("position", models.PositiveIntegerField(default=0)),
                        (
                            "coding",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="extracts",
                                to="inquiry.coding",
                            ),
                        ),
                        (
                            "made_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "study",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="inquiry.study",
                            ),
                        ),
                        (
                            "theme",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="extracts",
                                to="inquiry.theme",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("submission__isnull", False)),
                                fields=("study", "submission"),
                                name="theme_extract_saved_once",
                            ),
                            models.UniqueConstraint(fields=("study", "guid"), name="theme_extract_guid_once"),
                            models.UniqueConstraint(fields=("theme", "coding"), name="theme_extract_once"),
                            models.CheckConstraint(
                                condition=models.Q(("stands__in", ["for", "against"])),
                                name="theme_extract_stands_known",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ThemeExtractEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "id",
                            models.UUIDField(
                                default=ownwords.ledger.ids.new_id, editable=False, serialize=False
                            ),
                        ),
                        ("guid", models.UUIDField(default=ownwords.ledger.ids.new_id, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("made_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("changed_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("changed_by_id", models.UUIDField(null=True)),
                        ("submission", models.UUIDField(blank=True, editable=False, null=True)),
                        (
                            "stands",
                            models.CharField(
                                choices=[("for", "speaks for it"), ("against", "speaks against it")],
                                default="for",
                                max_length=7,
                            ),
                        ),
                        ("note", models.TextField(blank=True)),
                        ("position", models.PositiveIntegerField(default=0)),
                        (
                            "coding",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="inquiry.coding",
                            ),
                        ),
                        (
                            "made_by",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="inquiry.themeextract",
                            ),
                        ),
                        (
                            "study",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="inquiry.study",
                            ),
                        ),
                        (
                            "theme",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="inquiry.theme",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="coding",
                    name="insert_insert",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="coding",
                    name="update_update",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="coding",
                    name="delete_delete",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="memo",
                    name="insert_insert",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="memo",
                    name="update_update",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="study",
                    name="insert_insert",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="study",
                    name="update_update",
                ),
                migrations.AddField(
                    model_name="coding",
                    name="version",
                    field=models.PositiveIntegerField(db_default=1, default=1),
                ),
                migrations.AddField(
                    model_name="codingevent",
                    name="version",
                    field=models.PositiveIntegerField(db_default=1, default=1),
                ),
                migrations.AddField(
                    model_name="memo",
                    name="beside",
                    field=models.CharField(
                        blank=True,
                        choices=[
                            ("study", "the study"),
                            ("source", "a source"),
                            ("code", "a code"),
                            ("coding", "a coding"),
                            ("participant", "a participant"),
                        ],
                        max_length=11,
                    ),
                ),
                migrations.AddField(
                    model_name="memo",
                    name="beside_id",
                    field=models.UUIDField(blank=True, null=True),
                ),
                migrations.AddField(
                    model_name="memoevent",
                    name="beside",
                    field=models.CharField(
                        blank=True,
                        choices=[
                            ("study", "the study"),
                            ("source", "a source"),
                            ("code", "a code"),
                            ("coding", "a coding"),
                            ("participant", "a participant"),
                        ],
                        max_length=11,
                    ),
                ),
                migrations.AddField(
                    model_name="memoevent",
                    name="beside_id",
                    field=models.UUIDField(blank=True, null=True),
                ),
                migrations.AddField(
                    model_name="study",
                    name="suggests_by_meaning",
                    field=models.BooleanField(default=False),
                ),
                migrations.AddField(
                    model_name="study",
                    name="suggests_by_rule",
                    field=models.BooleanField(default=False),
                ),
                migrations.AddField(
                    model_name="studyevent",
                    name="suggests_by_meaning",
                    field=models.BooleanField(default=False),
                ),
                migrations.AddField(
                    model_name="studyevent",
                    name="suggests_by_rule",
                    field=models.BooleanField(default=False),
                ),
                migrations.AddConstraint(
                    model_name="memo",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("beside", ""), ("beside_id__isnull", True)),
                            models.Q(models.Q(("beside", ""), _negated=True), ("beside_id__isnull", False)),
                            _connector="OR",
                        ),
                        name="memo_beside_whole",
                    ),
                ),
                ownwords.ledger.operations.InstallTriggers(
                    triggers=[
                        (
                            "coding",
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "inquiry_codingevent" ("brought_by", "brought_guid", "changed_at", "changed_by_id", "code_id", "coder_id", "end", "guid", "how", "id", "made_at", "memo", "pgh_created_at", "pgh_label", "pgh_obj_id", "source_id", "start", "strength", "study_id", "version") VALUES (NEW."brought_by", NEW."brought_guid", NEW."changed_at", NEW."changed_by_id", NEW."code_id", NEW."coder_id", NEW."end", NEW."guid", NEW."how", NEW."id", NEW."made_at", NEW."memo", NOW(), \'insert\', NEW."id", NEW."source_id", NEW."start", NEW."strength", NEW."study_id", NEW."version"); RETURN NULL;',
                                    hash="3b792749a54d1ec3eb29adc182c2eca669bd9c70",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_11d70",
                                    table="inquiry_coding",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "coding",
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "inquiry_codingevent" ("brought_by", "brought_guid", "changed_at", "changed_by_id", "code_id", "coder_id", "end", "guid", "how", "id", "made_at", "memo", "pgh_created_at", "pgh_label", "pgh_obj_id", "source_id", "start", "strength", "study_id", "version") VALUES (NEW."brought_by", NEW."brought_guid", NEW."changed_at", NEW."changed_by_id", NEW."code_id", NEW."coder_id", NEW."end", NEW."guid", NEW."how", NEW."id", NEW."made_at", NEW."memo", NOW(), \'update\', NEW."id", NEW."source_id", NEW."start", NEW."strength", NEW."study_id", NEW."version"); RETURN NULL;',
                                    hash="a81a55cd561bd078487420f4c48eca72d558a210",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_df2de",
                                    table="inquiry_coding",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "coding",
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "inquiry_codingevent" ("brought_by", "brought_guid", "changed_at", "changed_by_id", "code_id", "coder_id", "end", "guid", "how", "id", "made_at", "memo", "pgh_created_at", "pgh_label", "pgh_obj_id", "source_id", "start", "strength", "study_id", "version") VALUES (OLD."brought_by", OLD."brought_guid", OLD."changed_at", OLD."changed_by_id", OLD."code_id", OLD."coder_id", OLD."end", OLD."guid", OLD."how", OLD."id", OLD."made_at", OLD."memo", NOW(), \'delete\', OLD."id", OLD."source_id", OLD."start", OLD."strength", OLD."study_id", OLD."version"); RETURN NULL;',
                                    hash="18e3f279ad36f693e2ddbfb0a9ea3016ccb103b2",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_ee0e9",
                                    table="inquiry_coding",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "memo",
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "inquiry_memoevent" ("about", "about_id", "beside", "beside_id", "brought_by", "brought_guid", "changed_at", "changed_by_id", "guid", "id", "kind", "made_at", "made_by_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "removed_at", "study_id", "submission", "title", "version", "words") VALUES (NEW."about", NEW."about_id", NEW."beside", NEW."beside_id", NEW."brought_by", NEW."brought_guid", NEW."changed_at", NEW."changed_by_id", NEW."guid", NEW."id", NEW."kind", NEW."made_at", NEW."made_by_id", NOW(), \'insert\', NEW."id", NEW."removed_at", NEW."study_id", NEW."submission", NEW."title", NEW."version", NEW."words"); RETURN NULL;',
                                    hash="aa2a987041e6e3b6a63572a65d20549a6f13f70f",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_4dad5",
                                    table="inquiry_memo",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "memo",
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "inquiry_memoevent" ("about", "about_id", "beside", "beside_id", "brought_by", "brought_guid", "changed_at", "changed_by_id", "guid", "id", "kind", "made_at", "made_by_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "removed_at", "study_id", "submission", "title", "version", "words") VALUES (NEW."about", NEW."about_id", NEW."beside", NEW."beside_id", NEW."brought_by", NEW."brought_guid", NEW."changed_at", NEW."changed_by_id", NEW."guid", NEW."id", NEW."kind", NEW."made_at", NEW."made_by_id", NOW(), \'update\', NEW."id", NEW."removed_at", NEW."study_id", NEW."submission", NEW."title", NEW."version", NEW."words"); RETURN NULL;',
                                    hash="ca4ad76a794fb977cad76798ae04cfc2c703907a",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_4f1f9",
                                    table="inquiry_memo",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "study",
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "inquiry_studyevent" ("blind", "changed_at", "changed_by_id", "ethics_reference", "fewest_alike", "guid", "id", "made_at", "made_by_id", "method", "method_words", "organisation_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "question", "submission", "suggests_by_meaning", "suggests_by_rule", "title", "version") VALUES (NEW."blind", NEW."changed_at", NEW."changed_by_id", NEW."ethics_reference", NEW."fewest_alike", NEW."guid", NEW."id", NEW."made_at", NEW."made_by_id", NEW."method", NEW."method_words", NEW."organisation_id", NOW(), \'insert\', NEW."id", NEW."question", NEW."submission", NEW."suggests_by_meaning", NEW."suggests_by_rule", NEW."title", NEW."version"); RETURN NULL;',
                                    hash="7bb8e8e345ea077b5b34baea2b77cb40c8d00244",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_963b7",
                                    table="inquiry_study",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "study",
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "inquiry_studyevent" ("blind", "changed_at", "changed_by_id", "ethics_reference", "fewest_alike", "guid", "id", "made_at", "made_by_id", "method", "method_words", "organisation_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "question", "submission", "suggests_by_meaning", "suggests_by_rule", "title", "version") VALUES (NEW."blind", NEW."changed_at", NEW."changed_by_id", NEW."ethics_reference", NEW."fewest_alike", NEW."guid", NEW."id", NEW."made_at", NEW."made_by_id", NEW."method", NEW."method_words", NEW."organisation_id", NOW(), \'update\', NEW."id", NEW."question", NEW."submission", NEW."suggests_by_meaning", NEW."suggests_by_rule", NEW."title", NEW."version"); RETURN NULL;',
                                    hash="b095bbd4e0e2e2e6b21407ed29450edb36744f0e",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_617a4",
                                    table="inquiry_study",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "category",
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "inquiry_categoryevent" ("changed_at", "changed_by_id", "code_id", "core", "guid", "id", "made_at", "made_by_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "removed_at", "saturated_on", "saturation", "study_id", "submission", "version") VALUES (NEW."changed_at", NEW."changed_by_id", NEW."code_id", NEW."core", NEW."guid", NEW."id", NEW."made_at", NEW."made_by_id", NOW(), \'insert\', NEW."id", NEW."removed_at", NEW."saturated_on", NEW."saturation", NEW."study_id", NEW."submission", NEW."version"); RETURN NULL;',
                                    hash="51243b4c18cc203484eb21239a6a6f04fbe36203",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_d95ec",
                                    table="inquiry_category",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "category",
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "inquiry_categoryevent" ("changed_at", "changed_by_id", "code_id", "core", "guid", "id", "made_at", "made_by_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "removed_at", "saturated_on", "saturation", "study_id", "submission", "version") VALUES (NEW."changed_at", NEW."changed_by_id", NEW."code_id", NEW."core", NEW."guid", NEW."id", NEW."made_at", NEW."made_by_id", NOW(), \'update\', NEW."id", NEW."removed_at", NEW."saturated_on", NEW."saturation", NEW."study_id", NEW."submission", NEW."version"); RETURN NULL;',
                                    hash="80638e39c636323fd02c00ba1363a35244ef235b",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_d11a9",
                                    table="inquiry_category",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "chart",
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "inquiry_chartevent" ("changed_at", "changed_by_id", "guid", "guidance", "id", "made_at", "made_by_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "removed_at", "rows", "study_id", "submission", "title", "version") VALUES (NEW."changed_at", NEW."changed_by_id", NEW."guid", NEW."guidance", NEW."id", NEW."made_at", NEW."made_by_id", NOW(), \'insert\', NEW."id", NEW."position", NEW."removed_at", NEW."rows", NEW."study_id", NEW."submission", NEW."title", NEW."version"); RETURN NULL;',
                                    hash="b27dcf4351d642073f0dc22e4d1e5141a1489394",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_c0d8c",
                                    table="inquiry_chart",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "chart",
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "inquiry_chartevent" ("changed_at", "changed_by_id", "guid", "guidance", "id", "made_at", "made_by_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "removed_at", "rows", "study_id", "submission", "title", "version") VALUES (NEW."changed_at", NEW."changed_by_id", NEW."guid", NEW."guidance", NEW."id", NEW."made_at", NEW."made_by_id", NOW(), \'update\', NEW."id", NEW."position", NEW."removed_at", NEW."rows", NEW."study_id", NEW."submission", NEW."title", NEW."version"); RETURN NULL;',
                                    hash="37ee7bc5afda5e1684279f3eab575677dd64160d",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_61636",
                                    table="inquiry_chart",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "chartcell",
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "inquiry_chartcellevent" ("changed_at", "changed_by_id", "chart_id", "charted_at", "code_id", "guid", "id", "made_at", "made_by_id", "nothing_found", "participant_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rests_on", "seen", "source_id", "study_id", "submission", "summary", "version") VALUES (NEW."changed_at", NEW."changed_by_id", NEW."chart_id", NEW."charted_at", NEW."code_id", NEW."guid", NEW."id", NEW."made_at", NEW."made_by_id", NEW."nothing_found", NEW."participant_id", NOW(), \'insert\', NEW."id", NEW."rests_on", NEW."seen", NEW."source_id", NEW."study_id", NEW."submission", NEW."summary", NEW."version"); RETURN NULL;',
                                    hash="98bee9b6f386c770264b4f22c35045f40064a5da",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_1bde3",
                                    table="inquiry_chartcell",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "chartcell",
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "inquiry_chartcellevent" ("changed_at", "changed_by_id", "chart_id", "charted_at", "code_id", "guid", "id", "made_at", "made_by_id", "nothing_found", "participant_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rests_on", "seen", "source_id", "study_id", "submission", "summary", "version") VALUES (NEW."changed_at", NEW."changed_by_id", NEW."chart_id", NEW."charted_at", NEW."code_id", NEW."guid", NEW."id", NEW."made_at", NEW."made_by_id", NEW."nothing_found", NEW."participant_id", NOW(), \'update\', NEW."id", NEW."rests_on", NEW."seen", NEW."source_id", NEW."study_id", NEW."submission", NEW."summary", NEW."version"); RETURN NULL;',
                                    hash="d0a4f93f02a84242a77d94726afce2b45e9b6b02",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_d68d7",
                                    table="inquiry_chartcell",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "chartcell",
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "inquiry_chartcellevent" ("changed_at", "changed_by_id", "chart_id", "charted_at", "code_id", "guid", "id", "made_at", "made_by_id", "nothing_found", "participant_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rests_on", "seen", "source_id", "study_id", "submission", "summary", "version") VALUES (OLD."changed_at", OLD."changed_by_id", OLD."chart_id", OLD."charted_at", OLD."code_id", OLD."guid", OLD."id", OLD."made_at", OLD."made_by_id", OLD."nothing_found", OLD."participant_id", NOW(), \'delete\', OLD."id", OLD."rests_on", OLD."seen", OLD."source_id", OLD."study_id", OLD."submission", OLD."summary", OLD."version"); RETURN NULL;',
                                    hash="ccaad385f678d58339ba531d05e35d198ae76e96",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_feb09",
                                    table="inquiry_chartcell",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "chartcolumn",
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "inquiry_chartcolumnevent" ("changed_at", "changed_by_id", "chart_id", "code_id", "guid", "id", "made_at", "made_by_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "study_id", "submission", "version") VALUES (NEW."changed_at", NEW."changed_by_id", NEW."chart_id", NEW."code_id", NEW."guid", NEW."id", NEW."made_at", NEW."made_by_id", NOW(), \'insert\', NEW."id", NEW."position", NEW."study_id", NEW."submission", NEW."version"); RETURN NULL;',
                                    hash="4f16743783ce7a7b74e64722263afeef22b29536",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_6ccc0",
                                    table="inquiry_chartcolumn",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "chartcolumn",
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "inquiry_chartcolumnevent" ("changed_at", "changed_by_id", "chart_id", "code_id", "guid", "id", "made_at", "made_by_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "study_id", "submission", "version") VALUES (NEW."changed_at", NEW."changed_by_id", NEW."chart_id", NEW."code_id", NEW."guid", NEW."id", NEW."made_at", NEW."made_by_id", NOW(), \'update\', NEW."id", NEW."position", NEW."study_id", NEW."submission", NEW."version"); RETURN NULL;',
                                    hash="4709a1e616f372b0bace0c820cd76d5d1ae9ff4e",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_a077e",
                                    table="inquiry_chartcolumn",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "chartcolumn",
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "inquiry_chartcolumnevent" ("changed_at", "changed_by_id", "chart_id", "code_id", "guid", "id", "made_at", "made_by_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "study_id", "submission", "version") VALUES (OLD."changed_at", OLD."changed_by_id", OLD."chart_id", OLD."code_id", OLD."guid", OLD."id", OLD."made_at", OLD."made_by_id", NOW(), \'delete\', OLD."id", OLD."position", OLD."study_id", OLD."submission", OLD."version"); RETURN NULL;',
                                    hash="68cff7048a19aa6970b8c5644c4fec44d0809fd9",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_4cc41",
                                    table="inquiry_chartcolumn",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "checkinground",
                            pgtrigger.compiler.Trigger(
                                name="checking_rounds_stay",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                                    hash="bdef96da4d8802f15260a2ad7db85d6a943072d2",
                                    operation="DELETE",
                                    pgid="pgtrigger_checking_rounds_stay_1a317",
                                    table="inquiry_checkinground",
                                    when="BEFORE",
                                ),
                            ),
                        ),
                        (
                            "checkinground",
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "inquiry_checkingroundevent" ("changed_at", "changed_by_id", "closed_on", "guid", "id", "made_at", "made_by_id", "opened_on", "pgh_created_at", "pgh_label", "pgh_obj_id", "puts", "sources", "study_id", "submission", "summary", "title", "version", "what_changed") VALUES (NEW."changed_at", NEW."changed_by_id", NEW."closed_on", NEW."guid", NEW."id", NEW."made_at", NEW."made_by_id", NEW."opened_on", NOW(), \'insert\', NEW."id", NEW."puts", NEW."sources", NEW."study_id", NEW."submission", NEW."summary", NEW."title", NEW."version", NEW."what_changed"); RETURN NULL;',
                                    hash="c8646431e4a3bfce01dfb988598a0e0ded441885",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_9b1f0",
                                    table="inquiry_checkinground",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "checkinground",
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "inquiry_checkingroundevent" ("changed_at", "changed_by_id", "closed_on", "guid", "id", "made_at", "made_by_id", "opened_on", "pgh_created_at", "pgh_label", "pgh_obj_id", "puts", "sources", "study_id", "submission", "summary", "title", "version", "what_changed") VALUES (NEW."changed_at", NEW."changed_by_id", NEW."closed_on", NEW."guid", NEW."id", NEW."made_at", NEW."made_by_id", NEW."opened_on", NOW(), \'update\', NEW."id", NEW."puts", NEW."sources", NEW."study_id", NEW."submission", NEW."summary", NEW."title", NEW."version", NEW."what_changed"); RETURN NULL;',
                                    hash="9667b90409f66cf54a38afdd43939a2c8d219129",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_29fcb",
                                    table="inquiry_checkinground",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "checkinggroup",
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "inquiry_checkinggroupevent" ("changed_at", "changed_by_id", "guid", "id", "made_at", "made_by_id", "name", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "round_id", "study_id", "submission", "version") VALUES (NEW."changed_at", NEW."changed_by_id", NEW."guid", NEW."id", NEW."made_at", NEW."made_by_id", NEW."name", NOW(), \'insert\', NEW."id", NEW."position", NEW."round_id", NEW."study_id", NEW."submission", NEW."version"); RETURN NULL;',
                                    hash="5238506033203ca49c3efdf538c6e2ed7c2faf21",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_34063",
                                    table="inquiry_checkinggroup",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "checkinggroup",
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "inquiry_checkinggroupevent" ("changed_at", "changed_by_id", "guid", "id", "made_at", "made_by_id", "name", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "round_id", "study_id", "submission", "version") VALUES (NEW."changed_at", NEW."changed_by_id", NEW."guid", NEW."id", NEW."made_at", NEW."made_by_id", NEW."name", NOW(), \'update\', NEW."id", NEW."position", NEW."round_id", NEW."study_id", NEW."submission", NEW."version"); RETURN NULL;',
                                    hash="9c797126c522e67f740dfb93d525245387078b2b",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_faf9a",
                                    table="inquiry_checkinggroup",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "coderule",
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "inquiry_coderuleevent" ("changed_at", "changed_by_id", "code_id", "expressions", "guid", "id", "made_at", "made_by_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "removed_at", "study_id", "submission", "version") VALUES (NEW."changed_at", NEW."changed_by_id", NEW."code_id", NEW."expressions", NEW."guid", NEW."id", NEW."made_at", NEW."made_by_id", NOW(), \'insert\', NEW."id", NEW."removed_at", NEW."study_id", NEW."submission", NEW."version"); RETURN NULL;',
                                    hash="e0b87d481600b3b8e19a295c1edf9d0539751a5f",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_3b69d",
                                    table="inquiry_coderule",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "coderule",
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "inquiry_coderuleevent" ("changed_at", "changed_by_id", "code_id", "expressions", "guid", "id", "made_at", "made_by_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "removed_at", "study_id", "submission", "version") VALUES (NEW."changed_at", NEW."changed_by_id", NEW."code_id", NEW."expressions", NEW."guid", NEW."id", NEW."made_at", NEW."made_by_id", NOW(), \'update\', NEW."id", NEW."removed_at", NEW."study_id", NEW."submission", NEW."version"); RETURN NULL;',
                                    hash="61d4a5c51558dc7ce13434dd482b36032b60bc84",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_8a7b9",
                                    table="inquiry_coderule",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "finding",
                            pgtrigger.compiler.Trigger(
                                name="findings_stay",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                                    hash="be109f6c3092c1df45dda0757943c5bacc77fba6",
                                    operation="DELETE",
                                    pgid="pgtrigger_findings_stay_ee25a",
                                    table="inquiry_finding",
                                    when="BEFORE",
                                ),
                            ),
                        ),
                        (
                            "finding",
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "inquiry_findingevent" ("changed_at", "changed_by_id", "guid", "id", "made_at", "made_by_id", "meaning", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "removed_at", "statement", "study_id", "submission", "version") VALUES (NEW."changed_at", NEW."changed_by_id", NEW."guid", NEW."id", NEW."made_at", NEW."made_by_id", NEW."meaning", NOW(), \'insert\', NEW."id", NEW."position", NEW."removed_at", NEW."statement", NEW."study_id", NEW."submission", NEW."version"); RETURN NULL;',
                                    hash="27317eab3e78b37399fb1bd6ad8490aeed81879d",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_732a4",
                                    table="inquiry_finding",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "finding",
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "inquiry_findingevent" ("changed_at", "changed_by_id", "guid", "id", "made_at", "made_by_id", "meaning", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "removed_at", "statement", "study_id", "submission", "version") VALUES (NEW."changed_at", NEW."changed_by_id", NEW."guid", NEW."id", NEW."made_at", NEW."made_by_id", NEW."meaning", NOW(), \'update\', NEW."id", NEW."position", NEW."removed_at", NEW."statement", NEW."study_id", NEW."submission", NEW."version"); RETURN NULL;',
                                    hash="1c18c60d482099e98221a99cf1b81348ce615bf7",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_1cdba",
                                    table="inquiry_finding",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "checkingfinding",
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "inquiry_checkingfindingevent" ("changed_at", "changed_by_id", "finding_id", "guid", "id", "made_at", "made_by_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "quotes", "removed_at", "round_id", "study_id", "submission", "version", "words") VALUES (NEW."changed_at", NEW."changed_by_id", NEW."finding_id", NEW."guid", NEW."id", NEW."made_at", NEW."made_by_id", NOW(), \'insert\', NEW."id", NEW."position", NEW."quotes", NEW."removed_at", NEW."round_id", NEW."study_id", NEW."submission", NEW."version", NEW."words"); RETURN NULL;',
                                    hash="05d205c628becb8f152de1992a65f55fa53664b6",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_a3192",
                                    table="inquiry_checkingfinding",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "checkingfinding",
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "inquiry_checkingfindingevent" ("changed_at", "changed_by_id", "finding_id", "guid", "id", "made_at", "made_by_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "quotes", "removed_at", "round_id", "study_id", "submission", "version", "words") VALUES (NEW."changed_at", NEW."changed_by_id", NEW."finding_id", NEW."guid", NEW."id", NEW."made_at", NEW."made_by_id", NOW(), \'update\', NEW."id", NEW."position", NEW."quotes", NEW."removed_at", NEW."round_id", NEW."study_id", NEW."submission", NEW."version", NEW."words"); RETURN NULL;',
                                    hash="6da8537a0a1dc7d1ac562dede5b795af03af8f0b",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_d7cc6",
                                    table="inquiry_checkingfinding",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "property",
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "inquiry_propertyevent" ("category_id", "changed_at", "changed_by_id", "from_pole", "guid", "id", "made_at", "made_by_id", "name", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "removed_at", "study_id", "submission", "to_pole", "version") VALUES (NEW."category_id", NEW."changed_at", NEW."changed_by_id", NEW."from_pole", NEW."guid", NEW."id", NEW."made_at", NEW."made_by_id", NEW."name", NOW(), \'insert\', NEW."id", NEW."position", NEW."removed_at", NEW."study_id", NEW."submission", NEW."to_pole", NEW."version"); RETURN NULL;',
                                    hash="b318c19b3059d769673257708d448178b663f5ec",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_6037e",
                                    table="inquiry_property",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "property",
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "inquiry_propertyevent" ("category_id", "changed_at", "changed_by_id", "from_pole", "guid", "id", "made_at", "made_by_id", "name", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "removed_at", "study_id", "submission", "to_pole", "version") VALUES (NEW."category_id", NEW."changed_at", NEW."changed_by_id", NEW."from_pole", NEW."guid", NEW."id", NEW."made_at", NEW."made_by_id", NEW."name", NOW(), \'update\', NEW."id", NEW."position", NEW."removed_at", NEW."study_id", NEW."submission", NEW."to_pole", NEW."version"); RETURN NULL;',
                                    hash="684c12dde94e3b96245ead6a6806e0eec88ad89c",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_98c5f",
                                    table="inquiry_property",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "incident",
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "inquiry_incidentevent" ("changed_at", "changed_by_id", "coding_id", "guid", "id", "made_at", "made_by_id", "note", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "property_id", "study_id", "submission", "version") VALUES (NEW."changed_at", NEW."changed_by_id", NEW."coding_id", NEW."guid", NEW."id", NEW."made_at", NEW."made_by_id", NEW."note", NOW(), \'insert\', NEW."id", NEW."place", NEW."property_id", NEW."study_id", NEW."submission", NEW."version"); RETURN NULL;',
                                    hash="f8fabcc780a3be9d3506abb8e4e5a5d916527ce4",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_69990",
                                    table="inquiry_incident",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "incident",
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "inquiry_incidentevent" ("changed_at", "changed_by_id", "coding_id", "guid", "id", "made_at", "made_by_id", "note", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "property_id", "study_id", "submission", "version") VALUES (NEW."changed_at", NEW."changed_by_id", NEW."coding_id", NEW."guid", NEW."id", NEW."made_at", NEW."made_by_id", NEW."note", NOW(), \'update\', NEW."id", NEW."place", NEW."property_id", NEW."study_id", NEW."submission", NEW."version"); RETURN NULL;',
                                    hash="1bacb505e01261e106d688168f4a887c57e50fa3",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_baa92",
                                    table="inquiry_incident",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "incident",
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "inquiry_incidentevent" ("changed_at", "changed_by_id", "coding_id", "guid", "id", "made_at", "made_by_id", "note", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "property_id", "study_id", "submission", "version") VALUES (OLD."changed_at", OLD."changed_by_id", OLD."coding_id", OLD."guid", OLD."id", OLD."made_at", OLD."made_by_id", OLD."note", NOW(), \'delete\', OLD."id", OLD."place", OLD."property_id", OLD."study_id", OLD."submission", OLD."version"); RETURN NULL;',
                                    hash="5fe072bb329700ab7d3ccbb81775cd0095b38783",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_b183c",
                                    table="inquiry_incident",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "relation",
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "inquiry_relationevent" ("changed_at", "changed_by_id", "guid", "id", "kind", "made_at", "made_by_id", "of_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "removed_at", "study_id", "submission", "to_id", "version", "words") VALUES (NEW."changed_at", NEW."changed_by_id", NEW."guid", NEW."id", NEW."kind", NEW."made_at", NEW."made_by_id", NEW."of_id", NOW(), \'insert\', NEW."id", NEW."removed_at", NEW."study_id", NEW."submission", NEW."to_id", NEW."version", NEW."words"); RETURN NULL;',
                                    hash="3efd69c1db0795bcc2dd73abb5f218fb3ada9f54",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_17ae7",
                                    table="inquiry_relation",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "relation",
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "inquiry_relationevent" ("changed_at", "changed_by_id", "guid", "id", "kind", "made_at", "made_by_id", "of_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "removed_at", "study_id", "submission", "to_id", "version", "words") VALUES (NEW."changed_at", NEW."changed_by_id", NEW."guid", NEW."id", NEW."kind", NEW."made_at", NEW."made_by_id", NEW."of_id", NOW(), \'update\', NEW."id", NEW."removed_at", NEW."study_id", NEW."submission", NEW."to_id", NEW."version", NEW."words"); RETURN NULL;',
                                    hash="20ab0e846b7e47e46fdfba35e7871e5620c485df",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_8c8ee",
                                    table="inquiry_relation",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "reportitem",
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "inquiry_reportitemevent" ("changed_at", "changed_by_id", "checklist", "guid", "id", "made_at", "made_by_id", "number", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "study_id", "submission", "version", "words") VALUES (NEW."changed_at", NEW."changed_by_id", NEW."checklist", NEW."guid", NEW."id", NEW."made_at", NEW."made_by_id", NEW."number", NOW(), \'insert\', NEW."id", NEW."place", NEW."study_id", NEW."submission", NEW."version", NEW."words"); RETURN NULL;',
                                    hash="1322f4bee3426a811c35a35337f1c69061b9fde8",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_58b8e",
                                    table="inquiry_reportitem",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "reportitem",
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "inquiry_reportitemevent" ("changed_at", "changed_by_id", "checklist", "guid", "id", "made_at", "made_by_id", "number", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "study_id", "submission", "version", "words") VALUES (NEW."changed_at", NEW."changed_by_id", NEW."checklist", NEW."guid", NEW."id", NEW."made_at", NEW."made_by_id", NEW."number", NOW(), \'update\', NEW."id", NEW."place", NEW."study_id", NEW."submission", NEW."version", NEW."words"); RETURN NULL;',
                                    hash="b465ac4ea1801d3b74c910e02aa041d7653f5994",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_60b00",
                                    table="inquiry_reportitem",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "respondent",
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "inquiry_respondentevent" ("called", "changed_at", "changed_by_id", "expires_at", "group_id", "guid", "id", "made_at", "made_by_id", "participant_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "read_at", "right_on", "round_id", "secret_hash", "study_id", "submission", "version", "withdrawn_at") VALUES (NEW."called", NEW."changed_at", NEW."changed_by_id", NEW."expires_at", NEW."group_id", NEW."guid", NEW."id", NEW."made_at", NEW."made_by_id", NEW."participant_id", NOW(), \'insert\', NEW."id", NEW."read_at", NEW."right_on", NEW."round_id", NEW."secret_hash", NEW."study_id", NEW."submission", NEW."version", NEW."withdrawn_at"); RETURN NULL;',
                                    hash="f104676c6417c15f1852c2cb520513169c2761c0",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_ac05f",
                                    table="inquiry_respondent",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "respondent",
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "inquiry_respondentevent" ("called", "changed_at", "changed_by_id", "expires_at", "group_id", "guid", "id", "made_at", "made_by_id", "participant_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "read_at", "right_on", "round_id", "secret_hash", "study_id", "submission", "version", "withdrawn_at") VALUES (NEW."called", NEW."changed_at", NEW."changed_by_id", NEW."expires_at", NEW."group_id", NEW."guid", NEW."id", NEW."made_at", NEW."made_by_id", NEW."participant_id", NOW(), \'update\', NEW."id", NEW."read_at", NEW."right_on", NEW."round_id", NEW."secret_hash", NEW."study_id", NEW."submission", NEW."version", NEW."withdrawn_at"); RETURN NULL;',
                                    hash="4666d09311578c3b5084975bc4525ffbd43a252f",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_a80df",
                                    table="inquiry_respondent",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "stage",
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "inquiry_stageevent" ("began_on", "changed_at", "changed_by_id", "guid", "id", "made_at", "made_by_id", "name", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "removed_at", "study_id", "submission", "version") VALUES (NEW."began_on", NEW."changed_at", NEW."changed_by_id", NEW."guid", NEW."id", NEW."made_at", NEW."made_by_id", NEW."name", NOW(), \'insert\', NEW."id", NEW."position", NEW."removed_at", NEW."study_id", NEW."submission", NEW."version"); RETURN NULL;',
                                    hash="6b77db01504f0362064fe1d9dcf57237bd655c16",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_434c8",
                                    table="inquiry_stage",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "stage",
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "inquiry_stageevent" ("began_on", "changed_at", "changed_by_id", "guid", "id", "made_at", "made_by_id", "name", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "removed_at", "study_id", "submission", "version") VALUES (NEW."began_on", NEW."changed_at", NEW."changed_by_id", NEW."guid", NEW."id", NEW."made_at", NEW."made_by_id", NEW."name", NOW(), \'update\', NEW."id", NEW."position", NEW."removed_at", NEW."study_id", NEW."submission", NEW."version"); RETURN NULL;',
                                    hash="727d74ad4bec7ee11462441b638cca8329901e29",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_0ad45",
                                    table="inquiry_stage",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "theme",
                            pgtrigger.compiler.Trigger(
                                name="themes_stay",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                                    hash="360325ed1cfeec0d3b5391f94e9703f9ead1c38a",
                                    operation="DELETE",
                                    pgid="pgtrigger_themes_stay_03b48",
                                    table="inquiry_theme",
                                    when="BEFORE",
                                ),
                            ),
                        ),
                        (
                            "theme",
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "inquiry_themeevent" ("changed_at", "changed_by_id", "guid", "id", "made_at", "made_by_id", "name", "parent_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "removed_at", "scope", "statement", "status", "study_id", "submission", "version") VALUES (NEW."changed_at", NEW."changed_by_id", NEW."guid", NEW."id", NEW."made_at", NEW."made_by_id", NEW."name", NEW."parent_id", NOW(), \'insert\', NEW."id", NEW."position", NEW."removed_at", NEW."scope", NEW."statement", NEW."status", NEW."study_id", NEW."submission", NEW."version"); RETURN NULL;',
                                    hash="6f1d4d8b8241796d8e44f7548e8d820122f6cb93",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_17419",
                                    table="inquiry_theme",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "theme",
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "inquiry_themeevent" ("changed_at", "changed_by_id", "guid", "id", "made_at", "made_by_id", "name", "parent_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "removed_at", "scope", "statement", "status", "study_id", "submission", "version") VALUES (NEW."changed_at", NEW."changed_by_id", NEW."guid", NEW."id", NEW."made_at", NEW."made_by_id", NEW."name", NEW."parent_id", NOW(), \'update\', NEW."id", NEW."position", NEW."removed_at", NEW."scope", NEW."statement", NEW."status", NEW."study_id", NEW."submission", NEW."version"); RETURN NULL;',
                                    hash="97bf0ab687b2621fbfdad45aa6aadd9c4af33582",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_7e615",
                                    table="inquiry_theme",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "findingtheme",
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "inquiry_findingthemeevent" ("changed_at", "changed_by_id", "finding_id", "guid", "id", "made_at", "made_by_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "study_id", "submission", "theme_id", "version") VALUES (NEW."changed_at", NEW."changed_by_id", NEW."finding_id", NEW."guid", NEW."id", NEW."made_at", NEW."made_by_id", NOW(), \'insert\', NEW."id", NEW."study_id", NEW."submission", NEW."theme_id", NEW."version"); RETURN NULL;',
                                    hash="88eee5de0ba432551ce304a82f87f95b044481b6",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_f4993",
                                    table="inquiry_findingtheme",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "findingtheme",
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "inquiry_findingthemeevent" ("changed_at", "changed_by_id", "finding_id", "guid", "id", "made_at", "made_by_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "study_id", "submission", "theme_id", "version") VALUES (NEW."changed_at", NEW."changed_by_id", NEW."finding_id", NEW."guid", NEW."id", NEW."made_at", NEW."made_by_id", NOW(), \'update\', NEW."id", NEW."study_id", NEW."submission", NEW."theme_id", NEW."version"); RETURN NULL;',
                                    hash="7a0da970b318521544764b0e62aa4c9dd898d801",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_d4253",
                                    table="inquiry_findingtheme",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "findingtheme",
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "inquiry_findingthemeevent" ("changed_at", "changed_by_id", "finding_id", "guid", "id", "made_at", "made_by_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "study_id", "submission", "theme_id", "version") VALUES (OLD."changed_at", OLD."changed_by_id", OLD."finding_id", OLD."guid", OLD."id", OLD."made_at", OLD."made_by_id", NOW(), \'delete\', OLD."id", OLD."study_id", OLD."submission", OLD."theme_id", OLD."version"); RETURN NULL;',
                                    hash="ddbf88e72576098f3762cdffc10a0a7ac46f87ac",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_9e218",
                                    table="inquiry_findingtheme",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "themecode",
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "inquiry_themecodeevent" ("changed_at", "changed_by_id", "code_id", "guid", "id", "made_at", "made_by_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "study_id", "submission", "theme_id", "version") VALUES (NEW."changed_at", NEW."changed_by_id", NEW."code_id", NEW."guid", NEW."id", NEW."made_at", NEW."made_by_id", NOW(), \'insert\', NEW."id", NEW."study_id", NEW."submission", NEW."theme_id", NEW."version"); RETURN NULL;',
                                    hash="e6a5062518c6e5465a6e187cedcee7d26c8f3070",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_17c14",
                                    table="inquiry_themecode",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "themecode",
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "inquiry_themecodeevent" ("changed_at", "changed_by_id", "code_id", "guid", "id", "made_at", "made_by_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "study_id", "submission", "theme_id", "version") VALUES (NEW."changed_at", NEW."changed_by_id", NEW."code_id", NEW."guid", NEW."id", NEW."made_at", NEW."made_by_id", NOW(), \'update\', NEW."id", NEW."study_id", NEW."submission", NEW."theme_id", NEW."version"); RETURN NULL;',
                                    hash="febd66d72a6ad5307d6b055221b47fb459bf3ef8",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_08fd3",
                                    table="inquiry_themecode",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "themecode",
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "inquiry_themecodeevent" ("changed_at", "changed_by_id", "code_id", "guid", "id", "made_at", "made_by_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "study_id", "submission", "theme_id", "version") VALUES (OLD."changed_at", OLD."changed_by_id", OLD."code_id", OLD."guid", OLD."id", OLD."made_at", OLD."made_by_id", NOW(), \'delete\', OLD."id", OLD."study_id", OLD."submission", OLD."theme_id", OLD."version"); RETURN NULL;',
                                    hash="04ee0d6e0e74b21c7637465cebf9bfa339fd7b6d",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_8959f",
                                    table="inquiry_themecode",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "themeextract",
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "inquiry_themeextractevent" ("changed_at", "changed_by_id", "coding_id", "guid", "id", "made_at", "made_by_id", "note", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "stands", "study_id", "submission", "theme_id", "version") VALUES (NEW."changed_at", NEW."changed_by_id", NEW."coding_id", NEW."guid", NEW."id", NEW."made_at", NEW."made_by_id", NEW."note", NOW(), \'insert\', NEW."id", NEW."position", NEW."stands", NEW."study_id", NEW."submission", NEW."theme_id", NEW."version"); RETURN NULL;',
                                    hash="0474c24197720858bc917174930f12b78da9b3d1",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_69d9c",
                                    table="inquiry_themeextract",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "themeextract",
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "inquiry_themeextractevent" ("changed_at", "changed_by_id", "coding_id", "guid", "id", "made_at", "made_by_id", "note", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "stands", "study_id", "submission", "theme_id", "version") VALUES (NEW."changed_at", NEW."changed_by_id", NEW."coding_id", NEW."guid", NEW."id", NEW."made_at", NEW."made_by_id", NEW."note", NOW(), \'update\', NEW."id", NEW."position", NEW."stands", NEW."study_id", NEW."submission", NEW."theme_id", NEW."version"); RETURN NULL;',
                                    hash="e1e665a382317ed4705a6c5b58a3753520e718a0",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_55df4",
                                    table="inquiry_themeextract",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "themeextract",
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "inquiry_themeextractevent" ("changed_at", "changed_by_id", "coding_id", "guid", "id", "made_at", "made_by_id", "note", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "stands", "study_id", "submission", "theme_id", "version") VALUES (OLD."changed_at", OLD."changed_by_id", OLD."coding_id", OLD."guid", OLD."id", OLD."made_at", OLD."made_by_id", OLD."note", NOW(), \'delete\', OLD."id", OLD."position", OLD."stands", OLD."study_id", OLD."submission", OLD."theme_id", OLD."version"); RETURN NULL;',
                                    hash="84301fe0b29ffdd325cf0d6a9d32d4734d0ee26d",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_5719b",
                                    table="inquiry_themeextract",
                                    when="AFTER",
                                ),
                            ),
                        ),
                    ],
                ),
            ],
        ),
    ]
