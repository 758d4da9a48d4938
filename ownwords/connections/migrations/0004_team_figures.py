"""Figures of a team about connecting: functions that give counts alone, to whoever works in that team today.

They run with the rights of the tables' owner, because a count covers people whose ties the viewer may not read. So each
asks first whether the viewer works in the team, and each says how many and never who. Counted is only what people leave
open to their team: what is marked "only me", or shown to people by name, is in no count.

Counts are kept, and counted anew in another month only when at least five differ: what one person says never shows in
the difference between two looks.
"""

import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models

# Everybody once, who is supported by the team on that day.
MEMBERS = """
    SELECT p.person_id FROM people_placement p
    WHERE p.team_id = of_team AND p.starts_on <= day AND (p.ends_on IS NULL OR p.ends_on > day)
    GROUP BY p.person_id"""

# New and renewed ties whose first day lies within the period and within support by the team; both the tie and what
# stands on the map open to the team, none taken out of view, none over by the last day of the period.
REPORT = """
CREATE FUNCTION ownwords_count_connecting_report(of_team uuid, first_day date, last_day date)
RETURNS jsonb LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp
SET plan_cache_mode = force_custom_plan AS $$
DECLARE
  found jsonb;
BEGIN
  WITH ties AS MATERIALIZED (
    SELECT t.id, t.person_id, t.since, t.origin::text, CASE WHEN t.renewed THEN 'renewed' ELSE 'new' END AS kind
    FROM (SELECT DISTINCT p.person_id FROM people_placement p
      WHERE p.team_id = of_team AND p.starts_on <= last_day AND (p.ends_on IS NULL OR p.ends_on > first_day)) m
    JOIN connections_tie t ON t.person_id = m.person_id AND t.since BETWEEN first_day AND last_day
    JOIN connections_mapitem i ON i.id = t.item_id
    WHERE t.visibility = 'team' AND t.removed_at IS NULL AND i.visibility = 'team' AND i.removed_at IS NULL
      AND (i.ended_on IS NULL OR i.ended_on > last_day)
      AND EXISTS (SELECT 1 FROM people_placement p WHERE p.team_id = of_team AND p.person_id = t.person_id
        AND p.starts_on <= t.since AND (p.ends_on IS NULL OR p.ends_on > t.since))),
  latest AS (
    SELECT DISTINCT ON (v.tie_id) v.tie_id, v.part::text, v.idea::text
    FROM ties t JOIN connections_tieview v ON v.tie_id = t.id AND v.side = 'worker' AND v.part <> ''
    ORDER BY v.tie_id, v.changed_at DESC, v.id DESC),
  told AS MATERIALIZED (
    SELECT t.kind, t.origin, coalesce(p.part::text, '') AS person_part, coalesce(w.part, '') AS worker_part,
      coalesce(p.idea::text, '') AS person_idea, coalesce(w.idea, '') AS worker_idea, coalesce(r.value::text, '') AS ready,
      CASE WHEN p.part <> '' AND p.written_by_id = who.account_id THEN 'own'
        WHEN p.part <> '' THEN 'somebody_else' END AS hand
    FROM ties t
    JOIN people_person who ON who.id = t.person_id
    LEFT JOIN connections_tieview p ON p.tie_id = t.id AND p.side = 'person'
    LEFT JOIN latest w ON w.tie_id = t.id
    LEFT JOIN LATERAL (
      SELECT r.value FROM connections_readiness r
      WHERE r.person_id = t.person_id AND r.said_on < t.since AND r.value IS NOT NULL AND r.removed_at IS NULL
        AND r.visibility = 'team'
      ORDER BY r.said_on DESC, r.created_at DESC, r.id DESC LIMIT 1) r ON true),
  cells AS (
    SELECT 'told' AS what, kind || '||' AS cell, count(*) AS n FROM told GROUP BY 2
    UNION ALL SELECT 'parts', kind || '|' || person_part || '|' || worker_part, count(*) FROM told GROUP BY 2
    UNION ALL SELECT 'ready', kind || '|' || ready || '|', count(*) FROM told GROUP BY 2
    UNION ALL SELECT 'origin', kind || '|' || origin || '|', count(*) FROM told GROUP BY 2
    UNION ALL SELECT 'person_idea', kind || '|' || person_idea || '|', count(*) FROM told GROUP BY 2
    UNION ALL SELECT 'worker_idea', kind || '|' || worker_idea || '|', count(*) FROM told GROUP BY 2
    UNION ALL SELECT 'hand', kind || '|' || hand || '|', count(*) FROM told WHERE hand IS NOT NULL GROUP BY 2)
  SELECT coalesce(jsonb_object_agg(what || '|' || cell, n), '{}') INTO found FROM cells;
  RETURN found;
END $$;
"""

