"""Requests to erase move to the foundation, for things of all rooms; the record keeps what erases an entry."""

from importlib import import_module

from django.db import migrations

FIRST = import_module("ownwords.record.migrations.0003_erasure").ERASE
START = FIRST.index("  DELETE FROM record_draft")
BODY = FIRST[START : FIRST.index("END $$;")]
BODY = BODY.replace("agreed.decided_at", "moment").replace("agreed.decided_by_id", "by_whom")

TABLE = """
ALTER TABLE record_erasurerequest RENAME TO people_erasurerequest;
ALTER TABLE people_erasurerequest RENAME COLUMN entry_id TO thing_id;
ALTER TABLE people_erasurerequest ADD COLUMN thing_kind varchar(30) NOT NULL DEFAULT 'entry';
ALTER TABLE people_erasurerequest ALTER COLUMN thing_kind DROP DEFAULT;
DROP FUNCTION ownwords_erase(uuid);
"""

ENTRY = f"""
CREATE FUNCTION ownwords_erase_entry(thing uuid, person uuid, moment timestamptz, by_whom uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  target record_entry%ROWTYPE;
BEGIN
  SELECT * INTO target FROM record_entry e
    WHERE e.id = thing AND e.person_id = person AND e.erased_at IS NULL FOR UPDATE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'There is no such entry to erase.' USING ERRCODE = 'no_data_found';
  END IF;

{BODY}END $$;
REVOKE EXECUTE ON FUNCTION ownwords_erase_entry(uuid, uuid, timestamptz, uuid) FROM PUBLIC;
"""

# The function of the kind is called by this one alone, which looks for itself whether two people agreed.
ERASE = """
CREATE FUNCTION ownwords_erase(request uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  agreed people_erasurerequest%ROWTYPE;
BEGIN
  SELECT * INTO agreed FROM people_erasurerequest r
    WHERE r.id = request AND r.agreed AND r.decided_at IS NOT NULL
      AND r.decided_by_id = ownwords_account() AND r.asked_by_id <> r.decided_by_id;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'An erasure takes one who asks and another who agrees.' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF NOT (
    EXISTS (SELECT 1 FROM people_person p WHERE p.id = agreed.person_id AND p.account_id = agreed.decided_by_id)
    OR EXISTS (
      SELECT 1 FROM people_placement p JOIN people_membership m ON m.team_id = p.team_id
      WHERE p.person_id = agreed.person_id AND m.account_id = agreed.decided_by_id AND m.role = 'team_lead'
        AND p.starts_on <= ownwords_today() AND (p.ends_on IS NULL OR p.ends_on > ownwords_today())
        AND m.starts_on <= ownwords_today() AND (m.ends_on IS NULL OR m.ends_on > ownwords_today()))) THEN
    RAISE EXCEPTION 'Only the person or a lead of their team decides.' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF to_regprocedure(format('ownwords_erase_%s(uuid,uuid,timestamptz,uuid)', agreed.thing_kind)) IS NULL
     OR agreed.thing_kind !~ '^[a-z]+$' THEN
    RAISE EXCEPTION 'Nothing is known of how to erase a %.', agreed.thing_kind USING ERRCODE = 'undefined_function';
  END IF;
  EXECUTE format('SELECT ownwords_erase_%s($1, $2, $3, $4)', agreed.thing_kind)
    USING agreed.thing_id, agreed.person_id, agreed.decided_at, agreed.decided_by_id;
END $$;
REVOKE EXECUTE ON FUNCTION ownwords_erase(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ownwords_erase(uuid) TO ownwords_web;
"""


class Migration(migrations.Migration):
    """The table moves as it is, with its rows and policies."""

    dependencies = [("record", "0004_named_versions")]
    operations = [
        migrations.SeparateDatabaseAndState(
            database_operations=[migrations.RunSQL(TABLE + ENTRY + ERASE)],
            state_operations=[migrations.DeleteModel("ErasureRequest")],
        )
    ]
