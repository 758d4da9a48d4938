"""The second lock: what the web role sees of people, decided in the database from the viewer's account alone."""

from django.db import migrations

CONTEXT = """
CREATE FUNCTION ownwords_account() RETURNS uuid LANGUAGE sql STABLE AS
$$ SELECT nullif(current_setting('ownwords.account', true), '')::uuid $$;
CREATE FUNCTION ownwords_role() RETURNS text LANGUAGE sql STABLE AS
$$ SELECT coalesce(current_setting('ownwords.role', true), '') $$;
CREATE FUNCTION ownwords_today() RETURNS date LANGUAGE sql STABLE AS
$$ SELECT coalesce(nullif(current_setting('ownwords.today', true), '')::date, current_date) $$;
"""

# A worker or lead reaches the people whom a team supports today in which they hold that very role today.
COLLEAGUE = """EXISTS (
    SELECT 1 FROM people_placement p JOIN people_membership m ON m.team_id = p.team_id
    WHERE p.person_id = {person} AND m.account_id = ownwords_account() AND m.role = ownwords_role()
      AND p.starts_on <= ownwords_today() AND (p.ends_on IS NULL OR p.ends_on > ownwords_today())
      AND m.starts_on <= ownwords_today() AND (m.ends_on IS NULL OR m.ends_on > ownwords_today()))"""
BESIDE = """EXISTS (
    SELECT 1 FROM people_relationship r
    WHERE r.person_id = {person} AND r.account_id = ownwords_account() AND r.kind = ownwords_role()
      AND r.starts_on <= ownwords_today() AND (r.ends_on IS NULL OR r.ends_on > ownwords_today()))"""
STILL_PEER = """(ownwords_role() <> 'peer_worker' OR EXISTS (
    SELECT 1 FROM people_membership m
    WHERE m.account_id = ownwords_account() AND m.role = 'peer_worker'
      AND m.starts_on <= ownwords_today() AND (m.ends_on IS NULL OR m.ends_on > ownwords_today())))"""

PERSON = f"""
ALTER TABLE people_person ENABLE ROW LEVEL SECURITY;
-- One's own row is there in every role: somebody who works here too must find the way back to their own record.
CREATE POLICY person_seen ON people_person FOR SELECT USING (
  account_id = ownwords_account() OR CASE
    WHEN ownwords_role() IN ('worker', 'team_lead') THEN {COLLEAGUE.format(person="people_person.id")}
    WHEN ownwords_role() IN ('supporter', 'peer_worker')
      THEN {BESIDE.format(person="people_person.id")} AND {STILL_PEER}
    ELSE false
  END);
CREATE POLICY person_changed ON people_person FOR UPDATE USING (
  CASE
    WHEN ownwords_role() IN ('worker', 'team_lead') THEN {COLLEAGUE.format(person="people_person.id")}
    WHEN ownwords_role() IN ('supporter', 'peer_worker') THEN false
    ELSE account_id = ownwords_account()
  END);
CREATE POLICY person_added ON people_person FOR INSERT WITH CHECK (ownwords_role() IN ('worker', 'team_lead'));
"""

HISTORY = """
ALTER TABLE people_personevent ENABLE ROW LEVEL SECURITY;
CREATE POLICY personevent_seen ON people_personevent FOR SELECT USING (
  EXISTS (SELECT 1 FROM people_person p WHERE p.id = people_personevent.pgh_obj_id));
CREATE POLICY personevent_added ON people_personevent FOR INSERT WITH CHECK (true);
"""

BACK = """
DROP POLICY person_seen ON people_person; DROP POLICY person_changed ON people_person;
DROP POLICY person_added ON people_person;
ALTER TABLE people_person DISABLE ROW LEVEL SECURITY;
DROP POLICY personevent_seen ON people_personevent; DROP POLICY personevent_added ON people_personevent;
ALTER TABLE people_personevent DISABLE ROW LEVEL SECURITY;
DROP FUNCTION ownwords_account(); DROP FUNCTION ownwords_role(); DROP FUNCTION ownwords_today();
"""


class Migration(migrations.Migration):
    """Policies for people and for the history of their details."""

    dependencies = [("people", "0001_initial")]
    operations = [migrations.RunSQL(CONTEXT + PERSON + HISTORY, BACK)]
