import datetime

import django.contrib.postgres.fields
import django.contrib.postgres.indexes
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
        ("ledger", "0001_initial"),
    ]

    operations = [
        ownwords.ledger.operations.Together(
            operations=[
                migrations.CreateModel(
                    name="Organisation",
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
                        ("name", models.CharField(max_length=200, unique=True)),
                    ],
                ),
                migrations.CreateModel(
                    name="Account",
                    fields=[
                        ("password", models.CharField(max_length=128, verbose_name="password")),
                        (
                            "last_login",
                            models.DateTimeField(blank=True, null=True, verbose_name="last login"),
                        ),
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
                            "signin_name",
                            models.CharField(max_length=150, unique=True, verbose_name="sign-in name"),
                        ),
                        (
                            "email",
                            models.EmailField(
                                blank=True,
                                max_length=254,
                                null=True,
                                unique=True,
                                verbose_name="e-mail address",
                            ),
                        ),
                        ("name", models.CharField(max_length=200, verbose_name="name")),
                        ("is_active", models.BooleanField(default=True)),
                        (
                            "created_at",
                            models.DateTimeField(default=django.utils.timezone.now, editable=False),
                        ),
                        ("closed_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "made_up",
                            models.BooleanField(
                                default=False, help_text="Belongs to the demonstration service."
                            ),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="accounts",
                                to="people.organisation",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("closed_at__isnull", True), ("is_active", True)),
                                    models.Q(("closed_at__isnull", False), ("is_active", False)),
                                    _connector="OR",
                                ),
                                name="account_closed_has_its_moment",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="OrganisationEvent",
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
                        ("name", models.CharField(max_length=200)),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="people.organisation",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Person",
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
                            "called",
                            models.CharField(max_length=200, verbose_name="name you wish to be called"),
                        ),
                        ("sort_key", models.CharField(editable=False, max_length=400)),
                        ("pronouns", models.CharField(blank=True, max_length=60)),
                        ("full_name", models.CharField(blank=True, max_length=300)),
                        ("date_of_birth", models.DateField(blank=True, null=True)),
                        ("nhs_number", models.CharField(blank=True, max_length=10, null=True)),
                        ("email", models.EmailField(blank=True, max_length=254)),
                        ("phone", models.CharField(blank=True, max_length=60)),
                        ("contact_wishes", models.TextField(blank=True)),
                        ("language", models.CharField(blank=True, max_length=100)),
                        ("interpreter", models.BooleanField(blank=True, null=True)),
                        ("interpreter_words", models.CharField(blank=True, max_length=300)),
                        (
                            "needs",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=60),
                                blank=True,
                                default=list,
                                size=None,
                            ),
                        ),
                        ("needs_words", models.TextField(blank=True)),
                        ("ethnicity_code", models.CharField(blank=True, max_length=2)),
                        ("ethnicity_words", models.CharField(blank=True, max_length=300)),
                        (
                            "default_visibility",
                            models.CharField(
                                choices=[
                                    ("me", "Only me"),
                                    ("named", "Me and the people I name"),
                                    ("team", "Me and my team"),
                                ],
                                default="team",
                                max_length=10,
                            ),
                        ),
                        ("notices_of_looks", models.BooleanField(default=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        (
                            "created_at",
                            models.DateTimeField(default=django.utils.timezone.now, editable=False),
                        ),
                        ("changed_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("changed_by_id", models.UUIDField(null=True)),
                        (
                            "account",
                            models.OneToOneField(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="person",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="people",
                                to="people.organisation",
                            ),
                        ),
                    ],
                    options={
                        "indexes": [
                            django.contrib.postgres.indexes.GinIndex(
                                fields=["sort_key"], name="person_sort_trgm", opclasses=["gin_trgm_ops"]
                            ),
                            models.Index(fields=["organisation", "sort_key", "id"], name="person_sort"),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("nhs_number__isnull", True),
                                    ("nhs_number__regex", "^[0-9]{10}$"),
                                    _connector="OR",
                                ),
                                name="person_nhs_number_ten_digits",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("called", ""), _negated=True), name="person_has_a_name"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("date_of_birth__isnull", True),
                                    ("date_of_birth__gte", datetime.date(1890, 1, 1)),
                                    _connector="OR",
                                ),
                                name="person_born_after_1889",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("default_visibility__in", ["me", "named", "team"])),
                                name="person_visibility_known",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("nhs_number__isnull", False)),
                                fields=("organisation", "nhs_number"),
                                name="person_nhs_number_once",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PersonEvent",
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
                            "called",
                            models.CharField(max_length=200, verbose_name="name you wish to be called"),
                        ),
                        ("sort_key", models.CharField(editable=False, max_length=400)),
                        ("pronouns", models.CharField(blank=True, max_length=60)),
                        ("full_name", models.CharField(blank=True, max_length=300)),
                        ("date_of_birth", models.DateField(blank=True, null=True)),
                        ("nhs_number", models.CharField(blank=True, max_length=10, null=True)),
                        ("email", models.EmailField(blank=True, max_length=254)),
                        ("phone", models.CharField(blank=True, max_length=60)),
                        ("contact_wishes", models.TextField(blank=True)),
                        ("language", models.CharField(blank=True, max_length=100)),
                        ("interpreter", models.BooleanField(blank=True, null=True)),
                        ("interpreter_words", models.CharField(blank=True, max_length=300)),
                        (
                            "needs",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=60),
                                blank=True,
                                default=list,
                                size=None,
                            ),
                        ),
                        ("needs_words", models.TextField(blank=True)),
                        ("ethnicity_code", models.CharField(blank=True, max_length=2)),
                        ("ethnicity_words", models.CharField(blank=True, max_length=300)),
                        (
                            "default_visibility",
                            models.CharField(
                                choices=[
                                    ("me", "Only me"),
                                    ("named", "Me and the people I name"),
                                    ("team", "Me and my team"),
                                ],
                                default="team",
                                max_length=10,
                            ),
                        ),
                        ("notices_of_looks", models.BooleanField(default=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        (
                            "created_at",
                            models.DateTimeField(default=django.utils.timezone.now, editable=False),
                        ),
                        ("changed_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("changed_by_id", models.UUIDField(null=True)),
                        (
                            "account",
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
                                to="people.person",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Team",
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
                        ("name", models.CharField(max_length=200)),
                        ("phone", models.CharField(blank=True, max_length=40)),
                        ("hours", models.CharField(blank=True, max_length=200)),
                        (
                            "organisation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="teams",
                                to="people.organisation",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("organisation", "name"), name="team_name_once_an_organisation"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Placement",
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
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="placements",
                                to="people.person",
                            ),
                        ),
                        (
                            "team",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="placements",
                                to="people.team",
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
                                name="people_placement_ends_after_start",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("ends_on__isnull", True)),
                                fields=("person", "team"),
                                name="placement_open_once",
                            ),
                        ],
                        "indexes": [models.Index(fields=["team", "person"], name="placement_team_person")],
                    },
                ),
                migrations.CreateModel(
                    name="PlacementEvent",
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
                                to="people.placement",
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
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Relationship",
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
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("named_worker", "Named worker"),
                                    ("peer_worker", "Peer worker"),
                                    ("supporter", "Supporter"),
                                ],
                                max_length=20,
                            ),
                        ),
                        (
                            "label",
                            models.CharField(
                                blank=True, help_text="In the person's words: my sister.", max_length=100
                            ),
                        ),
                        (
                            "account",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="relationships",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="relationships",
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
                                name="people_relationship_ends_after_start",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("kind__in", ["named_worker", "peer_worker", "supporter"])
                                ),
                                name="relationship_kind_known",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("ends_on__isnull", True)),
                                fields=("person", "account", "kind"),
                                name="relationship_open_once",
                            ),
                        ],
                        "indexes": [
                            models.Index(fields=["account", "kind"], name="relationship_account_kind")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="RelationshipEvent",
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
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("named_worker", "Named worker"),
                                    ("peer_worker", "Peer worker"),
                                    ("supporter", "Supporter"),
                                ],
                                max_length=20,
                            ),
                        ),
                        (
                            "label",
                            models.CharField(
                                blank=True, help_text="In the person's words: my sister.", max_length=100
                            ),
                        ),
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
                                to="people.relationship",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="TeamEvent",
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
                        ("name", models.CharField(max_length=200)),
                        ("phone", models.CharField(blank=True, max_length=40)),
                        ("hours", models.CharField(blank=True, max_length=200)),
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
                                to="people.team",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Appointment",
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
                        (
                            "role",
                            models.CharField(
                                choices=[("researcher", "Researcher"), ("administrator", "Administrator")],
                                max_length=20,
                            ),
                        ),
                        (
                            "account",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="appointments",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="appointments",
                                to="people.organisation",
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
                                name="people_appointment_ends_after_start",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("role__in", ["researcher", "administrator"])),
                                name="appointment_role_known",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("ends_on__isnull", True)),
                                fields=("account", "organisation", "role"),
                                name="appointment_open_once",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Invitation",
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
                        (
                            "whom",
                            models.CharField(
                                choices=[
                                    ("person", "the person themselves"),
                                    ("supporter", "a supporter"),
                                    ("staff", "a member of staff"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("name", models.CharField(max_length=200)),
                        ("email", models.EmailField(blank=True, max_length=254, null=True)),
                        ("label", models.CharField(blank=True, max_length=100)),
                        ("made_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("expires_at", models.DateTimeField()),
                        ("used_at", models.DateTimeField(blank=True, null=True)),
                        ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "account",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="invitations",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "made_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="invitations_made",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="invitations",
                                to="people.person",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("used_at__isnull", True), ("withdrawn_at__isnull", True), _connector="OR"
                                ),
                                name="invitation_used_or_withdrawn_not_both",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("account__isnull", False),
                                        ("person__isnull", True),
                                        ("whom", "staff"),
                                    ),
                                    models.Q(
                                        ("person__isnull", False), ("whom__in", ["person", "supporter"])
                                    ),
                                    _connector="OR",
                                ),
                                name="invitation_points_at_the_right_thing",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Membership",
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
                        (
                            "role",
                            models.CharField(
                                choices=[
                                    ("worker", "Worker"),
                                    ("peer_worker", "Peer worker"),
                                    ("team_lead", "Team lead"),
                                ],
                                max_length=20,
                            ),
                        ),
                        (
                            "account",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="memberships",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "team",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="memberships",
                                to="people.team",
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
                                name="people_membership_ends_after_start",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("role__in", ["worker", "peer_worker", "team_lead"])),
                                name="membership_role_known",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("ends_on__isnull", True)),
                                fields=("account", "team", "role"),
                                name="membership_open_once",
                            ),
                        ],
                        "indexes": [models.Index(fields=["team", "role"], name="membership_team_role")],
                    },
                ),
                migrations.CreateModel(
                    name="MembershipEvent",
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
                        (
                            "role",
                            models.CharField(
                                choices=[
                                    ("worker", "Worker"),
                                    ("peer_worker", "Peer worker"),
                                    ("team_lead", "Team lead"),
                                ],
                                max_length=20,
                            ),
                        ),
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
                                to="people.membership",
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
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="AppointmentEvent",
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
                        (
                            "role",
                            models.CharField(
                                choices=[("researcher", "Researcher"), ("administrator", "Administrator")],
                                max_length=20,
                            ),
                        ),
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
                                to="people.appointment",
                            ),
                        ),
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
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="AccountEvent",
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
                        ("signin_name", models.CharField(max_length=150, verbose_name="sign-in name")),
                        (
                            "email",
                            models.EmailField(
                                blank=True, max_length=254, null=True, verbose_name="e-mail address"
                            ),
                        ),
                        ("name", models.CharField(max_length=200, verbose_name="name")),
                        ("is_active", models.BooleanField(default=True)),
                        (
                            "created_at",
                            models.DateTimeField(default=django.utils.timezone.now, editable=False),
                        ),
                        ("closed_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "made_up",
                            models.BooleanField(
                                default=False, help_text="Belongs to the demonstration service."
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="people.organisation",
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
                            "organisation",
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "people_organisationevent" ("id", "name", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."id", NEW."name", NOW(), \'insert\', NEW."id"); RETURN NULL;',
                                    hash="ff0f81385bc98b8498c185e9cb169b02ae60530f",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_d087f",
                                    table="people_organisation",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "organisation",
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "people_organisationevent" ("id", "name", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."id", NEW."name", NOW(), \'update\', NEW."id"); RETURN NULL;',
                                    hash="7e9e52bf1f95c09db3321caa272af35cd5c9284b",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_c3fee",
                                    table="people_organisation",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "appointment",
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "people_appointmentevent" ("account_id", "ends_on", "id", "organisation_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "starts_on") VALUES (NEW."account_id", NEW."ends_on", NEW."id", NEW."organisation_id", NOW(), \'insert\', NEW."id", NEW."role", NEW."starts_on"); RETURN NULL;',
                                    hash="2bb8b2ac7135f5bd2f3aea7bbffac03814cf9ce7",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_f73ac",
                                    table="people_appointment",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "appointment",
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "people_appointmentevent" ("account_id", "ends_on", "id", "organisation_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "starts_on") VALUES (NEW."account_id", NEW."ends_on", NEW."id", NEW."organisation_id", NOW(), \'update\', NEW."id", NEW."role", NEW."starts_on"); RETURN NULL;',
                                    hash="621d53c8bbce26826d3779c104db634a919d4fa1",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_a7dd2",
                                    table="people_appointment",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "account",
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "people_accountevent" ("closed_at", "created_at", "email", "id", "is_active", "made_up", "name", "organisation_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "signin_name") VALUES (NEW."closed_at", NEW."created_at", NEW."email", NEW."id", NEW."is_active", NEW."made_up", NEW."name", NEW."organisation_id", NOW(), \'insert\', NEW."id", NEW."signin_name"); RETURN NULL;',
                                    hash="baddb9855bd1d9ddca01c98921002024402724ad",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_1b204",
                                    table="people_account",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "account",
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition='WHEN (OLD."closed_at" IS DISTINCT FROM (NEW."closed_at") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."email" IS DISTINCT FROM (NEW."email") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_active" IS DISTINCT FROM (NEW."is_active") OR OLD."made_up" IS DISTINCT FROM (NEW."made_up") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."organisation_id" IS DISTINCT FROM (NEW."organisation_id") OR OLD."signin_name" IS DISTINCT FROM (NEW."signin_name"))',
                                    func='INSERT INTO "people_accountevent" ("closed_at", "created_at", "email", "id", "is_active", "made_up", "name", "organisation_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "signin_name") VALUES (NEW."closed_at", NEW."created_at", NEW."email", NEW."id", NEW."is_active", NEW."made_up", NEW."name", NEW."organisation_id", NOW(), \'update\', NEW."id", NEW."signin_name"); RETURN NULL;',
                                    hash="262150d0a5422e15129cf4c820d53b926cbb3c3b",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_7c7a1",
                                    table="people_account",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "person",
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "people_personevent" ("account_id", "called", "changed_at", "changed_by_id", "contact_wishes", "created_at", "date_of_birth", "default_visibility", "email", "ethnicity_code", "ethnicity_words", "full_name", "id", "interpreter", "interpreter_words", "language", "needs", "needs_words", "nhs_number", "notices_of_looks", "organisation_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "pronouns", "sort_key", "version") VALUES (NEW."account_id", NEW."called", NEW."changed_at", NEW."changed_by_id", NEW."contact_wishes", NEW."created_at", NEW."date_of_birth", NEW."default_visibility", NEW."email", NEW."ethnicity_code", NEW."ethnicity_words", NEW."full_name", NEW."id", NEW."interpreter", NEW."interpreter_words", NEW."language", NEW."needs", NEW."needs_words", NEW."nhs_number", NEW."notices_of_looks", NEW."organisation_id", NOW(), \'insert\', NEW."id", NEW."phone", NEW."pronouns", NEW."sort_key", NEW."version"); RETURN NULL;',
                                    hash="0a05e2b2b05a08df42e9a682ab954fea0aa64bc6",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_65688",
                                    table="people_person",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "person",
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "people_personevent" ("account_id", "called", "changed_at", "changed_by_id", "contact_wishes", "created_at", "date_of_birth", "default_visibility", "email", "ethnicity_code", "ethnicity_words", "full_name", "id", "interpreter", "interpreter_words", "language", "needs", "needs_words", "nhs_number", "notices_of_looks", "organisation_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "pronouns", "sort_key", "version") VALUES (NEW."account_id", NEW."called", NEW."changed_at", NEW."changed_by_id", NEW."contact_wishes", NEW."created_at", NEW."date_of_birth", NEW."default_visibility", NEW."email", NEW."ethnicity_code", NEW."ethnicity_words", NEW."full_name", NEW."id", NEW."interpreter", NEW."interpreter_words", NEW."language", NEW."needs", NEW."needs_words", NEW."nhs_number", NEW."notices_of_looks", NEW."organisation_id", NOW(), \'update\', NEW."id", NEW."phone", NEW."pronouns", NEW."sort_key", NEW."version"); RETURN NULL;',
                                    hash="ba699bc9b2211778fe4338e2153b1f39307afb45",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_de829",
                                    table="people_person",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "relationship",
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "people_relationshipevent" ("account_id", "ends_on", "id", "kind", "label", "person_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on") VALUES (NEW."account_id", NEW."ends_on", NEW."id", NEW."kind", NEW."label", NEW."person_id", NOW(), \'insert\', NEW."id", NEW."starts_on"); RETURN NULL;',
                                    hash="f00571bc789e1e4e323bb1f38ba25c7e50de7495",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_07fb7",
                                    table="people_relationship",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "relationship",
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "people_relationshipevent" ("account_id", "ends_on", "id", "kind", "label", "person_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on") VALUES (NEW."account_id", NEW."ends_on", NEW."id", NEW."kind", NEW."label", NEW."person_id", NOW(), \'update\', NEW."id", NEW."starts_on"); RETURN NULL;',
                                    hash="76f2e2398cf79b200b96907b45c29226c8909517",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_4eff7",
                                    table="people_relationship",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "team",
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "people_teamevent" ("hours", "id", "name", "organisation_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone") VALUES (NEW."hours", NEW."id", NEW."name", NEW."organisation_id", NOW(), \'insert\', NEW."id", NEW."phone"); RETURN NULL;',
                                    hash="89b160bf80c783b28fcc167999112de3eed8939f",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_344e5",
                                    table="people_team",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "team",
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "people_teamevent" ("hours", "id", "name", "organisation_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone") VALUES (NEW."hours", NEW."id", NEW."name", NEW."organisation_id", NOW(), \'update\', NEW."id", NEW."phone"); RETURN NULL;',
                                    hash="0daa50cab0f16ca8f101719eba8c54272f4ca56c",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_cda79",
                                    table="people_team",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "placement",
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "people_placementevent" ("ends_on", "id", "person_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "team_id") VALUES (NEW."ends_on", NEW."id", NEW."person_id", NOW(), \'insert\', NEW."id", NEW."starts_on", NEW."team_id"); RETURN NULL;',
                                    hash="786804bc805673ddf78c41d10ca0c367ad62c380",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_16704",
                                    table="people_placement",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "placement",
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "people_placementevent" ("ends_on", "id", "person_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "team_id") VALUES (NEW."ends_on", NEW."id", NEW."person_id", NOW(), \'update\', NEW."id", NEW."starts_on", NEW."team_id"); RETURN NULL;',
                                    hash="0966c2fc1bc022c7ea926dd2dc25f1fb53d1fc2b",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_f431c",
                                    table="people_placement",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "membership",
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "people_membershipevent" ("account_id", "ends_on", "id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "starts_on", "team_id") VALUES (NEW."account_id", NEW."ends_on", NEW."id", NOW(), \'insert\', NEW."id", NEW."role", NEW."starts_on", NEW."team_id"); RETURN NULL;',
                                    hash="e9c60d616ec12cac2154ccac39c88424ba249679",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_6bbf7",
                                    table="people_membership",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "membership",
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "people_membershipevent" ("account_id", "ends_on", "id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "starts_on", "team_id") VALUES (NEW."account_id", NEW."ends_on", NEW."id", NOW(), \'update\', NEW."id", NEW."role", NEW."starts_on", NEW."team_id"); RETURN NULL;',
                                    hash="adde7f015b63df82306ed146a2c54cff0defde22",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_c12bb",
                                    table="people_membership",
                                    when="AFTER",
                                ),
                            ),
                        ),
                    ],
                ),
            ],
        ),
    ]
