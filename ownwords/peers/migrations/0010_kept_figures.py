"""Figures of a team's peer support are kept as they stood, and shown anew only when at least five people differ.

A figure is kept as "what somebody adds to it: how many people add just that". So everybody stands once in it, however
many contacts they have, and how many differ between two counts can be told without knowing who anybody is. In a month
it is asked once whether enough differ; until then, and for the rest of the month, the count before is given.

The functions run with the rights of the tables' owner and ask first whether the viewer works in the team today. What
is marked "only me" or was taken out of view is in no count.
"""

import django.db.models.deletion
from django.db import migrations, models

DEFINER = "SECURITY DEFINER SET search_path = public, pg_temp"
COUNTING = f"LANGUAGE plpgsql STABLE {DEFINER} SET plan_cache_mode = force_custom_plan"
MAY = "ownwords_role() IN ('worker', 'team_lead') AND ownwords_in_team(of_team)"
SEEN = "a.removed_at IS NULL AND a.visibility <> 'me'"
NOUGHT = "DATE '1900-01-01'"
ROUTES = "ARRAY['called_peer', 'walked_in', 'letter', 'crisis', 'gp', 'online', 'other']"


def holds(row: str) -> str:
    """The condition "holds today" of a span."""
    return (
        f"{row}.starts_on <= ownwords_today() AND ({row}.ends_on IS NULL OR {row}.ends_on > ownwords_today())"
    )


# Half a year that is over. No two overlap, so nothing follows from taking one from another.
PERIOD = """
CREATE OR REPLACE FUNCTION ownwords_peer_period(of_period text, OUT first_day date, OUT last_day date)
LANGUAGE plpgsql STABLE SET search_path = public, pg_temp AS $$
BEGIN
  IF of_period ~ '^20[0-9]{2}-h[12]$' THEN
    first_day := make_date(left(of_period, 4)::int, 6 * right(of_period, 1)::int - 5, 1);
    last_day := (first_day + interval '6 months' - interval '1 day')::date;
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
    SELECT m.person_id, least(last_day, e."on") AS until, coalesce(e."on" <= last_day, false) AS gone
    FROM (SELECT DISTINCT p.person_id FROM people_placement p
      WHERE p.team_id = of_team AND p.starts_on <= last_day
        AND (p.ends_on IS NULL OR p.ends_on > first_day AND p.ends_on > p.starts_on)) m
    LEFT JOIN peers_competingend e ON e.person_id = m.person_id"""

# Somebody adds "end;contacts;approaches", each packed as ownwords/peers/method/team_returns.py reads it.
RETURNS = f"""
CREATE FUNCTION ownwords_count_peer_returns(of_team uuid, first_day date, last_day date) RETURNS jsonb {COUNTING} AS $$
BEGIN
  RETURN (WITH them AS MATERIALIZED ({THEM}),
  days AS (
    SELECT t.person_id, a."on" AS day, bool_or(a.outcome = 'met') AS met
    FROM them t JOIN peers_attempt a ON a.person_id = t.person_id
    WHERE {SEEN} AND a.outcome IN ('met', 'spoke', 'answered_by_message') AND a."on" BETWEEN {NOUGHT} AND t.until
    GROUP BY 1, 2),
  contacts AS (
    SELECT person_id, string_agg((((day - {NOUGHT})::bigint << 1) | met::int)::text, ',' ORDER BY day) AS packed
    FROM days GROUP BY 1),
  came AS (
    SELECT t.person_id, ((a.made_on - {NOUGHT})::bigint << 8)
      | (CASE a.referral_needed WHEN true THEN 2 WHEN false THEN 1 ELSE 0 END << 4)
      | coalesce(array_position({ROUTES}, a.route::text), 0) AS packed
    FROM them t JOIN peers_approach a ON a.person_id = t.person_id
    WHERE {SEEN} AND a.made_on BETWEEN {NOUGHT} AND t.until
    UNION ALL
    SELECT t.person_id, (a."on" - {NOUGHT})::bigint << 8 FROM them t JOIN peers_attempt a ON a.person_id = t.person_id
    WHERE {SEEN} AND a.started_by = 'person' AND a."on" BETWEEN {NOUGHT} AND t.until),
  approaches AS (SELECT person_id, string_agg(packed::text, ',' ORDER BY packed) AS packed FROM came GROUP BY 1),
  added AS (
    SELECT (((t.until - {NOUGHT})::bigint << 1) | t.gone::int) || ';' || coalesce(c.packed, '') || ';'
      || coalesce(a.packed, '') AS adds, count(*) AS n
    FROM them t LEFT JOIN contacts c ON c.person_id = t.person_id LEFT JOIN approaches a ON a.person_id = t.person_id
    GROUP BY 1)
  SELECT coalesce(jsonb_object_agg(adds, n), '{{}}') FROM added);
END $$;
"""

