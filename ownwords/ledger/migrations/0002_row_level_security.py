"""The second lock on the ledger: a person reads the looks at their own record; acts and links go with the person."""

from django.db import migrations

FORWARD = """
ALTER TABLE ledger_look ENABLE ROW LEVEL SECURITY;
CREATE POLICY look_read_by_the_person ON ledger_look FOR SELECT USING (
  ownwords_role() = 'person' AND ownwords_reaches(about_id));
CREATE POLICY look_kept ON ledger_look FOR INSERT WITH CHECK (actor_id = ownwords_account());
ALTER TABLE ledger_act ENABLE ROW LEVEL SECURITY;
CREATE POLICY act_read ON ledger_act FOR SELECT USING (
  actor_id = ownwords_account() OR about_id IS NULL AND ownwords_role() = 'administrator'
  OR about_id IS NOT NULL AND ownwords_reaches(about_id));
CREATE POLICY act_kept ON ledger_act FOR INSERT WITH CHECK (true);
ALTER TABLE ledger_link ENABLE ROW LEVEL SECURITY;
CREATE POLICY link_with_the_person ON ledger_link
  USING (ownwords_reaches(about_id)) WITH CHECK (ownwords_reaches(about_id));
"""


class Migration(migrations.Migration):
    """Policies for looks, acts and links."""

    dependencies = [("ledger", "0001_initial"), ("people", "0002_row_level_security")]
    operations = [migrations.RunSQL(FORWARD, migrations.RunSQL.noop)]
