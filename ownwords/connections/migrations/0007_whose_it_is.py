"""Whose something is never changes, nor who wrote it; only the person says who sees it.

The policies say which rows somebody may change; these triggers say what of them. They hold the web role alone: what the
owner's functions do (erasing) is checked by those functions.
"""

from django.db import migrations

ME = "ownwords_account()"

# An argument of the trigger names a column that others than the writer may change; with none, all who may change do.
KEPT = f"""
CREATE FUNCTION ownwords_connections_kept() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  before jsonb := to_jsonb(OLD);
  after jsonb := to_jsonb(NEW);
  own boolean := ownwords_role() = 'person';
  one text;
BEGIN
  IF current_user <> 'ownwords_web' THEN
    RETURN NEW;
  END IF;
  FOREACH one IN ARRAY ARRAY['id', 'person_id', 'team_id', 'written_by_id', 'created_at', 'submission', 'erased_at'] LOOP
    IF after -> one IS DISTINCT FROM before -> one THEN
      RAISE EXCEPTION 'Whose something is, and who wrote it, never changes.';
    END IF;
  END LOOP;
  IF NOT own AND after -> 'visibility' IS DISTINCT FROM before -> 'visibility' THEN
    RAISE EXCEPTION 'Only the person says who sees this.';
  END IF;
  IF TG_NARGS > 0 AND OLD.written_by_id IS DISTINCT FROM {ME} THEN
    IF after - TG_ARGV - ARRAY['version', 'changed_at', 'changed_by_id', 'visibility', 'removed_at', 'removed_by_id',
        'removed_reason']
      IS DISTINCT FROM before - TG_ARGV - ARRAY['version', 'changed_at', 'changed_by_id', 'visibility', 'removed_at',
        'removed_by_id', 'removed_reason'] THEN
      RAISE EXCEPTION 'Only who wrote this changes it.';
    ELSIF NOT own AND after -> 'removed_at' IS DISTINCT FROM before -> 'removed_at' THEN
      RAISE EXCEPTION 'Only the person, or who wrote this, takes it out of view.';
    END IF;
  END IF;
  RETURN NEW;
END $$;
"""


def kept(table: str, *others_change: str) -> str:
    """The trigger of one table."""
    takes = ", ".join(f"'{one}'" for one in others_change)
    return f"""CREATE TRIGGER ownwords_kept BEFORE UPDATE ON connections_{table}
  FOR EACH ROW EXECUTE FUNCTION ownwords_connections_kept({takes});
"""


OF_WHOM = "".join(
    kept(one)
    for one in (
        "mapitem",
        "mapcopy",
        "maplink",
        "tie",
        "tieview",
        "readiness",
        "interest",
        "explained",
        "communitywork",
        "practicecheck",
        "connectingstep",
    )
) + kept("mapsuggestion", "answer", "answered_at", "item_id")

# What belongs together is of one person.
TOGETHER = """
CREATE FUNCTION ownwords_of_one_person() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  after jsonb := to_jsonb(NEW);
  before jsonb := CASE WHEN TG_OP = 'UPDATE' THEN to_jsonb(OLD) END;
  one text;
  found uuid;
BEGIN
  IF current_user <> 'ownwords_web' THEN
    RETURN NEW;
  END IF;
  FOREACH one IN ARRAY TG_ARGV LOOP
    IF after ->> one IS NULL OR after -> one IS NOT DISTINCT FROM before -> one THEN
      CONTINUE;
    ELSIF before IS NOT NULL AND TG_TABLE_NAME IN ('connections_tie', 'connections_tieview', 'connections_maplink') THEN
      RAISE EXCEPTION 'What this is about never changes.';
    END IF;
    IF one = 'tie_id' THEN
      SELECT t.person_id INTO found FROM connections_tie t WHERE t.id = (after ->> one)::uuid;
    ELSIF one = 'link_id' THEN
      SELECT t.person_id INTO found FROM connections_maplink t WHERE t.id = (after ->> one)::uuid;
    ELSE
      SELECT t.person_id INTO found FROM connections_mapitem t WHERE t.id = (after ->> one)::uuid;
    END IF;
    IF found IS DISTINCT FROM (after ->> 'person_id')::uuid THEN
      RAISE EXCEPTION 'This belongs to somebody else.';
    END IF;
  END LOOP;
  RETURN NEW;
END $$;
""" + "".join(
    f"""CREATE TRIGGER ownwords_of_one_person BEFORE INSERT OR UPDATE ON connections_{table}
  FOR EACH ROW EXECUTE FUNCTION ownwords_of_one_person({", ".join(f"'{one}'" for one in columns)});
"""
    for table, columns in {
        "tie": ("item_id",),
        "tieview": ("tie_id",),
        "maplink": ("one_id", "other_id"),
        "mapstep": ("item_id", "link_id"),
        "connectingstep": ("item_id",),
        "mapsuggestion": ("item_id",),
    }.items()
)

