"""What was said to some does not open when others are let in: earlier versions, in the second lock too."""

from django.db import migrations

ALTER = """
ALTER POLICY entryevent_seen ON record_entryevent USING (
  (ownwords_role() = 'person' OR visibility = 'named' {named}
   OR visibility = 'team' AND ownwords_role() IN ('worker', 'team_lead'))
  AND ownwords_sees(pgh_obj_id));
"""
NAMED_BY_THEN = """AND EXISTS (
     SELECT 1 FROM record_share s
     WHERE s.entry_id = pgh_obj_id AND s.account_id = ownwords_account() AND s.made_at <= changed_at)"""


class Migration(migrations.Migration):
    """The policy of earlier versions."""

    dependencies = [("record", "0003_erasure")]
    operations = [migrations.RunSQL(ALTER.format(named=NAMED_BY_THEN), ALTER.format(named=""))]
