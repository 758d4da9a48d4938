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
        ("people", "0001_initial"),
        ("people", "__first__"),
    ]

    operations = [
        ownwords.ledger.operations.Together(
            operations=[
                migrations.CreateModel(
                    name="Entry",
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
                                    ("meaning", "What recovery means to me"),
                                    ("matters", "What matters to me"),
                                    ("people", "People and roles"),
                                    ("identity", "Who I am"),
                                    ("story", "Life story"),
                                    ("helped", "What has helped before"),
                                    ("worse", "What has made things worse"),
                                    ("preference", "How I want to be supported"),
                                    ("boundary", "Boundaries and privacy"),
                                    ("crisis", "In a crisis"),
                                    ("understanding", "The worker's understanding"),
                                    ("strength", "Strength"),
                                    ("goal", "Goal"),
                                    ("conversation", "Conversation"),
                                    ("note", "Something I want kept"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("words", models.TextField()),
                        ("original_words", models.TextField(editable=False)),
                        (
                            "said_by",
                            models.CharField(
                                choices=[
                                    ("person", "the person"),
                                    ("worker", "a worker"),
                                    ("family", "family or a friend"),
                                    ("peer", "a peer"),
                                ],
                                default="person",
                                max_length=10,
                            ),
                        ),
                        ("said_by_name", models.CharField(blank=True, max_length=200)),
                        (
                            "about",
                            models.CharField(
                                blank=True,
                                help_text="Name, prompt or subject that the words belong to.",
                                max_length=200,
                            ),
                        ),
                        (
                            "rewording",
                            models.TextField(
                                blank=True, help_text="A professional's wording, beside the person's own."
                            ),
                        ),
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
                        (
                            "tags",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=30),
                                blank=True,
                                default=list,
                                size=None,
                            ),
                        ),
                        ("tag_words", models.CharField(blank=True, max_length=200)),
                        (
                            "standing",
                            models.CharField(
                                choices=[
                                    ("own", "the person's own"),
                                    ("offered", "offered, not yet answered"),
                                    ("kept", "kept by the person"),
                                    ("not_quite", "not quite, says the person"),
                                    ("declined", "declined by the person"),
                                ],
                                default="own",
                                max_length=10,
                            ),
                        ),
                        (
                            "answer_words",
                            models.TextField(blank=True, help_text="What the person said when answering."),
                        ),
                        ("happened_on", models.DateField(blank=True, null=True)),
                        (
                            "happened_words",
                            models.CharField(
                                blank=True, help_text="When it was, in own words.", max_length=100
                            ),
                        ),
                        ("approach", models.CharField(blank=True, max_length=20)),
                        ("not_read_aloud", models.BooleanField(default=False)),
                        ("position", models.PositiveIntegerField(blank=True, null=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        (
                            "created_at",
                            models.DateTimeField(default=django.utils.timezone.now, editable=False),
                        ),
                        ("changed_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("changed_by_id", models.UUIDField()),
                        ("removed_at", models.DateTimeField(blank=True, null=True)),
                        ("removed_by_id", models.UUIDField(blank=True, null=True)),
                        ("removed_reason", models.TextField(blank=True)),
                        ("erased_at", models.DateTimeField(blank=True, null=True)),
                        ("submission", models.UUIDField(blank=True, editable=False, null=True)),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="entries",
                                to="people.person",
                            ),
                        ),
                        (
                            "rewording_by",
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
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "indexes": [
                            models.Index(fields=["person", "kind", "-created_at"], name="entry_person_kind"),
                            models.Index(fields=["person", "-created_at"], name="entry_person_created"),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("submission__isnull", False)),
                                fields=("written_by", "submission"),
                                name="entry_saved_once_a_submission",
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
                                name="entry_removed_by_whom_when_and_why",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("rewording", ""), ("rewording_by__isnull", True)),
                                    models.Q(
                                        models.Q(("rewording", ""), _negated=True),
                                        ("rewording_by__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="entry_rewording_has_its_author",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "kind__in",
                                        [
                                            "meaning",
                                            "matters",
                                            "people",
                                            "identity",
                                            "story",
                                            "helped",
                                            "worse",
                                            "preference",
                                            "boundary",
                                            "crisis",
                                            "understanding",
                                            "strength",
                                            "goal",
                                            "conversation",
                                            "note",
                                        ],
                                    )
                                ),
                                name="entry_kind_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("visibility__in", ["me", "named", "team"])),
                                name="entry_visibility_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("said_by__in", ["person", "worker", "family", "peer"])),
                                name="entry_said_by_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("standing__in", ["own", "offered", "kept", "not_quite", "declined"])
                                ),
                                name="entry_standing_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("words", ""), _negated=True),
                                    ("erased_at__isnull", False),
                                    _connector="OR",
                                ),
                                name="entry_has_words",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Conversation",
                    fields=[
                        (
                            "entry",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                primary_key=True,
                                related_name="conversation",
                                serialize=False,
                                to="record.entry",
                            ),
                        ),
                        ("template", models.CharField(max_length=60)),
                        ("template_edition", models.CharField(blank=True, max_length=60)),
                        ("held_on", models.DateField(default=django.utils.timezone.localdate)),
                        ("place", models.CharField(blank=True, max_length=200)),
                        (
                            "answers",
                            models.JSONField(
                                blank=True,
                                default=list,
                                help_text='[{"step": …, "voice": "person"|"worker", "words": …}]',
                            ),
                        ),
                        ("still_disagree", models.BooleanField(default=False)),
                        ("look_again_on", models.DateField(blank=True, null=True)),
                    ],
                ),
                migrations.CreateModel(
                    name="Goal",
                    fields=[
                        (
                            "entry",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                primary_key=True,
                                related_name="goal",
                                serialize=False,
                                to="record.entry",
                            ),
                        ),
                        (
                            "origin",
                            models.CharField(
                                choices=[
                                    ("person", "My own idea"),
                                    ("together", "We thought of it together"),
                                    ("family", "Family or friends"),
                                    ("worker", "A worker's idea"),
                                    ("service", "A rule of the service"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("origin_name", models.CharField(blank=True, max_length=200)),
                        (
                            "kind_by_person",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("personal", "About the life I want"),
                                    ("clinical", "About symptoms or treatment"),
                                    ("service", "About what the service needs"),
                                    ("unsure", "Not sure"),
                                ],
                                max_length=10,
                            ),
                        ),
                        (
                            "kind_by_worker",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("personal", "About the life I want"),
                                    ("clinical", "About symptoms or treatment"),
                                    ("service", "About what the service needs"),
                                    ("unsure", "Not sure"),
                                ],
                                max_length=10,
                            ),
                        ),
                        (
                            "whose",
                            models.CharField(
                                choices=[("mine", "Mine"), ("ours", "Ours"), ("asked", "Asked of me")],
                                default="mine",
                                max_length=10,
                            ),
                        ),
                        ("whose_names", models.CharField(blank=True, max_length=300)),
                        (
                            "direction",
                            models.CharField(
                                blank=True,
                                choices=[("towards", "Towards something"), ("away", "Away from something")],
                                max_length=10,
                            ),
                        ),
                        ("why", models.TextField(blank=True)),
                        ("importance", models.PositiveSmallIntegerField(blank=True, null=True)),
                        ("confidence", models.PositiveSmallIntegerField(blank=True, null=True)),
                        ("a_bit", models.TextField(blank=True)),
                        ("hoped", models.TextField(blank=True)),
                        ("more_than_hoped", models.TextField(blank=True)),
                        (
                            "obstacles",
                            models.JSONField(
                                blank=True, default=list, help_text='[{"obstacle": …, "then": …}]'
                            ),
                        ),
                        (
                            "needs",
                            models.JSONField(blank=True, default=list, help_text='[{"kind": …, "words": …}]'),
                        ),
                        ("review_on", models.DateField(blank=True, null=True)),
                        (
                            "outcome",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("met", "It happened"),
                                    ("partly", "It happened in part"),
                                    ("changed", "I changed my mind"),
                                    ("parked", "Parked for now"),
                                    ("not_mine", "Not mine any more"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("outcome_words", models.TextField(blank=True)),
                        ("outcome_at", models.DateTimeField(blank=True, null=True)),
                        ("outcome_by_id", models.UUIDField(blank=True, null=True)),
                    ],
                    options={
                        "indexes": [
                            models.Index(
                                condition=models.Q(("outcome", "")),
                                fields=["review_on"],
                                name="goal_review_due",
                            )
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("origin__in", ["person", "together", "family", "worker", "service"])
                                ),
                                name="goal_says_whose_idea",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("kind_by_person__in", ["", "personal", "clinical", "service", "unsure"]),
                                    ("kind_by_worker__in", ["", "personal", "clinical", "service", "unsure"]),
                                ),
                                name="goal_kind_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("importance__isnull", True),
                                    models.Q(("importance__gte", 0), ("importance__lte", 10)),
                                    _connector="OR",
                                ),
                                name="goal_importance_0_to_10",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("confidence__isnull", True),
                                    models.Q(("confidence__gte", 0), ("confidence__lte", 10)),
                                    _connector="OR",
                                ),
                                name="goal_confidence_0_to_10",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("outcome", ""),
                                        ("outcome_at__isnull", True),
                                        ("outcome_by_id__isnull", True),
                                    ),
                                    models.Q(
                                        ("outcome__in", ["met", "partly", "changed", "parked", "not_mine"]),
                                        ("outcome_at__isnull", False),
                                        ("outcome_by_id__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="goal_ended_by_whom_and_when",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Preference",
                    fields=[
                        (
                            "entry",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                primary_key=True,
                                related_name="preference",
                                serialize=False,
                                to="record.entry",
                            ),
                        ),
                        ("subject", models.CharField(blank=True, max_length=40)),
                        ("not_wanted", models.TextField(blank=True)),
                        ("why", models.TextField(blank=True)),
                        (
                            "force",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("must", "This must be so"),
                                    ("prefer", "I would rather"),
                                    ("open", "I am open about this"),
                                ],
                                max_length=10,
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="Strength",
                    fields=[
                        (
                            "entry",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                primary_key=True,
                                related_name="strength",
                                serialize=False,
                                to="record.entry",
                            ),
                        ),
                        ("domain", models.CharField(blank=True, max_length=40)),
                        ("domain_words", models.CharField(blank=True, max_length=100)),
                        (
                            "time",
                            models.CharField(
                                choices=[
                                    ("now", "What I have now"),
                                    ("before", "What has worked before"),
                                    ("build", "What I want to build on"),
                                ],
                                default="now",
                                max_length=10,
                            ),
                        ),
                        (
                            "category",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("individual", "Of my own"),
                                    ("interpersonal", "Between people"),
                                    ("environmental", "Around me"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("example", models.TextField(blank=True)),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("domain", ""), _negated=True),
                                    models.Q(("domain_words", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="strength_has_a_domain",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("time__in", ["now", "before", "build"])),
                                name="strength_time_known",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Draft",
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
                        ("form", models.CharField(max_length=200)),
                        ("fields", models.JSONField(default=dict)),
                        ("kept_at", models.DateTimeField(default=django.utils.timezone.now)),
                        (
                            "account",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="drafts",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to="people.person",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("account", "person", "form"), name="draft_one_a_form"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="EntryEvent",
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
                            "kind",
                            models.CharField(
                                choices=[
                                    ("meaning", "What recovery means to me"),
                                    ("matters", "What matters to me"),
                                    ("people", "People and roles"),
                                    ("identity", "Who I am"),
                                    ("story", "Life story"),
                                    ("helped", "What has helped before"),
                                    ("worse", "What has made things worse"),
                                    ("preference", "How I want to be supported"),
                                    ("boundary", "Boundaries and privacy"),
                                    ("crisis", "In a crisis"),
                                    ("understanding", "The worker's understanding"),
                                    ("strength", "Strength"),
                                    ("goal", "Goal"),
                                    ("conversation", "Conversation"),
                                    ("note", "Something I want kept"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("words", models.TextField()),
                        ("original_words", models.TextField(editable=False)),
                        (
                            "said_by",
                            models.CharField(
                                choices=[
                                    ("person", "the person"),
                                    ("worker", "a worker"),
                                    ("family", "family or a friend"),
                                    ("peer", "a peer"),
                                ],
                                default="person",
                                max_length=10,
                            ),
                        ),
                        ("said_by_name", models.CharField(blank=True, max_length=200)),
                        (
                            "about",
                            models.CharField(
                                blank=True,
                                help_text="Name, prompt or subject that the words belong to.",
                                max_length=200,
                            ),
                        ),
                        (
                            "rewording",
                            models.TextField(
                                blank=True, help_text="A professional's wording, beside the person's own."
                            ),
                        ),
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
                        (
                            "tags",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=30),
                                blank=True,
                                default=list,
                                size=None,
                            ),
                        ),
                        ("tag_words", models.CharField(blank=True, max_length=200)),
                        (
                            "standing",
                            models.CharField(
                                choices=[
                                    ("own", "the person's own"),
                                    ("offered", "offered, not yet answered"),
                                    ("kept", "kept by the person"),
                                    ("not_quite", "not quite, says the person"),
                                    ("declined", "declined by the person"),
                                ],
                                default="own",
                                max_length=10,
                            ),
                        ),
                        (
                            "answer_words",
                            models.TextField(blank=True, help_text="What the person said when answering."),
                        ),
                        ("happened_on", models.DateField(blank=True, null=True)),
                        (
                            "happened_words",
                            models.CharField(
                                blank=True, help_text="When it was, in own words.", max_length=100
                            ),
                        ),
                        ("approach", models.CharField(blank=True, max_length=20)),
                        ("not_read_aloud", models.BooleanField(default=False)),
                        ("position", models.PositiveIntegerField(blank=True, null=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        (
                            "created_at",
                            models.DateTimeField(default=django.utils.timezone.now, editable=False),
                        ),
                        ("changed_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("changed_by_id", models.UUIDField()),
                        ("removed_at", models.DateTimeField(blank=True, null=True)),
                        ("removed_by_id", models.UUIDField(blank=True, null=True)),
                        ("removed_reason", models.TextField(blank=True)),
                        ("erased_at", models.DateTimeField(blank=True, null=True)),
                        ("submission", models.UUIDField(blank=True, editable=False, null=True)),
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
                                to="record.entry",
                            ),
                        ),
                        (
                            "rewording_by",
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
                    name="ErasureRequest",
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
                        ("entry_id", models.UUIDField()),
                        ("asked_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("reason", models.TextField()),
                        ("decided_at", models.DateTimeField(blank=True, null=True)),
                        ("agreed", models.BooleanField(blank=True, null=True)),
                        ("decision_words", models.TextField(blank=True)),
                        (
                            "asked_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
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
                                condition=models.Q(("decided_at__isnull", True)),
                                fields=("entry_id",),
                                name="erasure_asked_once",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("agreed__isnull", True),
                                        ("decided_at__isnull", True),
                                        ("decided_by__isnull", True),
                                    ),
                                    models.Q(
                                        ("agreed__isnull", False),
                                        ("decided_at__isnull", False),
                                        ("decided_by__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="erasure_decided_by_whom_and_when",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("decided_by__isnull", True),
                                    models.Q(("decided_by", models.F("asked_by")), _negated=True),
                                    _connector="OR",
                                ),
                                name="erasure_takes_two_people",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="GoalEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "origin",
                            models.CharField(
                                choices=[
                                    ("person", "My own idea"),
                                    ("together", "We thought of it together"),
                                    ("family", "Family or friends"),
                                    ("worker", "A worker's idea"),
                                    ("service", "A rule of the service"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("origin_name", models.CharField(blank=True, max_length=200)),
                        (
                            "kind_by_person",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("personal", "About the life I want"),
                                    ("clinical", "About symptoms or treatment"),
                                    ("service", "About what the service needs"),
                                    ("unsure", "Not sure"),
                                ],
                                max_length=10,
                            ),
                        ),
                        (
                            "kind_by_worker",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("personal", "About the life I want"),
                                    ("clinical", "About symptoms or treatment"),
                                    ("service", "About what the service needs"),
                                    ("unsure", "Not sure"),
                                ],
                                max_length=10,
                            ),
                        ),
                        (
                            "whose",
                            models.CharField(
                                choices=[("mine", "Mine"), ("ours", "Ours"), ("asked", "Asked of me")],
                                default="mine",
                                max_length=10,
                            ),
                        ),
                        ("whose_names", models.CharField(blank=True, max_length=300)),
                        (
                            "direction",
                            models.CharField(
                                blank=True,
                                choices=[("towards", "Towards something"), ("away", "Away from something")],
                                max_length=10,
                            ),
                        ),
                        ("why", models.TextField(blank=True)),
                        ("importance", models.PositiveSmallIntegerField(blank=True, null=True)),
                        ("confidence", models.PositiveSmallIntegerField(blank=True, null=True)),
                        ("a_bit", models.TextField(blank=True)),
                        ("hoped", models.TextField(blank=True)),
                        ("more_than_hoped", models.TextField(blank=True)),
                        (
                            "obstacles",
                            models.JSONField(
                                blank=True, default=list, help_text='[{"obstacle": …, "then": …}]'
                            ),
                        ),
                        (
                            "needs",
                            models.JSONField(blank=True, default=list, help_text='[{"kind": …, "words": …}]'),
                        ),
                        ("review_on", models.DateField(blank=True, null=True)),
                        (
                            "outcome",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("met", "It happened"),
                                    ("partly", "It happened in part"),
                                    ("changed", "I changed my mind"),
                                    ("parked", "Parked for now"),
                                    ("not_mine", "Not mine any more"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("outcome_words", models.TextField(blank=True)),
                        ("outcome_at", models.DateTimeField(blank=True, null=True)),
                        ("outcome_by_id", models.UUIDField(blank=True, null=True)),
                        (
                            "entry",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                serialize=False,
                                to="record.entry",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="record.goal",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="NotAsked",
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
                            "practice",
                            models.CharField(
                                choices=[
                                    ("values", "My values and how I want to be treated"),
                                    ("strengths", "My strengths"),
                                    ("goals", "My own goals"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("words", models.TextField(blank=True)),
                        ("raised_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("answered_at", models.DateTimeField(blank=True, null=True)),
                        ("answer_words", models.TextField(blank=True)),
                        (
                            "answered_by",
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
                                related_name="not_asked",
                                to="people.person",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("answered_at__isnull", True)),
                                fields=("person", "practice"),
                                name="not_asked_open_once",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("answered_at__isnull", True), ("answered_by__isnull", True)),
                                    models.Q(("answered_at__isnull", False), ("answered_by__isnull", False)),
                                    _connector="OR",
                                ),
                                name="not_asked_answered_by_whom_and_when",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="NotAskedEvent",
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
                            "practice",
                            models.CharField(
                                choices=[
                                    ("values", "My values and how I want to be treated"),
                                    ("strengths", "My strengths"),
                                    ("goals", "My own goals"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("words", models.TextField(blank=True)),
                        ("raised_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("answered_at", models.DateTimeField(blank=True, null=True)),
                        ("answer_words", models.TextField(blank=True)),
                        (
                            "answered_by",
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
                                to="record.notasked",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="OtherView",
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
                            "said_by",
                            models.CharField(
                                choices=[
                                    ("person", "the person"),
                                    ("worker", "a worker"),
                                    ("family", "family or a friend"),
                                    ("peer", "a peer"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("words", models.TextField()),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
                        ("submission", models.UUIDField(blank=True, editable=False, null=True)),
                        (
                            "author",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "entry",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="other_views",
                                to="record.entry",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("submission__isnull", False)),
                                fields=("author", "submission"),
                                name="view_saved_once_a_submission",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="OtherViewEvent",
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
                            "said_by",
                            models.CharField(
                                choices=[
                                    ("person", "the person"),
                                    ("worker", "a worker"),
                                    ("family", "family or a friend"),
                                    ("peer", "a peer"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("words", models.TextField()),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
                        ("submission", models.UUIDField(blank=True, editable=False, null=True)),
                        (
                            "author",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "entry",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="record.entry",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="record.otherview",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="PreferenceEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("subject", models.CharField(blank=True, max_length=40)),
                        ("not_wanted", models.TextField(blank=True)),
                        ("why", models.TextField(blank=True)),
                        (
                            "force",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("must", "This must be so"),
                                    ("prefer", "I would rather"),
                                    ("open", "I am open about this"),
                                ],
                                max_length=10,
                            ),
                        ),
                        (
                            "entry",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                serialize=False,
                                to="record.entry",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="record.preference",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Share",
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
                        ("made_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("made_by_id", models.UUIDField()),
                        (
                            "account",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="shares",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "entry",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="shares",
                                to="record.entry",
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
                            models.UniqueConstraint(fields=("entry", "account"), name="share_once")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ShareEvent",
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
                            "entry",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="record.entry",
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
                                to="record.share",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Step",
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
                        (
                            "owner",
                            models.CharField(
                                choices=[
                                    ("person", "me"),
                                    ("worker", "a worker"),
                                    ("other", "somebody else"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("owner_name", models.CharField(blank=True, max_length=200)),
                        ("due_on", models.DateField(blank=True, null=True)),
                        ("for_need", models.CharField(blank=True, max_length=20)),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("open", "open"),
                                    ("kept", "done"),
                                    ("partly", "done in part"),
                                    ("not_kept", "not done, explained"),
                                    ("let_go", "let go together"),
                                ],
                                default="open",
                                max_length=10,
                            ),
                        ),
                        ("what_happened", models.TextField(blank=True)),
                        ("closed_at", models.DateTimeField(blank=True, null=True)),
                        ("closed_by_id", models.UUIDField(blank=True, null=True)),
                        ("position", models.PositiveIntegerField(default=0)),
                        ("version", models.PositiveIntegerField(default=1)),
                        (
                            "created_at",
                            models.DateTimeField(default=django.utils.timezone.now, editable=False),
                        ),
                        ("written_by_id", models.UUIDField()),
                        ("changed_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("changed_by_id", models.UUIDField()),
                        (
                            "entry",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="steps",
                                to="record.entry",
                            ),
                        ),
                        (
                            "owner_account",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="promises",
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
                        "ordering": ["position", "created_at", "id"],
                        "indexes": [
                            models.Index(
                                condition=models.Q(("status", "open")),
                                fields=["owner_account", "due_on"],
                                name="step_open_by_owner",
                            ),
                            models.Index(
                                condition=models.Q(("status", "open")),
                                fields=["person", "due_on"],
                                name="step_open_by_person",
                            ),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("closed_at__isnull", True),
                                        ("closed_by_id__isnull", True),
                                        ("status", "open"),
                                    ),
                                    models.Q(
                                        ("closed_at__isnull", False),
                                        ("closed_by_id__isnull", False),
                                        ("status__in", ["kept", "partly", "not_kept", "let_go"]),
                                    ),
                                    _connector="OR",
                                ),
                                name="step_closed_by_whom_and_when",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("status", "not_kept"), _negated=True),
                                    models.Q(("what_happened", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="step_not_kept_is_explained",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("owner", "worker"), ("owner_account__isnull", False)),
                                    models.Q(("owner", "person"), ("owner_account__isnull", True)),
                                    models.Q(("owner", "other"), models.Q(("owner_name", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="step_has_an_owner",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="StepEvent",
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
                        (
                            "owner",
                            models.CharField(
                                choices=[
                                    ("person", "me"),
                                    ("worker", "a worker"),
                                    ("other", "somebody else"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("owner_name", models.CharField(blank=True, max_length=200)),
                        ("due_on", models.DateField(blank=True, null=True)),
                        ("for_need", models.CharField(blank=True, max_length=20)),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("open", "open"),
                                    ("kept", "done"),
                                    ("partly", "done in part"),
                                    ("not_kept", "not done, explained"),
                                    ("let_go", "let go together"),
                                ],
                                default="open",
                                max_length=10,
                            ),
                        ),
                        ("what_happened", models.TextField(blank=True)),
                        ("closed_at", models.DateTimeField(blank=True, null=True)),
                        ("closed_by_id", models.UUIDField(blank=True, null=True)),
                        ("position", models.PositiveIntegerField(default=0)),
                        ("version", models.PositiveIntegerField(default=1)),
                        (
                            "created_at",
                            models.DateTimeField(default=django.utils.timezone.now, editable=False),
                        ),
                        ("written_by_id", models.UUIDField()),
                        ("changed_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("changed_by_id", models.UUIDField()),
                        (
                            "entry",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="record.entry",
                            ),
                        ),
                        (
                            "owner_account",
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
                                to="record.step",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="StrengthEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("domain", models.CharField(blank=True, max_length=40)),
                        ("domain_words", models.CharField(blank=True, max_length=100)),
                        (
                            "time",
                            models.CharField(
                                choices=[
                                    ("now", "What I have now"),
                                    ("before", "What has worked before"),
                                    ("build", "What I want to build on"),
                                ],
                                default="now",
                                max_length=10,
                            ),
                        ),
                        (
                            "category",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("individual", "Of my own"),
                                    ("interpersonal", "Between people"),
                                    ("environmental", "Around me"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("example", models.TextField(blank=True)),
                        (
                            "entry",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                serialize=False,
                                to="record.entry",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="record.strength",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="ConversationEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("template", models.CharField(max_length=60)),
                        ("template_edition", models.CharField(blank=True, max_length=60)),
                        ("held_on", models.DateField(default=django.utils.timezone.localdate)),
                        ("place", models.CharField(blank=True, max_length=200)),
                        (
                            "answers",
                            models.JSONField(
                                blank=True,
                                default=list,
                                help_text='[{"step": …, "voice": "person"|"worker", "words": …}]',
                            ),
                        ),
                        ("still_disagree", models.BooleanField(default=False)),
                        ("look_again_on", models.DateField(blank=True, null=True)),
                        (
                            "entry",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                serialize=False,
                                to="record.entry",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="record.conversation",
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
                            "conversation",
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "record_conversationevent" ("answers", "entry_id", "held_on", "look_again_on", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "still_disagree", "template", "template_edition") VALUES (NEW."answers", NEW."entry_id", NEW."held_on", NEW."look_again_on", NOW(), \'insert\', NEW."entry_id", NEW."place", NEW."still_disagree", NEW."template", NEW."template_edition"); RETURN NULL;',
                                    hash="1a698681508a0c5fe96c5cbbc3693f130adea25b",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_1a21b",
                                    table="record_conversation",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "conversation",
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "record_conversationevent" ("answers", "entry_id", "held_on", "look_again_on", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "still_disagree", "template", "template_edition") VALUES (NEW."answers", NEW."entry_id", NEW."held_on", NEW."look_again_on", NOW(), \'update\', NEW."entry_id", NEW."place", NEW."still_disagree", NEW."template", NEW."template_edition"); RETURN NULL;',
                                    hash="c7fd08f3cb4a281d47e30745cbbd8b6c616dc571",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_612e0",
                                    table="record_conversation",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "goal",
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "record_goalevent" ("a_bit", "confidence", "direction", "entry_id", "hoped", "importance", "kind_by_person", "kind_by_worker", "more_than_hoped", "needs", "obstacles", "origin", "origin_name", "outcome", "outcome_at", "outcome_by_id", "outcome_words", "pgh_created_at", "pgh_label", "pgh_obj_id", "review_on", "whose", "whose_names", "why") VALUES (NEW."a_bit", NEW."confidence", NEW."direction", NEW."entry_id", NEW."hoped", NEW."importance", NEW."kind_by_person", NEW."kind_by_worker", NEW."more_than_hoped", NEW."needs", NEW."obstacles", NEW."origin", NEW."origin_name", NEW."outcome", NEW."outcome_at", NEW."outcome_by_id", NEW."outcome_words", NOW(), \'insert\', NEW."entry_id", NEW."review_on", NEW."whose", NEW."whose_names", NEW."why"); RETURN NULL;',
                                    hash="6a2d9ff9b70ea7caa2380214e081cd7b54ffe173",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_7d48f",
                                    table="record_goal",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "goal",
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "record_goalevent" ("a_bit", "confidence", "direction", "entry_id", "hoped", "importance", "kind_by_person", "kind_by_worker", "more_than_hoped", "needs", "obstacles", "origin", "origin_name", "outcome", "outcome_at", "outcome_by_id", "outcome_words", "pgh_created_at", "pgh_label", "pgh_obj_id", "review_on", "whose", "whose_names", "why") VALUES (NEW."a_bit", NEW."confidence", NEW."direction", NEW."entry_id", NEW."hoped", NEW."importance", NEW."kind_by_person", NEW."kind_by_worker", NEW."more_than_hoped", NEW."needs", NEW."obstacles", NEW."origin", NEW."origin_name", NEW."outcome", NEW."outcome_at", NEW."outcome_by_id", NEW."outcome_words", NOW(), \'update\', NEW."entry_id", NEW."review_on", NEW."whose", NEW."whose_names", NEW."why"); RETURN NULL;',
                                    hash="f62ea73c7d0944b9abe89ae10c1810510bd78b7a",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_d52aa",
                                    table="record_goal",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "preference",
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "record_preferenceevent" ("entry_id", "force", "not_wanted", "pgh_created_at", "pgh_label", "pgh_obj_id", "subject", "why") VALUES (NEW."entry_id", NEW."force", NEW."not_wanted", NOW(), \'insert\', NEW."entry_id", NEW."subject", NEW."why"); RETURN NULL;',
                                    hash="aa3b8c3f9c2ba3271d2690f8a6d3f278bf16a91a",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_a36f1",
                                    table="record_preference",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "preference",
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "record_preferenceevent" ("entry_id", "force", "not_wanted", "pgh_created_at", "pgh_label", "pgh_obj_id", "subject", "why") VALUES (NEW."entry_id", NEW."force", NEW."not_wanted", NOW(), \'update\', NEW."entry_id", NEW."subject", NEW."why"); RETURN NULL;',
                                    hash="034d1d80db972a881ae4556bab6e29c5893a890d",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_e4af6",
                                    table="record_preference",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "strength",
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "record_strengthevent" ("category", "domain", "domain_words", "entry_id", "example", "pgh_created_at", "pgh_label", "pgh_obj_id", "time") VALUES (NEW."category", NEW."domain", NEW."domain_words", NEW."entry_id", NEW."example", NOW(), \'insert\', NEW."entry_id", NEW."time"); RETURN NULL;',
                                    hash="c072f7872de7622161ae239a01588c6b8b61a9ec",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_ecbdc",
                                    table="record_strength",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "strength",
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "record_strengthevent" ("category", "domain", "domain_words", "entry_id", "example", "pgh_created_at", "pgh_label", "pgh_obj_id", "time") VALUES (NEW."category", NEW."domain", NEW."domain_words", NEW."entry_id", NEW."example", NOW(), \'update\', NEW."entry_id", NEW."time"); RETURN NULL;',
                                    hash="5ef9e619cfcb6cd998ba970d858e1b860e07674a",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_b2c67",
                                    table="record_strength",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "entry",
                            pgtrigger.compiler.Trigger(
                                name="original_words_stay",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition='WHEN (NEW."erased_at" IS NULL AND (OLD."original_words" IS DISTINCT FROM (NEW."original_words") OR OLD."person_id" IS DISTINCT FROM (NEW."person_id") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."written_by_id" IS DISTINCT FROM (NEW."written_by_id") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at")))',
                                    func="RAISE EXCEPTION 'The first words of an entry, and whose it is, never change.';",
                                    hash="0e963cb330a23f9805a50547caccc4ae562064c9",
                                    operation="UPDATE",
                                    pgid="pgtrigger_original_words_stay_fff82",
                                    table="record_entry",
                                    when="BEFORE",
                                ),
                            ),
                        ),
                        (
                            "entry",
                            pgtrigger.compiler.Trigger(
                                name="entries_stay",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                                    hash="d07e50beee91e70e9cce0f19fe272c53d1133d96",
                                    operation="DELETE",
                                    pgid="pgtrigger_entries_stay_773e6",
                                    table="record_entry",
                                    when="BEFORE",
                                ),
                            ),
                        ),
                        (
                            "entry",
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "record_entryevent" ("about", "answer_words", "approach", "changed_at", "changed_by_id", "created_at", "erased_at", "happened_on", "happened_words", "id", "kind", "not_read_aloud", "original_words", "person_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "removed_at", "removed_by_id", "removed_reason", "rewording", "rewording_by_id", "said_by", "said_by_name", "standing", "submission", "tag_words", "tags", "version", "visibility", "words", "written_by_id") VALUES (NEW."about", NEW."answer_words", NEW."approach", NEW."changed_at", NEW."changed_by_id", NEW."created_at", NEW."erased_at", NEW."happened_on", NEW."happened_words", NEW."id", NEW."kind", NEW."not_read_aloud", NEW."original_words", NEW."person_id", NOW(), \'insert\', NEW."id", NEW."position", NEW."removed_at", NEW."removed_by_id", NEW."removed_reason", NEW."rewording", NEW."rewording_by_id", NEW."said_by", NEW."said_by_name", NEW."standing", NEW."submission", NEW."tag_words", NEW."tags", NEW."version", NEW."visibility", NEW."words", NEW."written_by_id"); RETURN NULL;',
                                    hash="0db4d0b8840bea6ac064871a65a4f4a3e5e327c6",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_b1177",
                                    table="record_entry",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "entry",
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "record_entryevent" ("about", "answer_words", "approach", "changed_at", "changed_by_id", "created_at", "erased_at", "happened_on", "happened_words", "id", "kind", "not_read_aloud", "original_words", "person_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "removed_at", "removed_by_id", "removed_reason", "rewording", "rewording_by_id", "said_by", "said_by_name", "standing", "submission", "tag_words", "tags", "version", "visibility", "words", "written_by_id") VALUES (NEW."about", NEW."answer_words", NEW."approach", NEW."changed_at", NEW."changed_by_id", NEW."created_at", NEW."erased_at", NEW."happened_on", NEW."happened_words", NEW."id", NEW."kind", NEW."not_read_aloud", NEW."original_words", NEW."person_id", NOW(), \'update\', NEW."id", NEW."position", NEW."removed_at", NEW."removed_by_id", NEW."removed_reason", NEW."rewording", NEW."rewording_by_id", NEW."said_by", NEW."said_by_name", NEW."standing", NEW."submission", NEW."tag_words", NEW."tags", NEW."version", NEW."visibility", NEW."words", NEW."written_by_id"); RETURN NULL;',
                                    hash="cea83c4ca5ff10bde0356951479f3f5eded75e0d",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_d2237",
                                    table="record_entry",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "notasked",
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "record_notaskedevent" ("answer_words", "answered_at", "answered_by_id", "id", "person_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "practice", "raised_at", "words") VALUES (NEW."answer_words", NEW."answered_at", NEW."answered_by_id", NEW."id", NEW."person_id", NOW(), \'insert\', NEW."id", NEW."practice", NEW."raised_at", NEW."words"); RETURN NULL;',
                                    hash="e5f3d05a01eadb4c001d5fecf91c445e7b83b4cc",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_f853d",
                                    table="record_notasked",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "notasked",
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "record_notaskedevent" ("answer_words", "answered_at", "answered_by_id", "id", "person_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "practice", "raised_at", "words") VALUES (NEW."answer_words", NEW."answered_at", NEW."answered_by_id", NEW."id", NEW."person_id", NOW(), \'update\', NEW."id", NEW."practice", NEW."raised_at", NEW."words"); RETURN NULL;',
                                    hash="4cfc2cf9eb68ddc37711399989d0da110b450963",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_e2eb2",
                                    table="record_notasked",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "otherview",
                            pgtrigger.compiler.Trigger(
                                name="views_stay",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                                    hash="474c409486ba20b5d6b72355e2cc3d1a4f04d77b",
                                    operation="DELETE",
                                    pgid="pgtrigger_views_stay_b0e58",
                                    table="record_otherview",
                                    when="BEFORE",
                                ),
                            ),
                        ),
                        (
                            "otherview",
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "record_otherviewevent" ("author_id", "created_at", "entry_id", "id", "pgh_created_at", "pgh_label", "pgh_obj_id", "said_by", "submission", "version", "withdrawn_at", "words") VALUES (NEW."author_id", NEW."created_at", NEW."entry_id", NEW."id", NOW(), \'insert\', NEW."id", NEW."said_by", NEW."submission", NEW."version", NEW."withdrawn_at", NEW."words"); RETURN NULL;',
                                    hash="c8dc53ab1f41fd270a26e2e3849fe6942182ec5e",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_6e167",
                                    table="record_otherview",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "otherview",
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "record_otherviewevent" ("author_id", "created_at", "entry_id", "id", "pgh_created_at", "pgh_label", "pgh_obj_id", "said_by", "submission", "version", "withdrawn_at", "words") VALUES (NEW."author_id", NEW."created_at", NEW."entry_id", NEW."id", NOW(), \'update\', NEW."id", NEW."said_by", NEW."submission", NEW."version", NEW."withdrawn_at", NEW."words"); RETURN NULL;',
                                    hash="2020dd6c12f24331c9e2b0a452be66a0934913e4",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_9b1b1",
                                    table="record_otherview",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "share",
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "record_shareevent" ("account_id", "entry_id", "id", "made_at", "made_by_id", "person_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."account_id", NEW."entry_id", NEW."id", NEW."made_at", NEW."made_by_id", NEW."person_id", NOW(), \'insert\', NEW."id"); RETURN NULL;',
                                    hash="0416d9d0282b45b2c58efe0199f985fac2b84083",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_3f5b9",
                                    table="record_share",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "share",
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "record_shareevent" ("account_id", "entry_id", "id", "made_at", "made_by_id", "person_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."account_id", OLD."entry_id", OLD."id", OLD."made_at", OLD."made_by_id", OLD."person_id", NOW(), \'delete\', OLD."id"); RETURN NULL;',
                                    hash="1bd016312f9fbab419058bfb5d375d4278e6cfc8",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_ef73f",
                                    table="record_share",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "step",
                            pgtrigger.compiler.Trigger(
                                name="steps_stay",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                                    hash="c62a9dadc02a4b143dd7e1c10b878890a7b9e0eb",
                                    operation="DELETE",
                                    pgid="pgtrigger_steps_stay_03e95",
                                    table="record_step",
                                    when="BEFORE",
                                ),
                            ),
                        ),
                        (
                            "step",
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "record_stepevent" ("changed_at", "changed_by_id", "closed_at", "closed_by_id", "created_at", "due_on", "entry_id", "for_need", "id", "owner", "owner_account_id", "owner_name", "person_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "status", "version", "what_happened", "words", "written_by_id") VALUES (NEW."changed_at", NEW."changed_by_id", NEW."closed_at", NEW."closed_by_id", NEW."created_at", NEW."due_on", NEW."entry_id", NEW."for_need", NEW."id", NEW."owner", NEW."owner_account_id", NEW."owner_name", NEW."person_id", NOW(), \'insert\', NEW."id", NEW."position", NEW."status", NEW."version", NEW."what_happened", NEW."words", NEW."written_by_id"); RETURN NULL;',
                                    hash="24ed8c4308bb61eae27104217777d9bd81fc368f",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_83c9f",
                                    table="record_step",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "step",
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "record_stepevent" ("changed_at", "changed_by_id", "closed_at", "closed_by_id", "created_at", "due_on", "entry_id", "for_need", "id", "owner", "owner_account_id", "owner_name", "person_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "status", "version", "what_happened", "words", "written_by_id") VALUES (NEW."changed_at", NEW."changed_by_id", NEW."closed_at", NEW."closed_by_id", NEW."created_at", NEW."due_on", NEW."entry_id", NEW."for_need", NEW."id", NEW."owner", NEW."owner_account_id", NEW."owner_name", NEW."person_id", NOW(), \'update\', NEW."id", NEW."position", NEW."status", NEW."version", NEW."what_happened", NEW."words", NEW."written_by_id"); RETURN NULL;',
                                    hash="183c20f4bdea7ab8560e00a2a39b8a6dd6e39c44",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_478f5",
                                    table="record_step",
                                    when="AFTER",
                                ),
                            ),
                        ),
                    ],
                ),
            ],
        ),
    ]
