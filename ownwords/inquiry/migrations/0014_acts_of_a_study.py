"""Who works in a study reads what was done to it as a whole: its audit trail.

What participants do themselves, such as giving words from their own record, is left out: it would say who stands behind
a pseudonym.
"""

from importlib import import_module

from django.db import migrations

among = import_module("ownwords.inquiry.migrations.0002_row_level_security").among

FORWARD = f"""
CREATE POLICY act_on_the_study ON ledger_act FOR SELECT USING (
  thing_kind = 'study' AND role IN ('researcher', 'operator') AND {among(column="thing_id")});
"""
BACK = "DROP POLICY act_on_the_study ON ledger_act;"


class Migration(migrations.Migration):
    """One more policy on acts."""

    dependencies = [("inquiry", "0013_words_taken_back"), ("ledger", "0005_outgoing_standing")]
    operations = [migrations.RunSQL(FORWARD, BACK)]
