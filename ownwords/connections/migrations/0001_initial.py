import django.contrib.postgres.fields
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
                    name="PersonMap",
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
                        ("links_asked_on", models.DateField(blank=True, null=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        (
                            "created_at",
                            models.DateTimeField(default=django.utils.timezone.now, editable=False),
                        ),
                        ("changed_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("changed_by_id", models.UUIDField(null=True)),
                    ],
                ),
                migrations.CreateModel(
                    name="PersonMapEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("links_asked_on", models.DateField(blank=True, null=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        (
                            "created_at",
                            models.DateTimeField(default=django.utils.timezone.now, editable=False),
                        ),
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
                                to="connections.personmap",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="PracticeCheck",
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
                        ("made_on", models.DateField(default=django.utils.timezone.localdate)),
                        ("areas_version", models.CharField(max_length=20)),
                        ("version", models.PositiveIntegerField(default=1)),
                        (
                            "created_at",
                            models.DateTimeField(default=django.utils.timezone.now, editable=False),
                        ),
                        ("changed_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("changed_by_id", models.UUIDField(null=True)),
                        ("submission", models.UUIDField(blank=True, editable=False, null=True)),
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
                                name="practice_check_saved_once",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PracticeCheckEvent",
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
                        ("made_on", models.DateField(default=django.utils.timezone.localdate)),
                        ("areas_version", models.CharField(max_length=20)),
                        ("version", models.PositiveIntegerField(default=1)),
                        (
                            "created_at",
                            models.DateTimeField(default=django.utils.timezone.now, editable=False),
                        ),
                        ("changed_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("changed_by_id", models.UUIDField(null=True)),
                        ("submission", models.UUIDField(blank=True, editable=False, null=True)),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="connections.practicecheck",
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
                    name="PracticeRating",
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
                        ("area", models.CharField(max_length=40)),
                        ("area_words", models.CharField(max_length=300)),
                        ("value", models.PositiveSmallIntegerField(blank=True, null=True)),
                        ("example", models.TextField(blank=True)),
                        (
                            "check_made",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="ratings",
                                to="connections.practicecheck",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("check_made", "area"), name="practice_rating_once_an_area"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("value__isnull", True),
                                    models.Q(("value__gte", 1), ("value__lte", 9)),
                                    _connector="OR",
                                ),
                                name="practice_rating_1_to_9",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PracticeRatingEvent",
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
                        ("area", models.CharField(max_length=40)),
                        ("area_words", models.CharField(max_length=300)),
                        ("value", models.PositiveSmallIntegerField(blank=True, null=True)),
                        ("example", models.TextField(blank=True)),
                        (
                            "check_made",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="connections.practicecheck",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="connections.practicerating",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Readiness",
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
                        ("said_on", models.DateField(default=django.utils.timezone.localdate)),
                        (
                            "value",
                            models.PositiveSmallIntegerField(
                                blank=True, help_text="0 to 10; empty: rather not say.", null=True
                            ),
                        ),
                        ("words", models.TextField(blank=True)),
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
                        "indexes": [models.Index(fields=["person", "said_on"], name="readiness_person_day")],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("submission__isnull", False)),
                                fields=("person", "submission"),
                                name="readiness_saved_once",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("visibility__in", ["me", "named", "team"])),
                                name="readiness_visibility_known",
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
                                name="readiness_removed_whole",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("value__isnull", True), ("value__lte", 10), _connector="OR"
                                ),
                                name="readiness_0_to_10",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ReadinessEvent",
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
                        ("said_on", models.DateField(default=django.utils.timezone.localdate)),
                        (
                            "value",
                            models.PositiveSmallIntegerField(
                                blank=True, help_text="0 to 10; empty: rather not say.", null=True
                            ),
                        ),
                        ("words", models.TextField(blank=True)),
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
                                to="connections.readiness",
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
                    name="StepLabel",
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
                        ("step", models.CharField(max_length=40)),
                        ("words", models.CharField(max_length=200)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("changed_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("changed_by_id", models.UUIDField(null=True)),
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
                            models.UniqueConstraint(fields=("organisation", "step"), name="step_label_once"),
                            models.CheckConstraint(
                                condition=models.Q(("words", ""), _negated=True), name="step_label_has_words"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="StepLabelEvent",
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
                        ("step", models.CharField(max_length=40)),
                        ("words", models.CharField(max_length=200)),
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
                                to="people.organisation",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="connections.steplabel",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="MapItem",
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
                        ("words", models.CharField(max_length=120)),
                        (
                            "what",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("person", "a person"),
                                    ("place", "a place"),
                                    ("activity", "an activity"),
                                    ("group", "a group"),
                                ],
                                max_length=10,
                            ),
                        ),
                        (
                            "relations",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(
                                    choices=[
                                        ("family", "family"),
                                        ("partner", "partner"),
                                        ("friend", "friend"),
                                        ("neighbour", "neighbour"),
                                        ("work", "work or study"),
                                        ("community", "something we both go to"),
                                        ("faith", "faith"),
                                        ("peer", "somebody who has been there too"),
                                        ("online", "online"),
                                        ("animal", "an animal"),
                                        ("service", "paid to be there, or a service"),
                                        ("other", "something else"),
                                    ],
                                    max_length=12,
                                ),
                                blank=True,
                                default=list,
                                size=None,
                            ),
                        ),
                        (
                            "ring",
                            models.PositiveSmallIntegerField(
                                blank=True, help_text="1 innermost to 3; empty: not placed.", null=True
                            ),
                        ),
                        (
                            "angle",
                            models.PositiveSmallIntegerField(
                                blank=True, help_text="Degrees from the top, clockwise.", null=True
                            ),
                        ),
                        (
                            "helps",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("helps", "helps me"),
                                    ("harms", "harms me"),
                                    ("both", "both"),
                                    ("neither", "neither"),
                                ],
                                max_length=8,
                            ),
                        ),
                        ("gives_me", models.BooleanField(blank=True, null=True)),
                        ("i_give", models.BooleanField(blank=True, null=True)),
                        ("note", models.TextField(blank=True)),
                        ("service_id", models.UUIDField(blank=True, null=True)),
                        ("ended_on", models.DateField(blank=True, null=True)),
                        (
                            "ended_as",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("drifted", "we drifted apart"),
                                    ("chosen", "I chose to end it"),
                                    ("died", "they died, or it closed"),
                                    ("harmful", "it was harmful"),
                                    ("other", "something else"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("ended_words", models.TextField(blank=True)),
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
                        "indexes": [models.Index(fields=["person", "created_at"], name="map_item_person")],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("submission__isnull", False)),
                                fields=("person", "submission"),
                                name="map_item_saved_once",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("visibility__in", ["me", "named", "team"])),
                                name="map_item_visibility_known",
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
                                name="map_item_removed_whole",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("what__in", ["", "person", "place", "activity", "group"])
                                ),
                                name="map_item_what_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("helps__in", ["", "helps", "harms", "both", "neither"])),
                                name="map_item_helps_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "relations__contained_by",
                                        [
                                            "family",
                                            "partner",
                                            "friend",
                                            "neighbour",
                                            "work",
                                            "community",
                                            "faith",
                                            "peer",
                                            "online",
                                            "animal",
                                            "service",
                                            "other",
                                        ],
                                    )
                                ),
                                name="map_item_relations_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("ring__isnull", True),
                                    models.Q(("ring__gte", 1), ("ring__lte", 3)),
                                    _connector="OR",
                                ),
                                name="map_item_three_rings",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("angle__isnull", True), ("angle__lt", 360), _connector="OR"
                                ),
                                name="map_item_angle",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("ended_as", ""), ("ended_on__isnull", True), ("ended_words", "")
                                    ),
                                    models.Q(
                                        ("ended_as__in", ["drifted", "chosen", "died", "harmful", "other"]),
                                        ("ended_on__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="map_item_ended_when_and_how",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Tie",
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
                        ("renewed", models.BooleanField(default=False)),
                        ("since", models.DateField(default=django.utils.timezone.localdate)),
                        (
                            "origin",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("known", "we knew each other already"),
                                    ("renewed", "we found each other again"),
                                    ("family_or_friend", "through family or a friend"),
                                    ("work", "work or study"),
                                    ("online", "online"),
                                    ("street", "on the street, or in the neighbourhood"),
                                    ("night_out", "a night out"),
                                    ("activity", "an activity or a group"),
                                    ("peer", "through a peer, or something user-led"),
                                    ("faith", "faith"),
                                    ("worker", "through a worker"),
                                    ("other", "in another way"),
                                    ("dont_know", "I don't know"),
                                    ("rather_not", "I would rather not say"),
                                ],
                                max_length=16,
                            ),
                        ),
                        ("origin_words", models.TextField(blank=True)),
                        (
                            "item",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="ties",
                                to="connections.mapitem",
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
                        "indexes": [models.Index(fields=["person", "since"], name="tie_person_since")],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("submission__isnull", False)),
                                fields=("person", "submission"),
                                name="tie_saved_once",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("visibility__in", ["me", "named", "team"])),
                                name="tie_visibility_known",
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
                                name="tie_removed_whole",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "origin__in",
                                        [
                                            "",
                                            "known",
                                            "renewed",
                                            "family_or_friend",
                                            "work",
                                            "online",
                                            "street",
                                            "night_out",
                                            "activity",
                                            "peer",
                                            "faith",
                                            "worker",
                                            "other",
                                            "dont_know",
                                            "rather_not",
                                        ],
                                    )
                                ),
                                name="tie_origin_known",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="TieEvent",
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
                        ("renewed", models.BooleanField(default=False)),
                        ("since", models.DateField(default=django.utils.timezone.localdate)),
                        (
                            "origin",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("known", "we knew each other already"),
                                    ("renewed", "we found each other again"),
                                    ("family_or_friend", "through family or a friend"),
                                    ("work", "work or study"),
                                    ("online", "online"),
                                    ("street", "on the street, or in the neighbourhood"),
                                    ("night_out", "a night out"),
                                    ("activity", "an activity or a group"),
                                    ("peer", "through a peer, or something user-led"),
                                    ("faith", "faith"),
                                    ("worker", "through a worker"),
                                    ("other", "in another way"),
                                    ("dont_know", "I don't know"),
                                    ("rather_not", "I would rather not say"),
                                ],
                                max_length=16,
                            ),
                        ),
                        ("origin_words", models.TextField(blank=True)),
                        (
                            "item",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="connections.mapitem",
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
                                to="connections.tie",
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
                    name="TieView",
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
                            "side",
                            models.CharField(
                                choices=[("person", "the person"), ("worker", "a worker")], max_length=6
                            ),
                        ),
                        (
                            "part",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("none", "no part"),
                                    ("prepared", "prepared the ground"),
                                    ("alongside", "went alongside"),
                                    ("introduced", "made the introduction"),
                                    ("not_sure", "not sure"),
                                ],
                                max_length=10,
                            ),
                        ),
                        (
                            "ground",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(
                                    choices=[
                                        ("found_out", "found out about it"),
                                        ("encouraged", "encouraged"),
                                        ("money", "helped with money"),
                                        ("travel", "helped with getting there"),
                                        ("spoke", "spoke to the place beforehand"),
                                    ],
                                    max_length=10,
                                ),
                                blank=True,
                                default=list,
                                size=None,
                            ),
                        ),
                        (
                            "idea",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("person", "the person"),
                                    ("worker", "the worker"),
                                    ("both", "both together"),
                                    ("somebody_else", "somebody else"),
                                    ("not_sure", "not sure"),
                                ],
                                max_length=13,
                            ),
                        ),
                        (
                            "first_contact",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("person", "the person"),
                                    ("worker", "the worker"),
                                    ("both", "both together"),
                                    ("somebody_else", "somebody else"),
                                    ("not_sure", "not sure"),
                                ],
                                max_length=13,
                            ),
                        ),
                        (
                            "helped_by",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(
                                    choices=[
                                        ("peer", "a peer"),
                                        ("family", "family or a friend"),
                                        ("nobody", "nobody else"),
                                        ("other", "somebody else"),
                                    ],
                                    max_length=7,
                                ),
                                blank=True,
                                default=list,
                                size=None,
                            ),
                        ),
                        (
                            "anyway",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("no", "no"),
                                    ("later", "later"),
                                    ("perhaps", "perhaps"),
                                    ("yes", "yes"),
                                    ("cannot_say", "can't say"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("words", models.TextField(blank=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        (
                            "created_at",
                            models.DateTimeField(default=django.utils.timezone.now, editable=False),
                        ),
                        ("changed_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("changed_by_id", models.UUIDField(null=True)),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="people.person",
                            ),
                        ),
                        (
                            "tie",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="views",
                                to="connections.tie",
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
                                condition=models.Q(("side", "person")),
                                fields=("tie",),
                                name="tie_view_one_of_the_person",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("side", "worker")),
                                fields=("tie", "written_by"),
                                name="tie_view_one_a_worker",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("side__in", ["person", "worker"])),
                                name="tie_view_side_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "part__in",
                                        ["", "none", "prepared", "alongside", "introduced", "not_sure"],
                                    )
                                ),
                                name="tie_view_part_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "idea__in",
                                        ["", "person", "worker", "both", "somebody_else", "not_sure"],
                                    )
                                ),
                                name="tie_view_idea_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "first_contact__in",
                                        ["", "person", "worker", "both", "somebody_else", "not_sure"],
                                    )
                                ),
                                name="tie_view_first_contact_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("anyway__in", ["", "no", "later", "perhaps", "yes", "cannot_say"])
                                ),
                                name="tie_view_anyway_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("ground", []),
                                    ("part__in", ["prepared", "alongside", "introduced"]),
                                    _connector="OR",
                                ),
                                name="tie_view_ground_of_a_part",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="TieViewEvent",
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
                            "side",
                            models.CharField(
                                choices=[("person", "the person"), ("worker", "a worker")], max_length=6
                            ),
                        ),
                        (
                            "part",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("none", "no part"),
                                    ("prepared", "prepared the ground"),
                                    ("alongside", "went alongside"),
                                    ("introduced", "made the introduction"),
                                    ("not_sure", "not sure"),
                                ],
                                max_length=10,
                            ),
                        ),
                        (
                            "ground",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(
                                    choices=[
                                        ("found_out", "found out about it"),
                                        ("encouraged", "encouraged"),
                                        ("money", "helped with money"),
                                        ("travel", "helped with getting there"),
                                        ("spoke", "spoke to the place beforehand"),
                                    ],
                                    max_length=10,
                                ),
                                blank=True,
                                default=list,
                                size=None,
                            ),
                        ),
                        (
                            "idea",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("person", "the person"),
                                    ("worker", "the worker"),
                                    ("both", "both together"),
                                    ("somebody_else", "somebody else"),
                                    ("not_sure", "not sure"),
                                ],
                                max_length=13,
                            ),
                        ),
                        (
                            "first_contact",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("person", "the person"),
                                    ("worker", "the worker"),
                                    ("both", "both together"),
                                    ("somebody_else", "somebody else"),
                                    ("not_sure", "not sure"),
                                ],
                                max_length=13,
                            ),
                        ),
                        (
                            "helped_by",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(
                                    choices=[
                                        ("peer", "a peer"),
                                        ("family", "family or a friend"),
                                        ("nobody", "nobody else"),
                                        ("other", "somebody else"),
                                    ],
                                    max_length=7,
                                ),
                                blank=True,
                                default=list,
                                size=None,
                            ),
                        ),
                        (
                            "anyway",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("no", "no"),
                                    ("later", "later"),
                                    ("perhaps", "perhaps"),
                                    ("yes", "yes"),
                                    ("cannot_say", "can't say"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("words", models.TextField(blank=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        (
                            "created_at",
                            models.DateTimeField(default=django.utils.timezone.now, editable=False),
                        ),
                        ("changed_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("changed_by_id", models.UUIDField(null=True)),
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
                                to="connections.tieview",
                            ),
                        ),
                        (
                            "tie",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="connections.tie",
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
                    name="CommunityWork",
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
                        ("did_on", models.DateField(default=django.utils.timezone.localdate)),
                        ("words", models.TextField()),
                        ("place_words", models.CharField(blank=True, max_length=200)),
                        ("service_id", models.UUIDField(blank=True, null=True)),
                        (
                            "contact_words",
                            models.CharField(
                                blank=True, help_text="Who was met there, in their work role.", max_length=200
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1)),
                        (
                            "created_at",
                            models.DateTimeField(default=django.utils.timezone.now, editable=False),
                        ),
                        ("changed_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("changed_by_id", models.UUIDField(null=True)),
                        ("removed_at", models.DateTimeField(blank=True, null=True)),
                        ("submission", models.UUIDField(blank=True, editable=False, null=True)),
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
                        "indexes": [models.Index(fields=["team", "-did_on"], name="community_work_team_day")],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("submission__isnull", False)),
                                fields=("written_by", "submission"),
                                name="community_work_saved_once",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CommunityWorkEvent",
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
                        ("did_on", models.DateField(default=django.utils.timezone.localdate)),
                        ("words", models.TextField()),
                        ("place_words", models.CharField(blank=True, max_length=200)),
                        ("service_id", models.UUIDField(blank=True, null=True)),
                        (
                            "contact_words",
                            models.CharField(
                                blank=True, help_text="Who was met there, in their work role.", max_length=200
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1)),
                        (
                            "created_at",
                            models.DateTimeField(default=django.utils.timezone.now, editable=False),
                        ),
                        ("changed_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("changed_by_id", models.UUIDField(null=True)),
                        ("removed_at", models.DateTimeField(blank=True, null=True)),
                        ("submission", models.UUIDField(blank=True, editable=False, null=True)),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="connections.communitywork",
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
                    name="ConnectingStep",
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
                        (
                            "wheel",
                            models.CharField(
                                choices=[("person", "the person"), ("companion", "whoever goes with them")],
                                max_length=9,
                            ),
                        ),
                        ("step", models.CharField(blank=True, max_length=40)),
                        ("step_words", models.CharField(blank=True, max_length=200)),
                        ("vocabulary", models.CharField(max_length=20)),
                        ("happened_on", models.DateField(default=django.utils.timezone.localdate)),
                        ("together", models.BooleanField(blank=True, null=True)),
                        ("words", models.TextField(blank=True)),
                        (
                            "barriers",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=40),
                                blank=True,
                                default=list,
                                size=None,
                            ),
                        ),
                        ("barrier_words", models.TextField(blank=True)),
                        ("helped_words", models.TextField(blank=True)),
                        ("companion_words", models.CharField(blank=True, max_length=120)),
                        (
                            "companion",
                            models.ForeignKey(
                                blank=True,
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
                            "item",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="connections.mapitem",
                            ),
                        ),
                    ],
                    options={
                        "indexes": [
                            models.Index(fields=["person", "happened_on"], name="connecting_step_person_day")
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("submission__isnull", False)),
                                fields=("person", "submission"),
                                name="connecting_step_saved_once",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("visibility__in", ["me", "named", "team"])),
                                name="connecting_step_visibility_known",
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
                                name="connecting_step_removed_whole",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("wheel__in", ["person", "companion"])),
                                name="connecting_step_wheel_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("step", ""), _negated=True),
                                    models.Q(("words", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="connecting_step_says_something",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Explained",
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
                        ("said_on", models.DateField(default=django.utils.timezone.localdate)),
                        (
                            "answer",
                            models.CharField(
                                choices=[
                                    ("yes", "yes"),
                                    ("partly", "partly"),
                                    ("no", "no"),
                                    ("unsure", "I am not sure"),
                                ],
                                max_length=6,
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
                                name="explained_saved_once",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("visibility__in", ["me", "named", "team"])),
                                name="explained_visibility_known",
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
                                name="explained_removed_whole",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("answer__in", ["yes", "partly", "no", "unsure"])),
                                name="explained_known",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ExplainedEvent",
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
                        ("said_on", models.DateField(default=django.utils.timezone.localdate)),
                        (
                            "answer",
                            models.CharField(
                                choices=[
                                    ("yes", "yes"),
                                    ("partly", "partly"),
                                    ("no", "no"),
                                    ("unsure", "I am not sure"),
                                ],
                                max_length=6,
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
                                to="connections.explained",
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
                    name="Interest",
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
                        ("service_id", models.UUIDField()),
                        (
                            "service_words",
                            models.CharField(help_text="Its name when the answer was given.", max_length=300),
                        ),
                        (
                            "answer",
                            models.CharField(
                                choices=[
                                    ("go", "I could go"),
                                    ("help_run", "I could help run this"),
                                    ("both", "both"),
                                    ("not_for_me", "not for me"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("words", models.TextField(blank=True)),
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
                                name="interest_saved_once",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("visibility__in", ["me", "named", "team"])),
                                name="interest_visibility_known",
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
                                name="interest_removed_whole",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("removed_at__isnull", True)),
                                fields=("person", "service_id"),
                                name="interest_once_a_service",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("answer__in", ["go", "help_run", "both", "not_for_me"])),
                                name="interest_known",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="InterestEvent",
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
                        ("service_id", models.UUIDField()),
                        (
                            "service_words",
                            models.CharField(help_text="Its name when the answer was given.", max_length=300),
                        ),
                        (
                            "answer",
                            models.CharField(
                                choices=[
                                    ("go", "I could go"),
                                    ("help_run", "I could help run this"),
                                    ("both", "both"),
                                    ("not_for_me", "not for me"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("words", models.TextField(blank=True)),
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
                                to="connections.interest",
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
                    name="MapCopy",
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
                        ("taken_on", models.DateField(default=django.utils.timezone.localdate)),
                        ("label", models.CharField(blank=True, max_length=120)),
                        ("links_asked", models.BooleanField(default=False)),
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
                        "indexes": [models.Index(fields=["person", "taken_on"], name="map_copy_person_day")],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("submission__isnull", False)),
                                fields=("person", "submission"),
                                name="map_copy_saved_once",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("visibility__in", ["me", "named", "team"])),
                                name="map_copy_visibility_known",
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
                                name="map_copy_removed_whole",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="MapCopyEvent",
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
                        ("taken_on", models.DateField(default=django.utils.timezone.localdate)),
                        ("label", models.CharField(blank=True, max_length=120)),
                        ("links_asked", models.BooleanField(default=False)),
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
                                to="connections.mapcopy",
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
                    name="MapHelper",
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
                        ("in_conversation", models.BooleanField(default=False)),
                        ("words", models.TextField(blank=True)),
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
                        "abstract": False,
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("ends_on__isnull", True),
                                    ("ends_on__gte", models.F("starts_on")),
                                    _connector="OR",
                                ),
                                name="connections_maphelper_ends_after_start",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("ends_on__isnull", True)),
                                fields=("person", "account"),
                                name="map_helper_open_once",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("in_conversation", False),
                                    models.Q(("words", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="map_helper_asked_in_which_words",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="MapHelperEvent",
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
                        ("in_conversation", models.BooleanField(default=False)),
                        ("words", models.TextField(blank=True)),
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
                                to="connections.maphelper",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="MapCopyItem",
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
                        ("item_version", models.PositiveIntegerField()),
                        (
                            "copy",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="items",
                                to="connections.mapcopy",
                            ),
                        ),
                        (
                            "item",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="connections.mapitem",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(fields=("copy", "item"), name="map_copy_item_once")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ConnectingStepEvent",
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
                        (
                            "wheel",
                            models.CharField(
                                choices=[("person", "the person"), ("companion", "whoever goes with them")],
                                max_length=9,
                            ),
                        ),
                        ("step", models.CharField(blank=True, max_length=40)),
                        ("step_words", models.CharField(blank=True, max_length=200)),
                        ("vocabulary", models.CharField(max_length=20)),
                        ("happened_on", models.DateField(default=django.utils.timezone.localdate)),
                        ("together", models.BooleanField(blank=True, null=True)),
                        ("words", models.TextField(blank=True)),
                        (
                            "barriers",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=40),
                                blank=True,
                                default=list,
                                size=None,
                            ),
                        ),
                        ("barrier_words", models.TextField(blank=True)),
                        ("helped_words", models.TextField(blank=True)),
                        ("companion_words", models.CharField(blank=True, max_length=120)),
                        (
                            "companion",
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
                                to="connections.connectingstep",
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
                            "item",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="connections.mapitem",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="MapItemEvent",
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
                        ("words", models.CharField(max_length=120)),
                        (
                            "what",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("person", "a person"),
                                    ("place", "a place"),
                                    ("activity", "an activity"),
                                    ("group", "a group"),
                                ],
                                max_length=10,
                            ),
                        ),
                        (
                            "relations",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(
                                    choices=[
                                        ("family", "family"),
                                        ("partner", "partner"),
                                        ("friend", "friend"),
                                        ("neighbour", "neighbour"),
                                        ("work", "work or study"),
                                        ("community", "something we both go to"),
                                        ("faith", "faith"),
                                        ("peer", "somebody who has been there too"),
                                        ("online", "online"),
                                        ("animal", "an animal"),
                                        ("service", "paid to be there, or a service"),
                                        ("other", "something else"),
                                    ],
                                    max_length=12,
                                ),
                                blank=True,
                                default=list,
                                size=None,
                            ),
                        ),
                        (
                            "ring",
                            models.PositiveSmallIntegerField(
                                blank=True, help_text="1 innermost to 3; empty: not placed.", null=True
                            ),
                        ),
                        (
                            "angle",
                            models.PositiveSmallIntegerField(
                                blank=True, help_text="Degrees from the top, clockwise.", null=True
                            ),
                        ),
                        (
                            "helps",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("helps", "helps me"),
                                    ("harms", "harms me"),
                                    ("both", "both"),
                                    ("neither", "neither"),
                                ],
                                max_length=8,
                            ),
                        ),
                        ("gives_me", models.BooleanField(blank=True, null=True)),
                        ("i_give", models.BooleanField(blank=True, null=True)),
                        ("note", models.TextField(blank=True)),
                        ("service_id", models.UUIDField(blank=True, null=True)),
                        ("ended_on", models.DateField(blank=True, null=True)),
                        (
                            "ended_as",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("drifted", "we drifted apart"),
                                    ("chosen", "I chose to end it"),
                                    ("died", "they died, or it closed"),
                                    ("harmful", "it was harmful"),
                                    ("other", "something else"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("ended_words", models.TextField(blank=True)),
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
                                to="connections.mapitem",
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
                    name="MapLink",
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
                        ("unlinked_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "one",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="connections.mapitem",
                            ),
                        ),
                        (
                            "other",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="connections.mapitem",
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
                            models.UniqueConstraint(fields=("one", "other"), name="map_link_once_a_pair"),
                            models.CheckConstraint(
                                condition=models.Q(("one__lt", models.F("other"))),
                                name="map_link_of_two_in_order",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("submission__isnull", False)),
                                fields=("person", "submission"),
                                name="map_link_saved_once",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="MapCopyLink",
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
                            "copy",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="links",
                                to="connections.mapcopy",
                            ),
                        ),
                        (
                            "link",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="connections.maplink",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(fields=("copy", "link"), name="map_copy_link_once")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="MapLinkEvent",
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
                        ("unlinked_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "one",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="connections.mapitem",
                            ),
                        ),
                        (
                            "other",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="connections.mapitem",
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
                                to="connections.maplink",
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
                    name="MapStep",
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
                        ("number", models.PositiveIntegerField()),
                        (
                            "did",
                            models.CharField(
                                choices=[
                                    ("added", "added"),
                                    ("moved", "moved"),
                                    ("changed", "changed"),
                                    ("linked", "linked"),
                                    ("unlinked", "unlinked"),
                                    ("ended", "marked as over"),
                                    ("resumed", "taken up again"),
                                    ("removed", "taken off the map"),
                                    ("restored", "put back on the map"),
                                    ("shared", "shown to others"),
                                    ("asked", "answered whether any know each other"),
                                ],
                                max_length=10,
                            ),
                        ),
                        (
                            "from_version",
                            models.PositiveIntegerField(help_text="0 when it was not there before."),
                        ),
                        ("to_version", models.PositiveIntegerField()),
                        ("done_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("undone_at", models.DateTimeField(blank=True, null=True)),
                        ("undone_by_id", models.UUIDField(blank=True, null=True)),
                        (
                            "done_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "item",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="connections.mapitem",
                            ),
                        ),
                        (
                            "link",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="connections.maplink",
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
                            models.UniqueConstraint(fields=("person", "number"), name="map_step_number_once"),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "did__in",
                                        [
                                            "added",
                                            "moved",
                                            "changed",
                                            "linked",
                                            "unlinked",
                                            "ended",
                                            "resumed",
                                            "removed",
                                            "restored",
                                            "shared",
                                            "asked",
                                        ],
                                    )
                                ),
                                name="map_step_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("item__isnull", False), ("link__isnull", False), _negated=True
                                ),
                                name="map_step_of_one_thing",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("undone_at__isnull", True), ("undone_by_id__isnull", True)),
                                    models.Q(("undone_at__isnull", False), ("undone_by_id__isnull", False)),
                                    _connector="OR",
                                ),
                                name="map_step_undone_by_whom",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="MapSuggestion",
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
                        ("words", models.CharField(max_length=120)),
                        (
                            "what",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("person", "a person"),
                                    ("place", "a place"),
                                    ("activity", "an activity"),
                                    ("group", "a group"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("why", models.TextField(blank=True)),
                        ("service_id", models.UUIDField(blank=True, null=True)),
                        (
                            "answer",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("accepted", "yes, put it on my map"),
                                    ("not_now", "not now"),
                                    ("no", "no"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("answered_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "item",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="connections.mapitem",
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
                                name="map_suggestion_saved_once",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("visibility__in", ["me", "named", "team"])),
                                name="map_suggestion_visibility_known",
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
                                name="map_suggestion_removed_whole",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("what__in", ["", "person", "place", "activity", "group"])
                                ),
                                name="map_suggestion_what_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("answer", ""), ("answered_at__isnull", True)),
                                    models.Q(
                                        ("answer__in", ["accepted", "not_now", "no"]),
                                        ("answered_at__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="map_suggestion_answered_when",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("item__isnull", True), ("answer", "accepted"), _connector="OR"
                                ),
                                name="map_suggestion_item_when_accepted",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="MapSuggestionEvent",
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
                        ("words", models.CharField(max_length=120)),
                        (
                            "what",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("person", "a person"),
                                    ("place", "a place"),
                                    ("activity", "an activity"),
                                    ("group", "a group"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("why", models.TextField(blank=True)),
                        ("service_id", models.UUIDField(blank=True, null=True)),
                        (
                            "answer",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("accepted", "yes, put it on my map"),
                                    ("not_now", "not now"),
                                    ("no", "no"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("answered_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "item",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="connections.mapitem",
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
                                to="connections.mapsuggestion",
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
                ownwords.ledger.operations.InstallTriggers(
                    triggers=[
                        (
                            "personmap",
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "connections_personmapevent" ("changed_at", "changed_by_id", "created_at", "links_asked_on", "person_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version") VALUES (NEW."changed_at", NEW."changed_by_id", NEW."created_at", NEW."links_asked_on", NEW."person_id", NOW(), \'insert\', NEW."person_id", NEW."version"); RETURN NULL;',
                                    hash="0b10f1f399b666fa5ec5f25427a48be30b091bae",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_d381b",
                                    table="connections_personmap",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "personmap",
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "connections_personmapevent" ("changed_at", "changed_by_id", "created_at", "links_asked_on", "person_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version") VALUES (NEW."changed_at", NEW."changed_by_id", NEW."created_at", NEW."links_asked_on", NEW."person_id", NOW(), \'update\', NEW."person_id", NEW."version"); RETURN NULL;',
                                    hash="61de35daf1f299e6e5a9888b6bfe3c6bf7c85d5b",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_c9d7f",
                                    table="connections_personmap",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "communitywork",
                            pgtrigger.compiler.Trigger(
                                name="community_work_stays",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                                    hash="f2b611f11756cd1ebc2072f187d6ef73625ddfe8",
                                    operation="DELETE",
                                    pgid="pgtrigger_community_work_stays_7c648",
                                    table="connections_communitywork",
                                    when="BEFORE",
                                ),
                            ),
                        ),
                        (
                            "communitywork",
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "connections_communityworkevent" ("changed_at", "changed_by_id", "contact_words", "created_at", "did_on", "id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_words", "removed_at", "service_id", "submission", "team_id", "version", "words", "written_by_id") VALUES (NEW."changed_at", NEW."changed_by_id", NEW."contact_words", NEW."created_at", NEW."did_on", NEW."id", NOW(), \'insert\', NEW."id", NEW."place_words", NEW."removed_at", NEW."service_id", NEW."submission", NEW."team_id", NEW."version", NEW."words", NEW."written_by_id"); RETURN NULL;',
                                    hash="cbc2616a35bbed5e070ace1f246f02e93a06caa7",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_6c835",
                                    table="connections_communitywork",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "communitywork",
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "connections_communityworkevent" ("changed_at", "changed_by_id", "contact_words", "created_at", "did_on", "id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_words", "removed_at", "service_id", "submission", "team_id", "version", "words", "written_by_id") VALUES (NEW."changed_at", NEW."changed_by_id", NEW."contact_words", NEW."created_at", NEW."did_on", NEW."id", NOW(), \'update\', NEW."id", NEW."place_words", NEW."removed_at", NEW."service_id", NEW."submission", NEW."team_id", NEW."version", NEW."words", NEW."written_by_id"); RETURN NULL;',
                                    hash="876c34672d02b810b5c67dacdfadd016a35b0748",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_22471",
                                    table="connections_communitywork",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "explained",
                            pgtrigger.compiler.Trigger(
                                name="explained_stays",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                                    hash="0778ce466e7ced5a81d4aef9eb56a0272b1adb3f",
                                    operation="DELETE",
                                    pgid="pgtrigger_explained_stays_21e72",
                                    table="connections_explained",
                                    when="BEFORE",
                                ),
                            ),
                        ),
                        (
                            "explained",
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "connections_explainedevent" ("answer", "changed_at", "changed_by_id", "created_at", "erased_at", "id", "person_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "removed_at", "removed_by_id", "removed_reason", "said_on", "submission", "version", "visibility", "written_by_id") VALUES (NEW."answer", NEW."changed_at", NEW."changed_by_id", NEW."created_at", NEW."erased_at", NEW."id", NEW."person_id", NOW(), \'insert\', NEW."id", NEW."removed_at", NEW."removed_by_id", NEW."removed_reason", NEW."said_on", NEW."submission", NEW."version", NEW."visibility", NEW."written_by_id"); RETURN NULL;',
                                    hash="0fa480c6dd5a4d571791b1021f1bb9b5955e43cf",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_21174",
                                    table="connections_explained",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "explained",
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "connections_explainedevent" ("answer", "changed_at", "changed_by_id", "created_at", "erased_at", "id", "person_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "removed_at", "removed_by_id", "removed_reason", "said_on", "submission", "version", "visibility", "written_by_id") VALUES (NEW."answer", NEW."changed_at", NEW."changed_by_id", NEW."created_at", NEW."erased_at", NEW."id", NEW."person_id", NOW(), \'update\', NEW."id", NEW."removed_at", NEW."removed_by_id", NEW."removed_reason", NEW."said_on", NEW."submission", NEW."version", NEW."visibility", NEW."written_by_id"); RETURN NULL;',
                                    hash="7a95798963740a94a3e839f359960e0cdfce7779",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_cd40b",
                                    table="connections_explained",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "interest",
                            pgtrigger.compiler.Trigger(
                                name="interests_stay",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                                    hash="0733a2669dd393bf696965d0d673b012a121ab78",
                                    operation="DELETE",
                                    pgid="pgtrigger_interests_stay_35afd",
                                    table="connections_interest",
                                    when="BEFORE",
                                ),
                            ),
                        ),
                        (
                            "interest",
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "connections_interestevent" ("answer", "changed_at", "changed_by_id", "created_at", "erased_at", "id", "person_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "removed_at", "removed_by_id", "removed_reason", "service_id", "service_words", "submission", "version", "visibility", "words", "written_by_id") VALUES (NEW."answer", NEW."changed_at", NEW."changed_by_id", NEW."created_at", NEW."erased_at", NEW."id", NEW."person_id", NOW(), \'insert\', NEW."id", NEW."removed_at", NEW."removed_by_id", NEW."removed_reason", NEW."service_id", NEW."service_words", NEW."submission", NEW."version", NEW."visibility", NEW."words", NEW."written_by_id"); RETURN NULL;',
                                    hash="53e54695bb2c9dcf7403619eee867df8e72f9fe0",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_4ff84",
                                    table="connections_interest",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "interest",
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "connections_interestevent" ("answer", "changed_at", "changed_by_id", "created_at", "erased_at", "id", "person_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "removed_at", "removed_by_id", "removed_reason", "service_id", "service_words", "submission", "version", "visibility", "words", "written_by_id") VALUES (NEW."answer", NEW."changed_at", NEW."changed_by_id", NEW."created_at", NEW."erased_at", NEW."id", NEW."person_id", NOW(), \'update\', NEW."id", NEW."removed_at", NEW."removed_by_id", NEW."removed_reason", NEW."service_id", NEW."service_words", NEW."submission", NEW."version", NEW."visibility", NEW."words", NEW."written_by_id"); RETURN NULL;',
                                    hash="9f1fe2db43bc513bec7b2fbca93f07f41b3d3cbf",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_5ff64",
                                    table="connections_interest",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "mapcopy",
                            pgtrigger.compiler.Trigger(
                                name="map_copies_stay",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                                    hash="dcc5348461b072b51d4c2637d0cc55ed94849506",
                                    operation="DELETE",
                                    pgid="pgtrigger_map_copies_stay_4d23f",
                                    table="connections_mapcopy",
                                    when="BEFORE",
                                ),
                            ),
                        ),
                        (
                            "mapcopy",
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "connections_mapcopyevent" ("changed_at", "changed_by_id", "created_at", "erased_at", "id", "label", "links_asked", "person_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "removed_at", "removed_by_id", "removed_reason", "submission", "taken_on", "version", "visibility", "written_by_id") VALUES (NEW."changed_at", NEW."changed_by_id", NEW."created_at", NEW."erased_at", NEW."id", NEW."label", NEW."links_asked", NEW."person_id", NOW(), \'insert\', NEW."id", NEW."removed_at", NEW."removed_by_id", NEW."removed_reason", NEW."submission", NEW."taken_on", NEW."version", NEW."visibility", NEW."written_by_id"); RETURN NULL;',
                                    hash="ff75c9db178f1dff8fe62e4bce0b9f431aa221ba",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_ee3df",
                                    table="connections_mapcopy",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "mapcopy",
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "connections_mapcopyevent" ("changed_at", "changed_by_id", "created_at", "erased_at", "id", "label", "links_asked", "person_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "removed_at", "removed_by_id", "removed_reason", "submission", "taken_on", "version", "visibility", "written_by_id") VALUES (NEW."changed_at", NEW."changed_by_id", NEW."created_at", NEW."erased_at", NEW."id", NEW."label", NEW."links_asked", NEW."person_id", NOW(), \'update\', NEW."id", NEW."removed_at", NEW."removed_by_id", NEW."removed_reason", NEW."submission", NEW."taken_on", NEW."version", NEW."visibility", NEW."written_by_id"); RETURN NULL;',
                                    hash="bc27f7207a1e3f4133c53ec097f4342437368825",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_396d3",
                                    table="connections_mapcopy",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "maphelper",
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "connections_maphelperevent" ("account_id", "ends_on", "id", "in_conversation", "made_by_id", "person_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "words") VALUES (NEW."account_id", NEW."ends_on", NEW."id", NEW."in_conversation", NEW."made_by_id", NEW."person_id", NOW(), \'insert\', NEW."id", NEW."starts_on", NEW."words"); RETURN NULL;',
                                    hash="4641051be9022e445a22aff9b9ad99cc1f9ca78e",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_343cb",
                                    table="connections_maphelper",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "maphelper",
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "connections_maphelperevent" ("account_id", "ends_on", "id", "in_conversation", "made_by_id", "person_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "words") VALUES (NEW."account_id", NEW."ends_on", NEW."id", NEW."in_conversation", NEW."made_by_id", NEW."person_id", NOW(), \'update\', NEW."id", NEW."starts_on", NEW."words"); RETURN NULL;',
                                    hash="e1114ade74271d4aa2bd0e5d10729553acf8987d",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_222a7",
                                    table="connections_maphelper",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "mapitem",
                            pgtrigger.compiler.Trigger(
                                name="map_items_stay",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                                    hash="323be47c6bd357ac237bb28b86eae44378f003a0",
                                    operation="DELETE",
                                    pgid="pgtrigger_map_items_stay_b7093",
                                    table="connections_mapitem",
                                    when="BEFORE",
                                ),
                            ),
                        ),
                        (
                            "mapitem",
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "connections_mapitemevent" ("angle", "changed_at", "changed_by_id", "created_at", "ended_as", "ended_on", "ended_words", "erased_at", "gives_me", "helps", "i_give", "id", "note", "person_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "relations", "removed_at", "removed_by_id", "removed_reason", "ring", "service_id", "submission", "version", "visibility", "what", "words", "written_by_id") VALUES (NEW."angle", NEW."changed_at", NEW."changed_by_id", NEW."created_at", NEW."ended_as", NEW."ended_on", NEW."ended_words", NEW."erased_at", NEW."gives_me", NEW."helps", NEW."i_give", NEW."id", NEW."note", NEW."person_id", NOW(), \'insert\', NEW."id", NEW."relations", NEW."removed_at", NEW."removed_by_id", NEW."removed_reason", NEW."ring", NEW."service_id", NEW."submission", NEW."version", NEW."visibility", NEW."what", NEW."words", NEW."written_by_id"); RETURN NULL;',
                                    hash="8d05216e16146fedcb5025a59e10095010995cde",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_a51db",
                                    table="connections_mapitem",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "mapitem",
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "connections_mapitemevent" ("angle", "changed_at", "changed_by_id", "created_at", "ended_as", "ended_on", "ended_words", "erased_at", "gives_me", "helps", "i_give", "id", "note", "person_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "relations", "removed_at", "removed_by_id", "removed_reason", "ring", "service_id", "submission", "version", "visibility", "what", "words", "written_by_id") VALUES (NEW."angle", NEW."changed_at", NEW."changed_by_id", NEW."created_at", NEW."ended_as", NEW."ended_on", NEW."ended_words", NEW."erased_at", NEW."gives_me", NEW."helps", NEW."i_give", NEW."id", NEW."note", NEW."person_id", NOW(), \'update\', NEW."id", NEW."relations", NEW."removed_at", NEW."removed_by_id", NEW."removed_reason", NEW."ring", NEW."service_id", NEW."submission", NEW."version", NEW."visibility", NEW."what", NEW."words", NEW."written_by_id"); RETURN NULL;',
                                    hash="7f81727333de5264f92d252d26b99f8125345ecd",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_e3691",
                                    table="connections_mapitem",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "mapcopyitem",
                            pgtrigger.compiler.Trigger(
                                name="stays_as_it_was",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="1656b028ebe73784ea1eb493da5070b7ead60494",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_stays_as_it_was_b1ea9",
                                    table="connections_mapcopyitem",
                                    when="BEFORE",
                                ),
                            ),
                        ),
                        (
                            "connectingstep",
                            pgtrigger.compiler.Trigger(
                                name="connecting_steps_stay",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                                    hash="df9b5a66f1586334aa6eae7712a4f7c6958c3f77",
                                    operation="DELETE",
                                    pgid="pgtrigger_connecting_steps_stay_e0c3a",
                                    table="connections_connectingstep",
                                    when="BEFORE",
                                ),
                            ),
                        ),
                        (
                            "connectingstep",
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "connections_connectingstepevent" ("barrier_words", "barriers", "changed_at", "changed_by_id", "companion_id", "companion_words", "created_at", "erased_at", "happened_on", "helped_words", "id", "item_id", "person_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "removed_at", "removed_by_id", "removed_reason", "step", "step_words", "submission", "together", "version", "visibility", "vocabulary", "wheel", "words", "written_by_id") VALUES (NEW."barrier_words", NEW."barriers", NEW."changed_at", NEW."changed_by_id", NEW."companion_id", NEW."companion_words", NEW."created_at", NEW."erased_at", NEW."happened_on", NEW."helped_words", NEW."id", NEW."item_id", NEW."person_id", NOW(), \'insert\', NEW."id", NEW."removed_at", NEW."removed_by_id", NEW."removed_reason", NEW."step", NEW."step_words", NEW."submission", NEW."together", NEW."version", NEW."visibility", NEW."vocabulary", NEW."wheel", NEW."words", NEW."written_by_id"); RETURN NULL;',
                                    hash="5eede5c0326ea0f784fe49b608943c506fd70794",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_9de2b",
                                    table="connections_connectingstep",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "connectingstep",
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "connections_connectingstepevent" ("barrier_words", "barriers", "changed_at", "changed_by_id", "companion_id", "companion_words", "created_at", "erased_at", "happened_on", "helped_words", "id", "item_id", "person_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "removed_at", "removed_by_id", "removed_reason", "step", "step_words", "submission", "together", "version", "visibility", "vocabulary", "wheel", "words", "written_by_id") VALUES (NEW."barrier_words", NEW."barriers", NEW."changed_at", NEW."changed_by_id", NEW."companion_id", NEW."companion_words", NEW."created_at", NEW."erased_at", NEW."happened_on", NEW."helped_words", NEW."id", NEW."item_id", NEW."person_id", NOW(), \'update\', NEW."id", NEW."removed_at", NEW."removed_by_id", NEW."removed_reason", NEW."step", NEW."step_words", NEW."submission", NEW."together", NEW."version", NEW."visibility", NEW."vocabulary", NEW."wheel", NEW."words", NEW."written_by_id"); RETURN NULL;',
                                    hash="f7d2cee660e679505f7190dbcaa9dcb23ea6b209",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_6014d",
                                    table="connections_connectingstep",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "maplink",
                            pgtrigger.compiler.Trigger(
                                name="map_links_stay",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                                    hash="95665bc327e27610634ed90eb80e1422703972e3",
                                    operation="DELETE",
                                    pgid="pgtrigger_map_links_stay_c813b",
                                    table="connections_maplink",
                                    when="BEFORE",
                                ),
                            ),
                        ),
                        (
                            "maplink",
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "connections_maplinkevent" ("changed_at", "changed_by_id", "created_at", "id", "one_id", "other_id", "person_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "submission", "unlinked_at", "version", "written_by_id") VALUES (NEW."changed_at", NEW."changed_by_id", NEW."created_at", NEW."id", NEW."one_id", NEW."other_id", NEW."person_id", NOW(), \'insert\', NEW."id", NEW."submission", NEW."unlinked_at", NEW."version", NEW."written_by_id"); RETURN NULL;',
                                    hash="ed6ba1e337183c8f758e5de88c8bf4b823d570a7",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_25f97",
                                    table="connections_maplink",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "maplink",
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "connections_maplinkevent" ("changed_at", "changed_by_id", "created_at", "id", "one_id", "other_id", "person_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "submission", "unlinked_at", "version", "written_by_id") VALUES (NEW."changed_at", NEW."changed_by_id", NEW."created_at", NEW."id", NEW."one_id", NEW."other_id", NEW."person_id", NOW(), \'update\', NEW."id", NEW."submission", NEW."unlinked_at", NEW."version", NEW."written_by_id"); RETURN NULL;',
                                    hash="ddea0e4e8ca5458a1f1aadcd5397fc3b88b26c41",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_49b92",
                                    table="connections_maplink",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "mapcopylink",
                            pgtrigger.compiler.Trigger(
                                name="stays_as_it_was",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="f64e0b0d0e6c289d02e111e79ef838b38330d107",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_stays_as_it_was_2d2a0",
                                    table="connections_mapcopylink",
                                    when="BEFORE",
                                ),
                            ),
                        ),
                        (
                            "mapsuggestion",
                            pgtrigger.compiler.Trigger(
                                name="map_suggestions_stay",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                                    hash="8d7e2b4d2a62b77a3b511f52e6579f5b2402f9ae",
                                    operation="DELETE",
                                    pgid="pgtrigger_map_suggestions_stay_1a502",
                                    table="connections_mapsuggestion",
                                    when="BEFORE",
                                ),
                            ),
                        ),
                        (
                            "mapsuggestion",
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "connections_mapsuggestionevent" ("answer", "answered_at", "changed_at", "changed_by_id", "created_at", "erased_at", "id", "item_id", "person_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "removed_at", "removed_by_id", "removed_reason", "service_id", "submission", "version", "visibility", "what", "why", "words", "written_by_id") VALUES (NEW."answer", NEW."answered_at", NEW."changed_at", NEW."changed_by_id", NEW."created_at", NEW."erased_at", NEW."id", NEW."item_id", NEW."person_id", NOW(), \'insert\', NEW."id", NEW."removed_at", NEW."removed_by_id", NEW."removed_reason", NEW."service_id", NEW."submission", NEW."version", NEW."visibility", NEW."what", NEW."why", NEW."words", NEW."written_by_id"); RETURN NULL;',
                                    hash="c0c13b8239142d4a97e5c54fb7fa0dedd68e1d8e",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_98a60",
                                    table="connections_mapsuggestion",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "mapsuggestion",
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "connections_mapsuggestionevent" ("answer", "answered_at", "changed_at", "changed_by_id", "created_at", "erased_at", "id", "item_id", "person_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "removed_at", "removed_by_id", "removed_reason", "service_id", "submission", "version", "visibility", "what", "why", "words", "written_by_id") VALUES (NEW."answer", NEW."answered_at", NEW."changed_at", NEW."changed_by_id", NEW."created_at", NEW."erased_at", NEW."id", NEW."item_id", NEW."person_id", NOW(), \'update\', NEW."id", NEW."removed_at", NEW."removed_by_id", NEW."removed_reason", NEW."service_id", NEW."submission", NEW."version", NEW."visibility", NEW."what", NEW."why", NEW."words", NEW."written_by_id"); RETURN NULL;',
                                    hash="ba0fa52c103e8f30da6e17150f2c56f4b95680a3",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_4471d",
                                    table="connections_mapsuggestion",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "practicecheck",
                            pgtrigger.compiler.Trigger(
                                name="practice_checks_stay",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                                    hash="7c7fc63649b7555f3156a35b2b13b9a9d215b255",
                                    operation="DELETE",
                                    pgid="pgtrigger_practice_checks_stay_cf7e7",
                                    table="connections_practicecheck",
                                    when="BEFORE",
                                ),
                            ),
                        ),
                        (
                            "practicecheck",
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "connections_practicecheckevent" ("areas_version", "changed_at", "changed_by_id", "created_at", "id", "made_on", "pgh_created_at", "pgh_label", "pgh_obj_id", "submission", "team_id", "version", "written_by_id") VALUES (NEW."areas_version", NEW."changed_at", NEW."changed_by_id", NEW."created_at", NEW."id", NEW."made_on", NOW(), \'insert\', NEW."id", NEW."submission", NEW."team_id", NEW."version", NEW."written_by_id"); RETURN NULL;',
                                    hash="425916e70f83080fc541190c30927b5bd4e3e02d",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_d0b12",
                                    table="connections_practicecheck",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "practicecheck",
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "connections_practicecheckevent" ("areas_version", "changed_at", "changed_by_id", "created_at", "id", "made_on", "pgh_created_at", "pgh_label", "pgh_obj_id", "submission", "team_id", "version", "written_by_id") VALUES (NEW."areas_version", NEW."changed_at", NEW."changed_by_id", NEW."created_at", NEW."id", NEW."made_on", NOW(), \'update\', NEW."id", NEW."submission", NEW."team_id", NEW."version", NEW."written_by_id"); RETURN NULL;',
                                    hash="68e8b962218a97741bafb468d030601c41fcc738",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_c782a",
                                    table="connections_practicecheck",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "practicerating",
                            pgtrigger.compiler.Trigger(
                                name="practice_ratings_stay",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                                    hash="1f13dd91de113cb27a90da403d29ec2d255545f3",
                                    operation="DELETE",
                                    pgid="pgtrigger_practice_ratings_stay_7bbb1",
                                    table="connections_practicerating",
                                    when="BEFORE",
                                ),
                            ),
                        ),
                        (
                            "practicerating",
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "connections_practiceratingevent" ("area", "area_words", "check_made_id", "example", "id", "pgh_created_at", "pgh_label", "pgh_obj_id", "value") VALUES (NEW."area", NEW."area_words", NEW."check_made_id", NEW."example", NEW."id", NOW(), \'insert\', NEW."id", NEW."value"); RETURN NULL;',
                                    hash="7cf45bdc70611b58c3a4aacfe3e947a3a2598785",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_d2b42",
                                    table="connections_practicerating",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "practicerating",
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "connections_practiceratingevent" ("area", "area_words", "check_made_id", "example", "id", "pgh_created_at", "pgh_label", "pgh_obj_id", "value") VALUES (NEW."area", NEW."area_words", NEW."check_made_id", NEW."example", NEW."id", NOW(), \'update\', NEW."id", NEW."value"); RETURN NULL;',
                                    hash="311694fafaf16b6ebe610b4cc25ca40cb1112cd3",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_79c24",
                                    table="connections_practicerating",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "readiness",
                            pgtrigger.compiler.Trigger(
                                name="readiness_stays",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                                    hash="c63cb59d55eb4b3b3d1828c7f2bebc2250fd9adb",
                                    operation="DELETE",
                                    pgid="pgtrigger_readiness_stays_08c6f",
                                    table="connections_readiness",
                                    when="BEFORE",
                                ),
                            ),
                        ),
                        (
                            "readiness",
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "connections_readinessevent" ("changed_at", "changed_by_id", "created_at", "erased_at", "id", "person_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "removed_at", "removed_by_id", "removed_reason", "said_on", "submission", "value", "version", "visibility", "words", "written_by_id") VALUES (NEW."changed_at", NEW."changed_by_id", NEW."created_at", NEW."erased_at", NEW."id", NEW."person_id", NOW(), \'insert\', NEW."id", NEW."removed_at", NEW."removed_by_id", NEW."removed_reason", NEW."said_on", NEW."submission", NEW."value", NEW."version", NEW."visibility", NEW."words", NEW."written_by_id"); RETURN NULL;',
                                    hash="a541e4663779d3c3ddbe40db8ad02b796aff11a1",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_caf1e",
                                    table="connections_readiness",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "readiness",
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "connections_readinessevent" ("changed_at", "changed_by_id", "created_at", "erased_at", "id", "person_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "removed_at", "removed_by_id", "removed_reason", "said_on", "submission", "value", "version", "visibility", "words", "written_by_id") VALUES (NEW."changed_at", NEW."changed_by_id", NEW."created_at", NEW."erased_at", NEW."id", NEW."person_id", NOW(), \'update\', NEW."id", NEW."removed_at", NEW."removed_by_id", NEW."removed_reason", NEW."said_on", NEW."submission", NEW."value", NEW."version", NEW."visibility", NEW."words", NEW."written_by_id"); RETURN NULL;',
                                    hash="abac729c11b470ee030e9df2c81625bc34e04310",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_d01f4",
                                    table="connections_readiness",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "steplabel",
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "connections_steplabelevent" ("changed_at", "changed_by_id", "id", "organisation_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "step", "version", "words") VALUES (NEW."changed_at", NEW."changed_by_id", NEW."id", NEW."organisation_id", NOW(), \'insert\', NEW."id", NEW."step", NEW."version", NEW."words"); RETURN NULL;',
                                    hash="bb96bc7ca966c7268c246451ffa59062cf7f5eb8",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_69426",
                                    table="connections_steplabel",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "steplabel",
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "connections_steplabelevent" ("changed_at", "changed_by_id", "id", "organisation_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "step", "version", "words") VALUES (NEW."changed_at", NEW."changed_by_id", NEW."id", NEW."organisation_id", NOW(), \'update\', NEW."id", NEW."step", NEW."version", NEW."words"); RETURN NULL;',
                                    hash="442a6ba956d89bcbcedb48f38d264991384b2a16",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_63fb2",
                                    table="connections_steplabel",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "tie",
                            pgtrigger.compiler.Trigger(
                                name="ties_stay",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                                    hash="7a3792c8f928085c1ee1d86fb5dcdb99696d7d0f",
                                    operation="DELETE",
                                    pgid="pgtrigger_ties_stay_78ac6",
                                    table="connections_tie",
                                    when="BEFORE",
                                ),
                            ),
                        ),
                        (
                            "tie",
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "connections_tieevent" ("changed_at", "changed_by_id", "created_at", "erased_at", "id", "item_id", "origin", "origin_words", "person_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "removed_at", "removed_by_id", "removed_reason", "renewed", "since", "submission", "version", "visibility", "written_by_id") VALUES (NEW."changed_at", NEW."changed_by_id", NEW."created_at", NEW."erased_at", NEW."id", NEW."item_id", NEW."origin", NEW."origin_words", NEW."person_id", NOW(), \'insert\', NEW."id", NEW."removed_at", NEW."removed_by_id", NEW."removed_reason", NEW."renewed", NEW."since", NEW."submission", NEW."version", NEW."visibility", NEW."written_by_id"); RETURN NULL;',
                                    hash="97ad41c64456d6aada5cbc73116409d9506e798c",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_c91d5",
                                    table="connections_tie",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "tie",
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "connections_tieevent" ("changed_at", "changed_by_id", "created_at", "erased_at", "id", "item_id", "origin", "origin_words", "person_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "removed_at", "removed_by_id", "removed_reason", "renewed", "since", "submission", "version", "visibility", "written_by_id") VALUES (NEW."changed_at", NEW."changed_by_id", NEW."created_at", NEW."erased_at", NEW."id", NEW."item_id", NEW."origin", NEW."origin_words", NEW."person_id", NOW(), \'update\', NEW."id", NEW."removed_at", NEW."removed_by_id", NEW."removed_reason", NEW."renewed", NEW."since", NEW."submission", NEW."version", NEW."visibility", NEW."written_by_id"); RETURN NULL;',
                                    hash="66f356269e5fb53d21c1ff04d0f61f616971f47b",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_6d895",
                                    table="connections_tie",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "tieview",
                            pgtrigger.compiler.Trigger(
                                name="tie_views_stay",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                                    hash="1b2f6840400ead07cbc0df3b8fcaa73d9ac7028a",
                                    operation="DELETE",
                                    pgid="pgtrigger_tie_views_stay_fa1dd",
                                    table="connections_tieview",
                                    when="BEFORE",
                                ),
                            ),
                        ),
                        (
                            "tieview",
                            pgtrigger.compiler.Trigger(
                                name="tie_view_stays_whose_it_is",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition='WHEN (OLD."side" IS DISTINCT FROM (NEW."side") OR OLD."tie_id" IS DISTINCT FROM (NEW."tie_id") OR OLD."person_id" IS DISTINCT FROM (NEW."person_id") OR OLD."written_by_id" IS DISTINCT FROM (NEW."written_by_id"))',
                                    func="RAISE EXCEPTION 'A view stays with whoever wrote it: add another one.';",
                                    hash="48885e5d4cb3c5a5775a10a2783e2fd96241adf0",
                                    operation="UPDATE",
                                    pgid="pgtrigger_tie_view_stays_whose_it_is_186cf",
                                    table="connections_tieview",
                                    when="BEFORE",
                                ),
                            ),
                        ),
                        (
                            "tieview",
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "connections_tieviewevent" ("anyway", "changed_at", "changed_by_id", "created_at", "first_contact", "ground", "helped_by", "id", "idea", "part", "person_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "side", "tie_id", "version", "words", "written_by_id") VALUES (NEW."anyway", NEW."changed_at", NEW."changed_by_id", NEW."created_at", NEW."first_contact", NEW."ground", NEW."helped_by", NEW."id", NEW."idea", NEW."part", NEW."person_id", NOW(), \'insert\', NEW."id", NEW."side", NEW."tie_id", NEW."version", NEW."words", NEW."written_by_id"); RETURN NULL;',
                                    hash="67d5d3ba062be75b8310bb2569db88da2e36611a",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_2dcd2",
                                    table="connections_tieview",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "tieview",
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "connections_tieviewevent" ("anyway", "changed_at", "changed_by_id", "created_at", "first_contact", "ground", "helped_by", "id", "idea", "part", "person_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "side", "tie_id", "version", "words", "written_by_id") VALUES (NEW."anyway", NEW."changed_at", NEW."changed_by_id", NEW."created_at", NEW."first_contact", NEW."ground", NEW."helped_by", NEW."id", NEW."idea", NEW."part", NEW."person_id", NOW(), \'update\', NEW."id", NEW."side", NEW."tie_id", NEW."version", NEW."words", NEW."written_by_id"); RETURN NULL;',
                                    hash="d115ee056ac4f69cfce22c1877ad2b92c61ddad9",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_d0ea0",
                                    table="connections_tieview",
                                    when="AFTER",
                                ),
                            ),
                        ),
                    ],
                ),
            ],
        ),
    ]
