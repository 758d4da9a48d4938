"""Figures of a team: functions that give counts alone, to whoever works in that team today.

They run with the rights of the tables' owner, because a count covers people whose answers the viewer may not read. So
each asks first whether the viewer works in the team, each says how many and never who, and what somebody said about a
worker leaves the database only when five people rated at least two workers.
"""

import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models

# Two forms finished at the same moment must not overwrite each other's count, so a person's course is counted by one
# transaction at a time; `changed_at` moves only when a result does.
COURSE = """
CREATE OR REPLACE FUNCTION ownwords_course(whose uuid, measure text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('course ' || whose::text, 0));
  INSERT INTO measures_course AS c
    (person_id, instrument, asked, scored, first_on, first_value, last_on, last_value, changed_at)
  SELECT whose, measure,
    (SELECT count(*) FROM measures_asking a WHERE a.person_id = whose AND a.instrument = measure),
    count(s.value),
    min(r.answered_on) FILTER (WHERE s.value IS NOT NULL),
    (array_agg(s.value ORDER BY r.answered_on, r.started_at, r.id) FILTER (WHERE s.value IS NOT NULL))[1],
    max(r.answered_on) FILTER (WHERE s.value IS NOT NULL),
    (array_agg(s.value ORDER BY r.answered_on DESC, r.started_at DESC, r.id DESC)
      FILTER (WHERE s.value IS NOT NULL))[1],
    clock_timestamp()
  FROM measures_response r LEFT JOIN measures_score s ON s.response_id = r.id AND s.main
  WHERE r.person_id = whose AND r.instrument = measure AND r.finished_at IS NOT NULL
    AND r.removed_at IS NULL AND r.in_figures
  ON CONFLICT (person_id, instrument) DO UPDATE SET
    asked = excluded.asked, scored = excluded.scored, first_on = excluded.first_on,
    first_value = excluded.first_value, last_on = excluded.last_on, last_value = excluded.last_value,
    changed_at = CASE
      WHEN (c.scored, c.first_on, c.first_value, c.last_on, c.last_value)
        IS DISTINCT FROM
        (excluded.scored, excluded.first_on, excluded.first_value, excluded.last_on, excluded.last_value)
      THEN excluded.changed_at ELSE c.changed_at END;
END $$;
REVOKE ALL ON FUNCTION ownwords_course(uuid, text) FROM PUBLIC;
"""

# Everybody belongs to one set at most: supported on that day, or not supported and the last support of this team ended
# in one year. Sets that never overlap leave nothing to subtract. There is one open placement of a person in a team at
# most, so only those that end in days to come are looked at for doubles: grouping all of them took half of the time.
MEMBERS = """
    SELECT p.person_id FROM people_placement p
    WHERE whom = 'now' AND p.team_id = of_team AND p.starts_on <= {day} AND p.ends_on IS NULL
    UNION ALL
    SELECT p.person_id FROM people_placement p
    WHERE whom = 'now' AND p.team_id = of_team AND p.starts_on <= {day} AND p.ends_on > {day}
      AND NOT EXISTS (SELECT 1 FROM people_placement o WHERE o.team_id = of_team AND o.person_id = p.person_id
        AND o.starts_on <= {day} AND o.ends_on IS NULL)
    GROUP BY p.person_id
    UNION ALL
    SELECT p.person_id FROM people_placement p
    WHERE whom <> 'now' AND p.team_id = of_team AND (p.ends_on IS NULL OR p.ends_on > p.starts_on)
    GROUP BY p.person_id
    HAVING max(coalesce(p.ends_on, 'infinity')) <= {day} AND to_char(max(p.ends_on), '"ended-"YYYY') = whom"""
NOW, BEFORE = MEMBERS.format(day="day"), MEMBERS.format(day="known.counted_on")

