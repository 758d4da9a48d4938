"""A request to erase what is withheld from somebody for a time would tell them of it: they read it once it is released."""

from django.db import migrations

REQUESTS = """
CREATE POLICY withheld_unseen ON people_erasurerequest AS RESTRICTIVE FOR SELECT USING (
  ownwords_role() <> 'person' OR thing_kind <> 'safetyshare' OR NOT ownwords_withheld(thing_id, NULL));
"""


class Migration(migrations.Migration):
    """One policy."""

    dependencies = [("peers", "0010_kept_figures"), ("record", "0005_erasing_for_all_rooms")]
    operations = [migrations.RunSQL(REQUESTS, migrations.RunSQL.noop)]