# Somebody adds a list of cells. A first appointment is one before which nothing was attended; days to the first face run
# from the first attempt by anybody, where that lies in the period.
MEETINGS = f"""
CREATE FUNCTION ownwords_count_peer_meetings(of_team uuid, first_day date, last_day date) RETURNS jsonb {COUNTING} AS $$
BEGIN
  RETURN (WITH them AS MATERIALIZED ({THEM}),
  tried AS MATERIALIZED (
    SELECT t.person_id, a."on" AS day, a.outcome::text, a.booked::text,
      bool_or(a.booked IN ('5', '6')) OVER (PARTITION BY t.person_id ORDER BY a."on", a.created_at, a.id
        ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS known
    FROM them t JOIN peers_attempt a ON a.person_id = t.person_id
    WHERE {SEEN} AND a."on" <= last_day),
  begun AS (
    SELECT person_id, min(day) AS day, min(day) FILTER (WHERE outcome IN ('met', 'spoke')) AS faced
    FROM tried GROUP BY 1),
  introduced AS (
    SELECT t.person_id, a.how, a.taken_up FROM them t JOIN peers_introduction a ON a.person_id = t.person_id
    WHERE {SEEN} AND a."on" BETWEEN first_day AND last_day),
  cells AS (
    SELECT person_id, 'people' AS cell FROM them
    UNION ALL SELECT DISTINCT person_id, 'tried' FROM tried WHERE day >= first_day
    UNION ALL SELECT DISTINCT person_id, 'booked_people' FROM tried WHERE day >= first_day AND booked <> ''
    UNION ALL SELECT DISTINCT person_id, 'introduced_people' FROM introduced
    UNION ALL SELECT person_id, 'not_booked' FROM tried WHERE day >= first_day AND booked = ''
    UNION ALL SELECT person_id, 'booked|' || CASE WHEN known THEN 'later' ELSE 'first' END || '|' || booked
      FROM tried WHERE day >= first_day AND booked <> ''
    UNION ALL SELECT person_id, 'introduced|' || how || '|' || taken_up FROM introduced
    UNION ALL SELECT t.person_id, 'face|' || coalesce(f.answer::text, '') FROM them t
      JOIN peers_firstface f ON f.person_id = t.person_id WHERE f.met_on BETWEEN first_day AND last_day
    UNION ALL SELECT person_id, 'days|' || coalesce((faced - day)::text, '') FROM begun WHERE day >= first_day),
  lists AS (SELECT string_agg(cell, ',' ORDER BY cell COLLATE "C") AS adds FROM cells GROUP BY person_id),
  added AS (SELECT adds, count(*) AS n FROM lists GROUP BY 1)
  SELECT coalesce(jsonb_object_agg(adds, n), '{{}}') FROM added);
END $$;
"""