# The national code; "own" for somebody who used their own words instead; nothing for somebody who was not asked.
CODE = """CASE WHEN who.ethnicity_code <> '' THEN who.ethnicity_code::text
        WHEN who.ethnicity_words <> '' THEN 'own' ELSE '' END"""

WHO_MAY = """
CREATE OR REPLACE FUNCTION ownwords_works_in(of_team uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  RETURN ownwords_role() IN ('worker', 'team_lead') AND EXISTS (
    SELECT 1 FROM people_membership m
    WHERE m.team_id = of_team AND m.account_id = ownwords_account() AND m.role = ownwords_role()
      AND m.starts_on <= ownwords_today() AND (m.ends_on IS NULL OR m.ends_on > ownwords_today()));
END $$;
CREATE OR REPLACE FUNCTION ownwords_about_workers(measure text) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM measures_response r WHERE r.instrument = measure AND r.about_account_id IS NOT NULL)
$$;
-- A number of people that nobody can be found by; 0 finds nobody.
CREATE OR REPLACE FUNCTION ownwords_not_small(people bigint) RETURNS int LANGUAGE sql IMMUTABLE AS
$$ SELECT CASE WHEN people = 0 OR people >= 5 THEN people::int END $$;
"""

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
    SELECT '', count(*)::int, count(*) FILTER (WHERE c.asked > 0 OR c.scored > 0)::int,
      ownwords_not_small(count(*) FILTER (WHERE c.scored > 0)),
      CASE WHEN ownwords_not_small(count(*) FILTER (WHERE c.scored = 1)) IS NOT NULL
        THEN ownwords_not_small(count(*) FILTER (WHERE c.scored > 1)) END
    FROM ({NOW}) m LEFT JOIN measures_course c ON c.person_id = m.person_id AND c.instrument = measure;
    RETURN;
  END IF;
  RETURN QUERY
  SELECT {CODE}, count(*)::int, count(*) FILTER (WHERE c.asked > 0 OR c.scored > 0)::int,
    count(*) FILTER (WHERE c.scored > 0)::int, count(*) FILTER (WHERE c.scored > 1)::int
  FROM ({NOW}) m
  JOIN people_person who ON who.id = m.person_id
  LEFT JOIN measures_course c ON c.person_id = m.person_id AND c.instrument = measure
  GROUP BY 1;
END $$;
"""

# A plan made for teams of the usual size takes many times as long for a large one, so each call plans for its own team.
# The one place that looks at values. `edges` are the lower ends of the stretches of the scale; `points` the smallest
# difference that the form can tell apart from chance, none where nobody has confirmed one.
COUNTING = f"""
CREATE OR REPLACE FUNCTION ownwords_count_results(
  of_team uuid, measure text, whom text, day date, edges numeric[], points numeric, up boolean)
RETURNS jsonb LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp
SET plan_cache_mode = force_custom_plan AS $$
DECLARE
  found jsonb;
BEGIN
  WITH cells AS (
    SELECT {CODE} AS code, width_bucket(c.last_value, edges) AS bin,
      CASE WHEN c.scored < 2 THEN 'one' WHEN points IS NULL THEN 'none'
        WHEN (CASE WHEN up THEN c.last_value - c.first_value ELSE c.first_value - c.last_value END) >= points
          THEN 'improved'
        WHEN (CASE WHEN up THEN c.last_value - c.first_value ELSE c.first_value - c.last_value END) <= -points
          THEN 'deteriorated'
        ELSE 'chance' END AS class, count(*) AS n
    FROM ({NOW}) m
    JOIN measures_course c ON c.person_id = m.person_id AND c.instrument = measure AND c.scored > 0
    JOIN people_person who ON who.id = m.person_id
    GROUP BY 1, 2, 3)
  SELECT jsonb_build_object(
    'people', (SELECT coalesce(sum(n), 0) FROM cells),
    'bins', (SELECT jsonb_object_agg(b.bin, b.n) FROM (SELECT bin, sum(n) AS n FROM cells GROUP BY 1) b),
    'classes', (SELECT jsonb_object_agg(k.class, k.n) FROM (SELECT class, sum(n) AS n FROM cells GROUP BY 1) k),
    'groups', (SELECT jsonb_object_agg(g.code, g.per) FROM (
      SELECT k.code, jsonb_object_agg(k.class, k.n) AS per
      FROM (SELECT code, class, sum(n) AS n FROM cells GROUP BY 1, 2) k GROUP BY 1) g))
  INTO found;
  RETURN found;
