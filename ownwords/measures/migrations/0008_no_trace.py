"""What somebody keeps to themselves, or says about a worker, leaves no trace that others could read it from.

* That a worker was rated shows in no count that moves with one person, in no list of people not asked, and in no row
  of an asking.
* The list of people not asked leaves out those who were asked, or whose filled form is open to the team: a form that
  somebody filled in for themselves takes nobody off it.
* Only those who write in records add or change what hangs on a line or a form; nobody deletes it. Who may see a thing
  by name is decided by the person, or with the first words by who writes them.
"""

from django.db import migrations

# The forms that ask about a worker, known before the first answer: a count that changes its shape with the first
# answer would tell of it. A test holds the list against the definitions.
ABOUT_WORKERS = """
CREATE OR REPLACE FUNCTION ownwords_about_workers(measure text) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT measure IN ('inspire', 'brief-inspire', 'csq-8') OR EXISTS (
    SELECT 1 FROM measures_response r WHERE r.instrument = measure AND r.about_account_id IS NOT NULL)
$$;
"""
MEMBERS = """
    SELECT p.person_id FROM people_placement p
    WHERE whom = 'now' AND p.team_id = of_team AND p.starts_on <= day AND p.ends_on IS NULL
    UNION ALL
    SELECT p.person_id FROM people_placement p
    WHERE whom = 'now' AND p.team_id = of_team AND p.starts_on <= day AND p.ends_on > day
      AND NOT EXISTS (SELECT 1 FROM people_placement o WHERE o.team_id = of_team AND o.person_id = p.person_id
        AND o.starts_on <= day AND o.ends_on IS NULL)
    GROUP BY p.person_id
    UNION ALL
    SELECT p.person_id FROM people_placement p
    WHERE whom <> 'now' AND p.team_id = of_team AND (p.ends_on IS NULL OR p.ends_on > p.starts_on)
    GROUP BY p.person_id
    HAVING max(coalesce(p.ends_on, 'infinity')) <= day AND to_char(max(p.ends_on), '"ended-"YYYY') = whom"""
CODE = """CASE WHEN who.ethnicity_code <> '' THEN who.ethnicity_code::text
        WHEN who.ethnicity_words <> '' THEN 'own' ELSE '' END"""

# About workers only how many people there are is live. How many answered stands still with the count of the results.
COMPLETENESS = f"""
CREATE OR REPLACE FUNCTION ownwords_team_completeness(of_team uuid, measure text, whom text)
RETURNS TABLE (code text, eligible int, asked int, once int, twice int)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp
SET plan_cache_mode = force_custom_plan AS $$
#variable_conflict use_column
DECLARE
  day date := ownwords_today();
BEGIN
  IF NOT ownwords_works_in(of_team) THEN
    RETURN;
  ELSIF ownwords_about_workers(measure) THEN
    RETURN QUERY
    SELECT '', count(*)::int, NULL::int,
      (SELECT ownwords_not_small((k.counts ->> 'people')::bigint) FROM measures_counted k
       WHERE k.team_id = of_team AND k.instrument = measure AND k.whom = ownwords_team_completeness.whom
       ORDER BY k.counted_on DESC LIMIT 1),
      NULL::int
    FROM ({MEMBERS}) m;
    RETURN;
  END IF;
  RETURN QUERY
  SELECT {CODE}, count(*)::int, count(*) FILTER (WHERE c.asked > 0 OR c.scored > 0)::int,
    count(*) FILTER (WHERE c.scored > 0)::int, count(*) FILTER (WHERE c.scored > 1)::int
  FROM ({MEMBERS}) m
  JOIN people_person who ON who.id = m.person_id
  LEFT JOIN measures_course c ON c.person_id = m.person_id AND c.instrument = measure
  GROUP BY 1;
END $$;
"""

# About workers the list is the viewer's own: whom they have asked themselves. Whom somebody else asked is not theirs.
NOT_ASKED = f"""
CREATE OR REPLACE FUNCTION ownwords_not_yet_asked(of_team uuid, measure text, after_name text, after_id uuid, most int)
RETURNS TABLE (person_id uuid)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp
SET plan_cache_mode = force_custom_plan AS $$
#variable_conflict use_column
DECLARE
  day date := ownwords_today();
  whom text := 'now';
  about_workers boolean := ownwords_about_workers(measure);
BEGIN
  IF NOT ownwords_works_in(of_team) THEN
    RETURN;
  ELSIF about_workers THEN
    RETURN QUERY
    SELECT who.id FROM ({MEMBERS}) m JOIN people_person who ON who.id = m.person_id
    WHERE NOT EXISTS (SELECT 1 FROM measures_asking a WHERE a.person_id = m.person_id AND a.instrument = measure
        AND a.written_by_id = ownwords_account())
      AND (after_id IS NULL OR (who.sort_key, who.id) > (after_name, after_id))
    ORDER BY who.sort_key, who.id LIMIT most;
    RETURN;
  END IF;
  RETURN QUERY
  SELECT who.id FROM ({MEMBERS}) m JOIN people_person who ON who.id = m.person_id
  WHERE NOT EXISTS (SELECT 1 FROM measures_course c WHERE c.person_id = m.person_id AND c.instrument = measure
      AND (c.asked > 0 OR c.scored > 0 AND EXISTS (SELECT 1 FROM measures_response r
        WHERE r.person_id = m.person_id AND r.instrument = measure AND r.visibility = 'team'
          AND r.finished_at IS NOT NULL AND r.removed_at IS NULL)))
    AND (after_id IS NULL OR (who.sort_key, who.id) > (after_name, after_id))
  ORDER BY who.sort_key, who.id LIMIT most;
END $$;
"""

