"""The second lock on the record: what the web role sees of entries and of everything that hangs on them."""

from django.db import migrations

FUNCTIONS = """
CREATE FUNCTION ownwords_named(entry uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  RETURN EXISTS (SELECT 1 FROM record_share s WHERE s.entry_id = entry AND s.account_id = ownwords_account());
END $$;
-- Whether the viewer's role sees an entry of this visibility; whether they reach the person is asked beside it.
CREATE FUNCTION ownwords_sight(entry uuid, visibility text) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  what text := ownwords_role();
BEGIN
  IF what = 'person' THEN
    RETURN true;
  ELSIF what IN ('worker', 'team_lead') THEN
    RETURN visibility = 'team' OR visibility = 'named' AND ownwords_named(entry);
  END IF;
  RETURN what IN ('supporter', 'peer_worker') AND visibility <> 'me' AND ownwords_named(entry);
END $$;
CREATE FUNCTION ownwords_sees(entry uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  found record;
BEGIN
  SELECT e.person_id, e.visibility INTO found FROM record_entry e WHERE e.id = entry;
  RETURN found.person_id IS NOT NULL AND ownwords_sight(entry, found.visibility)
    AND ownwords_reaches(found.person_id);
END $$;
"""

# Adding asks only whether the person may be written about: who sees the new entry is decided with it.
WRITES = "ownwords_role() IN ('person', 'worker', 'team_lead') AND ownwords_reaches(person_id)"
ENTRY = f"""
ALTER TABLE record_entry ENABLE ROW LEVEL SECURITY;
CREATE POLICY entry_seen ON record_entry FOR SELECT
  USING (ownwords_sight(id, visibility) AND ownwords_reaches(person_id));
CREATE POLICY entry_changed ON record_entry FOR UPDATE
  USING (ownwords_sight(id, visibility) AND {WRITES}) WITH CHECK ({WRITES});
CREATE POLICY entry_added ON record_entry FOR INSERT WITH CHECK ({WRITES});
-- An earlier version that only the person could see stays theirs when the entry is shared later.
ALTER TABLE record_entryevent ENABLE ROW LEVEL SECURITY;
CREATE POLICY entryevent_seen ON record_entryevent FOR SELECT USING (
  (ownwords_role() = 'person' OR visibility = 'named'
   OR visibility = 'team' AND ownwords_role() IN ('worker', 'team_lead'))
  AND ownwords_sees(pgh_obj_id));
CREATE POLICY entryevent_added ON record_entryevent FOR INSERT WITH CHECK (true);
ALTER TABLE record_shareevent ENABLE ROW LEVEL SECURITY;
CREATE POLICY shareevent_seen ON record_shareevent FOR SELECT USING (
  ownwords_role() = 'person' AND ownwords_reaches(person_id));
CREATE POLICY shareevent_added ON record_shareevent FOR INSERT WITH CHECK (true);
ALTER TABLE record_notaskedevent ENABLE ROW LEVEL SECURITY;
CREATE POLICY notaskedevent_seen ON record_notaskedevent FOR SELECT USING (ownwords_reaches(person_id));
CREATE POLICY notaskedevent_added ON record_notaskedevent FOR INSERT WITH CHECK (true);
ALTER TABLE record_draft ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_drafts ON record_draft
  USING (account_id = ownwords_account()) WITH CHECK (account_id = ownwords_account());
"""

# Rows that are seen and changed by whoever sees the entry they hang on, each table with its history.
HANGING = ("goal", "strength", "preference", "conversation", "step", "otherview")
# Rows that belong to a person as a whole.
ABOUT = ("share", "notasked", "erasurerequest")

SEARCH = """
CREATE TEXT SEARCH CONFIGURATION ownwords (COPY = english);
ALTER TEXT SEARCH CONFIGURATION ownwords
  ALTER MAPPING FOR hword, hword_part, word WITH unaccent, english_stem;
"""


def hanging(table: str) -> str:
    """A table that hangs on entries, and its history, which only triggers add to."""
    rule = "ownwords_sees(entry_id)"
    return (
        f"ALTER TABLE record_{table} ENABLE ROW LEVEL SECURITY;"
        f"CREATE POLICY with_its_entry ON record_{table} USING ({rule}) WITH CHECK ({rule});"
        f"ALTER TABLE record_{table}event ENABLE ROW LEVEL SECURITY;"
        f"CREATE POLICY read_with_its_entry ON record_{table}event FOR SELECT USING ({rule});"
        f"CREATE POLICY added_by_triggers ON record_{table}event FOR INSERT WITH CHECK (true);"
    )


def about(table: str) -> str:
    """A table about a person."""
    rule = "ownwords_reaches(person_id)"
    return (
        f"ALTER TABLE record_{table} ENABLE ROW LEVEL SECURITY;"
        f"CREATE POLICY with_the_person ON record_{table} USING ({rule}) WITH CHECK ({rule});"
    )


FORWARD = FUNCTIONS + ENTRY + "".join(map(hanging, HANGING)) + "".join(map(about, ABOUT)) + SEARCH


class Migration(migrations.Migration):
    """Policies for the record, and the way its words are searched."""

    dependencies = [("record", "0001_initial"), ("people", "0002_row_level_security")]
    operations = [migrations.RunSQL(FORWARD, migrations.RunSQL.noop)]
