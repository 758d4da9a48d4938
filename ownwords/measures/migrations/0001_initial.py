import django.db.models.deletion
import django.utils.timezone
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

import ownwords.ledger.ids
import ownwords.ledger.operations


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("people", "0006_endings"),
        ("people", "__first__"),
    ]

    operations = [
        ownwords.ledger.operations.Together(
            operations=[
                migrations.CreateModel(
                    name="Response",
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
                        ("version", models.PositiveIntegerField(default=1)),
                        (
                            "created_at",
                            models.DateTimeField(default=django.utils.timezone.now, editable=False),
                        ),
                        ("changed_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("changed_by_id", models.UUIDField(null=True)),
                        ("submission", models.UUIDField(blank=True, editable=False, null=True)),
                        (
                            "visibility",
                            models.CharField(
                                choices=[
                                    ("me", "Only me"),
                                    ("named", "Me and the people I name"),
                                    ("team", "Me and my team"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("removed_at", models.DateTimeField(blank=True, null=True)),
                        ("removed_by_id", models.UUIDField(blank=True, null=True)),
                        ("removed_reason", models.TextField(blank=True)),
                        ("instrument", models.CharField(max_length=40)),
                        ("edition", models.CharField(max_length=60)),
                        ("definition_digest", models.CharField(max_length=64)),
                        ("language", models.CharField(default="en-GB", max_length=20)),
                        (
                            "way",
                            models.CharField(
                                choices=[
                                    ("self", "by the person"),
                                    ("together", "together with a worker"),
                                    ("read_aloud", "read aloud by somebody"),
                                    ("link", "by a link"),
                                    ("paper", "on paper, typed in later"),
                                    ("imported", "from another system"),
                                ],
                                default="self",
                                max_length=12,
                            ),
                        ),
                        (
                            "present",
                            models.CharField(
                                blank=True, help_text="Who was there, in words.", max_length=200
                            ),
                        ),
                        ("answered_on", models.DateField(default=django.utils.timezone.localdate)),
                        ("started_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("finished_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "in_figures",
                            models.BooleanField(
                                default=True, help_text="May be counted, without name, in team figures."
                            ),
                        ),
                        (
                            "source",
                            models.CharField(
                                blank=True, help_text="Where an imported form came from.", max_length=300
                            ),
                        ),
                        (
                            "about_account",
                            models.ForeignKey(
                                blank=True,
                                help_text="The worker that the answers are about; never shown to them.",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="people.person",
                            ),
                        ),
                        (
                            "transcribed_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "written_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "indexes": [
                            models.Index(
                                fields=["person", "instrument", "answered_on"],
                                name="response_person_instrument",
                            )
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("submission__isnull", False)),
                                fields=("person", "submission"),
                                name="response_saved_once",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("visibility__in", ["me", "named", "team"])),
                                name="response_visibility_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("removed_at__isnull", True),
                                        ("removed_by_id__isnull", True),
                                        ("removed_reason", ""),
                                    ),
                                    models.Q(
                                        ("removed_at__isnull", False),
                                        ("removed_by_id__isnull", False),
                                        models.Q(("removed_reason", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="response_removed_whole",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "way__in",
                                        ["self", "together", "read_aloud", "link", "paper", "imported"],
                                    )
                                ),
                                name="response_way_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("finished_at__isnull", True),
                                    ("finished_at__gte", models.F("started_at")),
                                    _connector="OR",
                                ),
                                name="response_finished_after_start",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("transcribed_by__isnull", False), ("way", "paper")),
                                    models.Q(
                                        models.Q(("way", "paper"), _negated=True),
                                        ("transcribed_by__isnull", True),
                                    ),
                                    _connector="OR",
                                ),
                                name="response_on_paper_says_who_typed_it",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("about_account__isnull", True),
                                    ("visibility__in", ["me", "named"]),
                                    _connector="OR",
                                ),
                                name="response_about_a_worker_is_not_for_the_team",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(
                                    ("finished_at__isnull", True), ("removed_at__isnull", True)
                                ),
                                fields=("person", "instrument", "about_account"),
                                name="response_begun_once",
                                nulls_distinct=False,
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Answer",
                    fields=[
                        ("id", models.BigAutoField(primary_key=True, serialize=False)),
                        ("item", models.CharField(max_length=20)),
                        (
                            "given",
                            models.CharField(
                                choices=[
                                    ("answered", "answered"),
                                    ("blank", "left empty"),
                                    ("not_applicable", "does not apply"),
                                    ("rather_not", "rather not say"),
                                    ("not_chosen", "not chosen as important"),
                                ],
                                max_length=16,
                            ),
                        ),
                        ("value", models.SmallIntegerField(blank=True, null=True)),
                        (
                            "response",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="answers",
                                to="measures.response",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("given", "answered"), ("value__isnull", False)),
                                    models.Q(
                                        (
                                            "given__in",
                                            ["blank", "not_applicable", "rather_not", "not_chosen"],
                                        ),
                                        ("value__isnull", True),
                                    ),
                                    _connector="OR",
                                ),
                                name="answer_number_only_when_answered",
                            ),
                            models.UniqueConstraint(fields=("response", "item"), name="answer_once_an_item"),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ItemEvent",
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
                        ("key", models.CharField(max_length=40)),
                        ("item", models.CharField(max_length=20)),
                        ("raised_at", models.DateTimeField(default=django.utils.timezone.now)),
                        (
                            "talked_at",
                            models.DateTimeField(
                                blank=True, help_text="When somebody talked about it.", null=True
                            ),
                        ),
                        ("talked_by_id", models.UUIDField(blank=True, null=True)),
                        (
                            "response",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="item_events",
                                to="measures.response",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("talked_at__isnull", True), ("talked_by_id__isnull", True)),
                                    models.Q(("talked_at__isnull", False), ("talked_by_id__isnull", False)),
                                    _connector="OR",
                                ),
                                name="item_event_talked_by_whom_and_when",
                            ),
                            models.UniqueConstraint(fields=("response", "key"), name="item_event_once"),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Asking",
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
                        ("version", models.PositiveIntegerField(default=1)),
                        (
                            "created_at",
                            models.DateTimeField(default=django.utils.timezone.now, editable=False),
                        ),
                        ("changed_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("changed_by_id", models.UUIDField(null=True)),
                        ("submission", models.UUIDField(blank=True, editable=False, null=True)),
                        ("instrument", models.CharField(max_length=40)),
                        ("asked_on", models.DateField(default=django.utils.timezone.localdate)),
                        (
                            "reply",
                            models.CharField(
                                choices=[
                                    ("asked", "asked"),
                                    ("later", "not today"),
                                    ("rather_not", "rather not"),
                                ],
                                default="asked",
                                max_length=12,
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="people.person",
                            ),
                        ),
                        (
                            "written_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "indexes": [
                            models.Index(
                                fields=["person", "instrument", "asked_on"], name="asking_person_instrument"
                            )
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("submission__isnull", False)),
                                fields=("person", "submission"),
                                name="asking_saved_once",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("reply__in", ["asked", "later", "rather_not"])),
                                name="asking_reply_known",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AskingEvent",
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
                        ("version", models.PositiveIntegerField(default=1)),
                        (
                            "created_at",
                            models.DateTimeField(default=django.utils.timezone.now, editable=False),
                        ),
                        ("changed_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("changed_by_id", models.UUIDField(null=True)),
                        ("submission", models.UUIDField(blank=True, editable=False, null=True)),
                        ("instrument", models.CharField(max_length=40)),
                        ("asked_on", models.DateField(default=django.utils.timezone.localdate)),
                        (
                            "reply",
                            models.CharField(
                                choices=[
                                    ("asked", "asked"),
                                    ("later", "not today"),
                                    ("rather_not", "rather not"),
                                ],
                                default="asked",
                                max_length=12,
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="people.person",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="measures.asking",
                            ),
                        ),
                        (
                            "written_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="ContextEvent",
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
                        ("version", models.PositiveIntegerField(default=1)),
                        (
                            "created_at",
                            models.DateTimeField(default=django.utils.timezone.now, editable=False),
                        ),
                        ("changed_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("changed_by_id", models.UUIDField(null=True)),
                        ("submission", models.UUIDField(blank=True, editable=False, null=True)),
                        (
                            "visibility",
                            models.CharField(
                                choices=[
                                    ("me", "Only me"),
                                    ("named", "Me and the people I name"),
                                    ("team", "Me and my team"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("removed_at", models.DateTimeField(blank=True, null=True)),
                        ("removed_by_id", models.UUIDField(blank=True, null=True)),
                        ("removed_reason", models.TextField(blank=True)),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("housing", "Housing"),
                                    ("benefits", "Benefits"),
                                    ("money", "Money or debt"),
                                    ("work", "Work or study"),
                                    ("loss", "A loss"),
                                    ("people", "Family, friends, relationships"),
                                    ("health", "Health"),
                                    ("therapy", "Therapy or treatment"),
                                    ("support", "A change in support"),
                                    ("other", "Something else"),
                                ],
                                max_length=12,
                            ),
                        ),
                        ("words", models.TextField()),
                        ("starts_on", models.DateField()),
                        ("ends_on", models.DateField(blank=True, null=True)),
                        ("inside_therapy", models.BooleanField(blank=True, null=True)),
                        (
                            "help",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("helped", "It helped"),
                                    ("hindered", "It made things harder"),
                                    ("both", "Both"),
                                ],
                                max_length=10,
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="people.person",
                            ),
                        ),
                        (
                            "written_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "indexes": [
                            models.Index(fields=["person", "starts_on"], name="context_event_person_day")
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("submission__isnull", False)),
                                fields=("person", "submission"),
                                name="context_event_saved_once",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("visibility__in", ["me", "named", "team"])),
                                name="context_event_visibility_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("removed_at__isnull", True),
                                        ("removed_by_id__isnull", True),
                                        ("removed_reason", ""),
                                    ),
                                    models.Q(
                                        ("removed_at__isnull", False),
                                        ("removed_by_id__isnull", False),
                                        models.Q(("removed_reason", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="context_event_removed_whole",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "kind__in",
                                        [
                                            "housing",
                                            "benefits",
                                            "money",
                                            "work",
                                            "loss",
                                            "people",
                                            "health",
                                            "therapy",
                                            "support",
                                            "other",
                                        ],
                                    )
                                ),
                                name="context_event_kind_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("ends_on__isnull", True),
                                    ("ends_on__gte", models.F("starts_on")),
                                    _connector="OR",
                                ),
                                name="context_event_ends_after_start",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("help", ""),
                                    ("help__in", ["helped", "hindered", "both"]),
                                    _connector="OR",
                                ),
                                name="context_event_help_known",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ContextEventEvent",
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
                        ("version", models.PositiveIntegerField(default=1)),
                        (
                            "created_at",
                            models.DateTimeField(default=django.utils.timezone.now, editable=False),
                        ),
                        ("changed_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("changed_by_id", models.UUIDField(null=True)),
                        ("submission", models.UUIDField(blank=True, editable=False, null=True)),
                        (
                            "visibility",
                            models.CharField(
                                choices=[
                                    ("me", "Only me"),
                                    ("named", "Me and the people I name"),
                                    ("team", "Me and my team"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("removed_at", models.DateTimeField(blank=True, null=True)),
                        ("removed_by_id", models.UUIDField(blank=True, null=True)),
                        ("removed_reason", models.TextField(blank=True)),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("housing", "Housing"),
                                    ("benefits", "Benefits"),
                                    ("money", "Money or debt"),
                                    ("work", "Work or study"),
                                    ("loss", "A loss"),
                                    ("people", "Family, friends, relationships"),
                                    ("health", "Health"),
                                    ("therapy", "Therapy or treatment"),
                                    ("support", "A change in support"),
                                    ("other", "Something else"),
                                ],
                                max_length=12,
                            ),
                        ),
                        ("words", models.TextField()),
                        ("starts_on", models.DateField()),
                        ("ends_on", models.DateField(blank=True, null=True)),
                        ("inside_therapy", models.BooleanField(blank=True, null=True)),
                        (
                            "help",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("helped", "It helped"),
                                    ("hindered", "It made things harder"),
                                    ("both", "Both"),
                                ],
                                max_length=10,
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="people.person",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="measures.contextevent",
                            ),
                        ),
                        (
                            "written_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Course",
                    fields=[
                        ("id", models.BigAutoField(primary_key=True, serialize=False)),
                        ("instrument", models.CharField(max_length=40)),
                        ("asked", models.PositiveIntegerField(default=0)),
                        ("scored", models.PositiveIntegerField(default=0)),
                        ("first_on", models.DateField(null=True)),
                        ("first_value", models.DecimalField(decimal_places=3, max_digits=8, null=True)),
                        ("last_on", models.DateField(null=True)),
                        ("last_value", models.DecimalField(decimal_places=3, max_digits=8, null=True)),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="people.person",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("person", "instrument"), name="course_once_a_person_and_measure"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="InstrumentSwitch",
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
                        ("instrument", models.CharField(max_length=40)),
                        ("on", models.BooleanField(default=False)),
                        ("licence_reference", models.TextField(blank=True)),
                        (
                            "source_note",
                            models.TextField(
                                blank=True, help_text="Where what was unconfirmed has been checked."
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("changed_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("changed_by_id", models.UUIDField()),
                        (
                            "organisation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="people.organisation",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("organisation", "instrument"), name="instrument_switch_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="InstrumentSwitchEvent",
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
                        ("instrument", models.CharField(max_length=40)),
                        ("on", models.BooleanField(default=False)),
                        ("licence_reference", models.TextField(blank=True)),
                        (
                            "source_note",
                            models.TextField(
                                blank=True, help_text="Where what was unconfirmed has been checked."
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("changed_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("changed_by_id", models.UUIDField()),
                        (
                            "organisation",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="people.organisation",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="measures.instrumentswitch",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Line",
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
                        ("version", models.PositiveIntegerField(default=1)),
                        (
                            "created_at",
                            models.DateTimeField(default=django.utils.timezone.now, editable=False),
                        ),
                        ("changed_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("changed_by_id", models.UUIDField(null=True)),
                        ("submission", models.UUIDField(blank=True, editable=False, null=True)),
                        (
                            "visibility",
                            models.CharField(
                                choices=[
                                    ("me", "Only me"),
                                    ("named", "Me and the people I name"),
                                    ("team", "Me and my team"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("removed_at", models.DateTimeField(blank=True, null=True)),
                        ("removed_by_id", models.UUIDField(blank=True, null=True)),
                        ("removed_reason", models.TextField(blank=True)),
                        (
                            "direction",
                            models.CharField(
                                choices=[
                                    ("up", "higher is better for me"),
                                    ("down", "lower is better for me"),
                                ],
                                max_length=4,
                            ),
                        ),
                        ("low", models.DecimalField(decimal_places=2, default=0, max_digits=7)),
                        ("high", models.DecimalField(decimal_places=2, default=10, max_digits=7)),
                        (
                            "unit",
                            models.CharField(
                                blank=True,
                                help_text="In the person's words: hours, days a week.",
                                max_length=40,
                            ),
                        ),
                        (
                            "how_often",
                            models.CharField(
                                choices=[
                                    ("when_i_like", "whenever I like"),
                                    ("daily", "about once a day"),
                                    ("weekly", "about once a week"),
                                    ("monthly", "about once a month"),
                                    ("quarterly", "every three months"),
                                    ("half_yearly", "every six months"),
                                    ("yearly", "once a year"),
                                ],
                                default="when_i_like",
                                max_length=12,
                            ),
                        ),
                        (
                            "template",
                            models.CharField(
                                blank=True, help_text="The template it was made from, if any.", max_length=40
                            ),
                        ),
                        (
                            "slot",
                            models.CharField(
                                blank=True, help_text="Its place in that template.", max_length=40
                            ),
                        ),
                        (
                            "set_id",
                            models.UUIDField(
                                blank=True,
                                help_text="Lines that were made together from a template.",
                                null=True,
                            ),
                        ),
                        ("weight", models.PositiveSmallIntegerField(default=1)),
                        ("started_on", models.DateField(default=django.utils.timezone.localdate)),
                        (
                            "baseline_until",
                            models.DateField(
                                blank=True,
                                help_text="The usual range is taken from the ratings up to this day.",
                                null=True,
                            ),
                        ),
                        ("closed_on", models.DateField(blank=True, null=True)),
                        (
                            "closed_as",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("reached", "I got there"),
                                    ("no_longer", "it no longer matters to me"),
                                    ("changed", "it became something different"),
                                    ("resting", "I want to leave it for now"),
                                    ("other", "another reason"),
                                ],
                                max_length=12,
                            ),
                        ),
                        ("closed_words", models.TextField(blank=True)),
                        (
                            "followed_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="came_from",
                                to="measures.line",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="people.person",
                            ),
                        ),
                        (
                            "written_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "indexes": [
                            models.Index(fields=["person", "started_on"], name="line_person_started")
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("submission__isnull", False)),
                                fields=("person", "submission"),
                                name="line_saved_once_a_submission",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("visibility__in", ["me", "named", "team"])),
                                name="line_visibility_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("removed_at__isnull", True),
                                        ("removed_by_id__isnull", True),
                                        ("removed_reason", ""),
                                    ),
                                    models.Q(
                                        ("removed_at__isnull", False),
                                        ("removed_by_id__isnull", False),
                                        models.Q(("removed_reason", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="line_removed_by_whom_when_and_why",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("direction__in", ["up", "down"])),
                                name="line_direction_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("low__lt", models.F("high"))),
                                name="line_scale_has_two_ends",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("weight__gte", 1)), name="line_weight_at_least_one"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("closed_as", ""), ("closed_on__isnull", True)),
                                    models.Q(
                                        (
                                            "closed_as__in",
                                            ["reached", "no_longer", "changed", "resting", "other"],
                                        ),
                                        ("closed_on__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="line_closed_when_and_why",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("followed_by__isnull", True), ("closed_as", "changed"), _connector="OR"
                                ),
                                name="line_followed_when_changed",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("slot", ""), ("template", "")),
                                    models.Q(
                                        models.Q(("template", ""), _negated=True),
                                        models.Q(("slot", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="line_template_and_slot",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="LineEvent",
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
                        ("version", models.PositiveIntegerField(default=1)),
                        (
                            "created_at",
                            models.DateTimeField(default=django.utils.timezone.now, editable=False),
                        ),
                        ("changed_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("changed_by_id", models.UUIDField(null=True)),
                        ("submission", models.UUIDField(blank=True, editable=False, null=True)),
                        (
                            "visibility",
                            models.CharField(
                                choices=[
                                    ("me", "Only me"),
                                    ("named", "Me and the people I name"),
                                    ("team", "Me and my team"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("removed_at", models.DateTimeField(blank=True, null=True)),
                        ("removed_by_id", models.UUIDField(blank=True, null=True)),
                        ("removed_reason", models.TextField(blank=True)),
                        (
                            "direction",
                            models.CharField(
                                choices=[
                                    ("up", "higher is better for me"),
                                    ("down", "lower is better for me"),
                                ],
                                max_length=4,
                            ),
                        ),
                        ("low", models.DecimalField(decimal_places=2, default=0, max_digits=7)),
                        ("high", models.DecimalField(decimal_places=2, default=10, max_digits=7)),
                        (
                            "unit",
                            models.CharField(
                                blank=True,
                                help_text="In the person's words: hours, days a week.",
                                max_length=40,
                            ),
                        ),
                        (
                            "how_often",
                            models.CharField(
                                choices=[
                                    ("when_i_like", "whenever I like"),
                                    ("daily", "about once a day"),
                                    ("weekly", "about once a week"),
                                    ("monthly", "about once a month"),
                                    ("quarterly", "every three months"),
                                    ("half_yearly", "every six months"),
                                    ("yearly", "once a year"),
                                ],
                                default="when_i_like",
                                max_length=12,
                            ),
                        ),
                        (
                            "template",
                            models.CharField(
                                blank=True, help_text="The template it was made from, if any.", max_length=40
                            ),
                        ),
                        (
                            "slot",
                            models.CharField(
                                blank=True, help_text="Its place in that template.", max_length=40
                            ),
                        ),
                        (
                            "set_id",
                            models.UUIDField(
                                blank=True,
                                help_text="Lines that were made together from a template.",
                                null=True,
                            ),
                        ),
                        ("weight", models.PositiveSmallIntegerField(default=1)),
                        ("started_on", models.DateField(default=django.utils.timezone.localdate)),
                        (
                            "baseline_until",
                            models.DateField(
                                blank=True,
                                help_text="The usual range is taken from the ratings up to this day.",
                                null=True,
                            ),
                        ),
                        ("closed_on", models.DateField(blank=True, null=True)),
                        (
                            "closed_as",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("reached", "I got there"),
                                    ("no_longer", "it no longer matters to me"),
                                    ("changed", "it became something different"),
                                    ("resting", "I want to leave it for now"),
                                    ("other", "another reason"),
                                ],
                                max_length=12,
                            ),
                        ),
                        ("closed_words", models.TextField(blank=True)),
                        (
                            "followed_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="measures.line",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="people.person",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="measures.line",
                            ),
                        ),
                        (
                            "written_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="MeasureShare",
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
                        ("thing_id", models.UUIDField()),
                        ("made_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("made_by_id", models.UUIDField()),
                        (
                            "account",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="people.person",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(fields=("thing_id", "account"), name="measure_share_once")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="MeasureShareEvent",
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
                        ("thing_id", models.UUIDField()),
                        ("made_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("made_by_id", models.UUIDField()),
                        (
                            "account",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="people.person",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="measures.measureshare",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="OwnAnswer",
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
                        ("version", models.PositiveIntegerField(default=1)),
                        (
                            "created_at",
                            models.DateTimeField(default=django.utils.timezone.now, editable=False),
                        ),
                        ("changed_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("changed_by_id", models.UUIDField(null=True)),
                        ("submission", models.UUIDField(blank=True, editable=False, null=True)),
                        (
                            "visibility",
                            models.CharField(
                                choices=[
                                    ("me", "Only me"),
                                    ("named", "Me and the people I name"),
                                    ("team", "Me and my team"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("removed_at", models.DateTimeField(blank=True, null=True)),
                        ("removed_by_id", models.UUIDField(blank=True, null=True)),
                        ("removed_reason", models.TextField(blank=True)),
                        ("instrument", models.CharField(blank=True, max_length=40)),
                        ("said_on", models.DateField(default=django.utils.timezone.localdate)),
                        (
                            "since",
                            models.DateField(
                                blank=True, help_text="Compared with when; empty for not said.", null=True
                            ),
                        ),
                        (
                            "answer",
                            models.CharField(
                                choices=[
                                    ("better", "Yes, better"),
                                    ("worse", "Yes, harder"),
                                    ("otherwise", "Different, neither better nor worse"),
                                    ("same", "No, much the same"),
                                    ("cannot_say", "I cannot say"),
                                ],
                                max_length=12,
                            ),
                        ),
                        ("words", models.TextField(blank=True)),
                        (
                            "line",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="own_answers",
                                to="measures.line",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="people.person",
                            ),
                        ),
                        (
                            "written_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "indexes": [models.Index(fields=["person", "said_on"], name="own_answer_person_day")],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("submission__isnull", False)),
                                fields=("person", "submission"),
                                name="own_answer_saved_once",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("visibility__in", ["me", "named", "team"])),
                                name="own_answer_visibility_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("removed_at__isnull", True),
                                        ("removed_by_id__isnull", True),
                                        ("removed_reason", ""),
                                    ),
                                    models.Q(
                                        ("removed_at__isnull", False),
                                        ("removed_by_id__isnull", False),
                                        models.Q(("removed_reason", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="own_answer_removed_whole",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("instrument", ""), ("line__isnull", False)),
                                    models.Q(
                                        ("line__isnull", True), models.Q(("instrument", ""), _negated=True)
                                    ),
                                    _connector="OR",
                                ),
                                name="own_answer_about_one_thing",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("answer__in", ["better", "worse", "otherwise", "same", "cannot_say"])
                                ),
                                name="own_answer_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("since__isnull", True),
                                    ("since__lte", models.F("said_on")),
                                    _connector="OR",
                                ),
                                name="own_answer_looks_back",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="OwnAnswerEvent",
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
                        ("version", models.PositiveIntegerField(default=1)),
                        (
                            "created_at",
                            models.DateTimeField(default=django.utils.timezone.now, editable=False),
                        ),
                        ("changed_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("changed_by_id", models.UUIDField(null=True)),
                        ("submission", models.UUIDField(blank=True, editable=False, null=True)),
                        (
                            "visibility",
                            models.CharField(
                                choices=[
                                    ("me", "Only me"),
                                    ("named", "Me and the people I name"),
                                    ("team", "Me and my team"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("removed_at", models.DateTimeField(blank=True, null=True)),
                        ("removed_by_id", models.UUIDField(blank=True, null=True)),
                        ("removed_reason", models.TextField(blank=True)),
                        ("instrument", models.CharField(blank=True, max_length=40)),
                        ("said_on", models.DateField(default=django.utils.timezone.localdate)),
                        (
                            "since",
                            models.DateField(
                                blank=True, help_text="Compared with when; empty for not said.", null=True
                            ),
                        ),
                        (
                            "answer",
                            models.CharField(
                                choices=[
                                    ("better", "Yes, better"),
                                    ("worse", "Yes, harder"),
                                    ("otherwise", "Different, neither better nor worse"),
                                    ("same", "No, much the same"),
                                    ("cannot_say", "I cannot say"),
                                ],
                                max_length=12,
                            ),
                        ),
                        ("words", models.TextField(blank=True)),
                        (
                            "line",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="measures.line",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="people.person",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="measures.ownanswer",
                            ),
                        ),
                        (
                            "written_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Wording",
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
                            "number",
                            models.PositiveSmallIntegerField(help_text="1 for the first wording of a line."),
                        ),
                        ("words", models.TextField()),
                        ("low_words", models.CharField(blank=True, max_length=200)),
                        ("high_words", models.CharField(blank=True, max_length=200)),
                        (
                            "level_words",
                            models.JSONField(
                                blank=True, default=dict, help_text="Number as text -> words (GAS levels)."
                            ),
                        ),
                        ("since", models.DateTimeField(default=django.utils.timezone.now)),
                        (
                            "line",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="wordings",
                                to="measures.line",
                            ),
                        ),
                        (
                            "written_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("line", "number"), name="wording_number_once_a_line"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("number__gte", 1)), name="wording_numbers_from_one"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Rating",
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
                        ("version", models.PositiveIntegerField(default=1)),
                        (
                            "created_at",
                            models.DateTimeField(default=django.utils.timezone.now, editable=False),
                        ),
                        ("changed_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("changed_by_id", models.UUIDField(null=True)),
                        ("submission", models.UUIDField(blank=True, editable=False, null=True)),
                        ("removed_at", models.DateTimeField(blank=True, null=True)),
                        ("removed_by_id", models.UUIDField(blank=True, null=True)),
                        ("removed_reason", models.TextField(blank=True)),
                        ("rated_on", models.DateField(default=django.utils.timezone.localdate)),
                        (
                            "given",
                            models.CharField(
                                choices=[
                                    ("answered", "answered"),
                                    ("blank", "left empty"),
                                    ("not_applicable", "does not apply"),
                                    ("rather_not", "rather not say"),
                                    ("not_chosen", "not chosen as important"),
                                ],
                                default="answered",
                                max_length=16,
                            ),
                        ),
                        ("value", models.DecimalField(blank=True, decimal_places=2, max_digits=7, null=True)),
                        (
                            "note",
                            models.TextField(blank=True, help_text="What the person said beside the number."),
                        ),
                        (
                            "way",
                            models.CharField(
                                choices=[
                                    ("self", "by the person"),
                                    ("together", "together with a worker"),
                                    ("read_aloud", "read aloud by somebody"),
                                    ("link", "by a link"),
                                    ("paper", "on paper, typed in later"),
                                    ("imported", "from another system"),
                                ],
                                default="self",
                                max_length=12,
                            ),
                        ),
                        (
                            "line",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="ratings",
                                to="measures.line",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="people.person",
                            ),
                        ),
                        (
                            "transcribed_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "written_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "wording",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="ratings",
                                to="measures.wording",
                            ),
                        ),
                    ],
                    options={
                        "indexes": [
                            models.Index(fields=["line", "rated_on", "created_at"], name="rating_line_day")
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("submission__isnull", False)),
                                fields=("person", "submission"),
                                name="rating_saved_once_a_submission",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("removed_at__isnull", True),
                                        ("removed_by_id__isnull", True),
                                        ("removed_reason", ""),
                                    ),
                                    models.Q(
                                        ("removed_at__isnull", False),
                                        ("removed_by_id__isnull", False),
                                        models.Q(("removed_reason", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="rating_removed_by_whom_when_and_why",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("given", "answered"), ("value__isnull", False)),
                                    models.Q(
                                        (
                                            "given__in",
                                            ["blank", "not_applicable", "rather_not", "not_chosen"],
                                        ),
                                        ("value__isnull", True),
                                    ),
                                    _connector="OR",
                                ),
                                name="rating_number_only_when_answered",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "way__in",
                                        ["self", "together", "read_aloud", "link", "paper", "imported"],
                                    )
                                ),
                                name="rating_way_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("transcribed_by__isnull", False), ("way", "paper")),
                                    models.Q(
                                        models.Q(("way", "paper"), _negated=True),
                                        ("transcribed_by__isnull", True),
                                    ),
                                    _connector="OR",
                                ),
                                name="rating_on_paper_says_who_typed_it",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("written_by__isnull", False),
                                    ("way__in", ["link", "imported"]),
                                    _connector="OR",
                                ),
                                name="rating_without_account_came_by_link",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Schedule",
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
                        ("version", models.PositiveIntegerField(default=1)),
                        (
                            "created_at",
                            models.DateTimeField(default=django.utils.timezone.now, editable=False),
                        ),
                        ("changed_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("changed_by_id", models.UUIDField(null=True)),
                        ("submission", models.UUIDField(blank=True, editable=False, null=True)),
                        ("instrument", models.CharField(blank=True, max_length=40)),
                        ("first_on", models.DateField()),
                        (
                            "every",
                            models.CharField(
                                choices=[
                                    ("once", "once"),
                                    ("week", "every week"),
                                    ("fortnight", "every two weeks"),
                                    ("month", "every month"),
                                    ("quarter", "every three months"),
                                    ("half_year", "every six months"),
                                    ("year", "every year"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("until", models.DateField(blank=True, null=True)),
                        (
                            "asked_by_person",
                            models.BooleanField(help_text="Asked for by the person, not proposed by staff."),
                        ),
                        (
                            "remind_by",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("", "no reminder"),
                                    ("email", "by e-mail"),
                                    ("text", "by text message"),
                                ],
                                max_length=5,
                            ),
                        ),
                        (
                            "agreed_at",
                            models.DateTimeField(
                                blank=True, help_text="When the person said yes to reminders.", null=True
                            ),
                        ),
                        (
                            "reminded_for",
                            models.DateField(
                                blank=True, help_text="The due day of the last reminder.", null=True
                            ),
                        ),
                        ("paused_at", models.DateTimeField(blank=True, null=True)),
                        ("paused_until", models.DateField(blank=True, null=True)),
                        ("ended_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "line",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="schedules",
                                to="measures.line",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="people.person",
                            ),
                        ),
                        (
                            "written_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "indexes": [models.Index(fields=["person"], name="schedule_person")],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("submission__isnull", False)),
                                fields=("person", "submission"),
                                name="schedule_saved_once",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("line__isnull", True), ("instrument", ""), _connector="OR"
                                ),
                                name="schedule_about_one_thing",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "every__in",
                                        [
                                            "once",
                                            "week",
                                            "fortnight",
                                            "month",
                                            "quarter",
                                            "half_year",
                                            "year",
                                        ],
                                    )
                                ),
                                name="schedule_every_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("remind_by", ""),
                                    models.Q(
                                        ("agreed_at__isnull", False), ("remind_by__in", ["email", "text"])
                                    ),
                                    _connector="OR",
                                ),
                                name="schedule_reminds_only_who_agreed",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("until__isnull", True),
                                    ("until__gte", models.F("first_on")),
                                    _connector="OR",
                                ),
                                name="schedule_ends_after_start",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("paused_until__isnull", True),
                                    ("paused_at__isnull", False),
                                    _connector="OR",
                                ),
                                name="schedule_pause_has_a_start",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="RatingLink",
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
                        ("secret_hash", models.CharField(max_length=64, unique=True)),
                        ("made_by_id", models.UUIDField(null=True)),
                        ("made_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("expires_at", models.DateTimeField()),
                        ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
                        ("used_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "line",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="links",
                                to="measures.line",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="people.person",
                            ),
                        ),
                        (
                            "rating",
                            models.OneToOneField(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="link",
                                to="measures.rating",
                            ),
                        ),
                        (
                            "schedule",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="links",
                                to="measures.schedule",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("rating__isnull", True), ("used_at__isnull", True)),
                                    models.Q(("rating__isnull", False), ("used_at__isnull", False)),
                                    _connector="OR",
                                ),
                                name="rating_link_used_for_a_rating",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("expires_at__gt", models.F("made_at"))),
                                name="rating_link_expires_later",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ItemEventEvent",
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
                        ("key", models.CharField(max_length=40)),
                        ("item", models.CharField(max_length=20)),
                        ("raised_at", models.DateTimeField(default=django.utils.timezone.now)),
                        (
                            "talked_at",
                            models.DateTimeField(
                                blank=True, help_text="When somebody talked about it.", null=True
                            ),
                        ),
                        ("talked_by_id", models.UUIDField(blank=True, null=True)),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="measures.itemevent",
                            ),
                        ),
                        (
                            "response",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="measures.response",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="AnswerEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("item", models.CharField(max_length=20)),
                        (
                            "given",
                            models.CharField(
                                choices=[
                                    ("answered", "answered"),
                                    ("blank", "left empty"),
                                    ("not_applicable", "does not apply"),
                                    ("rather_not", "rather not say"),
                                    ("not_chosen", "not chosen as important"),
                                ],
                                max_length=16,
                            ),
                        ),
                        ("value", models.SmallIntegerField(blank=True, null=True)),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="measures.answer",
                            ),
                        ),
                        (
                            "response",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="measures.response",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="ResponseEvent",
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
                        ("version", models.PositiveIntegerField(default=1)),
                        (
                            "created_at",
                            models.DateTimeField(default=django.utils.timezone.now, editable=False),
                        ),
                        ("changed_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("changed_by_id", models.UUIDField(null=True)),
                        ("submission", models.UUIDField(blank=True, editable=False, null=True)),
                        (
                            "visibility",
                            models.CharField(
                                choices=[
                                    ("me", "Only me"),
                                    ("named", "Me and the people I name"),
                                    ("team", "Me and my team"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("removed_at", models.DateTimeField(blank=True, null=True)),
                        ("removed_by_id", models.UUIDField(blank=True, null=True)),
                        ("removed_reason", models.TextField(blank=True)),
                        ("instrument", models.CharField(max_length=40)),
                        ("edition", models.CharField(max_length=60)),
                        ("definition_digest", models.CharField(max_length=64)),
                        ("language", models.CharField(default="en-GB", max_length=20)),
                        (
                            "way",
                            models.CharField(
                                choices=[
                                    ("self", "by the person"),
                                    ("together", "together with a worker"),
                                    ("read_aloud", "read aloud by somebody"),
                                    ("link", "by a link"),
                                    ("paper", "on paper, typed in later"),
                                    ("imported", "from another system"),
                                ],
                                default="self",
                                max_length=12,
                            ),
                        ),
                        (
                            "present",
                            models.CharField(
                                blank=True, help_text="Who was there, in words.", max_length=200
                            ),
                        ),
                        ("answered_on", models.DateField(default=django.utils.timezone.localdate)),
                        ("started_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("finished_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "in_figures",
                            models.BooleanField(
                                default=True, help_text="May be counted, without name, in team figures."
                            ),
                        ),
                        (
                            "source",
                            models.CharField(
                                blank=True, help_text="Where an imported form came from.", max_length=300
                            ),
                        ),
                        (
                            "about_account",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                help_text="The worker that the answers are about; never shown to them.",
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="people.person",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="measures.response",
                            ),
                        ),
                        (
                            "transcribed_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "written_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="RatingLinkEvent",
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
                        ("secret_hash", models.CharField(max_length=64)),
                        ("made_by_id", models.UUIDField(null=True)),
                        ("made_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("expires_at", models.DateTimeField()),
                        ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
                        ("used_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "line",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="measures.line",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="people.person",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="measures.ratinglink",
                            ),
                        ),
                        (
                            "rating",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="measures.rating",
                            ),
                        ),
                        (
                            "schedule",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="measures.schedule",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="ScheduleEvent",
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
                        ("version", models.PositiveIntegerField(default=1)),
                        (
                            "created_at",
                            models.DateTimeField(default=django.utils.timezone.now, editable=False),
                        ),
                        ("changed_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("changed_by_id", models.UUIDField(null=True)),
                        ("submission", models.UUIDField(blank=True, editable=False, null=True)),
                        ("instrument", models.CharField(blank=True, max_length=40)),
                        ("first_on", models.DateField()),
                        (
                            "every",
                            models.CharField(
                                choices=[
                                    ("once", "once"),
                                    ("week", "every week"),
                                    ("fortnight", "every two weeks"),
                                    ("month", "every month"),
                                    ("quarter", "every three months"),
                                    ("half_year", "every six months"),
                                    ("year", "every year"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("until", models.DateField(blank=True, null=True)),
                        (
                            "asked_by_person",
                            models.BooleanField(help_text="Asked for by the person, not proposed by staff."),
                        ),
                        (
                            "remind_by",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("", "no reminder"),
                                    ("email", "by e-mail"),
                                    ("text", "by text message"),
                                ],
                                max_length=5,
                            ),
                        ),
                        (
                            "agreed_at",
                            models.DateTimeField(
                                blank=True, help_text="When the person said yes to reminders.", null=True
                            ),
                        ),
                        (
                            "reminded_for",
                            models.DateField(
                                blank=True, help_text="The due day of the last reminder.", null=True
                            ),
                        ),
                        ("paused_at", models.DateTimeField(blank=True, null=True)),
                        ("paused_until", models.DateField(blank=True, null=True)),
                        ("ended_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "line",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="measures.line",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="people.person",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="measures.schedule",
                            ),
                        ),
                        (
                            "written_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Score",
                    fields=[
                        ("id", models.BigAutoField(primary_key=True, serialize=False)),
                        ("key", models.CharField(max_length=40)),
                        (
                            "origin",
                            models.CharField(
                                choices=[
                                    ("computed", "worked out here"),
                                    ("stated", "stated where it came from"),
                                ],
                                default="computed",
                                max_length=10,
                            ),
                        ),
                        ("rule", models.CharField(blank=True, max_length=60)),
                        (
                            "main",
                            models.BooleanField(
                                default=False,
                                help_text="The number that is shown first and counted in figures.",
                            ),
                        ),
                        ("value", models.DecimalField(blank=True, decimal_places=3, max_digits=8, null=True)),
                        ("why_none", models.CharField(blank=True, max_length=60)),
                        ("answered", models.PositiveSmallIntegerField(default=0)),
                        ("of", models.PositiveSmallIntegerField(default=0)),
                        ("prorated", models.BooleanField(default=False)),
                        ("band", models.CharField(blank=True, max_length=40)),
                        ("definition_digest", models.CharField(max_length=64)),
                        (
                            "differs",
                            models.BooleanField(
                                default=False, help_text="What was stated is not what the answers give."
                            ),
                        ),
                        ("worked_out_at", models.DateTimeField(default=django.utils.timezone.now)),
                        (
                            "response",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="scores",
                                to="measures.response",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("response", "key", "origin", "rule"),
                                name="score_once_a_rule_and_origin",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("value__isnull", False), ("why_none", "")),
                                    models.Q(
                                        ("value__isnull", True), models.Q(("why_none", ""), _negated=True)
                                    ),
                                    _connector="OR",
                                ),
                                name="score_or_the_reason_why_none",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("main", True)),
                                fields=("response",),
                                name="score_one_main_a_response",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ScoreEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("key", models.CharField(max_length=40)),
                        (
                            "origin",
                            models.CharField(
                                choices=[
                                    ("computed", "worked out here"),
                                    ("stated", "stated where it came from"),
                                ],
                                default="computed",
                                max_length=10,
                            ),
                        ),
                        ("rule", models.CharField(blank=True, max_length=60)),
                        (
                            "main",
                            models.BooleanField(
                                default=False,
                                help_text="The number that is shown first and counted in figures.",
                            ),
                        ),
                        ("value", models.DecimalField(blank=True, decimal_places=3, max_digits=8, null=True)),
                        ("why_none", models.CharField(blank=True, max_length=60)),
                        ("answered", models.PositiveSmallIntegerField(default=0)),
                        ("of", models.PositiveSmallIntegerField(default=0)),
                        ("prorated", models.BooleanField(default=False)),
                        ("band", models.CharField(blank=True, max_length=40)),
                        ("definition_digest", models.CharField(max_length=64)),
                        (
                            "differs",
                            models.BooleanField(
                                default=False, help_text="What was stated is not what the answers give."
                            ),
                        ),
                        ("worked_out_at", models.DateTimeField(default=django.utils.timezone.now)),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="measures.score",
                            ),
                        ),
                        (
                            "response",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="measures.response",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="RatingEvent",
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
                        ("version", models.PositiveIntegerField(default=1)),
                        (
                            "created_at",
                            models.DateTimeField(default=django.utils.timezone.now, editable=False),
                        ),
                        ("changed_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("changed_by_id", models.UUIDField(null=True)),
                        ("submission", models.UUIDField(blank=True, editable=False, null=True)),
                        ("removed_at", models.DateTimeField(blank=True, null=True)),
                        ("removed_by_id", models.UUIDField(blank=True, null=True)),
                        ("removed_reason", models.TextField(blank=True)),
                        ("rated_on", models.DateField(default=django.utils.timezone.localdate)),
                        (
                            "given",
                            models.CharField(
                                choices=[
                                    ("answered", "answered"),
                                    ("blank", "left empty"),
                                    ("not_applicable", "does not apply"),
                                    ("rather_not", "rather not say"),
                                    ("not_chosen", "not chosen as important"),
                                ],
                                default="answered",
                                max_length=16,
                            ),
                        ),
                        ("value", models.DecimalField(blank=True, decimal_places=2, max_digits=7, null=True)),
                        (
                            "note",
                            models.TextField(blank=True, help_text="What the person said beside the number."),
                        ),
                        (
                            "way",
                            models.CharField(
                                choices=[
                                    ("self", "by the person"),
                                    ("together", "together with a worker"),
                                    ("read_aloud", "read aloud by somebody"),
                                    ("link", "by a link"),
                                    ("paper", "on paper, typed in later"),
                                    ("imported", "from another system"),
                                ],
                                default="self",
                                max_length=12,
                            ),
                        ),
                        (
                            "line",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="measures.line",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="people.person",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="measures.rating",
                            ),
                        ),
                        (
                            "transcribed_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "written_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "wording",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="measures.wording",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="WordingEvent",
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
                        (
                            "number",
                            models.PositiveSmallIntegerField(help_text="1 for the first wording of a line."),
                        ),
                        ("words", models.TextField()),
                        ("low_words", models.CharField(blank=True, max_length=200)),
                        ("high_words", models.CharField(blank=True, max_length=200)),
                        (
                            "level_words",
                            models.JSONField(
                                blank=True, default=dict, help_text="Number as text -> words (GAS levels)."
                            ),
                        ),
                        ("since", models.DateTimeField(default=django.utils.timezone.now)),
                        (
                            "line",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="measures.line",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="measures.wording",
                            ),
                        ),
                        (
                            "written_by",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                ownwords.ledger.operations.InstallTriggers(
                    triggers=[
                        (
                            "asking",
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "measures_askingevent" ("asked_on", "changed_at", "changed_by_id", "created_at", "id", "instrument", "person_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reply", "submission", "version", "written_by_id") VALUES (NEW."asked_on", NEW."changed_at", NEW."changed_by_id", NEW."created_at", NEW."id", NEW."instrument", NEW."person_id", NOW(), \'insert\', NEW."id", NEW."reply", NEW."submission", NEW."version", NEW."written_by_id"); RETURN NULL;',
                                    hash="5d31d1bc2d5c5b197efa74a71883e2d2a7b9eeaf",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_cce32",
                                    table="measures_asking",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "asking",
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "measures_askingevent" ("asked_on", "changed_at", "changed_by_id", "created_at", "id", "instrument", "person_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reply", "submission", "version", "written_by_id") VALUES (NEW."asked_on", NEW."changed_at", NEW."changed_by_id", NEW."created_at", NEW."id", NEW."instrument", NEW."person_id", NOW(), \'update\', NEW."id", NEW."reply", NEW."submission", NEW."version", NEW."written_by_id"); RETURN NULL;',
                                    hash="88c9826c5d68f1104a9970972d7d4e1d714718a8",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_b8de5",
                                    table="measures_asking",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "contextevent",
                            pgtrigger.compiler.Trigger(
                                name="events_stay",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                                    hash="528d72286b417febf176e7fc0f950a23feca37d6",
                                    operation="DELETE",
                                    pgid="pgtrigger_events_stay_b4460",
                                    table="measures_contextevent",
                                    when="BEFORE",
                                ),
                            ),
                        ),
                        (
                            "contextevent",
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "measures_contexteventevent" ("changed_at", "changed_by_id", "created_at", "ends_on", "help", "id", "inside_therapy", "kind", "person_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "removed_at", "removed_by_id", "removed_reason", "starts_on", "submission", "version", "visibility", "words", "written_by_id") VALUES (NEW."changed_at", NEW."changed_by_id", NEW."created_at", NEW."ends_on", NEW."help", NEW."id", NEW."inside_therapy", NEW."kind", NEW."person_id", NOW(), \'insert\', NEW."id", NEW."removed_at", NEW."removed_by_id", NEW."removed_reason", NEW."starts_on", NEW."submission", NEW."version", NEW."visibility", NEW."words", NEW."written_by_id"); RETURN NULL;',
                                    hash="fa6dcdd6c539d64a95e71e7daa3ce93fcc02bb59",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_6b37d",
                                    table="measures_contextevent",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "contextevent",
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "measures_contexteventevent" ("changed_at", "changed_by_id", "created_at", "ends_on", "help", "id", "inside_therapy", "kind", "person_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "removed_at", "removed_by_id", "removed_reason", "starts_on", "submission", "version", "visibility", "words", "written_by_id") VALUES (NEW."changed_at", NEW."changed_by_id", NEW."created_at", NEW."ends_on", NEW."help", NEW."id", NEW."inside_therapy", NEW."kind", NEW."person_id", NOW(), \'update\', NEW."id", NEW."removed_at", NEW."removed_by_id", NEW."removed_reason", NEW."starts_on", NEW."submission", NEW."version", NEW."visibility", NEW."words", NEW."written_by_id"); RETURN NULL;',
                                    hash="8b1426c8e4b639718e54e08b2a189bc4fdb67b09",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_ed10e",
                                    table="measures_contextevent",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "instrumentswitch",
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "measures_instrumentswitchevent" ("changed_at", "changed_by_id", "id", "instrument", "licence_reference", "on", "organisation_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source_note", "version") VALUES (NEW."changed_at", NEW."changed_by_id", NEW."id", NEW."instrument", NEW."licence_reference", NEW."on", NEW."organisation_id", NOW(), \'insert\', NEW."id", NEW."source_note", NEW."version"); RETURN NULL;',
                                    hash="dc144de4903c2c99a39ac6877afefdae46ac66ff",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_3ff49",
                                    table="measures_instrumentswitch",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "instrumentswitch",
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "measures_instrumentswitchevent" ("changed_at", "changed_by_id", "id", "instrument", "licence_reference", "on", "organisation_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source_note", "version") VALUES (NEW."changed_at", NEW."changed_by_id", NEW."id", NEW."instrument", NEW."licence_reference", NEW."on", NEW."organisation_id", NOW(), \'update\', NEW."id", NEW."source_note", NEW."version"); RETURN NULL;',
                                    hash="f1573ab61c6d1dc526a8603f64963baf0ad07c0c",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_dc2ea",
                                    table="measures_instrumentswitch",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "line",
                            pgtrigger.compiler.Trigger(
                                name="lines_stay",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                                    hash="d70cc2b81b2fb7c425ed0adf01eb1ec5b4286d69",
                                    operation="DELETE",
                                    pgid="pgtrigger_lines_stay_f2a34",
                                    table="measures_line",
                                    when="BEFORE",
                                ),
                            ),
                        ),
                        (
                            "line",
                            pgtrigger.compiler.Trigger(
                                name="scale_stays",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition='WHEN (OLD."low" IS DISTINCT FROM (NEW."low") OR OLD."high" IS DISTINCT FROM (NEW."high") OR OLD."direction" IS DISTINCT FROM (NEW."direction") OR OLD."person_id" IS DISTINCT FROM (NEW."person_id"))',
                                    func="RAISE EXCEPTION 'The scale of a line, and whose it is, never change: open a new line.';",
                                    hash="734b268b737ab53f1252dbbbd733edde7df7acee",
                                    operation="UPDATE",
                                    pgid="pgtrigger_scale_stays_87d54",
                                    table="measures_line",
                                    when="BEFORE",
                                ),
                            ),
                        ),
                        (
                            "line",
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "measures_lineevent" ("baseline_until", "changed_at", "changed_by_id", "closed_as", "closed_on", "closed_words", "created_at", "direction", "followed_by_id", "high", "how_often", "id", "low", "person_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "removed_at", "removed_by_id", "removed_reason", "set_id", "slot", "started_on", "submission", "template", "unit", "version", "visibility", "weight", "written_by_id") VALUES (NEW."baseline_until", NEW."changed_at", NEW."changed_by_id", NEW."closed_as", NEW."closed_on", NEW."closed_words", NEW."created_at", NEW."direction", NEW."followed_by_id", NEW."high", NEW."how_often", NEW."id", NEW."low", NEW."person_id", NOW(), \'insert\', NEW."id", NEW."removed_at", NEW."removed_by_id", NEW."removed_reason", NEW."set_id", NEW."slot", NEW."started_on", NEW."submission", NEW."template", NEW."unit", NEW."version", NEW."visibility", NEW."weight", NEW."written_by_id"); RETURN NULL;',
                                    hash="026a88534895718bb3a387954cb19c752672f753",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_c45bd",
                                    table="measures_line",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "line",
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "measures_lineevent" ("baseline_until", "changed_at", "changed_by_id", "closed_as", "closed_on", "closed_words", "created_at", "direction", "followed_by_id", "high", "how_often", "id", "low", "person_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "removed_at", "removed_by_id", "removed_reason", "set_id", "slot", "started_on", "submission", "template", "unit", "version", "visibility", "weight", "written_by_id") VALUES (NEW."baseline_until", NEW."changed_at", NEW."changed_by_id", NEW."closed_as", NEW."closed_on", NEW."closed_words", NEW."created_at", NEW."direction", NEW."followed_by_id", NEW."high", NEW."how_often", NEW."id", NEW."low", NEW."person_id", NOW(), \'update\', NEW."id", NEW."removed_at", NEW."removed_by_id", NEW."removed_reason", NEW."set_id", NEW."slot", NEW."started_on", NEW."submission", NEW."template", NEW."unit", NEW."version", NEW."visibility", NEW."weight", NEW."written_by_id"); RETURN NULL;',
                                    hash="4da5852fdfef0d9577f7a6734cd231af25f5d58f",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_b66f8",
                                    table="measures_line",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "measureshare",
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "measures_measureshareevent" ("account_id", "id", "made_at", "made_by_id", "person_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "thing_id") VALUES (NEW."account_id", NEW."id", NEW."made_at", NEW."made_by_id", NEW."person_id", NOW(), \'insert\', NEW."id", NEW."thing_id"); RETURN NULL;',
                                    hash="f1ecb7b7d676cae4b69f68ca5a56d73343dbcd2f",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_023c0",
                                    table="measures_measureshare",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "measureshare",
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "measures_measureshareevent" ("account_id", "id", "made_at", "made_by_id", "person_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "thing_id") VALUES (OLD."account_id", OLD."id", OLD."made_at", OLD."made_by_id", OLD."person_id", NOW(), \'delete\', OLD."id", OLD."thing_id"); RETURN NULL;',
                                    hash="d96c61015cefe9242fcb1133def9e5abd53ca075",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_37b6d",
                                    table="measures_measureshare",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "ownanswer",
                            pgtrigger.compiler.Trigger(
                                name="own_answers_stay",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                                    hash="c57b3a52fe567aafb3115f10a5f2fe6ab4d5d9e2",
                                    operation="DELETE",
                                    pgid="pgtrigger_own_answers_stay_5e76a",
                                    table="measures_ownanswer",
                                    when="BEFORE",
                                ),
                            ),
                        ),
                        (
                            "ownanswer",
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "measures_ownanswerevent" ("answer", "changed_at", "changed_by_id", "created_at", "id", "instrument", "line_id", "person_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "removed_at", "removed_by_id", "removed_reason", "said_on", "since", "submission", "version", "visibility", "words", "written_by_id") VALUES (NEW."answer", NEW."changed_at", NEW."changed_by_id", NEW."created_at", NEW."id", NEW."instrument", NEW."line_id", NEW."person_id", NOW(), \'insert\', NEW."id", NEW."removed_at", NEW."removed_by_id", NEW."removed_reason", NEW."said_on", NEW."since", NEW."submission", NEW."version", NEW."visibility", NEW."words", NEW."written_by_id"); RETURN NULL;',
                                    hash="0cd61a33687b85a9e82f03ac015b300100d15570",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_523b1",
                                    table="measures_ownanswer",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "ownanswer",
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "measures_ownanswerevent" ("answer", "changed_at", "changed_by_id", "created_at", "id", "instrument", "line_id", "person_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "removed_at", "removed_by_id", "removed_reason", "said_on", "since", "submission", "version", "visibility", "words", "written_by_id") VALUES (NEW."answer", NEW."changed_at", NEW."changed_by_id", NEW."created_at", NEW."id", NEW."instrument", NEW."line_id", NEW."person_id", NOW(), \'update\', NEW."id", NEW."removed_at", NEW."removed_by_id", NEW."removed_reason", NEW."said_on", NEW."since", NEW."submission", NEW."version", NEW."visibility", NEW."words", NEW."written_by_id"); RETURN NULL;',
                                    hash="b7733ad2604dd8eeaa84319f026038cebdfe166e",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_ccdbd",
                                    table="measures_ownanswer",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "response",
                            pgtrigger.compiler.Trigger(
                                name="responses_stay",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                                    hash="aae74a1f9982974505da6bcf5270a3a5c575ddf7",
                                    operation="DELETE",
                                    pgid="pgtrigger_responses_stay_0f4ea",
                                    table="measures_response",
                                    when="BEFORE",
                                ),
                            ),
                        ),
                        (
                            "response",
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "measures_responseevent" ("about_account_id", "answered_on", "changed_at", "changed_by_id", "created_at", "definition_digest", "edition", "finished_at", "id", "in_figures", "instrument", "language", "person_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "present", "removed_at", "removed_by_id", "removed_reason", "source", "started_at", "submission", "transcribed_by_id", "version", "visibility", "way", "written_by_id") VALUES (NEW."about_account_id", NEW."answered_on", NEW."changed_at", NEW."changed_by_id", NEW."created_at", NEW."definition_digest", NEW."edition", NEW."finished_at", NEW."id", NEW."in_figures", NEW."instrument", NEW."language", NEW."person_id", NOW(), \'insert\', NEW."id", NEW."present", NEW."removed_at", NEW."removed_by_id", NEW."removed_reason", NEW."source", NEW."started_at", NEW."submission", NEW."transcribed_by_id", NEW."version", NEW."visibility", NEW."way", NEW."written_by_id"); RETURN NULL;',
                                    hash="5b291e4ce94453d1a37e3fd3420b0639a34d5834",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_ced6c",
                                    table="measures_response",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "response",
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "measures_responseevent" ("about_account_id", "answered_on", "changed_at", "changed_by_id", "created_at", "definition_digest", "edition", "finished_at", "id", "in_figures", "instrument", "language", "person_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "present", "removed_at", "removed_by_id", "removed_reason", "source", "started_at", "submission", "transcribed_by_id", "version", "visibility", "way", "written_by_id") VALUES (NEW."about_account_id", NEW."answered_on", NEW."changed_at", NEW."changed_by_id", NEW."created_at", NEW."definition_digest", NEW."edition", NEW."finished_at", NEW."id", NEW."in_figures", NEW."instrument", NEW."language", NEW."person_id", NOW(), \'update\', NEW."id", NEW."present", NEW."removed_at", NEW."removed_by_id", NEW."removed_reason", NEW."source", NEW."started_at", NEW."submission", NEW."transcribed_by_id", NEW."version", NEW."visibility", NEW."way", NEW."written_by_id"); RETURN NULL;',
                                    hash="df0762d006e33966b9efbe1cbd5fca5c3ab11a7a",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_eac86",
                                    table="measures_response",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "itemevent",
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "measures_itemeventevent" ("id", "item", "key", "pgh_created_at", "pgh_label", "pgh_obj_id", "raised_at", "response_id", "talked_at", "talked_by_id") VALUES (NEW."id", NEW."item", NEW."key", NOW(), \'insert\', NEW."id", NEW."raised_at", NEW."response_id", NEW."talked_at", NEW."talked_by_id"); RETURN NULL;',
                                    hash="f9bab4277a5b1e163caf627a670f0da2666ec995",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_81cc8",
                                    table="measures_itemevent",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "itemevent",
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "measures_itemeventevent" ("id", "item", "key", "pgh_created_at", "pgh_label", "pgh_obj_id", "raised_at", "response_id", "talked_at", "talked_by_id") VALUES (NEW."id", NEW."item", NEW."key", NOW(), \'update\', NEW."id", NEW."raised_at", NEW."response_id", NEW."talked_at", NEW."talked_by_id"); RETURN NULL;',
                                    hash="815056b6524c493f8616fbf510ab4018011ee84b",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_ca598",
                                    table="measures_itemevent",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "answer",
                            pgtrigger.compiler.Trigger(
                                name="answers_stay",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                                    hash="8a2d684a966a8504f5f832661efe5adbc06175bf",
                                    operation="DELETE",
                                    pgid="pgtrigger_answers_stay_c77a9",
                                    table="measures_answer",
                                    when="BEFORE",
                                ),
                            ),
                        ),
                        (
                            "answer",
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "measures_answerevent" ("given", "id", "item", "pgh_created_at", "pgh_label", "pgh_obj_id", "response_id", "value") VALUES (NEW."given", NEW."id", NEW."item", NOW(), \'insert\', NEW."id", NEW."response_id", NEW."value"); RETURN NULL;',
                                    hash="8270e516fb841bcfc665dc8a32a1a11da49d0f79",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_24df8",
                                    table="measures_answer",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "answer",
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "measures_answerevent" ("given", "id", "item", "pgh_created_at", "pgh_label", "pgh_obj_id", "response_id", "value") VALUES (NEW."given", NEW."id", NEW."item", NOW(), \'update\', NEW."id", NEW."response_id", NEW."value"); RETURN NULL;',
                                    hash="db0ec8e4430d06a8caa1ad68782ca7b66da46271",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_35c12",
                                    table="measures_answer",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "schedule",
                            pgtrigger.compiler.Trigger(
                                name="schedules_stay",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                                    hash="268e60364add7dfa50a95dcb0fe42075e409b1f7",
                                    operation="DELETE",
                                    pgid="pgtrigger_schedules_stay_ef133",
                                    table="measures_schedule",
                                    when="BEFORE",
                                ),
                            ),
                        ),
                        (
                            "schedule",
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "measures_scheduleevent" ("agreed_at", "asked_by_person", "changed_at", "changed_by_id", "created_at", "ended_at", "every", "first_on", "id", "instrument", "line_id", "paused_at", "paused_until", "person_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "remind_by", "reminded_for", "submission", "until", "version", "written_by_id") VALUES (NEW."agreed_at", NEW."asked_by_person", NEW."changed_at", NEW."changed_by_id", NEW."created_at", NEW."ended_at", NEW."every", NEW."first_on", NEW."id", NEW."instrument", NEW."line_id", NEW."paused_at", NEW."paused_until", NEW."person_id", NOW(), \'insert\', NEW."id", NEW."remind_by", NEW."reminded_for", NEW."submission", NEW."until", NEW."version", NEW."written_by_id"); RETURN NULL;',
                                    hash="9f26c28000f2e1a5a264321608bd6eea06cc17b5",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_22e43",
                                    table="measures_schedule",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "schedule",
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "measures_scheduleevent" ("agreed_at", "asked_by_person", "changed_at", "changed_by_id", "created_at", "ended_at", "every", "first_on", "id", "instrument", "line_id", "paused_at", "paused_until", "person_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "remind_by", "reminded_for", "submission", "until", "version", "written_by_id") VALUES (NEW."agreed_at", NEW."asked_by_person", NEW."changed_at", NEW."changed_by_id", NEW."created_at", NEW."ended_at", NEW."every", NEW."first_on", NEW."id", NEW."instrument", NEW."line_id", NEW."paused_at", NEW."paused_until", NEW."person_id", NOW(), \'update\', NEW."id", NEW."remind_by", NEW."reminded_for", NEW."submission", NEW."until", NEW."version", NEW."written_by_id"); RETURN NULL;',
                                    hash="dc740c79c4a1b599d11a7fa183d4f76f20902034",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_abec3",
                                    table="measures_schedule",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "ratinglink",
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "measures_ratinglinkevent" ("expires_at", "id", "line_id", "made_at", "made_by_id", "person_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rating_id", "schedule_id", "secret_hash", "used_at", "withdrawn_at") VALUES (NEW."expires_at", NEW."id", NEW."line_id", NEW."made_at", NEW."made_by_id", NEW."person_id", NOW(), \'insert\', NEW."id", NEW."rating_id", NEW."schedule_id", NEW."secret_hash", NEW."used_at", NEW."withdrawn_at"); RETURN NULL;',
                                    hash="af2e5289b2314c9427d3eebbb7d0a9196439a0b8",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_31c7a",
                                    table="measures_ratinglink",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "ratinglink",
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "measures_ratinglinkevent" ("expires_at", "id", "line_id", "made_at", "made_by_id", "person_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rating_id", "schedule_id", "secret_hash", "used_at", "withdrawn_at") VALUES (NEW."expires_at", NEW."id", NEW."line_id", NEW."made_at", NEW."made_by_id", NEW."person_id", NOW(), \'update\', NEW."id", NEW."rating_id", NEW."schedule_id", NEW."secret_hash", NEW."used_at", NEW."withdrawn_at"); RETURN NULL;',
                                    hash="6f04c9162a5dad46780dc43b8906b3df41877db4",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_69758",
                                    table="measures_ratinglink",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "score",
                            pgtrigger.compiler.Trigger(
                                name="scores_stay",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                                    hash="3d3652144144523c6305b404abae43f0db1c2149",
                                    operation="DELETE",
                                    pgid="pgtrigger_scores_stay_b4b3d",
                                    table="measures_score",
                                    when="BEFORE",
                                ),
                            ),
                        ),
                        (
                            "score",
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "measures_scoreevent" ("answered", "band", "definition_digest", "differs", "id", "key", "main", "of", "origin", "pgh_created_at", "pgh_label", "pgh_obj_id", "prorated", "response_id", "rule", "value", "why_none", "worked_out_at") VALUES (NEW."answered", NEW."band", NEW."definition_digest", NEW."differs", NEW."id", NEW."key", NEW."main", NEW."of", NEW."origin", NOW(), \'insert\', NEW."id", NEW."prorated", NEW."response_id", NEW."rule", NEW."value", NEW."why_none", NEW."worked_out_at"); RETURN NULL;',
                                    hash="0e834e38ddc9f90ea5d40a97c4d52e4967a4505a",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_7eeb9",
                                    table="measures_score",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "score",
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "measures_scoreevent" ("answered", "band", "definition_digest", "differs", "id", "key", "main", "of", "origin", "pgh_created_at", "pgh_label", "pgh_obj_id", "prorated", "response_id", "rule", "value", "why_none", "worked_out_at") VALUES (NEW."answered", NEW."band", NEW."definition_digest", NEW."differs", NEW."id", NEW."key", NEW."main", NEW."of", NEW."origin", NOW(), \'update\', NEW."id", NEW."prorated", NEW."response_id", NEW."rule", NEW."value", NEW."why_none", NEW."worked_out_at"); RETURN NULL;',
                                    hash="622be29d3b7fb0c52aa1019bb54ab43db3201781",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_1105b",
                                    table="measures_score",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "wording",
                            pgtrigger.compiler.Trigger(
                                name="wordings_stay",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                                    hash="442d47c51a4d38b9aa946e39d0fc51b6e0be5569",
                                    operation="DELETE",
                                    pgid="pgtrigger_wordings_stay_ba861",
                                    table="measures_wording",
                                    when="BEFORE",
                                ),
                            ),
                        ),
                        (
                            "wording",
                            pgtrigger.compiler.Trigger(
                                name="wording_stays_with_its_line",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition='WHEN (OLD."line_id" IS DISTINCT FROM (NEW."line_id") OR OLD."number" IS DISTINCT FROM (NEW."number") OR OLD."since" IS DISTINCT FROM (NEW."since"))',
                                    func="RAISE EXCEPTION 'A wording stays with its line: add another one.';",
                                    hash="0ddfd376c03ec03eb0b3592d8c1e03dec2ab4550",
                                    operation="UPDATE",
                                    pgid="pgtrigger_wording_stays_with_its_line_35f49",
                                    table="measures_wording",
                                    when="BEFORE",
                                ),
                            ),
                        ),
                        (
                            "wording",
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "measures_wordingevent" ("high_words", "id", "level_words", "line_id", "low_words", "number", "pgh_created_at", "pgh_label", "pgh_obj_id", "since", "words", "written_by_id") VALUES (NEW."high_words", NEW."id", NEW."level_words", NEW."line_id", NEW."low_words", NEW."number", NOW(), \'insert\', NEW."id", NEW."since", NEW."words", NEW."written_by_id"); RETURN NULL;',
                                    hash="28f9cc506441dbc808bc9ba93f09d76dc89081e5",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_a8dcb",
                                    table="measures_wording",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "wording",
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "measures_wordingevent" ("high_words", "id", "level_words", "line_id", "low_words", "number", "pgh_created_at", "pgh_label", "pgh_obj_id", "since", "words", "written_by_id") VALUES (NEW."high_words", NEW."id", NEW."level_words", NEW."line_id", NEW."low_words", NEW."number", NOW(), \'update\', NEW."id", NEW."since", NEW."words", NEW."written_by_id"); RETURN NULL;',
                                    hash="4b90e2ba0d04d49f697a3ee8b6e4349c1ecb54d3",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_b9aeb",
                                    table="measures_wording",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "rating",
                            pgtrigger.compiler.Trigger(
                                name="ratings_stay",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                                    hash="b97d2c0aca8486d6016c25880686ac13a38b94f1",
                                    operation="DELETE",
                                    pgid="pgtrigger_ratings_stay_8b37c",
                                    table="measures_rating",
                                    when="BEFORE",
                                ),
                            ),
                        ),
                        (
                            "rating",
                            pgtrigger.compiler.Trigger(
                                name="rating_fits_its_line",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    declare="DECLARE fits boolean;",
                                    func="SELECT NEW.person_id = l.person_id AND w.line_id = l.id AND (NEW.value IS NULL OR NEW.value BETWEEN l.low AND l.high) INTO fits FROM measures_line l JOIN measures_wording w ON w.id = NEW.wording_id WHERE l.id = NEW.line_id; IF fits IS NOT TRUE THEN RAISE EXCEPTION 'A rating lies on the scale of its line and points to one of its wordings.'; END IF; RETURN NEW;",
                                    hash="697b739f4ef0b2e510e24381c0a3d460fa48b90e",
                                    operation="INSERT OR UPDATE",
                                    pgid="pgtrigger_rating_fits_its_line_dad6d",
                                    table="measures_rating",
                                    when="BEFORE",
                                ),
                            ),
                        ),
                        (
                            "rating",
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "measures_ratingevent" ("changed_at", "changed_by_id", "created_at", "given", "id", "line_id", "note", "person_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rated_on", "removed_at", "removed_by_id", "removed_reason", "submission", "transcribed_by_id", "value", "version", "way", "wording_id", "written_by_id") VALUES (NEW."changed_at", NEW."changed_by_id", NEW."created_at", NEW."given", NEW."id", NEW."line_id", NEW."note", NEW."person_id", NOW(), \'insert\', NEW."id", NEW."rated_on", NEW."removed_at", NEW."removed_by_id", NEW."removed_reason", NEW."submission", NEW."transcribed_by_id", NEW."value", NEW."version", NEW."way", NEW."wording_id", NEW."written_by_id"); RETURN NULL;',
                                    hash="f8da8a893f362fb1a491668b364900a3df9f1fe9",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_68587",
                                    table="measures_rating",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "rating",
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "measures_ratingevent" ("changed_at", "changed_by_id", "created_at", "given", "id", "line_id", "note", "person_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rated_on", "removed_at", "removed_by_id", "removed_reason", "submission", "transcribed_by_id", "value", "version", "way", "wording_id", "written_by_id") VALUES (NEW."changed_at", NEW."changed_by_id", NEW."created_at", NEW."given", NEW."id", NEW."line_id", NEW."note", NEW."person_id", NOW(), \'update\', NEW."id", NEW."rated_on", NEW."removed_at", NEW."removed_by_id", NEW."removed_reason", NEW."submission", NEW."transcribed_by_id", NEW."value", NEW."version", NEW."way", NEW."wording_id", NEW."written_by_id"); RETURN NULL;',
                                    hash="b3adeeeb42bf37161c7e6d975c6a6219fa8327b3",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_67af7",
                                    table="measures_rating",
                                    when="AFTER",
                                ),
                            ),
                        ),
                    ],
                ),
            ],
        ),
    ]
