"""Nothing about me that I cannot see: what is kept for reckoning about somebody is theirs to read as well."""

from django.db import migrations

FORWARD = """
CREATE POLICY own_end ON peers_competingend FOR SELECT USING (ownwords_role() = 'person' AND ownwords_reaches(person_id));
CREATE POLICY own_versions ON peers_competingendevent FOR SELECT
  USING (ownwords_role() = 'person' AND ownwords_reaches(person_id));
"""


class Migration(migrations.Migration):
    """Two more policies."""

    dependencies = [("peers", "0005_between_rules")]
    operations = [migrations.RunSQL(FORWARD, migrations.RunSQL.noop)]
