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
        ("people", "0008_shares"),
        ("people", "__first__"),
    ]

    operations = [
        ownwords.ledger.operations.Together(
            operations=[
                migrations.CreateModel(
                    name="CompetingEnd",
                    fields=[
                        (
                            "person",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                primary_key=True,
                                related_name="+",
                                serialize=False,
                                to="people.person",
                            ),
                        ),
                        ("on", models.DateField()),
                        (
                            "kind",
                            models.CharField(
                                choices=[("died", "died"), ("moved_away", "moved away")], max_length=10
                            ),
                        ),
                        ("made_by_id", models.UUIDField()),
                        ("made_at", models.DateTimeField(default=django.utils.timezone.now)),
                    ],
                ),
                migrations.CreateModel(
                    name="CompetingEndEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("on", models.DateField()),
                        (
                            "kind",
                            models.CharField(
                                choices=[("died", "died"), ("moved_away", "moved away")], max_length=10
                            ),
                        ),
                        ("made_by_id", models.UUIDField()),
                        ("made_at", models.DateTimeField(default=django.utils.timezone.now)),
                        (
                            "person",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                serialize=False,
                                to="people.person",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="peers.competingend",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="DoorChange",
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
                            "number",
                            models.PositiveIntegerField(
                                help_text="1 for the first change of a person's door."
                            ),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("open", "open: in contact"),
                                    ("paused_by_person", "paused by you"),
                                    ("paused_by_service", "paused by the service"),
                                    ("moved_on", "moved on, door open"),
                                    ("closed", "closed by law or death"),
                                ],
                                max_length=18,
                            ),
                        ),
                        (
                            "decided_by",
                            models.CharField(
                                choices=[
                                    ("person", "the person's own decision"),
                                    ("service", "the service's decision"),
                                    ("both", "decided together"),
                                ],
                                max_length=8,
                            ),
                        ),
                        ("on", models.DateField(default=django.utils.timezone.localdate)),
                        ("words", models.TextField(blank=True, help_text="In the person's own words.")),
                        (
                            "reason",
                            models.TextField(
                                blank=True, help_text="The service's reason: owed when the service pauses."
                            ),
                        ),
                        ("until", models.DateField(blank=True, null=True)),
                        ("who_to_call", models.CharField(blank=True, max_length=200)),
                        ("erased_at", models.DateTimeField(blank=True, null=True)),
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
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("submission__isnull", False)),
                                fields=("person", "submission"),
                                name="door_change_saved_once",
                            ),
                            models.UniqueConstraint(
                                fields=("person", "number"), name="door_change_number_once"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("number__gte", 1)), name="door_changes_from_one"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "status__in",
                                        [
                                            "open",
                                            "paused_by_person",
                                            "paused_by_service",
                                            "moved_on",
                                            "closed",
                                        ],
                                    )
                                ),
                                name="door_status_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("decided_by__in", ["person", "service", "both"])),
                                name="door_decider_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("status", "paused_by_service"), _negated=True),
                                    models.Q(
                                        ("decided_by__in", ["service", "both"]),
                                        ("until__isnull", False),
                                        models.Q(("reason", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="door_pause_by_the_service_has_reason_and_end",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("status", "paused_by_person"), _negated=True),
                                    ("decided_by__in", ["person", "both"]),
                                    _connector="OR",
                                ),
                                name="door_pause_by_the_person_is_theirs",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("until__isnull", True),
                                    ("status__in", ["paused_by_person", "paused_by_service"]),
                                    _connector="OR",
                                ),
                                name="door_until_is_of_a_pause",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="DoorChangeEvent",
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
                            "number",
                            models.PositiveIntegerField(
                                help_text="1 for the first change of a person's door."
                            ),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("open", "open: in contact"),
                                    ("paused_by_person", "paused by you"),
                                    ("paused_by_service", "paused by the service"),
                                    ("moved_on", "moved on, door open"),
                                    ("closed", "closed by law or death"),
                                ],
                                max_length=18,
                            ),
                        ),
                        (
                            "decided_by",
                            models.CharField(
                                choices=[
                                    ("person", "the person's own decision"),
                                    ("service", "the service's decision"),
                                    ("both", "decided together"),
                                ],
                                max_length=8,
                            ),
                        ),
                        ("on", models.DateField(default=django.utils.timezone.localdate)),
                        ("words", models.TextField(blank=True, help_text="In the person's own words.")),
                        (
                            "reason",
                            models.TextField(
                                blank=True, help_text="The service's reason: owed when the service pauses."
                            ),
                        ),
                        ("until", models.DateField(blank=True, null=True)),
                        ("who_to_call", models.CharField(blank=True, max_length=200)),
                        ("erased_at", models.DateTimeField(blank=True, null=True)),
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
                                to="peers.doorchange",
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
                    name="FidelityRating",
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
                            "rater",
                            models.CharField(
                                choices=[
                                    ("person", "people who are supported"),
                                    ("peer", "peer workers"),
                                    ("supervisor", "peer supervisors"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("made_on", models.DateField(default=django.utils.timezone.localdate)),
                        ("version", models.PositiveIntegerField(default=1)),
                        (
                            "created_at",
                            models.DateTimeField(default=django.utils.timezone.now, editable=False),
                        ),
                        ("changed_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("changed_by_id", models.UUIDField(null=True)),
                        ("submission", models.UUIDField(blank=True, editable=False, null=True)),
                        (
                            "person",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="people.person",
                            ),
                        ),
                        (
                            "team",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="people.team",
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
                                condition=models.Q(("submission__isnull", False)),
                                fields=("written_by", "submission"),
                                name="fidelity_rating_saved_once",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("rater__in", ["person", "peer", "supervisor"])),
                                name="fidelity_rater_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("person__isnull", False), ("rater", "person")),
                                    models.Q(
                                        models.Q(("rater", "person"), _negated=True), ("person__isnull", True)
                                    ),
                                    _connector="OR",
                                ),
                                name="fidelity_person_only_of_a_person",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="FidelityAnswer",
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
                        ("domain", models.CharField(max_length=40)),
                        ("value", models.PositiveSmallIntegerField(blank=True, null=True)),
                        ("words", models.TextField(blank=True)),
                        (
                            "rating",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="answers",
                                to="peers.fidelityrating",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("rating", "domain"), name="fidelity_answer_once_a_domain"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("value__isnull", True), ("value__lte", 10), _connector="OR"
                                ),
                                name="fidelity_0_to_10",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="FidelityAnswerEvent",
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
                        ("domain", models.CharField(max_length=40)),
                        ("value", models.PositiveSmallIntegerField(blank=True, null=True)),
                        ("words", models.TextField(blank=True)),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="peers.fidelityanswer",
                            ),
                        ),
                        (
                            "rating",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="peers.fidelityrating",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="FidelityRatingEvent",
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
                            "rater",
                            models.CharField(
                                choices=[
                                    ("person", "people who are supported"),
                                    ("peer", "peer workers"),
                                    ("supervisor", "peer supervisors"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("made_on", models.DateField(default=django.utils.timezone.localdate)),
                        ("version", models.PositiveIntegerField(default=1)),
                        (
                            "created_at",
                            models.DateTimeField(default=django.utils.timezone.now, editable=False),
                        ),
                        ("changed_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("changed_by_id", models.UUIDField(null=True)),
                        ("submission", models.UUIDField(blank=True, editable=False, null=True)),
                        (
                            "person",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
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
                                to="peers.fidelityrating",
                            ),
                        ),
                        (
                            "team",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="people.team",
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
                migrations.CreateModel(
                    name="FirstFace",
                    fields=[
                        (
                            "person",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                primary_key=True,
                                related_name="+",
                                serialize=False,
                                to="people.person",
                            ),
                        ),
                        (
                            "id",
                            models.UUIDField(default=ownwords.ledger.ids.new_id, editable=False, unique=True),
                        ),
                        ("met_on", models.DateField()),
                        ("shown_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "answer",
                            models.PositiveSmallIntegerField(
                                blank=True, help_text="0 to 10, only from the person.", null=True
                            ),
                        ),
                        ("words", models.TextField(blank=True)),
                        ("answered_at", models.DateTimeField(blank=True, null=True)),
                        ("skipped_at", models.DateTimeField(blank=True, null=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("changed_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("changed_by_id", models.UUIDField(null=True)),
                        (
                            "account",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("answer__isnull", True), ("answer__lte", 10), _connector="OR"
                                ),
                                name="first_face_0_to_10",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("answered_at__isnull", False),
                                    ("skipped_at__isnull", False),
                                    _negated=True,
                                ),
                                name="first_face_answered_or_skipped",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("answer__isnull", True), ("words", "")),
                                    ("answered_at__isnull", False),
                                    _connector="OR",
                                ),
                                name="first_face_answer_has_its_moment",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="FirstFaceEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.UUIDField(default=ownwords.ledger.ids.new_id, editable=False)),
                        ("met_on", models.DateField()),
                        ("shown_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "answer",
                            models.PositiveSmallIntegerField(
                                blank=True, help_text="0 to 10, only from the person.", null=True
                            ),
                        ),
                        ("words", models.TextField(blank=True)),
                        ("answered_at", models.DateTimeField(blank=True, null=True)),
                        ("skipped_at", models.DateTimeField(blank=True, null=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("changed_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("changed_by_id", models.UUIDField(null=True)),
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
                                serialize=False,
                                to="people.person",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="peers.firstface",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Introduction",
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
                        ("erased_at", models.DateTimeField(blank=True, null=True)),
                        ("on", models.DateField(default=django.utils.timezone.localdate)),
                        ("from_words", models.CharField(max_length=200)),
                        ("to_words", models.CharField(max_length=200)),
                        (
                            "asked_by",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("person", "the person"),
                                    ("peer", "a peer worker"),
                                    ("worker", "another worker"),
                                    ("other", "somebody else"),
                                ],
                                max_length=8,
                            ),
                        ),
                        (
                            "how",
                            models.CharField(
                                choices=[
                                    ("in_person", "in person"),
                                    ("phone", "by phone"),
                                    ("letter", "by letter only"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("peer_present", models.BooleanField(blank=True, null=True)),
                        (
                            "taken_up",
                            models.CharField(
                                choices=[
                                    ("yes", "yes"),
                                    ("no", "no"),
                                    ("later", "later"),
                                    ("unknown", "not known"),
                                ],
                                default="unknown",
                                max_length=8,
                            ),
                        ),
                        ("taken_up_on", models.DateField(blank=True, null=True)),
                        (
                            "rating",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                help_text="How it was for the person, 0 to 10; only the person gives it.",
                                null=True,
                            ),
                        ),
                        ("rating_words", models.TextField(blank=True)),
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
                        "indexes": [models.Index(fields=["person", "on"], name="introduction_person_day")],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("submission__isnull", False)),
                                fields=("person", "submission"),
                                name="introduction_saved_once",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("visibility__in", ["me", "named", "team"])),
                                name="introduction_visibility_known",
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
                                name="introduction_removed_whole",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("how__in", ["in_person", "phone", "letter"])),
                                name="introduction_how_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("asked_by__in", ["", "person", "peer", "worker", "other"])
                                ),
                                name="introduction_asked_by_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("taken_up__in", ["yes", "no", "later", "unknown"])),
                                name="introduction_taken_up_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("rating__isnull", True), ("rating__lte", 10), _connector="OR"
                                ),
                                name="introduction_rating_0_to_10",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="IntroductionEvent",
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
                        ("erased_at", models.DateTimeField(blank=True, null=True)),
                        ("on", models.DateField(default=django.utils.timezone.localdate)),
                        ("from_words", models.CharField(max_length=200)),
                        ("to_words", models.CharField(max_length=200)),
                        (
                            "asked_by",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("person", "the person"),
                                    ("peer", "a peer worker"),
                                    ("worker", "another worker"),
                                    ("other", "somebody else"),
                                ],
                                max_length=8,
                            ),
                        ),
                        (
                            "how",
                            models.CharField(
                                choices=[
                                    ("in_person", "in person"),
                                    ("phone", "by phone"),
                                    ("letter", "by letter only"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("peer_present", models.BooleanField(blank=True, null=True)),
                        (
                            "taken_up",
                            models.CharField(
                                choices=[
                                    ("yes", "yes"),
                                    ("no", "no"),
                                    ("later", "later"),
                                    ("unknown", "not known"),
                                ],
                                default="unknown",
                                max_length=8,
                            ),
                        ),
                        ("taken_up_on", models.DateField(blank=True, null=True)),
                        (
                            "rating",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                help_text="How it was for the person, 0 to 10; only the person gives it.",
                                null=True,
                            ),
                        ),
                        ("rating_words", models.TextField(blank=True)),
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
                                to="peers.introduction",
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
                    name="Match",
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
                            "person_answer",
                            models.CharField(
                                blank=True, choices=[("yes", "yes"), ("no", "no")], max_length=3
                            ),
                        ),
                        ("person_answered_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "peer_answer",
                            models.CharField(
                                blank=True, choices=[("yes", "yes"), ("no", "no")], max_length=3
                            ),
                        ),
                        ("peer_answered_at", models.DateTimeField(blank=True, null=True)),
                        ("closed_at", models.DateTimeField(blank=True, null=True)),
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
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("submission__isnull", False)),
                                fields=("person", "submission"),
                                name="match_saved_once",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("closed_at__isnull", True)),
                                fields=("person", "account"),
                                name="match_open_once",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("person_answer", ""), ("person_answered_at__isnull", True)),
                                    models.Q(
                                        ("person_answer__in", ["yes", "no"]),
                                        ("person_answered_at__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="match_person_answered_when",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("peer_answer", ""), ("peer_answered_at__isnull", True)),
                                    models.Q(
                                        ("peer_answer__in", ["yes", "no"]),
                                        ("peer_answered_at__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="match_peer_answered_when",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="MatchEvent",
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
                            "person_answer",
                            models.CharField(
                                blank=True, choices=[("yes", "yes"), ("no", "no")], max_length=3
                            ),
                        ),
                        ("person_answered_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "peer_answer",
                            models.CharField(
                                blank=True, choices=[("yes", "yes"), ("no", "no")], max_length=3
                            ),
                        ),
                        ("peer_answered_at", models.DateTimeField(blank=True, null=True)),
                        ("closed_at", models.DateTimeField(blank=True, null=True)),
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
                                to="peers.match",
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
                    name="MatchReason",
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
                        ("words", models.TextField()),
                        ("made_at", models.DateTimeField(default=django.utils.timezone.now)),
                        (
                            "account",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "match",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="peers.match",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(fields=("match", "account"), name="match_reason_once")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Channel",
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
                        ("on", models.BooleanField(default=True)),
                        ("switched_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("switched_by_id", models.UUIDField()),
                        ("version", models.PositiveIntegerField(default=1)),
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
                            models.UniqueConstraint(fields=("person", "account"), name="channel_once_a_pair")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Message",
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
                        ("words", models.TextField()),
                        ("sent_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("outside_hours", models.BooleanField(default=False)),
                        ("read_at", models.DateTimeField(blank=True, null=True)),
                        ("submission", models.UUIDField(blank=True, editable=False, null=True)),
                        (
                            "channel",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="messages",
                                to="peers.channel",
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
                        "indexes": [
                            models.Index(fields=["channel", "-sent_at"], name="message_channel_sent")
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("submission__isnull", False)),
                                fields=("channel", "submission"),
                                name="message_saved_once",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("words", ""), _negated=True), name="message_has_words"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="OwnNote",
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
                            "kind",
                            models.CharField(
                                choices=[
                                    ("story", "my own story"),
                                    ("prompt", "something to remind me"),
                                    ("reflection", "a thought of my own"),
                                ],
                                default="reflection",
                                max_length=10,
                            ),
                        ),
                        ("words", models.TextField()),
                        (
                            "for_supervision",
                            models.BooleanField(
                                default=False,
                                help_text="A mark for the writer: to bring up in supervision. It shows nobody anything.",
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1)),
                        (
                            "created_at",
                            models.DateTimeField(default=django.utils.timezone.now, editable=False),
                        ),
                        ("changed_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("submission", models.UUIDField(blank=True, editable=False, null=True)),
                        (
                            "account",
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
                                condition=models.Q(("submission__isnull", False)),
                                fields=("account", "submission"),
                                name="own_note_saved_once",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PeerProfile",
                    fields=[
                        (
                            "account",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                primary_key=True,
                                related_name="+",
                                serialize=False,
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("words", models.TextField(blank=True)),
                        ("would_like", models.TextField(blank=True)),
                        ("taking_on", models.BooleanField(default=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("changed_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("changed_by_id", models.UUIDField(null=True)),
                    ],
                ),
                migrations.CreateModel(
                    name="PeerProfileEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("words", models.TextField(blank=True)),
                        ("would_like", models.TextField(blank=True)),
                        ("taking_on", models.BooleanField(default=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("changed_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("changed_by_id", models.UUIDField(null=True)),
                        (
                            "account",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                serialize=False,
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="peers.peerprofile",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="PeerSettings",
                    fields=[
                        (
                            "organisation",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                primary_key=True,
                                related_name="+",
                                serialize=False,
                                to="people.organisation",
                            ),
                        ),
                        ("quiet_after_days", models.PositiveSmallIntegerField(default=42)),
                        ("gap_days", models.PositiveSmallIntegerField(default=90)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("changed_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("changed_by_id", models.UUIDField(null=True)),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("quiet_after_days__gte", 7), ("quiet_after_days__lte", 730)
                                ),
                                name="peer_settings_quiet",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("gap_days__gte", 2), ("gap_days__lte", 730)),
                                name="peer_settings_gap",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PeerSettingsEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("quiet_after_days", models.PositiveSmallIntegerField(default=42)),
                        ("gap_days", models.PositiveSmallIntegerField(default=90)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("changed_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("changed_by_id", models.UUIDField(null=True)),
                        (
                            "organisation",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                serialize=False,
                                to="people.organisation",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="peers.peersettings",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="PeerWish",
                    fields=[
                        (
                            "person",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                primary_key=True,
                                related_name="+",
                                serialize=False,
                                to="people.person",
                            ),
                        ),
                        (
                            "wanted",
                            models.BooleanField(
                                blank=True, help_text="Empty: not asked, or not said.", null=True
                            ),
                        ),
                        ("words", models.TextField(blank=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("changed_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("changed_by_id", models.UUIDField(null=True)),
                    ],
                ),
                migrations.CreateModel(
                    name="PeerWishEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "wanted",
                            models.BooleanField(
                                blank=True, help_text="Empty: not asked, or not said.", null=True
                            ),
                        ),
                        ("words", models.TextField(blank=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("changed_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("changed_by_id", models.UUIDField(null=True)),
                        (
                            "person",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                serialize=False,
                                to="people.person",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="peers.peerwish",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="RecordingRule",
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
                            "rule",
                            models.CharField(
                                choices=[
                                    ("no_notes", "Peer workers write no notes about you."),
                                    (
                                        "shared_only",
                                        "Peer workers write only notes that you and they agree on.",
                                    ),
                                    (
                                        "notes_allowed",
                                        "Peer workers may also write notes of their own, which you can read.",
                                    ),
                                ],
                                max_length=14,
                            ),
                        ),
                        (
                            "words",
                            models.TextField(
                                blank=True, help_text="Why, in plain words, for people to read."
                            ),
                        ),
                        ("since", models.DateTimeField(default=django.utils.timezone.now)),
                        (
                            "organisation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="people.organisation",
                            ),
                        ),
                        (
                            "set_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "indexes": [
                            models.Index(fields=["organisation", "-since"], name="recording_rule_since")
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("rule__in", ["no_notes", "shared_only", "notes_allowed"])
                                ),
                                name="recording_rule_known",
                            ),
                            models.UniqueConstraint(
                                fields=("organisation", "since"), name="recording_rule_once_a_moment"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="RuleTold",
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
                        ("told_at", models.DateTimeField(default=django.utils.timezone.now)),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="people.person",
                            ),
                        ),
                        (
                            "rule",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="peers.recordingrule",
                            ),
                        ),
                        (
                            "told_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(fields=("person", "rule"), name="rule_told_once")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SafetyShare",
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
                        ("shared_on", models.DateField(default=django.utils.timezone.localdate)),
                        ("what", models.TextField()),
                        ("to_whom", models.CharField(max_length=200)),
                        ("why", models.TextField()),
                        (
                            "told_first",
                            models.CharField(
                                choices=[("yes", "yes, beforehand"), ("no", "no")], max_length=3
                            ),
                        ),
                        ("why_not_told", models.TextField(blank=True)),
                        ("withheld_at", models.DateTimeField(blank=True, null=True)),
                        ("withheld_reason", models.TextField(blank=True)),
                        ("review_on", models.DateField(blank=True, null=True)),
                        ("reviewed_at", models.DateTimeField(blank=True, null=True)),
                        ("erased_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="people.person",
                            ),
                        ),
                        (
                            "withheld_by",
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
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("submission__isnull", False)),
                                fields=("person", "submission"),
                                name="safety_share_saved_once",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("what", ""), _negated=True),
                                    models.Q(("to_whom", ""), _negated=True),
                                    models.Q(("why", ""), _negated=True),
                                ),
                                name="safety_share_whole",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("told_first", "yes"), ("why_not_told", "")),
                                    models.Q(
                                        ("told_first", "no"), models.Q(("why_not_told", ""), _negated=True)
                                    ),
                                    _connector="OR",
                                ),
                                name="safety_share_says_why_not_told",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("review_on__isnull", True),
                                        ("withheld_at__isnull", True),
                                        ("withheld_by__isnull", True),
                                        ("withheld_reason", ""),
                                    ),
                                    models.Q(
                                        ("review_on__isnull", False),
                                        ("withheld_at__isnull", False),
                                        ("withheld_by__isnull", False),
                                        models.Q(("withheld_reason", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="safety_share_withheld_whole",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("withheld_by__isnull", True),
                                    models.Q(("withheld_by", models.F("written_by")), _negated=True),
                                    _connector="OR",
                                ),
                                name="safety_share_withheld_by_a_second",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SafetyShareEvent",
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
                        ("shared_on", models.DateField(default=django.utils.timezone.localdate)),
                        ("what", models.TextField()),
                        ("to_whom", models.CharField(max_length=200)),
                        ("why", models.TextField()),
                        (
                            "told_first",
                            models.CharField(
                                choices=[("yes", "yes, beforehand"), ("no", "no")], max_length=3
                            ),
                        ),
                        ("why_not_told", models.TextField(blank=True)),
                        ("withheld_at", models.DateTimeField(blank=True, null=True)),
                        ("withheld_reason", models.TextField(blank=True)),
                        ("review_on", models.DateField(blank=True, null=True)),
                        ("reviewed_at", models.DateTimeField(blank=True, null=True)),
                        ("erased_at", models.DateTimeField(blank=True, null=True)),
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
                                to="peers.safetyshare",
                            ),
                        ),
                        (
                            "withheld_by",
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
                    name="SharedNote",
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
                        ("erased_at", models.DateTimeField(blank=True, null=True)),
                        ("words", models.TextField()),
                        (
                            "wording",
                            models.PositiveIntegerField(
                                default=1, help_text="Counts up with every change of the words."
                            ),
                        ),
                        ("peer_agreed_to", models.PositiveIntegerField(blank=True, null=True)),
                        ("person_agreed_to", models.PositiveIntegerField(blank=True, null=True)),
                        ("agreed_at", models.DateTimeField(blank=True, null=True)),
                        ("taken_back_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "peer",
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
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("submission__isnull", False)),
                                fields=("person", "submission"),
                                name="shared_note_saved_once",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("visibility__in", ["me", "named", "team"])),
                                name="shared_note_visibility_known",
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
                                name="shared_note_removed_whole",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("agreed_at__isnull", True),
                                    models.Q(
                                        ("peer_agreed_to", models.F("wording")),
                                        ("person_agreed_to", models.F("wording")),
                                    ),
                                    _connector="OR",
                                ),
                                name="shared_note_agreed_by_both",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SharedNoteEvent",
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
                        ("erased_at", models.DateTimeField(blank=True, null=True)),
                        ("words", models.TextField()),
                        (
                            "wording",
                            models.PositiveIntegerField(
                                default=1, help_text="Counts up with every change of the words."
                            ),
                        ),
                        ("peer_agreed_to", models.PositiveIntegerField(blank=True, null=True)),
                        ("person_agreed_to", models.PositiveIntegerField(blank=True, null=True)),
                        ("agreed_at", models.DateTimeField(blank=True, null=True)),
                        ("taken_back_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "peer",
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
                                to="peers.sharednote",
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
                    name="Supervision",
                    fields=[
                        ("starts_on", models.DateField(default=django.utils.timezone.localdate)),
                        ("ends_on", models.DateField(blank=True, null=True)),
                        (
                            "id",
                            models.UUIDField(
                                default=ownwords.ledger.ids.new_id,
                                editable=False,
                                primary_key=True,
                                serialize=False,
                            ),
                        ),
                        ("made_by_id", models.UUIDField()),
                        (
                            "peer",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "supervisor",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("ends_on__isnull", True),
                                    ("ends_on__gte", models.F("starts_on")),
                                    _connector="OR",
                                ),
                                name="peers_supervision_ends_after_start",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("ends_on__isnull", True)),
                                fields=("peer", "supervisor"),
                                name="supervision_open_once",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("peer", models.F("supervisor")), _negated=True),
                                name="supervision_of_somebody_else",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SupervisionEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("starts_on", models.DateField(default=django.utils.timezone.localdate)),
                        ("ends_on", models.DateField(blank=True, null=True)),
                        (
                            "id",
                            models.UUIDField(
                                default=ownwords.ledger.ids.new_id, editable=False, serialize=False
                            ),
                        ),
                        ("made_by_id", models.UUIDField()),
                        (
                            "peer",
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
                                to="peers.supervision",
                            ),
                        ),
                        (
                            "supervisor",
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
                migrations.CreateModel(
                    name="SupervisionItem",
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
                        ("words", models.TextField()),
                        ("talked_at", models.DateTimeField(blank=True, null=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        (
                            "created_at",
                            models.DateTimeField(default=django.utils.timezone.now, editable=False),
                        ),
                        ("changed_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("changed_by_id", models.UUIDField(null=True)),
                        ("submission", models.UUIDField(blank=True, editable=False, null=True)),
                        (
                            "peer",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
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
                                condition=models.Q(("submission__isnull", False)),
                                fields=("written_by", "submission"),
                                name="supervision_item_saved_once",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SupervisionItemEvent",
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
                        ("words", models.TextField()),
                        ("talked_at", models.DateTimeField(blank=True, null=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        (
                            "created_at",
                            models.DateTimeField(default=django.utils.timezone.now, editable=False),
                        ),
                        ("changed_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("changed_by_id", models.UUIDField(null=True)),
                        ("submission", models.UUIDField(blank=True, editable=False, null=True)),
                        (
                            "peer",
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
                                to="peers.supervisionitem",
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
                migrations.CreateModel(
                    name="AnsweringHours",
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
                        ("weekday", models.PositiveSmallIntegerField(help_text="0 Monday to 6 Sunday.")),
                        ("opens", models.TimeField()),
                        ("closes", models.TimeField()),
                        (
                            "account",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("weekday__lte", 6)), name="answering_hours_weekday"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("opens__lt", models.F("closes"))),
                                name="answering_hours_opens_first",
                            ),
                            models.UniqueConstraint(
                                fields=("account", "weekday", "opens"), name="answering_hours_once"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AnsweringHoursEvent",
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
                        ("weekday", models.PositiveSmallIntegerField(help_text="0 Monday to 6 Sunday.")),
                        ("opens", models.TimeField()),
                        ("closes", models.TimeField()),
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
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="peers.answeringhours",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Approach",
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
                        ("erased_at", models.DateTimeField(blank=True, null=True)),
                        ("made_on", models.DateField(default=django.utils.timezone.localdate)),
                        (
                            "route",
                            models.CharField(
                                choices=[
                                    ("called_peer", "called the peer worker"),
                                    ("walked_in", "walked in"),
                                    ("letter", "by letter"),
                                    ("crisis", "through a crisis"),
                                    ("gp", "through the GP"),
                                    ("online", "by this page"),
                                    ("other", "in another way"),
                                ],
                                max_length=12,
                            ),
                        ),
                        ("words", models.TextField(blank=True)),
                        (
                            "referral_needed",
                            models.BooleanField(
                                blank=True,
                                help_text="Whether a new referral was asked of them after all; empty: not known.",
                                null=True,
                            ),
                        ),
                        ("seen_to_at", models.DateTimeField(blank=True, null=True)),
                        ("seen_to_by_id", models.UUIDField(blank=True, null=True)),
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
                        "indexes": [models.Index(fields=["person", "made_on"], name="approach_person_day")],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("submission__isnull", False)),
                                fields=("person", "submission"),
                                name="approach_saved_once",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("visibility__in", ["me", "named", "team"])),
                                name="approach_visibility_known",
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
                                name="approach_removed_whole",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "route__in",
                                        [
                                            "called_peer",
                                            "walked_in",
                                            "letter",
                                            "crisis",
                                            "gp",
                                            "online",
                                            "other",
                                        ],
                                    )
                                ),
                                name="approach_route_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("seen_to_at__isnull", True), ("seen_to_by_id__isnull", True)),
                                    models.Q(("seen_to_at__isnull", False), ("seen_to_by_id__isnull", False)),
                                    _connector="OR",
                                ),
                                name="approach_seen_to_by_whom",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ApproachEvent",
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
                        ("erased_at", models.DateTimeField(blank=True, null=True)),
                        ("made_on", models.DateField(default=django.utils.timezone.localdate)),
                        (
                            "route",
                            models.CharField(
                                choices=[
                                    ("called_peer", "called the peer worker"),
                                    ("walked_in", "walked in"),
                                    ("letter", "by letter"),
                                    ("crisis", "through a crisis"),
                                    ("gp", "through the GP"),
                                    ("online", "by this page"),
                                    ("other", "in another way"),
                                ],
                                max_length=12,
                            ),
                        ),
                        ("words", models.TextField(blank=True)),
                        (
                            "referral_needed",
                            models.BooleanField(
                                blank=True,
                                help_text="Whether a new referral was asked of them after all; empty: not known.",
                                null=True,
                            ),
                        ),
                        ("seen_to_at", models.DateTimeField(blank=True, null=True)),
                        ("seen_to_by_id", models.UUIDField(blank=True, null=True)),
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
                                to="peers.approach",
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
                    name="Attempt",
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
                        ("erased_at", models.DateTimeField(blank=True, null=True)),
                        ("on", models.DateField(default=django.utils.timezone.localdate)),
                        (
                            "started_by",
                            models.CharField(
                                choices=[
                                    ("person", "the person"),
                                    ("peer", "a peer worker"),
                                    ("clinician", "another worker"),
                                    ("other", "somebody else"),
                                ],
                                max_length=10,
                            ),
                        ),
                        (
                            "means",
                            models.CharField(
                                choices=[
                                    ("in_person", "in person"),
                                    ("at_the_door", "at the door of the service"),
                                    ("home", "at home"),
                                    ("out", "out and about"),
                                    ("phone", "by phone"),
                                    ("video", "by video"),
                                    ("message", "by message"),
                                    ("letter", "by letter"),
                                ],
                                max_length=12,
                            ),
                        ),
                        (
                            "outcome",
                            models.CharField(
                                choices=[
                                    ("met", "met"),
                                    ("spoke", "spoke"),
                                    ("answered_by_message", "answered by message"),
                                    ("no_answer", "no answer"),
                                    ("not_now", "not now, the person said"),
                                    ("service_could_not", "the service could not make it"),
                                    ("wrong_details", "the number or address was wrong"),
                                ],
                                max_length=20,
                            ),
                        ),
                        (
                            "booked",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("2", "called off by or for the person"),
                                    ("3", "did not come, without a word"),
                                    ("4", "called off by the service"),
                                    ("5", "came"),
                                    ("6", "came late, and was seen"),
                                    ("7", "came late, and could not be seen"),
                                ],
                                max_length=1,
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("first_face", "first meeting"),
                                    ("social", "social time"),
                                    ("practical", "something practical"),
                                    ("accompanying", "going along"),
                                    ("talking", "talking"),
                                    ("group", "in a group"),
                                ],
                                max_length=12,
                            ),
                        ),
                        ("minutes", models.PositiveSmallIntegerField(blank=True, null=True)),
                        ("setting", models.CharField(blank=True, max_length=120)),
                        (
                            "present",
                            models.CharField(blank=True, help_text="Who else was there.", max_length=200),
                        ),
                        (
                            "door_status",
                            models.CharField(
                                help_text="What the door was then, worked out when it was kept.",
                                max_length=18,
                            ),
                        ),
                        (
                            "note",
                            models.TextField(
                                blank=True,
                                help_text="Only where the service's rule allows a peer worker's own notes.",
                            ),
                        ),
                        ("by_peer", models.BooleanField(default=False)),
                        ("followed_up_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="people.person",
                            ),
                        ),
                        (
                            "with_account",
                            models.ForeignKey(
                                help_text="Whom it was with, or meant for.",
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
                            "rule",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="peers.recordingrule",
                            ),
                        ),
                    ],
                    options={
                        "indexes": [
                            models.Index(fields=["person", "on"], name="attempt_person_day"),
                            models.Index(fields=["with_account", "on"], name="attempt_with_day"),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("submission__isnull", False)),
                                fields=("person", "submission"),
                                name="attempt_saved_once",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("visibility__in", ["me", "named", "team"])),
                                name="attempt_visibility_known",
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
                                name="attempt_removed_whole",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("started_by__in", ["person", "peer", "clinician", "other"])
                                ),
                                name="attempt_started_by_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "means__in",
                                        [
                                            "in_person",
                                            "at_the_door",
                                            "home",
                                            "out",
                                            "phone",
                                            "video",
                                            "message",
                                            "letter",
                                        ],
                                    )
                                ),
                                name="attempt_means_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "outcome__in",
                                        [
                                            "met",
                                            "spoke",
                                            "answered_by_message",
                                            "no_answer",
                                            "not_now",
                                            "service_could_not",
                                            "wrong_details",
                                        ],
                                    )
                                ),
                                name="attempt_outcome_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("booked__in", ["", "2", "3", "4", "5", "6", "7"])),
                                name="attempt_booked_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "kind__in",
                                        [
                                            "",
                                            "first_face",
                                            "social",
                                            "practical",
                                            "accompanying",
                                            "talking",
                                            "group",
                                        ],
                                    )
                                ),
                                name="attempt_kind_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("outcome__in", ("met", "spoke", "answered_by_message")),
                                    models.Q(("kind", ""), ("minutes__isnull", True)),
                                    _connector="OR",
                                ),
                                name="attempt_kind_and_length_are_of_a_contact",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("booked", ""),
                                    models.Q(("booked__in", ["5", "6"]), ("outcome__in", ["met", "spoke"])),
                                    models.Q(
                                        ("booked__in", ["2", "3", "4", "7"]),
                                        models.Q(("outcome", "met"), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="attempt_outcome_fits_what_was_booked",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AttemptEvent",
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
                        ("erased_at", models.DateTimeField(blank=True, null=True)),
                        ("on", models.DateField(default=django.utils.timezone.localdate)),
                        (
                            "started_by",
                            models.CharField(
                                choices=[
                                    ("person", "the person"),
                                    ("peer", "a peer worker"),
                                    ("clinician", "another worker"),
                                    ("other", "somebody else"),
                                ],
                                max_length=10,
                            ),
                        ),
                        (
                            "means",
                            models.CharField(
                                choices=[
                                    ("in_person", "in person"),
                                    ("at_the_door", "at the door of the service"),
                                    ("home", "at home"),
                                    ("out", "out and about"),
                                    ("phone", "by phone"),
                                    ("video", "by video"),
                                    ("message", "by message"),
                                    ("letter", "by letter"),
                                ],
                                max_length=12,
                            ),
                        ),
                        (
                            "outcome",
                            models.CharField(
                                choices=[
                                    ("met", "met"),
                                    ("spoke", "spoke"),
                                    ("answered_by_message", "answered by message"),
                                    ("no_answer", "no answer"),
                                    ("not_now", "not now, the person said"),
                                    ("service_could_not", "the service could not make it"),
                                    ("wrong_details", "the number or address was wrong"),
                                ],
                                max_length=20,
                            ),
                        ),
                        (
                            "booked",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("2", "called off by or for the person"),
                                    ("3", "did not come, without a word"),
                                    ("4", "called off by the service"),
                                    ("5", "came"),
                                    ("6", "came late, and was seen"),
                                    ("7", "came late, and could not be seen"),
                                ],
                                max_length=1,
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("first_face", "first meeting"),
                                    ("social", "social time"),
                                    ("practical", "something practical"),
                                    ("accompanying", "going along"),
                                    ("talking", "talking"),
                                    ("group", "in a group"),
                                ],
                                max_length=12,
                            ),
                        ),
                        ("minutes", models.PositiveSmallIntegerField(blank=True, null=True)),
                        ("setting", models.CharField(blank=True, max_length=120)),
                        (
                            "present",
                            models.CharField(blank=True, help_text="Who else was there.", max_length=200),
                        ),
                        (
                            "door_status",
                            models.CharField(
                                help_text="What the door was then, worked out when it was kept.",
                                max_length=18,
                            ),
                        ),
                        (
                            "note",
                            models.TextField(
                                blank=True,
                                help_text="Only where the service's rule allows a peer worker's own notes.",
                            ),
                        ),
                        ("by_peer", models.BooleanField(default=False)),
                        ("followed_up_at", models.DateTimeField(blank=True, null=True)),
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
                                to="peers.attempt",
                            ),
                        ),
                        (
                            "with_account",
                            models.ForeignKey(
                                db_constraint=False,
                                help_text="Whom it was with, or meant for.",
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
                            "rule",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="peers.recordingrule",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="ChannelEvent",
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
                        ("on", models.BooleanField(default=True)),
                        ("switched_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("switched_by_id", models.UUIDField()),
                        ("version", models.PositiveIntegerField(default=1)),
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
                                to="peers.channel",
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
                            "competingend",
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "peers_competingendevent" ("kind", "made_at", "made_by_id", "on", "person_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."kind", NEW."made_at", NEW."made_by_id", NEW."on", NEW."person_id", NOW(), \'insert\', NEW."person_id"); RETURN NULL;',
                                    hash="71e1695b1b15b75cd2052c122f8be9e86de6e905",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_4f3c0",
                                    table="peers_competingend",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "competingend",
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "peers_competingendevent" ("kind", "made_at", "made_by_id", "on", "person_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."kind", NEW."made_at", NEW."made_by_id", NEW."on", NEW."person_id", NOW(), \'update\', NEW."person_id"); RETURN NULL;',
                                    hash="2d8cb81e97ffa0a5bd661f01bd4c048976a0708d",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_f85df",
                                    table="peers_competingend",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "peerprofile",
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "peers_peerprofileevent" ("account_id", "changed_at", "changed_by_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "taking_on", "version", "words", "would_like") VALUES (NEW."account_id", NEW."changed_at", NEW."changed_by_id", NOW(), \'insert\', NEW."account_id", NEW."taking_on", NEW."version", NEW."words", NEW."would_like"); RETURN NULL;',
                                    hash="b7194514421f389d8e98ef0fdb1a47a5678282ca",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_6aad2",
                                    table="peers_peerprofile",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "peerprofile",
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "peers_peerprofileevent" ("account_id", "changed_at", "changed_by_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "taking_on", "version", "words", "would_like") VALUES (NEW."account_id", NEW."changed_at", NEW."changed_by_id", NOW(), \'update\', NEW."account_id", NEW."taking_on", NEW."version", NEW."words", NEW."would_like"); RETURN NULL;',
                                    hash="99d321ddf0ffa87aa8f07459131a1ccf46a24636",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_2fd96",
                                    table="peers_peerprofile",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "peersettings",
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "peers_peersettingsevent" ("changed_at", "changed_by_id", "gap_days", "organisation_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "quiet_after_days", "version") VALUES (NEW."changed_at", NEW."changed_by_id", NEW."gap_days", NEW."organisation_id", NOW(), \'insert\', NEW."organisation_id", NEW."quiet_after_days", NEW."version"); RETURN NULL;',
                                    hash="9642f7eb6d604c27b50efa0acac7f823e71e9f22",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_c7009",
                                    table="peers_peersettings",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "peersettings",
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "peers_peersettingsevent" ("changed_at", "changed_by_id", "gap_days", "organisation_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "quiet_after_days", "version") VALUES (NEW."changed_at", NEW."changed_by_id", NEW."gap_days", NEW."organisation_id", NOW(), \'update\', NEW."organisation_id", NEW."quiet_after_days", NEW."version"); RETURN NULL;',
                                    hash="33662474a306dd1475011b794353f1f159770b97",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_a7ecb",
                                    table="peers_peersettings",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "peerwish",
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "peers_peerwishevent" ("changed_at", "changed_by_id", "person_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version", "wanted", "words") VALUES (NEW."changed_at", NEW."changed_by_id", NEW."person_id", NOW(), \'insert\', NEW."person_id", NEW."version", NEW."wanted", NEW."words"); RETURN NULL;',
                                    hash="323c6730448fb6787d6ef4a4b35458bf1e50a97e",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_4a487",
                                    table="peers_peerwish",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "peerwish",
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "peers_peerwishevent" ("changed_at", "changed_by_id", "person_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version", "wanted", "words") VALUES (NEW."changed_at", NEW."changed_by_id", NEW."person_id", NOW(), \'update\', NEW."person_id", NEW."version", NEW."wanted", NEW."words"); RETURN NULL;',
                                    hash="b89b9f27636be4570c2e7eadda1066a775cfcd98",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_048cd",
                                    table="peers_peerwish",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "answeringhours",
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "peers_answeringhoursevent" ("account_id", "closes", "id", "opens", "pgh_created_at", "pgh_label", "pgh_obj_id", "weekday") VALUES (NEW."account_id", NEW."closes", NEW."id", NEW."opens", NOW(), \'insert\', NEW."id", NEW."weekday"); RETURN NULL;',
                                    hash="b89ddcf170fc939eeb889f98d37f893f99925f94",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_2e0ca",
                                    table="peers_answeringhours",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "answeringhours",
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "peers_answeringhoursevent" ("account_id", "closes", "id", "opens", "pgh_created_at", "pgh_label", "pgh_obj_id", "weekday") VALUES (NEW."account_id", NEW."closes", NEW."id", NEW."opens", NOW(), \'update\', NEW."id", NEW."weekday"); RETURN NULL;',
                                    hash="5bcd8ddaba6b8f1a621e32501e0dc5b12b45c058",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_e9d89",
                                    table="peers_answeringhours",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "approach",
                            pgtrigger.compiler.Trigger(
                                name="approaches_stay",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                                    hash="e13e063f0e0d07e2295cca0af6de8e0bcdd2a67d",
                                    operation="DELETE",
                                    pgid="pgtrigger_approaches_stay_f3dfa",
                                    table="peers_approach",
                                    when="BEFORE",
                                ),
                            ),
                        ),
                        (
                            "approach",
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "peers_approachevent" ("changed_at", "changed_by_id", "created_at", "erased_at", "id", "made_on", "person_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "referral_needed", "removed_at", "removed_by_id", "removed_reason", "route", "seen_to_at", "seen_to_by_id", "submission", "version", "visibility", "words", "written_by_id") VALUES (NEW."changed_at", NEW."changed_by_id", NEW."created_at", NEW."erased_at", NEW."id", NEW."made_on", NEW."person_id", NOW(), \'insert\', NEW."id", NEW."referral_needed", NEW."removed_at", NEW."removed_by_id", NEW."removed_reason", NEW."route", NEW."seen_to_at", NEW."seen_to_by_id", NEW."submission", NEW."version", NEW."visibility", NEW."words", NEW."written_by_id"); RETURN NULL;',
                                    hash="22227498555b510ad8f9be00699e1bf1fd742de0",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_53f73",
                                    table="peers_approach",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "approach",
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "peers_approachevent" ("changed_at", "changed_by_id", "created_at", "erased_at", "id", "made_on", "person_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "referral_needed", "removed_at", "removed_by_id", "removed_reason", "route", "seen_to_at", "seen_to_by_id", "submission", "version", "visibility", "words", "written_by_id") VALUES (NEW."changed_at", NEW."changed_by_id", NEW."created_at", NEW."erased_at", NEW."id", NEW."made_on", NEW."person_id", NOW(), \'update\', NEW."id", NEW."referral_needed", NEW."removed_at", NEW."removed_by_id", NEW."removed_reason", NEW."route", NEW."seen_to_at", NEW."seen_to_by_id", NEW."submission", NEW."version", NEW."visibility", NEW."words", NEW."written_by_id"); RETURN NULL;',
                                    hash="fa23b76de3e3ea7581219b1662253dfaba99c7da",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_406a7",
                                    table="peers_approach",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "channel",
                            pgtrigger.compiler.Trigger(
                                name="channels_stay",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                                    hash="3c45ee6f38cf8d00338eddc5785a1e83154e08b0",
                                    operation="DELETE",
                                    pgid="pgtrigger_channels_stay_6d0b8",
                                    table="peers_channel",
                                    when="BEFORE",
                                ),
                            ),
                        ),
                        (
                            "channel",
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "peers_channelevent" ("account_id", "id", "on", "person_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "switched_at", "switched_by_id", "version") VALUES (NEW."account_id", NEW."id", NEW."on", NEW."person_id", NOW(), \'insert\', NEW."id", NEW."switched_at", NEW."switched_by_id", NEW."version"); RETURN NULL;',
                                    hash="07ce85b6093db94ce170e13794de3e402a0327b8",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_3accb",
                                    table="peers_channel",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "channel",
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "peers_channelevent" ("account_id", "id", "on", "person_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "switched_at", "switched_by_id", "version") VALUES (NEW."account_id", NEW."id", NEW."on", NEW."person_id", NOW(), \'update\', NEW."id", NEW."switched_at", NEW."switched_by_id", NEW."version"); RETURN NULL;',
                                    hash="4267891820a439afba77f4328055474a34ab10a3",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_96b88",
                                    table="peers_channel",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "doorchange",
                            pgtrigger.compiler.Trigger(
                                name="door_changes_stay",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                                    hash="3e141b8586f3d9d251ef9d92fe64ed27a7f00bd3",
                                    operation="DELETE",
                                    pgid="pgtrigger_door_changes_stay_07482",
                                    table="peers_doorchange",
                                    when="BEFORE",
                                ),
                            ),
                        ),
                        (
                            "doorchange",
                            pgtrigger.compiler.Trigger(
                                name="door_change_stays_as_it_was",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition='WHEN (OLD."status" IS DISTINCT FROM (NEW."status") OR OLD."decided_by" IS DISTINCT FROM (NEW."decided_by") OR OLD."on" IS DISTINCT FROM (NEW."on") OR OLD."number" IS DISTINCT FROM (NEW."number") OR OLD."person_id" IS DISTINCT FROM (NEW."person_id"))',
                                    func="RAISE EXCEPTION 'What a door was, and whose decision, never changes: make another change.';",
                                    hash="90b0f5ec0eb1496095c06ea93a3ad4a60ced8450",
                                    operation="UPDATE",
                                    pgid="pgtrigger_door_change_stays_as_it_was_64414",
                                    table="peers_doorchange",
                                    when="BEFORE",
                                ),
                            ),
                        ),
                        (
                            "doorchange",
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "peers_doorchangeevent" ("changed_at", "changed_by_id", "created_at", "decided_by", "erased_at", "id", "number", "on", "person_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "status", "submission", "until", "version", "who_to_call", "words", "written_by_id") VALUES (NEW."changed_at", NEW."changed_by_id", NEW."created_at", NEW."decided_by", NEW."erased_at", NEW."id", NEW."number", NEW."on", NEW."person_id", NOW(), \'insert\', NEW."id", NEW."reason", NEW."status", NEW."submission", NEW."until", NEW."version", NEW."who_to_call", NEW."words", NEW."written_by_id"); RETURN NULL;',
                                    hash="9bda7fe4776dee1a378a39c3357bbf6cb5e06ef6",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_6db5b",
                                    table="peers_doorchange",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "doorchange",
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "peers_doorchangeevent" ("changed_at", "changed_by_id", "created_at", "decided_by", "erased_at", "id", "number", "on", "person_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "status", "submission", "until", "version", "who_to_call", "words", "written_by_id") VALUES (NEW."changed_at", NEW."changed_by_id", NEW."created_at", NEW."decided_by", NEW."erased_at", NEW."id", NEW."number", NEW."on", NEW."person_id", NOW(), \'update\', NEW."id", NEW."reason", NEW."status", NEW."submission", NEW."until", NEW."version", NEW."who_to_call", NEW."words", NEW."written_by_id"); RETURN NULL;',
                                    hash="c3acd3cb6fb8311c417eb086f652b966593fd790",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_5c79d",
                                    table="peers_doorchange",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "fidelityrating",
                            pgtrigger.compiler.Trigger(
                                name="fidelity_ratings_stay",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                                    hash="5a9c777ec712b6d16bef06bc2e0d9fb5ef23fb2a",
                                    operation="DELETE",
                                    pgid="pgtrigger_fidelity_ratings_stay_d9011",
                                    table="peers_fidelityrating",
                                    when="BEFORE",
                                ),
                            ),
                        ),
                        (
                            "fidelityrating",
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "peers_fidelityratingevent" ("changed_at", "changed_by_id", "created_at", "id", "made_on", "person_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rater", "submission", "team_id", "version", "written_by_id") VALUES (NEW."changed_at", NEW."changed_by_id", NEW."created_at", NEW."id", NEW."made_on", NEW."person_id", NOW(), \'insert\', NEW."id", NEW."rater", NEW."submission", NEW."team_id", NEW."version", NEW."written_by_id"); RETURN NULL;',
                                    hash="ede7e1620f728b07d0c141c81d346af4d68988a2",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_27db6",
                                    table="peers_fidelityrating",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "fidelityrating",
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "peers_fidelityratingevent" ("changed_at", "changed_by_id", "created_at", "id", "made_on", "person_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rater", "submission", "team_id", "version", "written_by_id") VALUES (NEW."changed_at", NEW."changed_by_id", NEW."created_at", NEW."id", NEW."made_on", NEW."person_id", NOW(), \'update\', NEW."id", NEW."rater", NEW."submission", NEW."team_id", NEW."version", NEW."written_by_id"); RETURN NULL;',
                                    hash="e3523c58c2b788ae3953e32615dfc4d1cc640fb2",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_b7863",
                                    table="peers_fidelityrating",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "fidelityanswer",
                            pgtrigger.compiler.Trigger(
                                name="fidelity_answers_stay",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                                    hash="404a9860f8c73af675a4d8976899258cef9e3417",
                                    operation="DELETE",
                                    pgid="pgtrigger_fidelity_answers_stay_fefae",
                                    table="peers_fidelityanswer",
                                    when="BEFORE",
                                ),
                            ),
                        ),
                        (
                            "fidelityanswer",
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "peers_fidelityanswerevent" ("domain", "id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rating_id", "value", "words") VALUES (NEW."domain", NEW."id", NOW(), \'insert\', NEW."id", NEW."rating_id", NEW."value", NEW."words"); RETURN NULL;',
                                    hash="a37b2c27c78ae608b6fed724e20129608b1b5ce1",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_3cf52",
                                    table="peers_fidelityanswer",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "fidelityanswer",
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "peers_fidelityanswerevent" ("domain", "id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rating_id", "value", "words") VALUES (NEW."domain", NEW."id", NOW(), \'update\', NEW."id", NEW."rating_id", NEW."value", NEW."words"); RETURN NULL;',
                                    hash="2d92176e8636b4033bc45cc7506d0fd73ec7c8d1",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_85c39",
                                    table="peers_fidelityanswer",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "firstface",
                            pgtrigger.compiler.Trigger(
                                name="first_faces_stay",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                                    hash="3f69ca78f959a5448ec33731c389658a2cd0772e",
                                    operation="DELETE",
                                    pgid="pgtrigger_first_faces_stay_0087d",
                                    table="peers_firstface",
                                    when="BEFORE",
                                ),
                            ),
                        ),
                        (
                            "firstface",
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "peers_firstfaceevent" ("account_id", "answer", "answered_at", "changed_at", "changed_by_id", "id", "met_on", "person_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "shown_at", "skipped_at", "version", "words") VALUES (NEW."account_id", NEW."answer", NEW."answered_at", NEW."changed_at", NEW."changed_by_id", NEW."id", NEW."met_on", NEW."person_id", NOW(), \'insert\', NEW."person_id", NEW."shown_at", NEW."skipped_at", NEW."version", NEW."words"); RETURN NULL;',
                                    hash="ba54f218333520e27d5598c794f6aa10730e38d1",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_13aae",
                                    table="peers_firstface",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "firstface",
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "peers_firstfaceevent" ("account_id", "answer", "answered_at", "changed_at", "changed_by_id", "id", "met_on", "person_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "shown_at", "skipped_at", "version", "words") VALUES (NEW."account_id", NEW."answer", NEW."answered_at", NEW."changed_at", NEW."changed_by_id", NEW."id", NEW."met_on", NEW."person_id", NOW(), \'update\', NEW."person_id", NEW."shown_at", NEW."skipped_at", NEW."version", NEW."words"); RETURN NULL;',
                                    hash="2a358efa989376bd1a965bc8c9afcbf51bee18b3",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_4e87a",
                                    table="peers_firstface",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "introduction",
                            pgtrigger.compiler.Trigger(
                                name="introductions_stay",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                                    hash="528638b486a5fc0d85217ed6b2f70391e51eeb30",
                                    operation="DELETE",
                                    pgid="pgtrigger_introductions_stay_f5903",
                                    table="peers_introduction",
                                    when="BEFORE",
                                ),
                            ),
                        ),
                        (
                            "introduction",
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "peers_introductionevent" ("asked_by", "changed_at", "changed_by_id", "created_at", "erased_at", "from_words", "how", "id", "on", "peer_present", "person_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rating", "rating_words", "removed_at", "removed_by_id", "removed_reason", "submission", "taken_up", "taken_up_on", "to_words", "version", "visibility", "written_by_id") VALUES (NEW."asked_by", NEW."changed_at", NEW."changed_by_id", NEW."created_at", NEW."erased_at", NEW."from_words", NEW."how", NEW."id", NEW."on", NEW."peer_present", NEW."person_id", NOW(), \'insert\', NEW."id", NEW."rating", NEW."rating_words", NEW."removed_at", NEW."removed_by_id", NEW."removed_reason", NEW."submission", NEW."taken_up", NEW."taken_up_on", NEW."to_words", NEW."version", NEW."visibility", NEW."written_by_id"); RETURN NULL;',
                                    hash="bf50a474975f9a8554495598487030865b406775",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_a9eb3",
                                    table="peers_introduction",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "introduction",
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "peers_introductionevent" ("asked_by", "changed_at", "changed_by_id", "created_at", "erased_at", "from_words", "how", "id", "on", "peer_present", "person_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rating", "rating_words", "removed_at", "removed_by_id", "removed_reason", "submission", "taken_up", "taken_up_on", "to_words", "version", "visibility", "written_by_id") VALUES (NEW."asked_by", NEW."changed_at", NEW."changed_by_id", NEW."created_at", NEW."erased_at", NEW."from_words", NEW."how", NEW."id", NEW."on", NEW."peer_present", NEW."person_id", NOW(), \'update\', NEW."id", NEW."rating", NEW."rating_words", NEW."removed_at", NEW."removed_by_id", NEW."removed_reason", NEW."submission", NEW."taken_up", NEW."taken_up_on", NEW."to_words", NEW."version", NEW."visibility", NEW."written_by_id"); RETURN NULL;',
                                    hash="a30a0ef5d8e6b82e2c1b8d48078e0cd8e6ef95f7",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_24896",
                                    table="peers_introduction",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "match",
                            pgtrigger.compiler.Trigger(
                                name="matches_stay",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                                    hash="d308bd1bf712166a62806c6d8606d8316c725337",
                                    operation="DELETE",
                                    pgid="pgtrigger_matches_stay_80d74",
                                    table="peers_match",
                                    when="BEFORE",
                                ),
                            ),
                        ),
                        (
                            "match",
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "peers_matchevent" ("account_id", "changed_at", "changed_by_id", "closed_at", "created_at", "id", "peer_answer", "peer_answered_at", "person_answer", "person_answered_at", "person_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "submission", "version", "written_by_id") VALUES (NEW."account_id", NEW."changed_at", NEW."changed_by_id", NEW."closed_at", NEW."created_at", NEW."id", NEW."peer_answer", NEW."peer_answered_at", NEW."person_answer", NEW."person_answered_at", NEW."person_id", NOW(), \'insert\', NEW."id", NEW."submission", NEW."version", NEW."written_by_id"); RETURN NULL;',
                                    hash="50b2677edfe16e6e8e0ac2188d352ac4eadc2eaa",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_d8868",
                                    table="peers_match",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "match",
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "peers_matchevent" ("account_id", "changed_at", "changed_by_id", "closed_at", "created_at", "id", "peer_answer", "peer_answered_at", "person_answer", "person_answered_at", "person_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "submission", "version", "written_by_id") VALUES (NEW."account_id", NEW."changed_at", NEW."changed_by_id", NEW."closed_at", NEW."created_at", NEW."id", NEW."peer_answer", NEW."peer_answered_at", NEW."person_answer", NEW."person_answered_at", NEW."person_id", NOW(), \'update\', NEW."id", NEW."submission", NEW."version", NEW."written_by_id"); RETURN NULL;',
                                    hash="39e91ead69d24dfd3cf5cae2fa78ae08b7fb60d0",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_c4ae9",
                                    table="peers_match",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "message",
                            pgtrigger.compiler.Trigger(
                                name="words_stay",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition='WHEN (OLD."words" IS DISTINCT FROM (NEW."words") OR OLD."channel_id" IS DISTINCT FROM (NEW."channel_id") OR OLD."written_by_id" IS DISTINCT FROM (NEW."written_by_id"))',
                                    func="RAISE EXCEPTION 'The words of a message are changed by nobody.';",
                                    hash="4864e57a4edb34ca25fb44f79a04e8653857cf6d",
                                    operation="UPDATE",
                                    pgid="pgtrigger_words_stay_eb11a",
                                    table="peers_message",
                                    when="BEFORE",
                                ),
                            ),
                        ),
                        (
                            "recordingrule",
                            pgtrigger.compiler.Trigger(
                                name="stays_as_it_was",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="d1d74a930836f65c4ff9955020ecc91ca4ae7a9a",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_stays_as_it_was_16768",
                                    table="peers_recordingrule",
                                    when="BEFORE",
                                ),
                            ),
                        ),
                        (
                            "attempt",
                            pgtrigger.compiler.Trigger(
                                name="attempts_stay",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                                    hash="1a5064e5be9f1c7845288664255b130128fb6497",
                                    operation="DELETE",
                                    pgid="pgtrigger_attempts_stay_98ce0",
                                    table="peers_attempt",
                                    when="BEFORE",
                                ),
                            ),
                        ),
                        (
                            "attempt",
                            pgtrigger.compiler.Trigger(
                                name="note_only_under_its_rule",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition='WHEN (NEW."by_peer" AND NOT (NEW."note" = \'\'))',
                                    func="IF NOT EXISTS (SELECT 1 FROM peers_recordingrule r WHERE r.id = NEW.rule_id AND r.rule = 'notes_allowed') THEN RAISE EXCEPTION 'The rule of this service does not let a peer worker write notes.'; END IF; RETURN NEW;",
                                    hash="c849970fb2dbe7e3976a618cfb032457c0312189",
                                    operation="INSERT OR UPDATE",
                                    pgid="pgtrigger_note_only_under_its_rule_12f0a",
                                    table="peers_attempt",
                                    when="BEFORE",
                                ),
                            ),
                        ),
                        (
                            "attempt",
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "peers_attemptevent" ("booked", "by_peer", "changed_at", "changed_by_id", "created_at", "door_status", "erased_at", "followed_up_at", "id", "kind", "means", "minutes", "note", "on", "outcome", "person_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "present", "removed_at", "removed_by_id", "removed_reason", "rule_id", "setting", "started_by", "submission", "version", "visibility", "with_account_id", "written_by_id") VALUES (NEW."booked", NEW."by_peer", NEW."changed_at", NEW."changed_by_id", NEW."created_at", NEW."door_status", NEW."erased_at", NEW."followed_up_at", NEW."id", NEW."kind", NEW."means", NEW."minutes", NEW."note", NEW."on", NEW."outcome", NEW."person_id", NOW(), \'insert\', NEW."id", NEW."present", NEW."removed_at", NEW."removed_by_id", NEW."removed_reason", NEW."rule_id", NEW."setting", NEW."started_by", NEW."submission", NEW."version", NEW."visibility", NEW."with_account_id", NEW."written_by_id"); RETURN NULL;',
                                    hash="a09d84c76881610679098d5ba8b9e2b195efe095",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_e939f",
                                    table="peers_attempt",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "attempt",
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "peers_attemptevent" ("booked", "by_peer", "changed_at", "changed_by_id", "created_at", "door_status", "erased_at", "followed_up_at", "id", "kind", "means", "minutes", "note", "on", "outcome", "person_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "present", "removed_at", "removed_by_id", "removed_reason", "rule_id", "setting", "started_by", "submission", "version", "visibility", "with_account_id", "written_by_id") VALUES (NEW."booked", NEW."by_peer", NEW."changed_at", NEW."changed_by_id", NEW."created_at", NEW."door_status", NEW."erased_at", NEW."followed_up_at", NEW."id", NEW."kind", NEW."means", NEW."minutes", NEW."note", NEW."on", NEW."outcome", NEW."person_id", NOW(), \'update\', NEW."id", NEW."present", NEW."removed_at", NEW."removed_by_id", NEW."removed_reason", NEW."rule_id", NEW."setting", NEW."started_by", NEW."submission", NEW."version", NEW."visibility", NEW."with_account_id", NEW."written_by_id"); RETURN NULL;',
                                    hash="5e2f2d46645ac63963057e97d1a80b3381dbf6c9",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_1bbb4",
                                    table="peers_attempt",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "ruletold",
                            pgtrigger.compiler.Trigger(
                                name="stays_as_it_was",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="5fe46757e00dce4cbba14a57d2d1a5503347b0de",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_stays_as_it_was_bf08e",
                                    table="peers_ruletold",
                                    when="BEFORE",
                                ),
                            ),
                        ),
                        (
                            "safetyshare",
                            pgtrigger.compiler.Trigger(
                                name="safety_shares_stay",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                                    hash="2ead3207be6aac6f2a1e46ae44386e91f4a6f1b4",
                                    operation="DELETE",
                                    pgid="pgtrigger_safety_shares_stay_46d4f",
                                    table="peers_safetyshare",
                                    when="BEFORE",
                                ),
                            ),
                        ),
                        (
                            "safetyshare",
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "peers_safetyshareevent" ("changed_at", "changed_by_id", "created_at", "erased_at", "id", "person_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "review_on", "reviewed_at", "shared_on", "submission", "to_whom", "told_first", "version", "what", "why", "why_not_told", "withheld_at", "withheld_by_id", "withheld_reason", "written_by_id") VALUES (NEW."changed_at", NEW."changed_by_id", NEW."created_at", NEW."erased_at", NEW."id", NEW."person_id", NOW(), \'insert\', NEW."id", NEW."review_on", NEW."reviewed_at", NEW."shared_on", NEW."submission", NEW."to_whom", NEW."told_first", NEW."version", NEW."what", NEW."why", NEW."why_not_told", NEW."withheld_at", NEW."withheld_by_id", NEW."withheld_reason", NEW."written_by_id"); RETURN NULL;',
                                    hash="15fff93fd39f0b37823b0e1068b0760130ec0a33",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_b3dc5",
                                    table="peers_safetyshare",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "safetyshare",
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "peers_safetyshareevent" ("changed_at", "changed_by_id", "created_at", "erased_at", "id", "person_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "review_on", "reviewed_at", "shared_on", "submission", "to_whom", "told_first", "version", "what", "why", "why_not_told", "withheld_at", "withheld_by_id", "withheld_reason", "written_by_id") VALUES (NEW."changed_at", NEW."changed_by_id", NEW."created_at", NEW."erased_at", NEW."id", NEW."person_id", NOW(), \'update\', NEW."id", NEW."review_on", NEW."reviewed_at", NEW."shared_on", NEW."submission", NEW."to_whom", NEW."told_first", NEW."version", NEW."what", NEW."why", NEW."why_not_told", NEW."withheld_at", NEW."withheld_by_id", NEW."withheld_reason", NEW."written_by_id"); RETURN NULL;',
                                    hash="406b686b92040e8ec32b53dfda5e70afbed9fb8c",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_1a6bb",
                                    table="peers_safetyshare",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "sharednote",
                            pgtrigger.compiler.Trigger(
                                name="shared_notes_stay",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                                    hash="6c7798a9c8a79bbb87b733a88076fc2590a0b5d1",
                                    operation="DELETE",
                                    pgid="pgtrigger_shared_notes_stay_00cc4",
                                    table="peers_sharednote",
                                    when="BEFORE",
                                ),
                            ),
                        ),
                        (
                            "sharednote",
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "peers_sharednoteevent" ("agreed_at", "changed_at", "changed_by_id", "created_at", "erased_at", "id", "peer_agreed_to", "peer_id", "person_agreed_to", "person_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "removed_at", "removed_by_id", "removed_reason", "submission", "taken_back_at", "version", "visibility", "wording", "words", "written_by_id") VALUES (NEW."agreed_at", NEW."changed_at", NEW."changed_by_id", NEW."created_at", NEW."erased_at", NEW."id", NEW."peer_agreed_to", NEW."peer_id", NEW."person_agreed_to", NEW."person_id", NOW(), \'insert\', NEW."id", NEW."removed_at", NEW."removed_by_id", NEW."removed_reason", NEW."submission", NEW."taken_back_at", NEW."version", NEW."visibility", NEW."wording", NEW."words", NEW."written_by_id"); RETURN NULL;',
                                    hash="f9a3f5236a0ac29ef1300231644822574a3dde5e",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_b596e",
                                    table="peers_sharednote",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "sharednote",
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "peers_sharednoteevent" ("agreed_at", "changed_at", "changed_by_id", "created_at", "erased_at", "id", "peer_agreed_to", "peer_id", "person_agreed_to", "person_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "removed_at", "removed_by_id", "removed_reason", "submission", "taken_back_at", "version", "visibility", "wording", "words", "written_by_id") VALUES (NEW."agreed_at", NEW."changed_at", NEW."changed_by_id", NEW."created_at", NEW."erased_at", NEW."id", NEW."peer_agreed_to", NEW."peer_id", NEW."person_agreed_to", NEW."person_id", NOW(), \'update\', NEW."id", NEW."removed_at", NEW."removed_by_id", NEW."removed_reason", NEW."submission", NEW."taken_back_at", NEW."version", NEW."visibility", NEW."wording", NEW."words", NEW."written_by_id"); RETURN NULL;',
                                    hash="26c627fa0c745dcd95f85cc57780711205e2e1ee",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_a66fa",
                                    table="peers_sharednote",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "supervision",
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "peers_supervisionevent" ("ends_on", "id", "made_by_id", "peer_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "supervisor_id") VALUES (NEW."ends_on", NEW."id", NEW."made_by_id", NEW."peer_id", NOW(), \'insert\', NEW."id", NEW."starts_on", NEW."supervisor_id"); RETURN NULL;',
                                    hash="d0aa20dad1364c1aabce3f41b702a2540cb9ea11",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_5df52",
                                    table="peers_supervision",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "supervision",
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "peers_supervisionevent" ("ends_on", "id", "made_by_id", "peer_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "supervisor_id") VALUES (NEW."ends_on", NEW."id", NEW."made_by_id", NEW."peer_id", NOW(), \'update\', NEW."id", NEW."starts_on", NEW."supervisor_id"); RETURN NULL;',
                                    hash="fc21b2ed410167f5bb4a3fcf726b4e382af2d9d9",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_da359",
                                    table="peers_supervision",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "supervisionitem",
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "peers_supervisionitemevent" ("changed_at", "changed_by_id", "created_at", "id", "peer_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "submission", "talked_at", "version", "words", "written_by_id") VALUES (NEW."changed_at", NEW."changed_by_id", NEW."created_at", NEW."id", NEW."peer_id", NOW(), \'insert\', NEW."id", NEW."submission", NEW."talked_at", NEW."version", NEW."words", NEW."written_by_id"); RETURN NULL;',
                                    hash="eefc7b77330a1e3d48845c807e113a433612450c",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_d7d11",
                                    table="peers_supervisionitem",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "supervisionitem",
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "peers_supervisionitemevent" ("changed_at", "changed_by_id", "created_at", "id", "peer_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "submission", "talked_at", "version", "words", "written_by_id") VALUES (NEW."changed_at", NEW."changed_by_id", NEW."created_at", NEW."id", NEW."peer_id", NOW(), \'update\', NEW."id", NEW."submission", NEW."talked_at", NEW."version", NEW."words", NEW."written_by_id"); RETURN NULL;',
                                    hash="60391ab830edfaf1ac60a61ab4b3cc03af39729d",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_211fd",
                                    table="peers_supervisionitem",
                                    when="AFTER",
                                ),
                            ),
                        ),
                    ],
                ),
            ],
        ),
    ]
