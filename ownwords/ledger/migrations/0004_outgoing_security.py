"""The second lock on messages that wait to be sent: they are added with their cause, and sent outside any request."""

from django.db import migrations

FORWARD = """
ALTER TABLE ledger_outgoing ENABLE ROW LEVEL SECURITY;
CREATE POLICY outgoing_read ON ledger_outgoing FOR SELECT USING (
  ownwords_role() = 'person' AND ownwords_reaches(about_id));
CREATE POLICY outgoing_added ON ledger_outgoing FOR INSERT WITH CHECK (ownwords_reaches(about_id));
"""


class Migration(migrations.Migration):
    """Policies for outgoing messages."""

    dependencies = [("ledger", "0003_outgoing"), ("people", "0002_row_level_security")]
    operations = [migrations.RunSQL(FORWARD, migrations.RunSQL.noop)]
