"""The second lock on measures, and the short course of each person that figures over many people are counted from."""

from django.db import migrations

# The rule of the record once more, over this room's own shares. Words about a worker never reach that worker.
FUNCTIONS = """
CREATE FUNCTION ownwords_measure_named(thing uuid, moment timestamptz DEFAULT NULL) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  RETURN EXISTS (SELECT 1 FROM measures_measureshare s WHERE s.thing_id = thing
    AND s.account_id = ownwords_account() AND (moment IS NULL OR s.made_at <= moment));
END $$;
CREATE FUNCTION ownwords_measure_sight(thing uuid, visibility text) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  what text := ownwords_role();
BEGIN
  IF what = 'person' THEN
    RETURN true;
  ELSIF what IN ('worker', 'team_lead') THEN
    RETURN visibility = 'team' OR visibility = 'named' AND ownwords_measure_named(thing);
  END IF;
  RETURN what IN ('supporter', 'peer_worker') AND visibility <> 'me' AND ownwords_measure_named(thing);
END $$;
CREATE FUNCTION ownwords_sees_line(line uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  found record;
BEGIN
  SELECT l.person_id, l.visibility INTO found FROM measures_line l WHERE l.id = line;
  RETURN found.person_id IS NOT NULL AND ownwords_measure_sight(line, found.visibility)
    AND ownwords_reaches(found.person_id);
END $$;
CREATE FUNCTION ownwords_not_about_me(about uuid) RETURNS boolean LANGUAGE sql STABLE AS
$$ SELECT ownwords_role() = 'person' OR about IS NULL OR about <> ownwords_account() $$;
CREATE FUNCTION ownwords_sees_response(response uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  found record;
BEGIN
  SELECT r.person_id, r.visibility, r.about_account_id INTO found FROM measures_response r WHERE r.id = response;
  RETURN found.person_id IS NOT NULL AND ownwords_not_about_me(found.about_account_id)
    AND ownwords_measure_sight(response, found.visibility) AND ownwords_reaches(found.person_id);
END $$;
"""

WRITES = "ownwords_role() IN ('person', 'worker', 'team_lead') AND ownwords_reaches(person_id)"


def with_sight(table: str, also: str = "true") -> str:
    """A table whose rows each say who sees them, and its history: an earlier version stays with those it was for."""
    return f"""
ALTER TABLE measures_{table} ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON measures_{table} FOR SELECT
  USING (ownwords_measure_sight(id, visibility) AND {also} AND ownwords_reaches(person_id));
CREATE POLICY changed ON measures_{table} FOR UPDATE
  USING (ownwords_measure_sight(id, visibility) AND {also} AND {WRITES}) WITH CHECK ({WRITES});
CREATE POLICY added ON measures_{table} FOR INSERT WITH CHECK ({WRITES});
ALTER TABLE measures_{table}event ENABLE ROW LEVEL SECURITY;
CREATE POLICY versions_seen ON measures_{table}event FOR SELECT USING (
  (ownwords_role() = 'person' OR visibility = 'named' AND ownwords_measure_named(pgh_obj_id, changed_at)
   OR visibility = 'team' AND ownwords_role() IN ('worker', 'team_lead'))
  AND {also}
  AND EXISTS (SELECT 1 FROM measures_{table} now WHERE now.id = pgh_obj_id));
CREATE POLICY versions_added ON measures_{table}event FOR INSERT WITH CHECK (true);
"""


def hanging(table: str, rule: str) -> str:
    """A table that is seen and changed with what it hangs on, and its history."""
    return f"""
ALTER TABLE measures_{table} ENABLE ROW LEVEL SECURITY;
CREATE POLICY with_what_it_hangs_on ON measures_{table} USING ({rule}) WITH CHECK ({rule});
ALTER TABLE measures_{table}event ENABLE ROW LEVEL SECURITY;
CREATE POLICY versions_seen ON measures_{table}event FOR SELECT USING ({rule});
CREATE POLICY versions_added ON measures_{table}event FOR INSERT WITH CHECK (true);
"""


ON_LINE = "ownwords_sees_line(line_id)"
ON_RESPONSE = "ownwords_sees_response(response_id)"
# A schedule for everything, or for a standard measure, goes with the person; one for a line goes with the line.
ON_SCHEDULE = "ownwords_reaches(person_id) AND (line_id IS NULL OR ownwords_sees_line(line_id))"
ON_PERSON = "ownwords_reaches(person_id)"