# Whoever suggests something does not answer for the person.
ANSWERS = """
CREATE FUNCTION ownwords_suggestion_answered() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_user = 'ownwords_web' AND NEW.answer IS DISTINCT FROM OLD.answer AND NOT ownwords_draws(NEW.person_id) THEN
    RAISE EXCEPTION 'Only the person, or whom they have asked, answers a suggestion.';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER ownwords_suggestion_answered BEFORE UPDATE ON connections_mapsuggestion
  FOR EACH ROW EXECUTE FUNCTION ownwords_suggestion_answered();
"""

# That somebody was asked to draw is ended, once; it is never taken up again by whoever was asked.
ASKED = """
CREATE FUNCTION ownwords_helper_ended() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_user = 'ownwords_web' AND (OLD.ends_on IS NOT NULL OR NEW.ends_on IS NULL
    OR (to_jsonb(NEW) - 'ends_on') IS DISTINCT FROM (to_jsonb(OLD) - 'ends_on')) THEN
    RAISE EXCEPTION 'That somebody draws is ended, and nothing else; whoever asks again asks anew.';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER ownwords_helper_ended BEFORE UPDATE ON connections_maphelper
  FOR EACH ROW EXECUTE FUNCTION ownwords_helper_ended();
"""

# A step with a link that the viewer does not see whole would say that there is one.
STEPS = """
DROP POLICY seen ON connections_mapstep;
CREATE POLICY seen ON connections_mapstep FOR SELECT USING (ownwords_draws(person_id)
  AND (item_id IS NULL OR ownwords_sees_item(item_id))
  AND (link_id IS NULL OR EXISTS (SELECT 1 FROM connections_maplink l WHERE l.id = link_id)));
"""

# How somebody sees an area of practice is theirs to say.
PRACTICE = f"""
CREATE FUNCTION ownwords_own_check(made uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM connections_practicecheck c
    WHERE c.id = made AND c.written_by_id = {ME} AND ownwords_in_team(c.team_id))
$$;
DROP POLICY added ON connections_practicerating;
DROP POLICY changed ON connections_practicerating;
CREATE POLICY added ON connections_practicerating FOR INSERT WITH CHECK (ownwords_own_check(check_made_id));
CREATE POLICY changed ON connections_practicerating FOR UPDATE USING (ownwords_own_check(check_made_id))
  WITH CHECK (ownwords_own_check(check_made_id));
"""

# Local knowledge stays with its service, and a change carries the name of who made it.
LOCAL = f"""
CREATE FUNCTION ownwords_local_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_user = 'ownwords_web' AND ((NEW.id, NEW.service_id) IS DISTINCT FROM (OLD.id, OLD.service_id)
    OR NEW.changed_by_id IS DISTINCT FROM OLD.changed_by_id AND NEW.changed_by_id IS DISTINCT FROM {ME}) THEN
    RAISE EXCEPTION 'What is known here of a service stays with it, and says who changed it.';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER ownwords_local_kept BEFORE UPDATE ON connections_localknowledge
  FOR EACH ROW EXECUTE FUNCTION ownwords_local_kept();
"""

# An earlier view may be from the time when the tie was the person's alone: it stays with them, and with its writer.
VIEWS = f"""
DROP POLICY versions_seen ON connections_tieviewevent;
CREATE POLICY versions_seen ON connections_tieviewevent FOR SELECT USING (ownwords_sees_tie(tie_id)
  AND (ownwords_role() = 'person' OR written_by_id = {ME}));
"""


class Migration(migrations.Migration):
    """Triggers and policies."""

    dependencies = [("connections", "0006_erasing_ties"), ("people", "0009_sight")]
    operations = [
        migrations.RunSQL(
            KEPT + OF_WHOM + TOGETHER + ANSWERS + ASKED + STEPS + PRACTICE + LOCAL + VIEWS,
            migrations.RunSQL.noop,
        )
    ]
