"""In a blind study a summary in a chart is seen once both have finished the texts it is about; and nobody's words are
quoted to people who are asked back while it is not known whose they are.

Queries hide summaries already (`queries/chart_sight.py`); this is the second lock.
"""

from importlib import import_module

from django.db import migrations

among = import_module("ownwords.inquiry.migrations.0002_row_level_security").among
own_pages: str = import_module("ownwords.inquiry.migrations.0011_own_pages_rules").ASKED
AS_OWNER = "SECURITY DEFINER SET search_path = public, pg_temp"

WORKS, CODES = among(), among("code")
WRITER = "coalesce(changed_by_id, made_by_id)"
SEEN = f"""{WORKS} AND (NOT {among("blind")} OR {WRITER} = ownwords_account()
  OR ownwords_finished_with(study_id, source_id, participant_id, {WRITER}))"""

FINISHED = f"""
-- Whether somebody has finished every text that a case is in; and whoever looks as well, where they code.
CREATE FUNCTION ownwords_finished_with(which uuid, of_source uuid, of_participant uuid, writer uuid) RETURNS boolean
LANGUAGE sql STABLE {AS_OWNER} AS $$
  SELECT which = ANY (ownwords_studies()) AND NOT EXISTS (SELECT 1 FROM inquiry_source s
    WHERE s.study_id = which AND s.removed_at IS NULL
      AND (s.id = of_source OR s.id IN (SELECT k.source_id FROM inquiry_speaker k WHERE k.participant_id = of_participant))
      AND (NOT EXISTS (SELECT 1 FROM inquiry_finished f WHERE f.source_id = s.id AND f.coder_id = writer)
        OR which = ANY (ownwords_studies('code'))
          AND NOT EXISTS (SELECT 1 FROM inquiry_finished f WHERE f.source_id = s.id AND f.coder_id = ownwords_account())))
$$;
"""


def policies(seen: str) -> str:
    """Let summaries be seen, changed and taken away under this condition, and their versions be seen."""
    return f"""
DROP POLICY seen ON inquiry_chartcell; DROP POLICY changed ON inquiry_chartcell;
DROP POLICY taken_away ON inquiry_chartcell; DROP POLICY versions_seen ON inquiry_chartcellevent;
CREATE POLICY seen ON inquiry_chartcell FOR SELECT USING ({seen});
CREATE POLICY changed ON inquiry_chartcell FOR UPDATE USING ({CODES} AND ({seen})) WITH CHECK ({CODES});
CREATE POLICY taken_away ON inquiry_chartcell FOR DELETE USING ({CODES} AND ({seen}));
CREATE POLICY versions_seen ON inquiry_chartcellevent FOR SELECT USING ({seen});
"""


def quotes(known: str) -> str:
    """The function that gives quotations to a link, with this condition for turns of nobody."""
    begin = own_pages.index("CREATE FUNCTION ownwords_asked_quotes")
    sql = own_pages[begin : own_pages.index("$$;", begin) + 3]
    if "WHERE k.id IS NULL OR (" not in sql:
        raise ValueError("migration 0011 no longer says whose words are quoted")
    sql = sql.replace("WHERE k.id IS NULL OR (", f"WHERE {known} OR (")
    return sql.replace("CREATE FUNCTION", "CREATE OR REPLACE FUNCTION")


OPEN = FINISHED + policies(SEEN) + quotes("k.id IS NULL AND s.kind NOT IN ('interview', 'group', 'answers')")
BACK = (
    policies(WORKS) + quotes("k.id IS NULL") + "DROP FUNCTION ownwords_finished_with(uuid, uuid, uuid, uuid);"
)


class Migration(migrations.Migration):
    """Two functions, four policies."""

    dependencies = [("inquiry", "0017_coding_counted")]
    operations = [migrations.RunSQL(OPEN, BACK)]
