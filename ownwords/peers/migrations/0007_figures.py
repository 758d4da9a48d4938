"""Figures of a team's peer support: functions that give counts, or rows without names, to whoever works there today.

They run with the rights of the tables' owner, because a figure covers people whose contacts the viewer may not read. So
each asks first whether the viewer works in the team, and gives nothing for a period that is not over. What is marked
"only me" or was taken out of view is in no figure.

A row says "somebody, on this day, met": somebody is a number made anew at each call, in no order.
"""

from django.db import migrations

DEFINER = "SECURITY DEFINER SET search_path = public, pg_temp SET plan_cache_mode = force_custom_plan"
MAY = "ownwords_role() IN ('worker', 'team_lead') AND ownwords_in_team(of_team)"

# A year, or a quarter of one, that is over.
PERIOD = """
CREATE FUNCTION ownwords_peer_period(of_period text, OUT first_day date, OUT last_day date)
LANGUAGE plpgsql STABLE SET search_path = public, pg_temp AS $$
BEGIN
  IF of_period ~ '^20[0-9]{2}$' THEN
    first_day := make_date(of_period::int, 1, 1);
    last_day := make_date(of_period::int, 12, 31);
  ELSIF of_period ~ '^20[0-9]{2}-q[1-4]$' THEN
    first_day := make_date(left(of_period, 4)::int, 3 * right(of_period, 1)::int - 2, 1);
    last_day := (first_day + interval '3 months' - interval '1 day')::date;
  END IF;
  IF last_day >= ownwords_today() THEN
    first_day := NULL;
    last_day := NULL;
  END IF;
END $$;
"""

# Everybody once, whose support by the team fell into the period for a day or more; seen until the end of it, or until
# they died or moved away.
THEM = """
    SELECT m.person_id, row_number() OVER (ORDER BY random()) - 1 AS at, least(last_day, e."on") AS until,
      coalesce(e."on" <= last_day, false) AS gone
    FROM (SELECT DISTINCT p.person_id FROM people_placement p
      WHERE p.team_id = of_team AND p.starts_on <= last_day
        AND (p.ends_on IS NULL OR p.ends_on > first_day AND p.ends_on > p.starts_on)) m
    LEFT JOIN peers_competingend e ON e.person_id = m.person_id"""
SEEN = "a.removed_at IS NULL AND a.visibility <> 'me'"
NOUGHT = "DATE '1900-01-01'"
ROUTES = "ARRAY['called_peer', 'walked_in', 'letter', 'crisis', 'gp', 'online', 'other']"

RETURNS = f"""
CREATE FUNCTION ownwords_peer_returns(of_team uuid, of_period text)
RETURNS TABLE (gap int, contacts bytea, ends bytea, approaches bytea)
LANGUAGE plpgsql VOLATILE {DEFINER} AS $$
#variable_conflict use_column
DECLARE
  first_day date;
  last_day date;
BEGIN
  SELECT p.first_day, p.last_day INTO first_day, last_day FROM ownwords_peer_period(of_period) p;
  IF last_day IS NULL OR NOT ({MAY}) THEN
    RETURN;
  END IF;
  RETURN QUERY
  WITH them AS MATERIALIZED ({THEM}),
  days AS (
    SELECT t.at, a."on" AS day, bool_or(a.outcome = 'met') AS met
    FROM them t JOIN peers_attempt a ON a.person_id = t.person_id
    WHERE {SEEN} AND a.outcome IN ('met', 'spoke', 'answered_by_message') AND a."on" BETWEEN {NOUGHT} AND t.until
    GROUP BY 1, 2),
  came AS (
    SELECT t.at, a.made_on AS day, CASE a.referral_needed WHEN true THEN 2 WHEN false THEN 1 ELSE 0 END AS referral,
      coalesce(array_position({ROUTES}, a.route::text), 0) AS route
    FROM them t JOIN peers_approach a ON a.person_id = t.person_id
    WHERE {SEEN} AND a.made_on BETWEEN {NOUGHT} AND t.until
    UNION ALL
    SELECT t.at, a."on", 0, 0 FROM them t JOIN peers_attempt a ON a.person_id = t.person_id
    WHERE {SEEN} AND a.started_by = 'person' AND a."on" BETWEEN {NOUGHT} AND t.until)
  SELECT
    coalesce((SELECT s.gap_days::int FROM peers_peersettings s JOIN people_team o ON o.organisation_id = s.organisation_id
      WHERE o.id = of_team), 90),
    coalesce((SELECT string_agg(int8send((at << 32) | ((day - {NOUGHT})::bigint << 1) | met::int), '') FROM days), ''),
    coalesce((SELECT string_agg(int8send((at << 32) | ((until - {NOUGHT})::bigint << 1) | gone::int), '') FROM them), ''),
    coalesce((SELECT string_agg(int8send((at << 32) | ((day - {NOUGHT})::bigint << 8) | (referral << 4) | route), '')
      FROM came), '');
END $$;
"""

