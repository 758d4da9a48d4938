import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.db.models.deletion
import django.db.models.functions.text
import django.utils.timezone
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

import ownwords.ledger.ids
import ownwords.ledger.operations


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("people", "0009_sight"),
        ("people", "__first__"),
    ]

    operations = [
        ownwords.ledger.operations.Together(
            operations=[
                migrations.CreateModel(
                    name="Study",
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
                        ("title", models.CharField(max_length=200)),
                        ("question", models.TextField(blank=True)),
                        (
                            "method",
                            models.CharField(
                                choices=[
                                    ("reflexive", "Reflexive thematic analysis"),
                                    ("codebook", "Codebook or template analysis"),
                                    ("reliability", "Thematic analysis with coding reliability"),
                                    ("framework", "Framework method"),
                                    ("grounded", "Grounded theory"),
                                    ("content", "Content analysis"),
                                    ("synthesis", "Narrative or document synthesis"),
                                    ("own", "Another method, in our own words"),
                                ],
                                max_length=12,
                            ),
                        ),
                        ("method_words", models.TextField(blank=True)),
                        ("ethics_reference", models.CharField(blank=True, max_length=200)),
                        ("blind", models.BooleanField(default=False)),
                        ("fewest_alike", models.PositiveSmallIntegerField(default=3)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("made_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("changed_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("changed_by_id", models.UUIDField(null=True)),
                        ("submission", models.UUIDField(blank=True, editable=False, null=True, unique=True)),
                        (
                            "made_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
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
                            models.CheckConstraint(
                                condition=models.Q(("title", ""), _negated=True), name="study_has_title"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "method__in",
                                        [
                                            "reflexive",
                                            "codebook",
                                            "reliability",
                                            "framework",
                                            "grounded",
                                            "content",
                                            "synthesis",
                                            "own",
                                        ],
                                    )
                                ),
                                name="study_method_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("method", "own"), _negated=True),
                                    models.Q(("method_words", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="study_own_method_in_words",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("fewest_alike__gte", 2)), name="study_fewest_alike"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Attribute",
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
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("words", "words"),
                                    ("number", "a number"),
                                    ("day", "a date"),
                                    ("yes_no", "yes or no"),
                                ],
                                default="words",
                                max_length=6,
                            ),
                        ),
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
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("submission__isnull", False)),
                                fields=("study", "submission"),
                                name="attribute_saved_once",
                            ),
                            models.UniqueConstraint(fields=("study", "guid"), name="attribute_guid_once"),
                            models.UniqueConstraint(
                                models.F("study"),
                                django.db.models.functions.text.Lower("name"),
                                name="attribute_name_once",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Code",
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
                        ("folded", models.CharField(max_length=400)),
                        ("colour", models.CharField(blank=True, max_length=7)),
                        ("position", models.PositiveIntegerField(default=0)),
                        (
                            "origin",
                            models.CharField(
                                choices=[
                                    ("found", "found in what was said"),
                                    ("known", "known before"),
                                    ("in_vivo", "somebody's own words"),
                                    ("brought", "brought in from another program"),
                                ],
                                default="found",
                                max_length=7,
                            ),
                        ),
                        ("holds_codings", models.BooleanField(default=True)),
                        ("definition", models.TextField(blank=True)),
                        ("use_when", models.TextField(blank=True)),
                        ("not_when", models.TextField(blank=True)),
                        ("example", models.TextField(blank=True)),
                        ("merged_into_id", models.UUIDField(blank=True, null=True)),
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
                                to="inquiry.code",
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
                        "indexes": [
                            models.Index(fields=["study", "parent", "position"], name="code_in_order")
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("submission__isnull", False)),
                                fields=("study", "submission"),
                                name="code_saved_once",
                            ),
                            models.UniqueConstraint(fields=("study", "guid"), name="code_guid_once"),
                            models.UniqueConstraint(
                                condition=models.Q(("removed_at__isnull", True)),
                                fields=("study", "parent", "folded"),
                                name="code_name_once_within_parent",
                                nulls_distinct=False,
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("name", ""), _negated=True), name="code_has_name"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("origin__in", ["found", "known", "in_vivo", "brought"])),
                                name="code_origin_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("colour", ""), ("colour__regex", "^#[0-9a-f]{6}$"), _connector="OR"
                                ),
                                name="code_colour",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Memo",
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
                                    ("code", "Note on a code"),
                                    ("theory", "Theory note"),
                                    ("operational", "Operational note"),
                                    ("reflexive", "Reflexive note"),
                                    ("comparison", "Comparison"),
                                    ("other", "Note"),
                                ],
                                default="other",
                                max_length=11,
                            ),
                        ),
                        (
                            "about",
                            models.CharField(
                                choices=[
                                    ("study", "the study"),
                                    ("source", "a source"),
                                    ("code", "a code"),
                                    ("coding", "a coding"),
                                    ("participant", "a participant"),
                                ],
                                default="study",
                                max_length=11,
                            ),
                        ),
                        ("about_id", models.UUIDField(blank=True, null=True)),
                        ("title", models.CharField(blank=True, max_length=200)),
                        ("words", models.TextField()),
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
                        "indexes": [models.Index(fields=["about_id"], name="memo_about")],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("submission__isnull", False)),
                                fields=("study", "submission"),
                                name="memo_saved_once",
                            ),
                            models.UniqueConstraint(fields=("study", "guid"), name="memo_guid_once"),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "kind__in",
                                        ["code", "theory", "operational", "reflexive", "comparison", "other"],
                                    )
                                ),
                                name="memo_kind_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("about", "study"), ("about_id__isnull", True)),
                                    models.Q(
                                        models.Q(("about", "study"), _negated=True),
                                        ("about_id__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="memo_about_whole",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SamplingDecision",
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
                        ("decided_on", models.DateField(default=django.utils.timezone.localdate)),
                        ("words", models.TextField()),
                        ("gap", models.TextField()),
                        (
                            "answered_by",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.UUIDField(),
                                blank=True,
                                default=list,
                                help_text="Sources.",
                                size=None,
                            ),
                        ),
                        ("answer", models.TextField(blank=True)),
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
                            "memo",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="inquiry.memo",
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
                                name="sampling_decision_saved_once",
                            ),
                            models.UniqueConstraint(
                                fields=("study", "guid"), name="sampling_decision_guid_once"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SamplingGroup",
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
                        ("words", models.CharField(max_length=200)),
                        ("wanted", models.PositiveSmallIntegerField(blank=True, null=True)),
                        ("reason", models.TextField(blank=True)),
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
                                name="sampling_group_saved_once",
                            ),
                            models.UniqueConstraint(
                                fields=("study", "guid"), name="sampling_group_guid_once"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Participant",
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
                        ("pseudonym", models.CharField(max_length=60)),
                        ("withdrew_on", models.DateField(blank=True, null=True)),
                        (
                            "made_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "sampling_group",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="inquiry.samplinggroup",
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
                                name="participant_saved_once",
                            ),
                            models.UniqueConstraint(fields=("study", "guid"), name="participant_guid_once"),
                            models.UniqueConstraint(
                                models.F("study"),
                                django.db.models.functions.text.Lower("pseudonym"),
                                name="participant_pseudonym_once",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("pseudonym", ""), _negated=True),
                                name="participant_has_pseudonym",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="StudyPaper",
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
                                    ("protocol", "Protocol"),
                                    ("guide", "Interview or topic guide"),
                                    ("information", "Information for participants"),
                                    ("consent", "Consent form"),
                                ],
                                max_length=12,
                            ),
                        ),
                        ("number", models.PositiveIntegerField()),
                        ("words", models.TextField()),
                        ("dated", models.DateField(default=django.utils.timezone.localdate)),
                        ("why", models.TextField(blank=True)),
                        ("piloted", models.BooleanField(blank=True, null=True)),
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
                                name="study_paper_saved_once",
                            ),
                            models.UniqueConstraint(fields=("study", "guid"), name="study_paper_guid_once"),
                            models.UniqueConstraint(
                                fields=("study", "kind", "number"), name="study_paper_number_once"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("kind__in", ["protocol", "guide", "information", "consent"])
                                ),
                                name="study_paper_kind_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("number", 1), models.Q(("why", ""), _negated=True), _connector="OR"
                                ),
                                name="study_paper_says_why",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Source",
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
                                    ("interview", "Interview"),
                                    ("group", "Focus group"),
                                    ("document", "Document"),
                                    ("note", "Field note"),
                                    ("answers", "Open answers"),
                                ],
                                max_length=9,
                            ),
                        ),
                        ("title", models.CharField(max_length=200)),
                        ("held_on", models.DateField(blank=True, null=True)),
                        ("place", models.CharField(blank=True, max_length=200)),
                        ("minutes", models.PositiveSmallIntegerField(blank=True, null=True)),
                        ("recorded_how", models.CharField(blank=True, max_length=200)),
                        ("reference", models.TextField(blank=True)),
                        ("position", models.PositiveIntegerField(default=0)),
                        ("text_version", models.PositiveIntegerField(default=1)),
                        ("length", models.PositiveIntegerField(default=0)),
                        ("file_name", models.CharField(blank=True, max_length=255)),
                        ("encoding", models.CharField(blank=True, max_length=40)),
                        ("speakers_checked_at", models.DateTimeField(blank=True, null=True)),
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
                            "guide",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="inquiry.studypaper",
                            ),
                        ),
                    ],
                    options={
                        "indexes": [models.Index(fields=["study", "position"], name="source_in_order")],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("submission__isnull", False)),
                                fields=("study", "submission"),
                                name="source_saved_once",
                            ),
                            models.UniqueConstraint(fields=("study", "guid"), name="source_guid_once"),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("kind__in", ["interview", "group", "document", "note", "answers"])
                                ),
                                name="source_kind_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("title", ""), _negated=True), name="source_has_title"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Finished",
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
                        ("finished_at", models.DateTimeField(default=django.utils.timezone.now)),
                        (
                            "coder",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "source",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="finished",
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
                            models.UniqueConstraint(fields=("source", "coder"), name="source_finished_once")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Coding",
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
                        ("start", models.PositiveIntegerField()),
                        ("end", models.PositiveIntegerField()),
                        (
                            "how",
                            models.CharField(
                                choices=[
                                    ("hand", "by hand"),
                                    ("in_vivo", "from the words themselves"),
                                    ("rule", "a rule's suggestion, accepted"),
                                    ("meaning", "a suggestion by meaning, accepted"),
                                    ("brought", "brought in"),
                                ],
                                default="hand",
                                max_length=7,
                            ),
                        ),
                        ("strength", models.PositiveSmallIntegerField(blank=True, null=True)),
                        ("memo", models.TextField(blank=True)),
                        ("made_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("changed_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("changed_by_id", models.UUIDField(null=True)),
                        (
                            "code",
                            models.ForeignKey(
                                db_index=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="codings",
                                to="inquiry.code",
                            ),
                        ),
                        (
                            "coder",
                            models.ForeignKey(
                                db_index=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "source",
                            models.ForeignKey(
                                db_index=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="codings",
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
                        "indexes": [
                            models.Index(fields=["source", "start"], name="coding_in_source"),
                            models.Index(fields=["code", "source", "start", "id"], name="coding_of_code"),
                        ],
                        "constraints": [
                            models.UniqueConstraint(fields=("study", "guid"), name="coding_guid_once"),
                            models.UniqueConstraint(
                                condition=models.Q(("start__lt", models.F("end"))),
                                fields=("source", "start", "end", "code", "coder"),
                                name="coding_laid_once",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("start__lte", models.F("end"))), name="coding_span"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("how__in", ["hand", "in_vivo", "rule", "meaning", "brought"])
                                ),
                                name="coding_how_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("strength__isnull", True), ("strength__lte", 100), _connector="OR"
                                ),
                                name="coding_strength",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AttributeValue",
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
                        ("value", models.CharField(max_length=500)),
                        ("changed_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("changed_by_id", models.UUIDField(null=True)),
                        (
                            "attribute",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="values",
                                to="inquiry.attribute",
                            ),
                        ),
                        (
                            "participant",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="values",
                                to="inquiry.participant",
                            ),
                        ),
                        (
                            "source",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="values",
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
                                fields=("attribute", "participant", "source"),
                                name="attribute_value_once",
                                nulls_distinct=False,
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("participant__isnull", True), ("source__isnull", True), _connector="XOR"
                                ),
                                name="attribute_value_of_one",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("value", ""), _negated=True),
                                name="attribute_value_says_something",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Speaker",
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
                        ("label", models.CharField(max_length=120)),
                        ("asks", models.BooleanField(default=False)),
                        (
                            "participant",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="spoken",
                                to="inquiry.participant",
                            ),
                        ),
                        (
                            "source",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="speakers",
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
                            models.UniqueConstraint(fields=("source", "label"), name="speaker_once"),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("participant__isnull", True), ("asks", False), _connector="OR"
                                ),
                                name="speaker_asks_or_takes_part",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SpeakerEvent",
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
                        ("label", models.CharField(max_length=120)),
                        ("asks", models.BooleanField(default=False)),
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
                                to="inquiry.speaker",
                            ),
                        ),
                        (
                            "source",
                            models.ForeignKey(
                                db_constraint=False,
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
                    name="SourceText",
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
                        ("words", models.TextField()),
                        ("pages", models.JSONField(default=list)),
                        ("why", models.CharField(blank=True, max_length=500)),
                        ("made_at", models.DateTimeField(default=django.utils.timezone.now)),
                        (
                            "made_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "source",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="texts",
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
                                fields=("source", "number"), name="source_text_number_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SamplingGroupEvent",
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
                        ("words", models.CharField(max_length=200)),
                        ("wanted", models.PositiveSmallIntegerField(blank=True, null=True)),
                        ("reason", models.TextField(blank=True)),
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
                                to="inquiry.samplinggroup",
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
                    name="SamplingDecisionEvent",
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
                        ("decided_on", models.DateField(default=django.utils.timezone.localdate)),
                        ("words", models.TextField()),
                        ("gap", models.TextField()),
                        (
                            "answered_by",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.UUIDField(),
                                blank=True,
                                default=list,
                                help_text="Sources.",
                                size=None,
                            ),
                        ),
                        ("answer", models.TextField(blank=True)),
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
                            "memo",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="inquiry.memo",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="inquiry.samplingdecision",
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
                    name="Present",
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
                        ("led", models.BooleanField(default=False)),
                        ("what", models.CharField(blank=True, max_length=200)),
                        (
                            "made_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "source",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="present",
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
                                name="present_saved_once",
                            ),
                            models.UniqueConstraint(fields=("study", "guid"), name="present_guid_once"),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ParticipantEvent",
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
                        ("pseudonym", models.CharField(max_length=60)),
                        ("withdrew_on", models.DateField(blank=True, null=True)),
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
                                to="inquiry.participant",
                            ),
                        ),
                        (
                            "sampling_group",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="inquiry.samplinggroup",
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
                    name="MemoEvent",
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
                                    ("code", "Note on a code"),
                                    ("theory", "Theory note"),
                                    ("operational", "Operational note"),
                                    ("reflexive", "Reflexive note"),
                                    ("comparison", "Comparison"),
                                    ("other", "Note"),
                                ],
                                default="other",
                                max_length=11,
                            ),
                        ),
                        (
                            "about",
                            models.CharField(
                                choices=[
                                    ("study", "the study"),
                                    ("source", "a source"),
                                    ("code", "a code"),
                                    ("coding", "a coding"),
                                    ("participant", "a participant"),
                                ],
                                default="study",
                                max_length=11,
                            ),
                        ),
                        ("about_id", models.UUIDField(blank=True, null=True)),
                        ("title", models.CharField(blank=True, max_length=200)),
                        ("words", models.TextField()),
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
                                to="inquiry.memo",
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
                    name="FinishedEvent",
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
                        ("finished_at", models.DateTimeField(default=django.utils.timezone.now)),
                        (
                            "coder",
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
                                to="inquiry.finished",
                            ),
                        ),
                        (
                            "source",
                            models.ForeignKey(
                                db_constraint=False,
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
                    name="Consent",
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
                            "to",
                            models.CharField(
                                choices=[
                                    ("part", "taking part"),
                                    ("recording", "being recorded"),
                                    ("quoting", "being quoted"),
                                    ("checking", "being asked again about the findings"),
                                ],
                                max_length=9,
                            ),
                        ),
                        ("agreed", models.BooleanField()),
                        ("said_on", models.DateField(default=django.utils.timezone.localdate)),
                        ("how", models.CharField(blank=True, max_length=200)),
                        ("made_at", models.DateTimeField(default=django.utils.timezone.now)),
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
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="consents",
                                to="inquiry.participant",
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
                        "indexes": [
                            models.Index(fields=["participant", "to", "made_at"], name="consent_newest")
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("to__in", ["part", "recording", "quoting", "checking"])),
                                name="consent_known",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CodingEvent",
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
                        ("start", models.PositiveIntegerField()),
                        ("end", models.PositiveIntegerField()),
                        (
                            "how",
                            models.CharField(
                                choices=[
                                    ("hand", "by hand"),
                                    ("in_vivo", "from the words themselves"),
                                    ("rule", "a rule's suggestion, accepted"),
                                    ("meaning", "a suggestion by meaning, accepted"),
                                    ("brought", "brought in"),
                                ],
                                default="hand",
                                max_length=7,
                            ),
                        ),
                        ("strength", models.PositiveSmallIntegerField(blank=True, null=True)),
                        ("memo", models.TextField(blank=True)),
                        ("made_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("changed_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("changed_by_id", models.UUIDField(null=True)),
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
                            "coder",
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
                                to="inquiry.coding",
                            ),
                        ),
                        (
                            "source",
                            models.ForeignKey(
                                db_constraint=False,
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
                    name="CodeEvent",
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
                        ("folded", models.CharField(max_length=400)),
                        ("colour", models.CharField(blank=True, max_length=7)),
                        ("position", models.PositiveIntegerField(default=0)),
                        (
                            "origin",
                            models.CharField(
                                choices=[
                                    ("found", "found in what was said"),
                                    ("known", "known before"),
                                    ("in_vivo", "somebody's own words"),
                                    ("brought", "brought in from another program"),
                                ],
                                default="found",
                                max_length=7,
                            ),
                        ),
                        ("holds_codings", models.BooleanField(default=True)),
                        ("definition", models.TextField(blank=True)),
                        ("use_when", models.TextField(blank=True)),
                        ("not_when", models.TextField(blank=True)),
                        ("example", models.TextField(blank=True)),
                        ("merged_into_id", models.UUIDField(blank=True, null=True)),
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
                                to="inquiry.code",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="inquiry.code",
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
                    name="AttributeValueEvent",
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
                        ("value", models.CharField(max_length=500)),
                        ("changed_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("changed_by_id", models.UUIDField(null=True)),
                        (
                            "attribute",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="inquiry.attribute",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="inquiry.attributevalue",
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
                    name="AttributeEvent",
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
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("words", "words"),
                                    ("number", "a number"),
                                    ("day", "a date"),
                                    ("yes_no", "yes or no"),
                                ],
                                default="words",
                                max_length=6,
                            ),
                        ),
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
                                to="inquiry.attribute",
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
                    name="StudyEvent",
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
                        ("title", models.CharField(max_length=200)),
                        ("question", models.TextField(blank=True)),
                        (
                            "method",
                            models.CharField(
                                choices=[
                                    ("reflexive", "Reflexive thematic analysis"),
                                    ("codebook", "Codebook or template analysis"),
                                    ("reliability", "Thematic analysis with coding reliability"),
                                    ("framework", "Framework method"),
                                    ("grounded", "Grounded theory"),
                                    ("content", "Content analysis"),
                                    ("synthesis", "Narrative or document synthesis"),
                                    ("own", "Another method, in our own words"),
                                ],
                                max_length=12,
                            ),
                        ),
                        ("method_words", models.TextField(blank=True)),
                        ("ethics_reference", models.CharField(blank=True, max_length=200)),
                        ("blind", models.BooleanField(default=False)),
                        ("fewest_alike", models.PositiveSmallIntegerField(default=3)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("made_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("changed_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("changed_by_id", models.UUIDField(null=True)),
                        ("submission", models.UUIDField(blank=True, editable=False, null=True)),
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
                                to="inquiry.study",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="StudyMember",
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
                            "duty",
                            models.CharField(
                                choices=[
                                    ("lead", "leads the study"),
                                    ("coder", "codes"),
                                    ("reader", "reads"),
                                ],
                                max_length=6,
                            ),
                        ),
                        ("keeps_key", models.BooleanField(default=False)),
                        ("starts_on", models.DateField(default=django.utils.timezone.localdate)),
                        ("ends_on", models.DateField(blank=True, null=True)),
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
                        (
                            "study",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="members",
                                to="inquiry.study",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("ends_on__isnull", True)),
                                fields=("study", "account"),
                                name="study_member_once",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("duty__in", ["lead", "coder", "reader"])),
                                name="study_duty_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("ends_on__isnull", True),
                                    ("ends_on__gte", models.F("starts_on")),
                                    _connector="OR",
                                ),
                                name="study_member_span",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="StudyMemberEvent",
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
                            "duty",
                            models.CharField(
                                choices=[
                                    ("lead", "leads the study"),
                                    ("coder", "codes"),
                                    ("reader", "reads"),
                                ],
                                max_length=6,
                            ),
                        ),
                        ("keeps_key", models.BooleanField(default=False)),
                        ("starts_on", models.DateField(default=django.utils.timezone.localdate)),
                        ("ends_on", models.DateField(blank=True, null=True)),
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
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="inquiry.studymember",
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
                    name="SourceEvent",
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
                                    ("interview", "Interview"),
                                    ("group", "Focus group"),
                                    ("document", "Document"),
                                    ("note", "Field note"),
                                    ("answers", "Open answers"),
                                ],
                                max_length=9,
                            ),
                        ),
                        ("title", models.CharField(max_length=200)),
                        ("held_on", models.DateField(blank=True, null=True)),
                        ("place", models.CharField(blank=True, max_length=200)),
                        ("minutes", models.PositiveSmallIntegerField(blank=True, null=True)),
                        ("recorded_how", models.CharField(blank=True, max_length=200)),
                        ("reference", models.TextField(blank=True)),
                        ("position", models.PositiveIntegerField(default=0)),
                        ("text_version", models.PositiveIntegerField(default=1)),
                        ("length", models.PositiveIntegerField(default=0)),
                        ("file_name", models.CharField(blank=True, max_length=255)),
                        ("encoding", models.CharField(blank=True, max_length=40)),
                        ("speakers_checked_at", models.DateTimeField(blank=True, null=True)),
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
                        (
                            "guide",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="inquiry.studypaper",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="StudyStep",
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
                        ("did", models.CharField(max_length=40)),
                        ("about", models.CharField(blank=True, max_length=400)),
                        ("changes", models.JSONField()),
                        ("done_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("undone_at", models.DateTimeField(blank=True, null=True)),
                        ("open_to_redo", models.BooleanField(default=True)),
                        (
                            "account",
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
                        "indexes": [
                            models.Index(fields=["study", "account", "done_at"], name="study_step_newest"),
                            models.Index(fields=["study", "done_at"], name="study_step_in_study"),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Turn",
                    fields=[
                        ("id", models.BigAutoField(primary_key=True, serialize=False)),
                        ("number", models.PositiveIntegerField()),
                        ("start", models.PositiveIntegerField()),
                        ("said_from", models.PositiveIntegerField()),
                        ("end", models.PositiveIntegerField()),
                        ("at_ms", models.PositiveIntegerField(blank=True, null=True)),
                        ("search", django.contrib.postgres.search.SearchVectorField(null=True)),
                        (
                            "source",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="turns",
                                to="inquiry.source",
                            ),
                        ),
                        (
                            "speaker",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="turns",
                                to="inquiry.speaker",
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
                        "indexes": [
                            django.contrib.postgres.indexes.GinIndex(fields=["search"], name="turn_search")
                        ],
                        "constraints": [
                            models.UniqueConstraint(fields=("source", "number"), name="turn_number_once"),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("said_from__lte", models.F("end")), ("start__lte", models.F("said_from"))
                                ),
                                name="turn_span",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ParticipantKey",
                    fields=[
                        (
                            "participant",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                primary_key=True,
                                related_name="key",
                                serialize=False,
                                to="inquiry.participant",
                            ),
                        ),
                        ("name", models.CharField(max_length=200)),
                        ("contact", models.CharField(blank=True, max_length=300)),
                        ("changed_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("changed_by_id", models.UUIDField(null=True)),
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
                            "study",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="inquiry.study",
                            ),
                        ),
                    ],
                ),
                ownwords.ledger.operations.InstallTriggers(
                    triggers=[
                        (
                            "study",
                            pgtrigger.compiler.Trigger(
                                name="studies_stay",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                                    hash="809203061fc71428b919086c5f35c49265d4ce44",
                                    operation="DELETE",
                                    pgid="pgtrigger_studies_stay_55966",
                                    table="inquiry_study",
                                    when="BEFORE",
                                ),
                            ),
                        ),
                        (
                            "study",
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "inquiry_studyevent" ("blind", "changed_at", "changed_by_id", "ethics_reference", "fewest_alike", "guid", "id", "made_at", "made_by_id", "method", "method_words", "organisation_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "question", "submission", "title", "version") VALUES (NEW."blind", NEW."changed_at", NEW."changed_by_id", NEW."ethics_reference", NEW."fewest_alike", NEW."guid", NEW."id", NEW."made_at", NEW."made_by_id", NEW."method", NEW."method_words", NEW."organisation_id", NOW(), \'insert\', NEW."id", NEW."question", NEW."submission", NEW."title", NEW."version"); RETURN NULL;',
                                    hash="7a30bf3d5e152118dd3e021151c7605b53a3e7c1",
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
                                    func='INSERT INTO "inquiry_studyevent" ("blind", "changed_at", "changed_by_id", "ethics_reference", "fewest_alike", "guid", "id", "made_at", "made_by_id", "method", "method_words", "organisation_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "question", "submission", "title", "version") VALUES (NEW."blind", NEW."changed_at", NEW."changed_by_id", NEW."ethics_reference", NEW."fewest_alike", NEW."guid", NEW."id", NEW."made_at", NEW."made_by_id", NEW."method", NEW."method_words", NEW."organisation_id", NOW(), \'update\', NEW."id", NEW."question", NEW."submission", NEW."title", NEW."version"); RETURN NULL;',
                                    hash="883ba964e7fa163c61a3f0596035adddaaa64046",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_617a4",
                                    table="inquiry_study",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "speaker",
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "inquiry_speakerevent" ("asks", "id", "label", "participant_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source_id", "study_id") VALUES (NEW."asks", NEW."id", NEW."label", NEW."participant_id", NOW(), \'insert\', NEW."id", NEW."source_id", NEW."study_id"); RETURN NULL;',
                                    hash="f6c7550724458a769e44b7844bebee31cd037931",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_2e84a",
                                    table="inquiry_speaker",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "speaker",
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "inquiry_speakerevent" ("asks", "id", "label", "participant_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source_id", "study_id") VALUES (NEW."asks", NEW."id", NEW."label", NEW."participant_id", NOW(), \'update\', NEW."id", NEW."source_id", NEW."study_id"); RETURN NULL;',
                                    hash="e1e766760b4e53d828dd569784f3442894ad3fc1",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_becfb",
                                    table="inquiry_speaker",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "samplinggroup",
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "inquiry_samplinggroupevent" ("changed_at", "changed_by_id", "guid", "id", "made_at", "made_by_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "removed_at", "study_id", "submission", "version", "wanted", "words") VALUES (NEW."changed_at", NEW."changed_by_id", NEW."guid", NEW."id", NEW."made_at", NEW."made_by_id", NOW(), \'insert\', NEW."id", NEW."reason", NEW."removed_at", NEW."study_id", NEW."submission", NEW."version", NEW."wanted", NEW."words"); RETURN NULL;',
                                    hash="c1910a55bcc645670515fb3920943329fc2e75a1",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_2555f",
                                    table="inquiry_samplinggroup",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "samplinggroup",
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "inquiry_samplinggroupevent" ("changed_at", "changed_by_id", "guid", "id", "made_at", "made_by_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "removed_at", "study_id", "submission", "version", "wanted", "words") VALUES (NEW."changed_at", NEW."changed_by_id", NEW."guid", NEW."id", NEW."made_at", NEW."made_by_id", NOW(), \'update\', NEW."id", NEW."reason", NEW."removed_at", NEW."study_id", NEW."submission", NEW."version", NEW."wanted", NEW."words"); RETURN NULL;',
                                    hash="29e7a9fa2fafc5e84b991dc729914ab821eda1ab",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_8e833",
                                    table="inquiry_samplinggroup",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "samplingdecision",
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "inquiry_samplingdecisionevent" ("answer", "answered_by", "changed_at", "changed_by_id", "decided_on", "gap", "guid", "id", "made_at", "made_by_id", "memo_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "removed_at", "study_id", "submission", "version", "words") VALUES (NEW."answer", NEW."answered_by", NEW."changed_at", NEW."changed_by_id", NEW."decided_on", NEW."gap", NEW."guid", NEW."id", NEW."made_at", NEW."made_by_id", NEW."memo_id", NOW(), \'insert\', NEW."id", NEW."removed_at", NEW."study_id", NEW."submission", NEW."version", NEW."words"); RETURN NULL;',
                                    hash="ac5e3b8e5d05bc62d6d1b2058118618cf5c2bc0c",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_c1da8",
                                    table="inquiry_samplingdecision",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "samplingdecision",
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "inquiry_samplingdecisionevent" ("answer", "answered_by", "changed_at", "changed_by_id", "decided_on", "gap", "guid", "id", "made_at", "made_by_id", "memo_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "removed_at", "study_id", "submission", "version", "words") VALUES (NEW."answer", NEW."answered_by", NEW."changed_at", NEW."changed_by_id", NEW."decided_on", NEW."gap", NEW."guid", NEW."id", NEW."made_at", NEW."made_by_id", NEW."memo_id", NOW(), \'update\', NEW."id", NEW."removed_at", NEW."study_id", NEW."submission", NEW."version", NEW."words"); RETURN NULL;',
                                    hash="10e2f9c3d602969cba927e0c15cfdad148761e86",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_743c3",
                                    table="inquiry_samplingdecision",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "participant",
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "inquiry_participantevent" ("changed_at", "changed_by_id", "guid", "id", "made_at", "made_by_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pseudonym", "sampling_group_id", "study_id", "submission", "version", "withdrew_on") VALUES (NEW."changed_at", NEW."changed_by_id", NEW."guid", NEW."id", NEW."made_at", NEW."made_by_id", NOW(), \'insert\', NEW."id", NEW."pseudonym", NEW."sampling_group_id", NEW."study_id", NEW."submission", NEW."version", NEW."withdrew_on"); RETURN NULL;',
                                    hash="01cf8daacb7f688c6c4d033362209412ebbf4cd0",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_b26f1",
                                    table="inquiry_participant",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "participant",
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "inquiry_participantevent" ("changed_at", "changed_by_id", "guid", "id", "made_at", "made_by_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pseudonym", "sampling_group_id", "study_id", "submission", "version", "withdrew_on") VALUES (NEW."changed_at", NEW."changed_by_id", NEW."guid", NEW."id", NEW."made_at", NEW."made_by_id", NOW(), \'update\', NEW."id", NEW."pseudonym", NEW."sampling_group_id", NEW."study_id", NEW."submission", NEW."version", NEW."withdrew_on"); RETURN NULL;',
                                    hash="2c94074bbbc70146d542388d98749a66bacff2bd",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_936ab",
                                    table="inquiry_participant",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "memo",
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "inquiry_memoevent" ("about", "about_id", "changed_at", "changed_by_id", "guid", "id", "kind", "made_at", "made_by_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "removed_at", "study_id", "submission", "title", "version", "words") VALUES (NEW."about", NEW."about_id", NEW."changed_at", NEW."changed_by_id", NEW."guid", NEW."id", NEW."kind", NEW."made_at", NEW."made_by_id", NOW(), \'insert\', NEW."id", NEW."removed_at", NEW."study_id", NEW."submission", NEW."title", NEW."version", NEW."words"); RETURN NULL;',
                                    hash="f3d39999a0327c13b261c636819397ed4311219c",
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
                                    func='INSERT INTO "inquiry_memoevent" ("about", "about_id", "changed_at", "changed_by_id", "guid", "id", "kind", "made_at", "made_by_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "removed_at", "study_id", "submission", "title", "version", "words") VALUES (NEW."about", NEW."about_id", NEW."changed_at", NEW."changed_by_id", NEW."guid", NEW."id", NEW."kind", NEW."made_at", NEW."made_by_id", NOW(), \'update\', NEW."id", NEW."removed_at", NEW."study_id", NEW."submission", NEW."title", NEW."version", NEW."words"); RETURN NULL;',
                                    hash="4c41e560f19a39a4e03f6688e6f4d8205930f2f5",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_4f1f9",
                                    table="inquiry_memo",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "finished",
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "inquiry_finishedevent" ("coder_id", "finished_at", "id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source_id", "study_id") VALUES (NEW."coder_id", NEW."finished_at", NEW."id", NOW(), \'insert\', NEW."id", NEW."source_id", NEW."study_id"); RETURN NULL;',
                                    hash="64190b257dbf3cadc5f0eeb60eaabf8a5d249f5f",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_1528a",
                                    table="inquiry_finished",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "finished",
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "inquiry_finishedevent" ("coder_id", "finished_at", "id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source_id", "study_id") VALUES (OLD."coder_id", OLD."finished_at", OLD."id", NOW(), \'delete\', OLD."id", OLD."source_id", OLD."study_id"); RETURN NULL;',
                                    hash="f4239f0cb907a3e79d504e3249d863c41b123d42",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_a0933",
                                    table="inquiry_finished",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "consent",
                            pgtrigger.compiler.Trigger(
                                name="consents_stay",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="11fa17a8e5bb7fa4a5f526735536b84021e5ff45",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_consents_stay_99f4b",
                                    table="inquiry_consent",
                                    when="BEFORE",
                                ),
                            ),
                        ),
                        (
                            "coding",
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "inquiry_codingevent" ("changed_at", "changed_by_id", "code_id", "coder_id", "end", "guid", "how", "id", "made_at", "memo", "pgh_created_at", "pgh_label", "pgh_obj_id", "source_id", "start", "strength", "study_id") VALUES (NEW."changed_at", NEW."changed_by_id", NEW."code_id", NEW."coder_id", NEW."end", NEW."guid", NEW."how", NEW."id", NEW."made_at", NEW."memo", NOW(), \'insert\', NEW."id", NEW."source_id", NEW."start", NEW."strength", NEW."study_id"); RETURN NULL;',
                                    hash="830728f5437a7af9dff1a989dbd7f42f5aac5a5e",
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
                                    func='INSERT INTO "inquiry_codingevent" ("changed_at", "changed_by_id", "code_id", "coder_id", "end", "guid", "how", "id", "made_at", "memo", "pgh_created_at", "pgh_label", "pgh_obj_id", "source_id", "start", "strength", "study_id") VALUES (NEW."changed_at", NEW."changed_by_id", NEW."code_id", NEW."coder_id", NEW."end", NEW."guid", NEW."how", NEW."id", NEW."made_at", NEW."memo", NOW(), \'update\', NEW."id", NEW."source_id", NEW."start", NEW."strength", NEW."study_id"); RETURN NULL;',
                                    hash="c60c5b7988e3dff6e74575f593f6592862ac796b",
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
                                    func='INSERT INTO "inquiry_codingevent" ("changed_at", "changed_by_id", "code_id", "coder_id", "end", "guid", "how", "id", "made_at", "memo", "pgh_created_at", "pgh_label", "pgh_obj_id", "source_id", "start", "strength", "study_id") VALUES (OLD."changed_at", OLD."changed_by_id", OLD."code_id", OLD."coder_id", OLD."end", OLD."guid", OLD."how", OLD."id", OLD."made_at", OLD."memo", NOW(), \'delete\', OLD."id", OLD."source_id", OLD."start", OLD."strength", OLD."study_id"); RETURN NULL;',
                                    hash="4429b8d3c714e32b1a7038a57e13f40f8c9c055d",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_ee0e9",
                                    table="inquiry_coding",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "code",
                            pgtrigger.compiler.Trigger(
                                name="codes_stay",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                                    hash="32dfbbd8336a3272e7ae78937248602daf0e0748",
                                    operation="DELETE",
                                    pgid="pgtrigger_codes_stay_e38e8",
                                    table="inquiry_code",
                                    when="BEFORE",
                                ),
                            ),
                        ),
                        (
                            "code",
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "inquiry_codeevent" ("changed_at", "changed_by_id", "colour", "definition", "example", "folded", "guid", "holds_codings", "id", "made_at", "made_by_id", "merged_into_id", "name", "not_when", "origin", "parent_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "removed_at", "study_id", "submission", "use_when", "version") VALUES (NEW."changed_at", NEW."changed_by_id", NEW."colour", NEW."definition", NEW."example", NEW."folded", NEW."guid", NEW."holds_codings", NEW."id", NEW."made_at", NEW."made_by_id", NEW."merged_into_id", NEW."name", NEW."not_when", NEW."origin", NEW."parent_id", NOW(), \'insert\', NEW."id", NEW."position", NEW."removed_at", NEW."study_id", NEW."submission", NEW."use_when", NEW."version"); RETURN NULL;',
                                    hash="f0bf2919fbba26d729f4fa0ba622168dff695162",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_486d9",
                                    table="inquiry_code",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "code",
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "inquiry_codeevent" ("changed_at", "changed_by_id", "colour", "definition", "example", "folded", "guid", "holds_codings", "id", "made_at", "made_by_id", "merged_into_id", "name", "not_when", "origin", "parent_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "removed_at", "study_id", "submission", "use_when", "version") VALUES (NEW."changed_at", NEW."changed_by_id", NEW."colour", NEW."definition", NEW."example", NEW."folded", NEW."guid", NEW."holds_codings", NEW."id", NEW."made_at", NEW."made_by_id", NEW."merged_into_id", NEW."name", NEW."not_when", NEW."origin", NEW."parent_id", NOW(), \'update\', NEW."id", NEW."position", NEW."removed_at", NEW."study_id", NEW."submission", NEW."use_when", NEW."version"); RETURN NULL;',
                                    hash="979c606896377b17c6ff35b645ee497802e614ac",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_c8eef",
                                    table="inquiry_code",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "attributevalue",
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "inquiry_attributevalueevent" ("attribute_id", "changed_at", "changed_by_id", "id", "participant_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source_id", "study_id", "value") VALUES (NEW."attribute_id", NEW."changed_at", NEW."changed_by_id", NEW."id", NEW."participant_id", NOW(), \'insert\', NEW."id", NEW."source_id", NEW."study_id", NEW."value"); RETURN NULL;',
                                    hash="cd7e3777e62b3aec349ffd2bc1b38806dead492f",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_a0f51",
                                    table="inquiry_attributevalue",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "attributevalue",
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "inquiry_attributevalueevent" ("attribute_id", "changed_at", "changed_by_id", "id", "participant_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source_id", "study_id", "value") VALUES (NEW."attribute_id", NEW."changed_at", NEW."changed_by_id", NEW."id", NEW."participant_id", NOW(), \'update\', NEW."id", NEW."source_id", NEW."study_id", NEW."value"); RETURN NULL;',
                                    hash="22f94e3a9ed126fe5661f84f84313461001fff7c",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_c9044",
                                    table="inquiry_attributevalue",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "attribute",
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "inquiry_attributeevent" ("changed_at", "changed_by_id", "guid", "id", "kind", "made_at", "made_by_id", "name", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "study_id", "submission", "version") VALUES (NEW."changed_at", NEW."changed_by_id", NEW."guid", NEW."id", NEW."kind", NEW."made_at", NEW."made_by_id", NEW."name", NOW(), \'insert\', NEW."id", NEW."position", NEW."study_id", NEW."submission", NEW."version"); RETURN NULL;',
                                    hash="5de9a289cf81bb751031d103f857e8fe3c974f96",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_e4bad",
                                    table="inquiry_attribute",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "attribute",
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "inquiry_attributeevent" ("changed_at", "changed_by_id", "guid", "id", "kind", "made_at", "made_by_id", "name", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "study_id", "submission", "version") VALUES (NEW."changed_at", NEW."changed_by_id", NEW."guid", NEW."id", NEW."kind", NEW."made_at", NEW."made_by_id", NEW."name", NOW(), \'update\', NEW."id", NEW."position", NEW."study_id", NEW."submission", NEW."version"); RETURN NULL;',
                                    hash="cf913e902a787f791afc526b87f142883408eac4",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_8d29c",
                                    table="inquiry_attribute",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "studymember",
                            pgtrigger.compiler.Trigger(
                                name="study_members_stay",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                                    hash="df730dabd1ac30b5e20a5a17fa073d9b8c5c267e",
                                    operation="DELETE",
                                    pgid="pgtrigger_study_members_stay_14321",
                                    table="inquiry_studymember",
                                    when="BEFORE",
                                ),
                            ),
                        ),
                        (
                            "studymember",
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "inquiry_studymemberevent" ("account_id", "changed_at", "changed_by_id", "duty", "ends_on", "id", "keeps_key", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "study_id", "version") VALUES (NEW."account_id", NEW."changed_at", NEW."changed_by_id", NEW."duty", NEW."ends_on", NEW."id", NEW."keeps_key", NOW(), \'insert\', NEW."id", NEW."starts_on", NEW."study_id", NEW."version"); RETURN NULL;',
                                    hash="b88b04847f742c77a551ec1176c3d28e3f8cd84e",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_9170b",
                                    table="inquiry_studymember",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "studymember",
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "inquiry_studymemberevent" ("account_id", "changed_at", "changed_by_id", "duty", "ends_on", "id", "keeps_key", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "study_id", "version") VALUES (NEW."account_id", NEW."changed_at", NEW."changed_by_id", NEW."duty", NEW."ends_on", NEW."id", NEW."keeps_key", NOW(), \'update\', NEW."id", NEW."starts_on", NEW."study_id", NEW."version"); RETURN NULL;',
                                    hash="9dbaa7cf7d813a417d38dbd1718d51d3a17da565",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_7f133",
                                    table="inquiry_studymember",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "studypaper",
                            pgtrigger.compiler.Trigger(
                                name="study_papers_stay",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="865884370b57300e8cf2c4e44a6294da4311ad2e",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_study_papers_stay_57cfb",
                                    table="inquiry_studypaper",
                                    when="BEFORE",
                                ),
                            ),
                        ),
                        (
                            "source",
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "inquiry_sourceevent" ("changed_at", "changed_by_id", "encoding", "file_name", "guid", "guide_id", "held_on", "id", "kind", "length", "made_at", "made_by_id", "minutes", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "position", "recorded_how", "reference", "removed_at", "speakers_checked_at", "study_id", "submission", "text_version", "title", "version") VALUES (NEW."changed_at", NEW."changed_by_id", NEW."encoding", NEW."file_name", NEW."guid", NEW."guide_id", NEW."held_on", NEW."id", NEW."kind", NEW."length", NEW."made_at", NEW."made_by_id", NEW."minutes", NOW(), \'insert\', NEW."id", NEW."place", NEW."position", NEW."recorded_how", NEW."reference", NEW."removed_at", NEW."speakers_checked_at", NEW."study_id", NEW."submission", NEW."text_version", NEW."title", NEW."version"); RETURN NULL;',
                                    hash="391a29ad489d426ef8a1549be83692373072faba",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_833b2",
                                    table="inquiry_source",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "source",
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "inquiry_sourceevent" ("changed_at", "changed_by_id", "encoding", "file_name", "guid", "guide_id", "held_on", "id", "kind", "length", "made_at", "made_by_id", "minutes", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "position", "recorded_how", "reference", "removed_at", "speakers_checked_at", "study_id", "submission", "text_version", "title", "version") VALUES (NEW."changed_at", NEW."changed_by_id", NEW."encoding", NEW."file_name", NEW."guid", NEW."guide_id", NEW."held_on", NEW."id", NEW."kind", NEW."length", NEW."made_at", NEW."made_by_id", NEW."minutes", NOW(), \'update\', NEW."id", NEW."place", NEW."position", NEW."recorded_how", NEW."reference", NEW."removed_at", NEW."speakers_checked_at", NEW."study_id", NEW."submission", NEW."text_version", NEW."title", NEW."version"); RETURN NULL;',
                                    hash="d1788befa06898b934825b40d03ec826392b8d55",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_20995",
                                    table="inquiry_source",
                                    when="AFTER",
                                ),
                            ),
                        ),
                    ],
                ),
            ],
        ),
    ]
