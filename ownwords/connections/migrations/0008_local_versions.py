"""What was said of a place before, and put right since, is for staff; anybody else reads again what they said themselves."""

from django.db import migrations

VERSIONS = """
DROP POLICY versions_seen ON connections_localknowledgeevent;
CREATE POLICY versions_seen ON connections_localknowledgeevent FOR SELECT USING (
  ownwords_role() NOT IN ('person', 'supporter') OR changed_by_id = ownwords_account()
  OR version = (SELECT l.version FROM connections_localknowledge l WHERE l.id = pgh_obj_id));
"""


class Migration(migrations.Migration):
    """One policy."""

    dependencies = [("connections", "0007_whose_it_is")]
    operations = [migrations.RunSQL(VERSIONS, migrations.RunSQL.noop)]