END $$;
CREATE OR REPLACE FUNCTION ownwords_count_raters(of_team uuid, measure text, whom text, day date, edges numeric[])
RETURNS jsonb LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp
SET plan_cache_mode = force_custom_plan AS $$
DECLARE
  found jsonb;
BEGIN
  WITH rated AS (
    SELECT r.person_id, r.about_account_id AS about, s.value, r.answered_on, r.started_at, r.id
    FROM ({NOW}) m
    JOIN measures_response r ON r.person_id = m.person_id AND r.instrument = measure
      AND r.about_account_id IS NOT NULL AND r.finished_at IS NOT NULL AND r.removed_at IS NULL AND r.in_figures
    JOIN measures_score s ON s.response_id = r.id AND s.main AND s.value IS NOT NULL
    WHERE EXISTS (SELECT 1 FROM people_membership w
      WHERE w.team_id = of_team AND w.account_id = r.about_account_id)),
  latest AS (
    SELECT DISTINCT ON (person_id) width_bucket(value, edges) AS bin FROM rated
    ORDER BY person_id, answered_on DESC, started_at DESC, id DESC),
  bins AS (SELECT bin, count(*) AS n FROM latest GROUP BY 1)
  SELECT jsonb_build_object('people', coalesce(sum(n), 0),
    'bins', CASE WHEN bool_and(n >= 5) THEN jsonb_object_agg(bin, n) END)
  INTO found FROM bins;
  IF (SELECT count(DISTINCT r.about_account_id) FROM ({NOW}) m
      JOIN measures_response r ON r.person_id = m.person_id AND r.instrument = measure
        AND r.finished_at IS NOT NULL AND r.removed_at IS NULL AND r.in_figures
      JOIN people_membership w ON w.team_id = of_team AND w.account_id = r.about_account_id) < 2 THEN
    RETURN jsonb_build_object('people', 0);
  END IF;
  RETURN found;
END $$;
REVOKE ALL ON FUNCTION ownwords_count_results(uuid, text, text, date, numeric[], numeric, boolean) FROM PUBLIC;
REVOKE ALL ON FUNCTION ownwords_count_raters(uuid, text, text, date, numeric[]) FROM PUBLIC;
"""

# Results are counted at the first look in a month, and counted anew only when at least five people's results differ
# between the two counts: what one person answered never shows in the difference between two looks.
RESULTS = f"""
CREATE OR REPLACE FUNCTION ownwords_results_moved(of_team uuid, measure text, whom text, day date, known measures_counted)
RETURNS bigint LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp
SET plan_cache_mode = force_custom_plan AS $$
DECLARE
  found bigint;
BEGIN
  WITH now_in AS ({NOW}), then_in AS ({BEFORE})
  SELECT count(*) INTO found FROM now_in n FULL JOIN then_in t ON t.person_id = n.person_id
  JOIN measures_course c ON c.person_id = coalesce(n.person_id, t.person_id) AND c.instrument = measure
  WHERE c.changed_at > known.counted_at
    OR c.scored > 0 AND (n.person_id IS NULL OR t.person_id IS NULL);
  RETURN found;
END $$;
REVOKE ALL ON FUNCTION ownwords_results_moved(uuid, text, text, date, measures_counted) FROM PUBLIC;
CREATE OR REPLACE FUNCTION ownwords_team_results(
  of_team uuid, measure text, whom text, counted_by text, edges numeric[], points numeric, up boolean)