# People of the team who have a peer worker today, in contact with them within four weeks or not.
COUNTS = f"""
CREATE FUNCTION ownwords_count_peer_support(of_team uuid) RETURNS jsonb {COUNTING} AS $$
BEGIN
  RETURN (WITH beside AS (
    SELECT r.person_id, bool_or(EXISTS (SELECT 1 FROM peers_attempt a
      WHERE a.person_id = r.person_id AND a.with_account_id = r.account_id AND {SEEN}
        AND a.outcome IN ('met', 'spoke', 'answered_by_message')
        AND a."on" > ownwords_today() - 28 AND a."on" <= ownwords_today())) AS met
    FROM people_relationship r
    WHERE r.kind = 'peer_worker' AND {holds("r")} AND EXISTS (SELECT 1 FROM people_placement p
      WHERE p.person_id = r.person_id AND p.team_id = of_team AND {holds("p")})
    GROUP BY 1),
  added AS (SELECT CASE WHEN met THEN 'met' ELSE 'not' END AS adds, count(*) AS n FROM beside GROUP BY 1)
  SELECT coalesce(jsonb_object_agg(adds, n), '{{}}') FROM added);
END $$;
"""

# One kind of rater and one principle: each rater adds the value of their latest look within a year.
FIDELITY = f"""
CREATE FUNCTION ownwords_count_fidelity(of_team uuid, whose text, about text) RETURNS jsonb {COUNTING} AS $$
BEGIN
  RETURN (WITH latest AS (
    SELECT DISTINCT ON (r.written_by_id) r.id FROM peers_fidelityrating r
    WHERE r.team_id = of_team AND r.rater = whose AND r.made_on > ownwords_today() - 365
    ORDER BY r.written_by_id, r.made_on DESC, r.created_at DESC, r.id DESC),
  added AS (
    SELECT a.value::text AS adds, count(*) AS n FROM latest l JOIN peers_fidelityanswer a ON a.rating_id = l.id
    WHERE a.domain = about AND a.value IS NOT NULL GROUP BY 1)
  SELECT coalesce(jsonb_object_agg(adds, n), '{{}}') FROM added);
END $$;
"""

# How many people differ at least: whoever differs takes one from what they added before, and gives one to what they add
# now. None differ only where nothing of the figure does.
MOVED = """
CREATE FUNCTION ownwords_people_moved(before jsonb, after jsonb) RETURNS bigint LANGUAGE sql IMMUTABLE AS $$
  SELECT greatest(coalesce(sum(greatest(n, 0)), 0), coalesce(sum(greatest(-n, 0)), 0))::bigint FROM (
    SELECT coalesce(a.value::bigint, 0) - coalesce(b.value::bigint, 0) AS n
    FROM jsonb_each_text(before) b FULL JOIN jsonb_each_text(after) a ON a.key = b.key) each
$$;
"""

# Decided once a month, at the first look: else somebody who looks every day would see the day on which one more differs.
# Views of too few raters, and counts of too few people, are not kept and do not leave.
KEPT = f"""
CREATE FUNCTION ownwords_peer_figure(of_team uuid, about text, of_period text, enough int) RETURNS peers_teamfigure
LANGUAGE plpgsql VOLATILE {DEFINER} AS $$
#variable_conflict use_column
DECLARE
  day date := ownwords_today();
  known peers_teamfigure;
  fresh jsonb;
BEGIN
  FOR turn IN 1..2 LOOP
    SELECT * INTO known FROM peers_teamfigure k WHERE k.team_id = of_team AND k.what = about AND k.period = of_period;
    IF date_trunc('month', known.looked_on) >= date_trunc('month', day) THEN
      RETURN known;
    ELSIF turn = 1 THEN
      PERFORM pg_advisory_xact_lock(hashtextextended('peers' || about || of_period || of_team::text, 0));
    END IF;
  END LOOP;
  fresh := CASE about
    WHEN 'returns' THEN (SELECT ownwords_count_peer_returns(of_team, p.first_day, p.last_day)
      FROM ownwords_peer_period(of_period) p)
    WHEN 'meetings' THEN (SELECT ownwords_count_peer_meetings(of_team, p.first_day, p.last_day)
      FROM ownwords_peer_period(of_period) p)
    WHEN 'counts' THEN ownwords_count_peer_support(of_team)
    WHEN 'fidelity' THEN ownwords_count_fidelity(of_team, split_part(of_period, '|', 1), split_part(of_period, '|', 2))
    END;
  IF known.id IS NOT NULL AND ownwords_people_moved(known.counts, fresh) < enough THEN
    UPDATE peers_teamfigure SET looked_on = day WHERE id = known.id;
    RETURN known;
  ELSIF about IN ('counts', 'fidelity') AND
      (SELECT coalesce(sum(value::bigint), 0) FROM jsonb_each_text(fresh)) < enough THEN
    RETURN NULL;
  END IF;
  INSERT INTO peers_teamfigure (team_id, what, period, counted_on, looked_on, counts)
    VALUES (of_team, about, of_period, day, day, fresh)
    ON CONFLICT (team_id, what, period) DO UPDATE
      SET counted_on = excluded.counted_on, looked_on = excluded.looked_on, counts = excluded.counts
    RETURNING * INTO known;
  RETURN known;
END $$;
"""

