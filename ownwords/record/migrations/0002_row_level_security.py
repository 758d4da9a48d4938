"""The second lock on the record: what the web role sees of entries and of everything that hangs on them."""

from django.db import migrations

COLLEAGUE = """EXISTS (
    SELECT 1 FROM people_placement p JOIN people_membership m ON m.team_id = p.team_id
    WHERE p.person_id = {table}.person_id AND m.account_id = ownwords_account() AND m.role = ownwords_role()
      AND p.starts_on <= ownwords_today() AND (p.ends_on IS NULL OR p.ends_on > ownwords_today())
      AND m.starts_on <= ownwords_today() AND (m.ends_on IS NULL OR m.ends_on > ownwords_today()))"""
PERSON = "EXISTS (SELECT 1 FROM people_person p WHERE p.id = {table}.person_id)"
OWN = "{table}.person_id = (SELECT p.id FROM people_person p WHERE p.account_id = ownwords_account())"
SHARED = """EXISTS (
    SELECT 1 FROM record_share s WHERE s.entry_id = record_entry.id AND s.account_id = ownwords_account())"""
THE_ENTRY = "EXISTS (SELECT 1 FROM record_entry e WHERE e.id = {table}.{key})"

ENTRY_SEEN = f"""(
  CASE
    WHEN ownwords_role() IN ('worker', 'team_lead')
      THEN (visibility = 'team' OR visibility = 'named' AND {SHARED}) AND {COLLEAGUE.format(table="record_entry")}
    WHEN ownwords_role() IN ('supporter', 'peer_worker')
      THEN visibility <> 'me' AND {SHARED} AND {PERSON.format(table="record_entry")}
    WHEN ownwords_role() = 'person' THEN {OWN.format(table="record_entry")}
    ELSE false
  END)"""
# Adding asks only whether the person may be written about: who sees the new entry is decided with it.
ENTRY_ADDED = f"""(
  CASE
    WHEN ownwords_role() IN ('worker', 'team_lead') THEN {COLLEAGUE.format(table="record_entry")}
    WHEN ownwords_role() = 'person' THEN {OWN.format(table="record_entry")}
    ELSE false
  END)"""

# Tables whose rows are seen by whoever sees the entry they hang on: (table, column that names the entry).
HANGING = (
    ("record_goal", "entry_id"),
    ("record_strength", "entry_id"),
    ("record_preference", "entry_id"),
    ("record_conversation", "entry_id"),
    ("record_step", "entry_id"),
    ("record_otherview", "entry_id"),
)
HISTORY = (
    ("record_goalevent", "entry_id"),
    ("record_strengthevent", "entry_id"),
    ("record_preferenceevent", "entry_id"),
    ("record_conversationevent", "entry_id"),
    ("record_stepevent", "entry_id"),
    ("record_otherviewevent", "entry_id"),
)
# Tables whose rows belong to a person as a whole.
ABOUT = ("record_share", "record_notasked", "record_erasurerequest")


def hanging(table: str, key: str) -> str:
    """Seen and changed with its entry."""
    rule = THE_ENTRY.format(table=table, key=key)
    return (
        f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY;"
        f"CREATE POLICY with_its_entry ON {table} USING ({rule}) WITH CHECK ({rule});"
    )


def history(table: str, key: str) -> str:
    """Read with its entry; added by the triggers."""
    rule = THE_ENTRY.format(table=table, key=key)
    return (
        f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY;"
        f"CREATE POLICY read_with_its_entry ON {table} FOR SELECT USING ({rule});"
        f"CREATE POLICY added_by_triggers ON {table} FOR INSERT WITH CHECK (true);"
    )


def about(table: str) -> str:
    """Seen and changed by whoever reaches the person."""
    rule = PERSON.format(table=table)
    return (
        f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY;"
        f"CREATE POLICY with_the_person ON {table} USING ({rule}) WITH CHECK ({rule});"
    )


ENTRY = f"""
ALTER TABLE record_entry ENABLE ROW LEVEL SECURITY;
CREATE POLICY entry_seen ON record_entry FOR SELECT USING {ENTRY_SEEN};
CREATE POLICY entry_changed ON record_entry FOR UPDATE USING {ENTRY_SEEN} WITH CHECK {ENTRY_ADDED};
CREATE POLICY entry_added ON record_entry FOR INSERT WITH CHECK {ENTRY_ADDED};
-- An earlier version that only the person could see stays theirs when the entry is shared later.
ALTER TABLE record_entryevent ENABLE ROW LEVEL SECURITY;
CREATE POLICY entryevent_seen ON record_entryevent FOR SELECT USING (
  {THE_ENTRY.format(table="record_entryevent", key="pgh_obj_id")}
  AND (ownwords_role() = 'person' OR visibility = 'team' AND ownwords_role() IN ('worker', 'team_lead')
       OR visibility = 'named'));
CREATE POLICY entryevent_added ON record_entryevent FOR INSERT WITH CHECK (true);
ALTER TABLE record_shareevent ENABLE ROW LEVEL SECURITY;
CREATE POLICY shareevent_seen ON record_shareevent FOR SELECT USING (
  ownwords_role() = 'person' AND {PERSON.format(table="record_shareevent")});
CREATE POLICY shareevent_added ON record_shareevent FOR INSERT WITH CHECK (true);
ALTER TABLE record_notaskedevent ENABLE ROW LEVEL SECURITY;
CREATE POLICY notaskedevent_seen ON record_notaskedevent FOR SELECT USING (
  {PERSON.format(table="record_notaskedevent")});
CREATE POLICY notaskedevent_added ON record_notaskedevent FOR INSERT WITH CHECK (true);
ALTER TABLE record_draft ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_drafts ON record_draft
  USING (account_id = ownwords_account()) WITH CHECK (account_id = ownwords_account());
"""

SEARCH = """
CREATE TEXT SEARCH CONFIGURATION ownwords (COPY = english);
ALTER TEXT SEARCH CONFIGURATION ownwords
  ALTER MAPPING FOR hword, hword_part, word WITH unaccent, english_stem;
"""

FORWARD = (
    ENTRY
    + "".join(hanging(*row) for row in HANGING)
    + "".join(history(*row) for row in HISTORY)
    + "".join(about(table) for table in ABOUT)
    + SEARCH
)


class Migration(migrations.Migration):
    """Policies for the record, and the way its words are searched."""

    dependencies = [("record", "0001_initial"), ("people", "0002_row_level_security")]
    operations = [migrations.RunSQL(FORWARD, migrations.RunSQL.noop)]