RETURNS TABLE (counted_on date, counts jsonb)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
DECLARE
  day date := ownwords_today();
  known measures_counted;
  fresh jsonb;
BEGIN
  IF NOT ownwords_works_in(of_team) THEN
    RETURN;
  END IF;
  SELECT * INTO known FROM measures_counted k
    WHERE k.team_id = of_team AND k.instrument = measure AND k.whom = ownwords_team_results.whom
    ORDER BY k.counted_on DESC LIMIT 1;
  IF known.id IS NOT NULL AND (date_trunc('month', known.counted_on) >= date_trunc('month', day)
      OR ownwords_results_moved(of_team, measure, whom, day, known) BETWEEN 1 AND 4) THEN
    -- Other stretches of the scale over the same people would be something to subtract: not before the next count.
    IF known.definition = counted_by THEN
      RETURN QUERY SELECT known.counted_on, known.counts;
    END IF;
    RETURN;
  END IF;
  IF ownwords_about_workers(measure) THEN
    fresh := ownwords_count_raters(of_team, measure, whom, day, edges);
  ELSE
    fresh := ownwords_count_results(of_team, measure, whom, day, edges, points, up);
  END IF;
  IF (fresh ->> 'people')::int < 5 THEN
    RETURN;
  END IF;
  INSERT INTO measures_counted (team_id, instrument, whom, definition, counted_on, counted_at, counts)
    VALUES (of_team, measure, whom, counted_by, day, clock_timestamp(), fresh) ON CONFLICT DO NOTHING;
  RETURN QUERY SELECT k.counted_on, k.counts FROM measures_counted k
    WHERE k.team_id = of_team AND k.instrument = measure AND k.whom = ownwords_team_results.whom
      AND k.counted_on = day;
END $$;
"""

# Only lines and answers that people leave open to the team; a line's own number is never looked at.
LINES = f"""
CREATE OR REPLACE FUNCTION ownwords_team_lines(of_team uuid, whom text)
RETURNS TABLE (what text, which text, people int, lines int)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp
SET plan_cache_mode = force_custom_plan AS $$
#variable_conflict use_column
DECLARE
  day date := ownwords_today();
BEGIN
  IF NOT ownwords_works_in(of_team) THEN
    RETURN;
  END IF;
  RETURN QUERY
  WITH members AS ({NOW}),
  theirs AS (
    SELECT l.person_id, l.id, CASE WHEN l.closed_on IS NULL THEN 'open' ELSE l.closed_as::text END AS state
    FROM members m JOIN measures_line l ON l.person_id = m.person_id
    WHERE l.visibility = 'team' AND l.removed_at IS NULL),
  answered AS (
    SELECT t.person_id, t.id, least(count(r.id), 2)::text AS times
    FROM theirs t LEFT JOIN measures_rating r ON r.line_id = t.id AND r.removed_at IS NULL AND r.given = 'answered'
    GROUP BY 1, 2),
  said AS (
    SELECT DISTINCT ON (o.person_id, o.line_id, o.instrument) o.person_id, o.id, o.answer::text
    FROM members m JOIN measures_ownanswer o ON o.person_id = m.person_id
    WHERE o.visibility = 'team' AND o.removed_at IS NULL
      AND (o.line_id IS NULL OR EXISTS (SELECT 1 FROM theirs t WHERE t.id = o.line_id))
    ORDER BY o.person_id, o.line_id, o.instrument, o.said_on DESC, o.created_at DESC, o.id DESC)
  SELECT 'people', '', count(*)::int, 0 FROM members
  UNION ALL SELECT 'lines', '', count(DISTINCT person_id)::int, count(*)::int FROM theirs
  UNION ALL SELECT 'state', state, count(DISTINCT person_id)::int, count(*)::int FROM theirs GROUP BY state
  UNION ALL SELECT 'rated', times, count(DISTINCT person_id)::int, count(*)::int FROM answered GROUP BY times
  UNION ALL SELECT 'said', answer, count(DISTINCT person_id)::int, count(*)::int FROM said GROUP BY answer;