# Somebody is a number made anew at each call, in no order.
GIVEN_RETURNS = f"""
DROP FUNCTION ownwords_peer_returns(uuid, text);
CREATE FUNCTION ownwords_peer_returns(of_team uuid, of_period text)
RETURNS TABLE (counted_on date, gap int, contacts bytea, ends bytea, approaches bytea)
LANGUAGE plpgsql VOLATILE {DEFINER} AS $$
#variable_conflict use_column
DECLARE
  kept peers_teamfigure;
BEGIN
  IF NOT ({MAY}) OR (SELECT p.last_day FROM ownwords_peer_period(of_period) p) IS NULL THEN
    RETURN;
  END IF;
  kept := ownwords_peer_figure(of_team, 'returns', of_period, 5);
  RETURN QUERY
  WITH people AS MATERIALIZED (
    SELECT row_number() OVER (ORDER BY random()) - 1 << 32 AS at, string_to_array(k.key, ';') AS parts
    FROM jsonb_each_text(kept.counts) k, generate_series(1, k.value::int))
  SELECT kept.counted_on,
    coalesce((SELECT s.gap_days::int FROM peers_peersettings s JOIN people_team o ON o.organisation_id = s.organisation_id
      WHERE o.id = of_team), 90),
    coalesce((SELECT string_agg(int8send(at | one::bigint), '')
      FROM people, unnest(string_to_array(parts[2], ',')) one), ''),
    coalesce((SELECT string_agg(int8send(at | parts[1]::bigint), '') FROM people), ''),
    coalesce((SELECT string_agg(int8send(at | one::bigint), '')
      FROM people, unnest(string_to_array(parts[3], ',')) one), '');
END $$;
"""

