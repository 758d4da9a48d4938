import django.db.models.deletion
import django.utils.timezone
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

import ownwords.ledger.ids


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0007_erasures"),
    ]

    operations = [
        migrations.CreateModel(
            name="ThingShare",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=ownwords.ledger.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "thing_kind",
                    models.CharField(help_text="The table that the thing stands in.", max_length=60),
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
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="ThingShareEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.UUIDField(default=ownwords.ledger.ids.new_id, editable=False, serialize=False)),
                (
                    "thing_kind",
                    models.CharField(help_text="The table that the thing stands in.", max_length=60),
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
                        to="people.thingshare",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddConstraint(
            model_name="thingshare",
            constraint=models.UniqueConstraint(fields=("thing_id", "account"), name="thing_share_once"),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="thingshare",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "people_thingshareevent" ("account_id", "id", "made_at", "made_by_id", "person_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "thing_id", "thing_kind") VALUES (NEW."account_id", NEW."id", NEW."made_at", NEW."made_by_id", NEW."person_id", NOW(), \'insert\', NEW."id", NEW."thing_id", NEW."thing_kind"); RETURN NULL;',
                    hash="7964f4ad8681d9b10fddd77464524c2e5c6a49fc",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_6212e",
                    table="people_thingshare",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="thingshare",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "people_thingshareevent" ("account_id", "id", "made_at", "made_by_id", "person_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "thing_id", "thing_kind") VALUES (OLD."account_id", OLD."id", OLD."made_at", OLD."made_by_id", OLD."person_id", NOW(), \'delete\', OLD."id", OLD."thing_id", OLD."thing_kind"); RETURN NULL;',
                    hash="127121429cebd5375b4b75d7358a59ba711bf23c",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_37fa6",
                    table="people_thingshare",
                    when="AFTER",
                ),
            ),
        ),
    ]