# Counts alone. A first appointment is one before which nothing was attended; days to the first face run from the first
# attempt by anybody, where that lies in the period.
MEETINGS = f"""
CREATE FUNCTION ownwords_peer_meetings(of_team uuid, of_period text) RETURNS jsonb
LANGUAGE plpgsql VOLATILE {DEFINER} AS $$
#variable_conflict use_column
DECLARE
  first_day date;
  last_day date;
  found jsonb;
BEGIN
  SELECT p.first_day, p.last_day INTO first_day, last_day FROM ownwords_peer_period(of_period) p;
  IF last_day IS NULL OR NOT ({MAY}) THEN
    RETURN NULL;
  END IF;
  WITH them AS MATERIALIZED ({THEM}),
  tried AS MATERIALIZED (
    SELECT t.at, a."on" AS day, a.outcome::text, a.booked::text, bool_or(a.booked IN ('5', '6')) OVER (PARTITION BY t.at
        ORDER BY a."on", a.created_at, a.id ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS known
    FROM them t JOIN peers_attempt a ON a.person_id = t.person_id
    WHERE {SEEN} AND a."on" <= last_day),
  begun AS (
    SELECT at, min(day) AS day, min(day) FILTER (WHERE outcome IN ('met', 'spoke')) AS faced FROM tried GROUP BY at),
  cells AS (
    SELECT 'people' AS cell, count(*) AS n FROM them
    UNION ALL SELECT 'tried', count(DISTINCT at) FROM tried WHERE day >= first_day
    UNION ALL SELECT 'booked_people', count(DISTINCT at) FROM tried WHERE day >= first_day AND booked <> ''
    UNION ALL SELECT 'introduced_people', count(DISTINCT t.at) FROM them t
      JOIN peers_introduction a ON a.person_id = t.person_id
      WHERE {SEEN} AND a."on" BETWEEN first_day AND last_day
    UNION ALL SELECT 'not_booked', count(*) FROM tried WHERE day >= first_day AND booked = ''
    UNION ALL
    SELECT 'booked|' || CASE WHEN known THEN 'later' ELSE 'first' END || '|' || booked, count(*) FROM tried
      WHERE day >= first_day AND booked <> '' GROUP BY 1
    UNION ALL
    SELECT 'introduced|' || a.how || '|' || a.taken_up, count(*) FROM them t
      JOIN peers_introduction a ON a.person_id = t.person_id
      WHERE {SEEN} AND a."on" BETWEEN first_day AND last_day GROUP BY 1
    UNION ALL
    SELECT 'face|' || coalesce(f.answer::text, ''), count(*) FROM them t JOIN peers_firstface f ON f.person_id = t.person_id
      WHERE f.met_on BETWEEN first_day AND last_day GROUP BY 1
    UNION ALL
    SELECT 'days|' || coalesce((faced - day)::text, ''), count(*) FROM begun WHERE day >= first_day GROUP BY 1)
  SELECT jsonb_object_agg(cell, n) INTO found FROM cells;
  RETURN found;
END $$;
"""

GRANTS = """
REVOKE ALL ON FUNCTION ownwords_peer_period(text) FROM PUBLIC;
REVOKE ALL ON FUNCTION ownwords_peer_returns(uuid, text) FROM PUBLIC;
REVOKE ALL ON FUNCTION ownwords_peer_meetings(uuid, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ownwords_peer_returns(uuid, text) TO ownwords_web;
GRANT EXECUTE ON FUNCTION ownwords_peer_meetings(uuid, text) TO ownwords_web;
"""


class Migration(migrations.Migration):
    """Three functions."""

    dependencies = [("peers", "0006_person_sees_own_end")]
    operations = [migrations.RunSQL(PERIOD + RETURNS + MEETINGS + GRANTS, migrations.RunSQL.noop)]