GIVEN = f"""
DROP FUNCTION ownwords_peer_meetings(uuid, text);
CREATE FUNCTION ownwords_peer_meetings(of_team uuid, of_period text) RETURNS TABLE (counted_on date, cells jsonb)
LANGUAGE plpgsql VOLATILE {DEFINER} AS $$
#variable_conflict use_column
DECLARE
  kept peers_teamfigure;
BEGIN
  IF NOT ({MAY}) OR (SELECT p.last_day FROM ownwords_peer_period(of_period) p) IS NULL THEN
    RETURN;
  END IF;
  kept := ownwords_peer_figure(of_team, 'meetings', of_period, 5);
  RETURN QUERY SELECT kept.counted_on, coalesce(jsonb_object_agg(cell, n), '{{}}') FROM (
    SELECT one AS cell, sum(k.value::bigint) AS n
    FROM jsonb_each_text(kept.counts) k, unnest(string_to_array(k.key, ',')) one GROUP BY 1) cells;
END $$;
DROP FUNCTION ownwords_peer_counts(uuid);
CREATE FUNCTION ownwords_peer_counts(of_team uuid)
RETURNS TABLE (counted_on date, peer_workers bigint, met bigint, not_met bigint)
LANGUAGE plpgsql VOLATILE {DEFINER} AS $$
#variable_conflict use_column
DECLARE
  workers bigint;
  kept peers_teamfigure;
BEGIN
  IF ownwords_role() = 'team_lead' AND ownwords_in_team(of_team) THEN
    SELECT count(DISTINCT m.account_id) INTO workers FROM people_membership m
      WHERE m.team_id = of_team AND m.role = 'peer_worker' AND {holds("m")};
    IF workers >= 2 THEN
      kept := ownwords_peer_figure(of_team, 'counts', '', 5);
    END IF;
    RETURN QUERY SELECT kept.counted_on, workers,
      CASE WHEN kept.id IS NOT NULL THEN coalesce((kept.counts ->> 'met')::bigint, 0) END,
      CASE WHEN kept.id IS NOT NULL THEN coalesce((kept.counts ->> 'not')::bigint, 0) END;
  END IF;
END $$;
DROP FUNCTION ownwords_team_fidelity(uuid);
CREATE FUNCTION ownwords_team_fidelity(of_team uuid) RETURNS TABLE (rater text, domain text, value int, raters int)
LANGUAGE plpgsql VOLATILE {DEFINER} AS $$
#variable_conflict use_column
DECLARE
  one record;
  kept peers_teamfigure;
BEGIN
  IF NOT ownwords_in_team(of_team) THEN
    RETURN;
  END IF;
  FOR one IN
    SELECT DISTINCT r.rater::text AS rater, a.domain::text AS domain
    FROM peers_fidelityrating r JOIN peers_fidelityanswer a ON a.rating_id = r.id WHERE r.team_id = of_team ORDER BY 1, 2
  LOOP
    -- Peer workers and supervisors read these views and know their own value, so there must be five others.
    kept := ownwords_peer_figure(of_team, 'fidelity', one.rater || '|' || one.domain,
      CASE WHEN one.rater = 'person' THEN 5 ELSE 6 END);
    RETURN QUERY SELECT one.rater, one.domain, k.key::int, k.value::int FROM jsonb_each_text(kept.counts) k ORDER BY 3;
  END LOOP;
END $$;
"""

INSIDE = (
    "ownwords_count_peer_returns(uuid, date, date)", "ownwords_count_peer_meetings(uuid, date, date)",
    "ownwords_count_peer_support(uuid)", "ownwords_count_fidelity(uuid, text, text)",
    "ownwords_people_moved(jsonb, jsonb)", "ownwords_peer_figure(uuid, text, text, int)",
)  # fmt: skip
GIVEN_TO_PAGES = (
    "ownwords_peer_returns(uuid, text)", "ownwords_peer_meetings(uuid, text)", "ownwords_peer_counts(uuid)",
    "ownwords_team_fidelity(uuid)",
)  # fmt: skip
LOCK = (
    "ALTER TABLE peers_teamfigure ENABLE ROW LEVEL SECURITY;\n"
    "CREATE POLICY nobody ON peers_teamfigure USING (false) WITH CHECK (false);\n"
    + "".join(f"REVOKE ALL ON FUNCTION {one} FROM PUBLIC;\n" for one in (*INSIDE, *GIVEN_TO_PAGES))
    + "".join(f"GRANT EXECUTE ON FUNCTION {one} TO ownwords_web;\n" for one in GIVEN_TO_PAGES)
)


class Migration(migrations.Migration):
    """What was counted, and the functions that count, keep and give it."""

    dependencies = [("peers", "0009_whose_it_is"), ("people", "0009_sight")]

    operations = [
        migrations.CreateModel(
            name="TeamFigure",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("what", models.CharField(help_text="returns, meetings, counts or fidelity.", max_length=12)),
                (
                    "period",
                    models.CharField(
                        blank=True, help_text="Half a year, or whose view of which principle.", max_length=60
                    ),
                ),
                ("counted_on", models.DateField()),
                (
                    "looked_on",
                    models.DateField(help_text="When it was last asked whether to count anew: once a month."),
                ),
                ("counts", models.JSONField(help_text="What somebody adds: how many people add just that.")),
                (
                    "team",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.team"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("team", "what", "period"), name="team_figure_kept_once")
                ]
            },
        ),
        migrations.RunSQL(
            PERIOD + RETURNS + MEETINGS + COUNTS + FIDELITY + MOVED + KEPT + GIVEN_RETURNS + GIVEN + LOCK,
            migrations.RunSQL.noop,
        ),
    ]