# The latest answer decides; where it is not open to the team, nothing is known.
EXPLAINED = f"""
CREATE FUNCTION ownwords_count_explained(of_team uuid, day date)
RETURNS jsonb LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp
SET plan_cache_mode = force_custom_plan AS $$
DECLARE
  found jsonb;
BEGIN
  WITH members AS ({MEMBERS}),
  said AS (
    SELECT DISTINCT ON (e.person_id) e.person_id, CASE WHEN e.visibility = 'team' THEN e.answer::text ELSE '' END AS answer
    FROM members m JOIN connections_explained e ON e.person_id = m.person_id AND e.removed_at IS NULL
    ORDER BY e.person_id, e.said_on DESC, e.created_at DESC, e.id DESC),
  cells AS (
    SELECT 'said|' || coalesce(s.answer, '') AS cell, count(*) AS n
    FROM members m LEFT JOIN said s ON s.person_id = m.person_id GROUP BY 1
    UNION ALL SELECT 'told|', count(*) FROM said WHERE answer <> ''
    UNION ALL SELECT 'people|', count(*) FROM members)
  SELECT jsonb_object_agg(cell, n) INTO found FROM cells;
  RETURN found;
END $$;
"""

# Something with several kinds counts in equal parts for each, out of everything on the map; with no kind said at all
# there is no share. Bands as in ownwords/connections/method/shares.py.
SHARES = f"""
CREATE FUNCTION ownwords_share_band(part numeric) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN part IS NULL THEN 'not-known' WHEN part <= 0 THEN 'none' WHEN part <= 0.25 THEN 'to-quarter'
    WHEN part <= 0.5 THEN 'to-half' WHEN part <= 0.75 THEN 'to-three-quarters' ELSE 'over' END
$$;
CREATE FUNCTION ownwords_count_shares(of_team uuid, day date)
RETURNS jsonb LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp
SET plan_cache_mode = force_custom_plan AS $$
DECLARE
  found jsonb;
BEGIN
  WITH members AS ({MEMBERS}),
  parts AS (
    SELECT m.person_id, nullif(count(i.id) FILTER (WHERE i.relations <> '{{}}'), 0) AS said, count(i.id)::numeric AS n,
      sum(CASE WHEN 'service' = ANY (i.relations) THEN 1.0 / cardinality(i.relations) ELSE 0 END) AS service,
      sum(CASE WHEN 'family' = ANY (i.relations) THEN 1.0 / cardinality(i.relations) ELSE 0 END) AS family,
      sum(CASE WHEN 'community' = ANY (i.relations) THEN 1.0 / cardinality(i.relations) ELSE 0 END) AS community
    FROM members m LEFT JOIN connections_mapitem i ON i.person_id = m.person_id AND i.visibility = 'team'
      AND i.removed_at IS NULL AND (i.ended_on IS NULL OR i.ended_on > day)
    GROUP BY m.person_id),
  bands AS (
    SELECT said IS NOT NULL AS known,
      ownwords_share_band(CASE WHEN said > 0 THEN round(service / n, 6) END) AS service,
      ownwords_share_band(CASE WHEN said > 0 THEN round(family / n, 6) END) AS family,
      ownwords_share_band(CASE WHEN said > 0 THEN round(community / n, 6) END) AS community
    FROM parts),
  cells AS (
    SELECT 'bands|' || service || '|' || family || '|' || community AS cell, count(*) AS n FROM bands GROUP BY 1
    UNION ALL SELECT 'told|', count(*) FROM bands WHERE known
    UNION ALL SELECT 'people|', count(*) FROM bands)
  SELECT jsonb_object_agg(cell, n) INTO found FROM cells;
  RETURN found;
END $$;
"""

# How many at least differ between two counts. In each table of a count everybody stands once, so whoever differs moves
# from one cell of it to another, comes or goes.
MOVED = """
CREATE FUNCTION ownwords_counts_moved(before jsonb, after jsonb) RETURNS bigint LANGUAGE sql IMMUTABLE AS $$
  SELECT coalesce(max(greatest(up, down)), 0) FROM (
    SELECT sum(greatest(coalesce(a.value::bigint, 0) - coalesce(b.value::bigint, 0), 0)) AS up,
      sum(greatest(coalesce(b.value::bigint, 0) - coalesce(a.value::bigint, 0), 0)) AS down
    FROM jsonb_each_text(before) b FULL JOIN jsonb_each_text(after) a ON a.key = b.key
    GROUP BY split_part(coalesce(a.key, b.key), '|', 1)) tables
$$;
"""

