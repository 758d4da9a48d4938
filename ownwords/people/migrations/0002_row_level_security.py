"""The second lock: what the web role sees of people, decided in the database from the viewer's account alone.

The rule stands in one function that is asked row by row. Written out in each policy instead, the rule would be planned
again for every table of every statement, which cost forty times what the rows themselves did.
"""

from django.db import migrations

CONTEXT = """
CREATE FUNCTION ownwords_account() RETURNS uuid LANGUAGE sql STABLE AS
$$ SELECT nullif(current_setting('ownwords.account', true), '')::uuid $$;
CREATE FUNCTION ownwords_role() RETURNS text LANGUAGE sql STABLE AS
$$ SELECT coalesce(current_setting('ownwords.role', true), '') $$;
CREATE FUNCTION ownwords_today() RETURNS date LANGUAGE sql STABLE AS
$$ SELECT coalesce(nullif(current_setting('ownwords.today', true), '')::date, current_date) $$;
"""

# A worker or lead reaches the people whom a team supports today in which they hold that very role today; a peer worker
# must still be one; a supporter or peer worker reaches whom they stand beside; a person themselves.
REACHES = """
CREATE FUNCTION ownwords_reaches(person uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  who uuid := ownwords_account();
  what text := ownwords_role();
  day date := ownwords_today();
BEGIN
  IF what IN ('worker', 'team_lead') THEN
    RETURN EXISTS (
      SELECT 1 FROM people_placement p JOIN people_membership m ON m.team_id = p.team_id
      WHERE p.person_id = person AND m.account_id = who AND m.role = what
        AND p.starts_on <= day AND (p.ends_on IS NULL OR p.ends_on > day)
        AND m.starts_on <= day AND (m.ends_on IS NULL OR m.ends_on > day));
  ELSIF what IN ('supporter', 'peer_worker') THEN
    RETURN EXISTS (
      SELECT 1 FROM people_relationship r
      WHERE r.person_id = person AND r.account_id = who AND r.kind = what
        AND r.starts_on <= day AND (r.ends_on IS NULL OR r.ends_on > day))
      AND (what = 'supporter' OR EXISTS (
        SELECT 1 FROM people_membership m
        WHERE m.account_id = who AND m.role = 'peer_worker'
          AND m.starts_on <= day AND (m.ends_on IS NULL OR m.ends_on > day)));
  END IF;
  RETURN what = 'person' AND EXISTS (SELECT 1 FROM people_person p WHERE p.id = person AND p.account_id = who);
END $$;
"""

PERSON = """
ALTER TABLE people_person ENABLE ROW LEVEL SECURITY;
-- One's own row is there in every role: somebody who works here too must find the way back to their own record.
CREATE POLICY person_seen ON people_person FOR SELECT
  USING (account_id = ownwords_account() OR ownwords_reaches(id));
CREATE POLICY person_changed ON people_person FOR UPDATE
  USING (ownwords_role() IN ('person', 'worker', 'team_lead') AND ownwords_reaches(id));
CREATE POLICY person_added ON people_person FOR INSERT WITH CHECK (ownwords_role() IN ('worker', 'team_lead'));
ALTER TABLE people_personevent ENABLE ROW LEVEL SECURITY;
CREATE POLICY personevent_seen ON people_personevent FOR SELECT USING (ownwords_reaches(pgh_obj_id));
CREATE POLICY personevent_added ON people_personevent FOR INSERT WITH CHECK (true);
"""

BACK = """
DROP POLICY person_seen ON people_person; DROP POLICY person_changed ON people_person;
DROP POLICY person_added ON people_person;
ALTER TABLE people_person DISABLE ROW LEVEL SECURITY;
DROP POLICY personevent_seen ON people_personevent; DROP POLICY personevent_added ON people_personevent;
ALTER TABLE people_personevent DISABLE ROW LEVEL SECURITY;
DROP FUNCTION ownwords_reaches(uuid);
DROP FUNCTION ownwords_account(); DROP FUNCTION ownwords_role(); DROP FUNCTION ownwords_today();
"""


class Migration(migrations.Migration):
    """Policies for people and for the history of their details."""

    dependencies = [("people", "0001_initial")]
    operations = [migrations.RunSQL(CONTEXT + REACHES + PERSON, BACK)]