WRITER = "ownwords_role() IN ('person', 'worker', 'team_lead')"
ON_LINE = "ownwords_sees_line(line_id)"
ON_RESPONSE = "ownwords_sees_response(response_id)"
ON_SCHEDULE = "ownwords_reaches(person_id) AND (line_id IS NULL OR ownwords_sees_line(line_id))"
ON_ASKING = """ownwords_reaches(person_id) AND (ownwords_role() = 'person' OR written_by_id = ownwords_account()
  OR NOT ownwords_about_workers(instrument))"""
HANGING = {
    "wording": ON_LINE,
    "rating": ON_LINE,
    "ratinglink": ON_LINE,
    "schedule": ON_SCHEDULE,
    "asking": ON_ASKING,
    "answer": ON_RESPONSE,
    "score": ON_RESPONSE,
    "itemevent": ON_RESPONSE,
}


def hanging(table: str, rule: str) -> str:
    """Seen with what it hangs on; added and changed by those who write; deleted by nobody."""
    return f"""
DROP POLICY with_what_it_hangs_on ON measures_{table};
CREATE POLICY seen_with_what_it_hangs_on ON measures_{table} FOR SELECT USING ({rule});
CREATE POLICY added_by_who_writes ON measures_{table} FOR INSERT WITH CHECK ({WRITER} AND {rule});
CREATE POLICY changed_by_who_writes ON measures_{table} FOR UPDATE
  USING ({WRITER} AND {rule}) WITH CHECK ({WRITER} AND {rule});
"""


SHARES = (
    """
CREATE FUNCTION ownwords_sees_measure(thing uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  RETURN ownwords_sees_line(thing) OR ownwords_sees_response(thing)
    OR EXISTS (SELECT 1 FROM measures_contextevent e WHERE e.id = thing
      AND ownwords_measure_sight(thing, e.visibility) AND ownwords_reaches(e.person_id))
    OR EXISTS (SELECT 1 FROM measures_ownanswer o WHERE o.id = thing
      AND ownwords_measure_sight(thing, o.visibility) AND ownwords_reaches(o.person_id));
END $$;
CREATE FUNCTION ownwords_wrote_measure(thing uuid, whose uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  me uuid := ownwords_account();
BEGIN
  RETURN EXISTS (SELECT 1 FROM measures_line t WHERE t.id = thing AND t.person_id = whose AND t.written_by_id = me)
    OR EXISTS (SELECT 1 FROM measures_response t WHERE t.id = thing AND t.person_id = whose AND t.written_by_id = me)
    OR EXISTS (SELECT 1 FROM measures_contextevent t
      WHERE t.id = thing AND t.person_id = whose AND t.written_by_id = me)
    OR EXISTS (SELECT 1 FROM measures_ownanswer t
      WHERE t.id = thing AND t.person_id = whose AND t.written_by_id = me);
END $$;
DROP POLICY with_what_it_hangs_on ON measures_measureshare;
CREATE POLICY share_seen ON measures_measureshare FOR SELECT USING (ownwords_reaches(person_id)
  AND (ownwords_role() = 'person' OR account_id = ownwords_account() OR ownwords_sees_measure(thing_id)));
CREATE POLICY share_made ON measures_measureshare FOR INSERT WITH CHECK (ownwords_reaches(person_id)
  AND (ownwords_role() = 'person'
    OR ownwords_role() IN ('worker', 'team_lead') AND ownwords_wrote_measure(thing_id, person_id)));
CREATE POLICY share_taken_back ON measures_measureshare FOR DELETE
  USING (ownwords_role() = 'person' AND ownwords_reaches(person_id));
DROP POLICY versions_seen ON measures_measureshareevent;
CREATE POLICY versions_seen ON measures_measureshareevent FOR SELECT
  USING (ownwords_role() = 'person' AND ownwords_reaches(person_id));
DROP POLICY versions_seen ON measures_askingevent;
CREATE POLICY versions_seen ON measures_askingevent FOR SELECT USING ("""
    + ON_ASKING
    + """);
"""
)

FORWARD = (
    ABOUT_WORKERS + COMPLETENESS + NOT_ASKED + "".join(hanging(*one) for one in HANGING.items()) + SHARES
)


class Migration(migrations.Migration):
    """Functions made anew with the rights they had, and stricter policies."""

    dependencies = [("measures", "0007_erasing")]
    operations = [migrations.RunSQL(FORWARD, migrations.RunSQL.noop)]
