"""A peer worker reaches people of an organisation in which they are one today: organisations never mix."""

from django.db import migrations

REACHES = """
CREATE OR REPLACE FUNCTION ownwords_reaches(person uuid) RETURNS boolean
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
        SELECT 1 FROM people_membership m{joined}
        WHERE m.account_id = who AND m.role = 'peer_worker'
          AND m.starts_on <= day AND (m.ends_on IS NULL OR m.ends_on > day)));
  END IF;
  RETURN what = 'person' AND EXISTS (SELECT 1 FROM people_person p WHERE p.id = person AND p.account_id = who);
END $$;
"""
SAME = """ JOIN people_team t ON t.id = m.team_id
          JOIN people_person p ON p.organisation_id = t.organisation_id AND p.id = person"""


class Migration(migrations.Migration):
    """The function that says whom somebody reaches; only the part about peer workers is new."""

    dependencies = [("people", "0004_give_record")]
    operations = [
        migrations.RunSQL(REACHES.replace("{joined}", SAME), REACHES.replace("{joined}", "")),
    ]