END $$;
"""

# Who has not been asked is no result: it is the viewer's own caseload, in the order of names.
NOT_ASKED = f"""
CREATE OR REPLACE FUNCTION ownwords_not_yet_asked(of_team uuid, measure text, after_name text, after_id uuid, most int)
RETURNS TABLE (person_id uuid)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp
SET plan_cache_mode = force_custom_plan AS $$
#variable_conflict use_column
DECLARE
  day date := ownwords_today();
  whom text := 'now';
BEGIN
  IF NOT ownwords_works_in(of_team) THEN
    RETURN;
  END IF;
  RETURN QUERY
  SELECT who.id FROM ({NOW}) m JOIN people_person who ON who.id = m.person_id
  WHERE NOT EXISTS (SELECT 1 FROM measures_course c WHERE c.person_id = m.person_id AND c.instrument = measure
      AND (c.asked > 0 OR c.scored > 0))
    AND (after_id IS NULL OR (who.sort_key, who.id) > (after_name, after_id))
  ORDER BY who.sort_key, who.id LIMIT most;
END $$;
"""

ALL = (
    "ownwords_works_in(uuid)",
    "ownwords_about_workers(text)",
    "ownwords_team_completeness(uuid, text, text)",
    "ownwords_team_results(uuid, text, text, text, numeric[], numeric, boolean)",
    "ownwords_team_lines(uuid, text)",
    "ownwords_not_yet_asked(uuid, text, text, uuid, int)",
)
GRANTS = "".join(
    f"REVOKE ALL ON FUNCTION {one} FROM PUBLIC; GRANT EXECUTE ON FUNCTION {one} TO ownwords_web;\n"
    for one in ALL
)
LOCK = """
ALTER TABLE measures_counted ENABLE ROW LEVEL SECURITY;
CREATE POLICY nobody ON measures_counted USING (false) WITH CHECK (false);
"""
FUNCTIONS = COURSE + WHO_MAY + COMPLETENESS + COUNTING + RESULTS + LINES + NOT_ASKED + LOCK + GRANTS


class Migration(migrations.Migration):
    """The functions, what was counted with them, and two indexes."""

    dependencies = [
        ("measures", "0002_row_level_security"),
        ("people", "0006_endings"),
    ]

    operations = [
        migrations.CreateModel(
            name="Counted",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("instrument", models.CharField(max_length=40)),
                ("whom", models.CharField(help_text="now, or ended-YYYY.", max_length=12)),
                (
                    "definition",
                    models.CharField(
                        help_text="What was counted by: stretches and thresholds.", max_length=64
                    ),
                ),
                ("counted_on", models.DateField()),
                ("counted_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("counts", models.JSONField()),
            ],
        ),
        migrations.AddField(
            model_name="course",
            name="changed_at",
            field=models.DateTimeField(
                default=django.utils.timezone.now, help_text="When a result last changed it."
            ),
        ),
        migrations.AddIndex(
            model_name="course",
            index=models.Index(
                fields=["instrument", "person"],
                include=("asked", "scored", "first_value", "last_value", "changed_at"),
                name="course_instrument_person",
            ),
        ),
        migrations.AddIndex(
            model_name="response",
            index=models.Index(
                condition=models.Q(("about_account__isnull", False)),
                fields=["instrument", "about_account"],
                name="response_about_a_worker",
            ),
        ),
        migrations.AddField(
            model_name="counted",
            name="team",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.team"
            ),
        ),
        migrations.AddConstraint(
            model_name="counted",
            constraint=models.UniqueConstraint(
                fields=("team", "instrument", "whom", "counted_on"), name="counted_once_a_day"
            ),
        ),
        migrations.RunSQL(FUNCTIONS, migrations.RunSQL.noop),
    ]
