"""The second lock on things that say themselves who sees them, for every room that keeps its shares here."""

from django.db import migrations

# A row that names an account is made by the person, or, with the first words, by who writes them down.
FORWARD = """
CREATE FUNCTION ownwords_thing_named(thing uuid, moment timestamptz DEFAULT NULL) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  RETURN EXISTS (SELECT 1 FROM people_thingshare s WHERE s.thing_id = thing
    AND s.account_id = ownwords_account() AND (moment IS NULL OR s.made_at <= moment));
END $$;
CREATE FUNCTION ownwords_thing_sight(thing uuid, visibility text) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  what text := ownwords_role();
BEGIN
  IF what = 'person' THEN
    RETURN true;
  ELSIF what IN ('worker', 'team_lead') THEN
    RETURN visibility = 'team' OR visibility = 'named' AND ownwords_thing_named(thing);
  END IF;
  RETURN what IN ('supporter', 'peer_worker') AND visibility <> 'me' AND ownwords_thing_named(thing);
END $$;
CREATE FUNCTION ownwords_wrote_thing(kind text, thing uuid, whose uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  found boolean;
BEGIN
  IF kind !~ '^(connections|peers)_[a-z]+$' OR to_regclass(kind) IS NULL THEN
    RETURN false;
  END IF;
  EXECUTE format('SELECT EXISTS (SELECT 1 FROM %I t WHERE t.id = $1 AND t.person_id = $2 AND t.written_by_id = $3)', kind)
    INTO found USING thing, whose, ownwords_account();
  RETURN found;
END $$;
CREATE FUNCTION ownwords_sees_thing(kind text, thing uuid, whose uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  found boolean;
BEGIN
  IF kind !~ '^(connections|peers)_[a-z]+$' OR to_regclass(kind) IS NULL THEN
    RETURN false;
  END IF;
  EXECUTE format('SELECT EXISTS (SELECT 1 FROM %I t WHERE t.id = $1 AND t.person_id = $2'
    ' AND ownwords_thing_sight(t.id, t.visibility))', kind) INTO found USING thing, whose;
  RETURN found;
END $$;
ALTER TABLE people_thingshare ENABLE ROW LEVEL SECURITY;
CREATE POLICY share_seen ON people_thingshare FOR SELECT USING (ownwords_reaches(person_id)
  AND (ownwords_role() = 'person' OR account_id = ownwords_account()
    OR ownwords_sees_thing(thing_kind, thing_id, person_id)));
CREATE POLICY share_made ON people_thingshare FOR INSERT WITH CHECK (ownwords_reaches(person_id)
  AND made_by_id = ownwords_account()
  AND (ownwords_role() = 'person' OR ownwords_wrote_thing(thing_kind, thing_id, person_id)));
CREATE POLICY share_taken_back ON people_thingshare FOR DELETE
  USING (ownwords_role() = 'person' AND ownwords_reaches(person_id));
ALTER TABLE people_thingshareevent ENABLE ROW LEVEL SECURITY;
CREATE POLICY versions_seen ON people_thingshareevent FOR SELECT
  USING (ownwords_role() = 'person' AND ownwords_reaches(person_id));
CREATE POLICY versions_added ON people_thingshareevent FOR INSERT WITH CHECK (true);
CREATE FUNCTION ownwords_in_team(team uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  RETURN ownwords_role() IN ('worker', 'team_lead', 'peer_worker') AND EXISTS (
    SELECT 1 FROM people_membership m
    WHERE m.team_id = team AND m.account_id = ownwords_account() AND m.role = ownwords_role()
      AND m.starts_on <= ownwords_today() AND (m.ends_on IS NULL OR m.ends_on > ownwords_today()));
END $$;
"""


class Migration(migrations.Migration):
    """Functions and policies for shares of all rooms, and who works in a team."""

    dependencies = [("people", "0008_shares")]
    operations = [migrations.RunSQL(FORWARD, migrations.RunSQL.noop)]