TABLES = (
    with_sight("line")
    + with_sight("contextevent")
    + with_sight("ownanswer")
    + with_sight("response", "ownwords_not_about_me(about_account_id)")
    + hanging("wording", ON_LINE)
    + hanging("rating", ON_LINE)
    + hanging("ratinglink", ON_LINE)
    + hanging("schedule", ON_SCHEDULE)
    + hanging("asking", ON_PERSON)
    + hanging("measureshare", ON_PERSON)
    + hanging("answer", ON_RESPONSE)
    + hanging("score", ON_RESPONSE)
    + hanging("itemevent", ON_RESPONSE)
)

SWITCHES = """
ALTER TABLE measures_instrumentswitch ENABLE ROW LEVEL SECURITY;
CREATE POLICY switches_read ON measures_instrumentswitch FOR SELECT USING (true);
CREATE POLICY switches_made ON measures_instrumentswitch FOR INSERT
  WITH CHECK (ownwords_role() = 'administrator');
CREATE POLICY switches_changed ON measures_instrumentswitch FOR UPDATE
  USING (ownwords_role() = 'administrator') WITH CHECK (ownwords_role() = 'administrator');
ALTER TABLE measures_instrumentswitchevent ENABLE ROW LEVEL SECURITY;
CREATE POLICY switches_before ON measures_instrumentswitchevent FOR SELECT
  USING (ownwords_role() = 'administrator');
CREATE POLICY switches_added ON measures_instrumentswitchevent FOR INSERT WITH CHECK (true);
"""

# First and last main result of a person on a measure. Kept by triggers, so that figures over many people read one
# short row a person, and so that no way of writing results can forget it.
COURSE = """
ALTER TABLE measures_course ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_course ON measures_course FOR SELECT
  USING (ownwords_role() = 'person' AND ownwords_reaches(person_id));
CREATE FUNCTION ownwords_course(whose uuid, measure text) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  INSERT INTO measures_course AS c
    (person_id, instrument, asked, scored, first_on, first_value, last_on, last_value)
  SELECT whose, measure,
    (SELECT count(*) FROM measures_asking a WHERE a.person_id = whose AND a.instrument = measure),
    count(s.value),
    min(r.answered_on) FILTER (WHERE s.value IS NOT NULL),
    (array_agg(s.value ORDER BY r.answered_on, r.started_at, r.id) FILTER (WHERE s.value IS NOT NULL))[1],
    max(r.answered_on) FILTER (WHERE s.value IS NOT NULL),
    (array_agg(s.value ORDER BY r.answered_on DESC, r.started_at DESC, r.id DESC)
      FILTER (WHERE s.value IS NOT NULL))[1]
  FROM measures_response r LEFT JOIN measures_score s ON s.response_id = r.id AND s.main
  WHERE r.person_id = whose AND r.instrument = measure AND r.finished_at IS NOT NULL
    AND r.removed_at IS NULL AND r.in_figures
  ON CONFLICT (person_id, instrument) DO UPDATE SET
    asked = excluded.asked, scored = excluded.scored, first_on = excluded.first_on,
    first_value = excluded.first_value, last_on = excluded.last_on, last_value = excluded.last_value
$$;
REVOKE EXECUTE ON FUNCTION ownwords_course(uuid, text) FROM PUBLIC;
CREATE FUNCTION ownwords_course_of_row() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM ownwords_course(NEW.person_id, NEW.instrument);
  RETURN NULL;
END $$;
CREATE FUNCTION ownwords_course_of_score() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  of_form record;
BEGIN
  SELECT r.person_id, r.instrument INTO of_form FROM measures_response r
    WHERE r.id = NEW.response_id AND r.finished_at IS NOT NULL;
  IF FOUND THEN
    PERFORM ownwords_course(of_form.person_id, of_form.instrument);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER course_after_finishing AFTER INSERT OR UPDATE OF finished_at, removed_at, in_figures, answered_on
  ON measures_response FOR EACH ROW WHEN (NEW.finished_at IS NOT NULL)
  EXECUTE FUNCTION ownwords_course_of_row();
CREATE TRIGGER course_after_asking AFTER INSERT ON measures_asking
  FOR EACH ROW EXECUTE FUNCTION ownwords_course_of_row();
CREATE TRIGGER course_after_scoring AFTER INSERT OR UPDATE ON measures_score
  FOR EACH ROW WHEN (NEW.main) EXECUTE FUNCTION ownwords_course_of_score();
"""


class Migration(migrations.Migration):
    """Policies for measures, and the course of results."""

    dependencies = [("measures", "0001_initial"), ("people", "0005_peers_of_the_organisation")]
    operations = [migrations.RunSQL(FUNCTIONS + TABLES + SWITCHES + COURSE, migrations.RunSQL.noop)]
