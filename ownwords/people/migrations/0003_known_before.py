"""Who was supported here before: lets staff of a team welcome somebody back whom row-level security hides from them."""

from django.db import migrations

FORWARD = """
CREATE FUNCTION ownwords_known_before(for_team uuid, number text, born date)
RETURNS TABLE (id uuid, called varchar, full_name varchar)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT person.id, person.called, person.full_name
  FROM people_team team
  JOIN people_person person ON person.organisation_id = team.organisation_id
  WHERE team.id = for_team
    AND (person.nhs_number = number OR number IS NULL AND person.date_of_birth = born)
    AND EXISTS (
      SELECT 1 FROM people_membership m
      WHERE m.team_id = team.id AND m.account_id = ownwords_account() AND m.role IN ('worker', 'team_lead')
        AND m.starts_on <= ownwords_today() AND (m.ends_on IS NULL OR m.ends_on > ownwords_today()))
    AND NOT EXISTS (
      SELECT 1 FROM people_placement p
      WHERE p.person_id = person.id
        AND p.starts_on <= ownwords_today() AND (p.ends_on IS NULL OR p.ends_on > ownwords_today()))
$$;
CREATE INDEX person_born ON people_person (organisation_id, date_of_birth) WHERE date_of_birth IS NOT NULL;
"""
BACK = "DROP INDEX person_born; DROP FUNCTION ownwords_known_before(uuid, text, date);"


class Migration(migrations.Migration):
    """The function, and the index with which it finds people by date of birth."""

    dependencies = [("people", "0002_row_level_security")]
    operations = [migrations.RunSQL(FORWARD, BACK)]
