"""What somebody decided on a suggestion stands in a row of its own, and is seen as their codings are.

In a blind study nobody learns from a suggestion what another made of it before both have finished the text.
"""

from importlib import import_module

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

seen = import_module("ownwords.inquiry.migrations.0002_row_level_security")
CODES = seen.CODES
SEEN = f"{seen.WORKS} AND (accepted IS NULL OR {seen.open_to_me('source_id', 'decided_by_id')})"
MINE = f"accepted IS NULL AND asked_by_id = {seen.ME} OR decided_by_id = {seen.ME}"
#: What is proposed is everybody's to replace; what is decided, of whoever decided it.
REPLACED = f"accepted IS NULL OR decided_by_id = {seen.ME}"
LOCKS = f"""
DROP POLICY seen ON inquiry_suggestion; DROP POLICY added ON inquiry_suggestion;
DROP POLICY changed ON inquiry_suggestion; DROP POLICY taken_away ON inquiry_suggestion;
CREATE POLICY seen ON inquiry_suggestion FOR SELECT USING ({SEEN});
CREATE POLICY added ON inquiry_suggestion FOR INSERT WITH CHECK ({CODES} AND ({MINE}));
CREATE POLICY changed ON inquiry_suggestion FOR UPDATE USING ({CODES} AND ({REPLACED})) WITH CHECK ({CODES} AND ({REPLACED}));
CREATE POLICY taken_away ON inquiry_suggestion FOR DELETE USING ({CODES} AND ({REPLACED}));
"""
BACK = f"""
DROP POLICY seen ON inquiry_suggestion; DROP POLICY added ON inquiry_suggestion;
DROP POLICY changed ON inquiry_suggestion; DROP POLICY taken_away ON inquiry_suggestion;
CREATE POLICY seen ON inquiry_suggestion FOR SELECT USING ({seen.WORKS});
CREATE POLICY added ON inquiry_suggestion FOR INSERT WITH CHECK ({CODES} AND asked_by_id = {seen.ME});
CREATE POLICY changed ON inquiry_suggestion FOR UPDATE USING ({CODES}) WITH CHECK ({CODES});
CREATE POLICY taken_away ON inquiry_suggestion FOR DELETE USING ({CODES});
"""


class Migration(migrations.Migration):
    dependencies = [
        ("inquiry", "0009_own_pages"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="suggestion",
            name="suggestion_once",
        ),
        migrations.AlterField(
            model_name="suggestion",
            name="coding",
            field=models.OneToOneField(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="suggestion",
                to="inquiry.coding",
            ),
        ),
        migrations.AddIndex(
            model_name="suggestion",
            index=models.Index(fields=["study", "source", "start", "id"], name="suggestion_in_text"),
        ),
        migrations.AddIndex(
            model_name="suggestion",
            index=models.Index(
                condition=models.Q(("accepted__isnull", False)),
                fields=["source", "code", "start"],
                name="suggestion_decided_on",
            ),
        ),
        migrations.AddConstraint(
            model_name="suggestion",
            constraint=models.UniqueConstraint(
                condition=models.Q(("accepted__isnull", True)),
                fields=("source", "text_version", "start", "end", "code", "by", "model"),
                name="suggestion_proposed_once",
            ),
        ),
        migrations.RunSQL(LOCKS, BACK),
    ]