# Who may: as for all figures, workers and leads of the team. Fewer than five told: nothing is kept, and no cell leaves.
GIVEN = """
CREATE FUNCTION ownwords_team_counts(of_team uuid, about text, of_period text)
RETURNS TABLE (counted_on date, counts jsonb)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
DECLARE
  day date := ownwords_today();
  known connections_teamcount;
  fresh jsonb;
  told bigint;
BEGIN
  IF ownwords_role() NOT IN ('worker', 'team_lead') OR NOT ownwords_in_team(of_team) THEN
    RETURN;
  ELSIF about = 'report' AND (of_period !~ '^20[0-9]{2}$' OR of_period > to_char(day, 'YYYY')) THEN
    RETURN;
  END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended(about || of_period || of_team::text, 0));
  SELECT * INTO known FROM connections_teamcount k
    WHERE k.team_id = of_team AND k.what = about AND k.period = of_period ORDER BY k.counted_on DESC LIMIT 1;
  IF known.id IS NOT NULL AND date_trunc('month', known.counted_on) >= date_trunc('month', day) THEN
    RETURN QUERY SELECT known.counted_on, known.counts;
    RETURN;
  END IF;
  fresh := CASE about
    WHEN 'report' THEN ownwords_count_connecting_report(of_team, make_date(of_period::int, 1, 1),
      least(make_date(of_period::int, 12, 31), day))
    WHEN 'explained' THEN ownwords_count_explained(of_team, day)
    WHEN 'shares' THEN ownwords_count_shares(of_team, day) END;
  IF fresh IS NULL THEN
    RETURN;
  ELSIF known.id IS NOT NULL AND ownwords_counts_moved(known.counts, fresh) BETWEEN 1 AND 4 THEN
    RETURN QUERY SELECT known.counted_on, known.counts;
    RETURN;
  END IF;
  SELECT coalesce(sum(value::bigint), 0) INTO told FROM jsonb_each_text(fresh) WHERE key LIKE 'told|%';
  IF told < 5 THEN
    RETURN QUERY SELECT day, jsonb_strip_nulls(jsonb_build_object('people|', fresh -> 'people|'));
    RETURN;
  END IF;
  INSERT INTO connections_teamcount (team_id, what, period, counted_on, counted_at, counts)
    VALUES (of_team, about, of_period, day, clock_timestamp(), fresh) ON CONFLICT DO NOTHING;
  RETURN QUERY SELECT day, fresh;
END $$;
"""

INSIDE = (
    "ownwords_count_connecting_report(uuid, date, date)",
    "ownwords_count_explained(uuid, date)",
    "ownwords_count_shares(uuid, date)",
    "ownwords_share_band(numeric)",
    "ownwords_counts_moved(jsonb, jsonb)",
    "ownwords_team_counts(uuid, text, text)",
)
GRANTS = "".join(f"REVOKE ALL ON FUNCTION {one} FROM PUBLIC;\n" for one in INSIDE) + (
    "GRANT EXECUTE ON FUNCTION ownwords_team_counts(uuid, text, text) TO ownwords_web;\n"
)
LOCK = """
ALTER TABLE connections_teamcount ENABLE ROW LEVEL SECURITY;
CREATE POLICY nobody ON connections_teamcount USING (false) WITH CHECK (false);
"""


class Migration(migrations.Migration):
    """The functions, and what was counted with them."""

    dependencies = [
        ("connections", "0003_directory"),
        ("people", "0009_sight"),
    ]

    operations = [
        migrations.CreateModel(
            name="TeamCount",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("what", models.CharField(help_text="report, explained or shares.", max_length=12)),
                (
                    "period",
                    models.CharField(blank=True, help_text="A calendar year, for the report.", max_length=4),
                ),
                ("counted_on", models.DateField()),
                ("counted_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("counts", models.JSONField()),
                (
                    "team",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.team"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("team", "what", "period", "counted_on"), name="team_counted_once_a_day"
                    )
                ]
            },
        ),
        migrations.RunSQL(
            REPORT + EXPLAINED + SHARES + MOVED + GIVEN + GRANTS + LOCK, migrations.RunSQL.noop
        ),
    ]
