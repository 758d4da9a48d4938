-- Two standard measures about the people from %(first)s to %(last)s: most were asked, many answered once, some four times.
TRUNCATE made_form;
INSERT INTO made_form
SELECT pg_temp.made_id((extract(epoch FROM t.at) * 1000)::bigint, %(seed)s || 'f' || p.n || m.key || k), p.n, k, m.key, p.id, p.writer, t.at,
  pg_temp.dice(%(seed)s || 'h' || p.n || m.key, 4)
FROM made_person p CROSS JOIN made_measure m
CROSS JOIN LATERAL (SELECT greatest(0, pg_temp.dice(%(seed)s || 'm' || p.n || m.key, 7) - 2) AS times) c
CROSS JOIN LATERAL generate_series(1, c.times) k
CROSS JOIN LATERAL (SELECT %(today)s::date::timestamptz + interval '11 hours'
  - make_interval(days => 40 + 90 * (c.times - k) + pg_temp.dice(%(seed)s || 'g' || p.n || m.key || k, 40)) AS at) t
WHERE p.n BETWEEN %(first)s AND %(last)s;

INSERT INTO measures_asking (id, person_id, written_by_id, version, created_at, changed_at, changed_by_id, instrument, asked_on, reply)
SELECT pg_temp.made_id((extract(epoch FROM p.since) * 1000)::bigint, %(seed)s || 'q' || p.n || m.key), p.id, p.worker, 1,
  p.since + interval '9 hours', p.since + interval '9 hours', p.worker, m.key, p.since, 'asked'
FROM made_person p CROSS JOIN made_measure m
WHERE p.n BETWEEN %(first)s AND %(last)s AND pg_temp.dice(%(seed)s || 'k' || p.n || m.key, 10) > 1;

INSERT INTO measures_response (id, person_id, written_by_id, version, created_at, changed_at, changed_by_id, visibility,
  removed_reason, instrument, edition, definition_digest, language, way, present, answered_on, started_at, finished_at,
  in_figures, source)
SELECT f.id, f.person, f.writer, 1, f.at, f.at, f.writer, 'team', '', f.measure, m.edition, m.digest, 'en-GB', 'self', '', f.at::date,
  f.at, f.at + interval '3 minutes', mod(f.n, 40) <> 0, ''
FROM made_form f JOIN made_measure m ON m.key = f.measure;

TRUNCATE made_answer;
INSERT INTO made_answer
SELECT f.id, i.item,
  least(3, greatest(0, f.hard + pg_temp.dice(%(seed)s || f.id || i.item, 3) - CASE WHEN mod(f.n, 3) = 0 THEN f.k ELSE 1 END))
FROM made_form f JOIN made_measure m ON m.key = f.measure CROSS JOIN LATERAL unnest(m.items) i (item);
INSERT INTO measures_answer (response_id, item, given, value) SELECT form, item, 'answered', value FROM made_answer;

INSERT INTO measures_score (response_id, key, origin, rule, main, value, why_none, answered, of, prorated, band, definition_digest,
  differs, worked_out_at)
SELECT s.id, 'total', 'computed', s.rule, true, s.value, '', s.items, s.items, false, coalesce(b.band, ''), s.digest, false, s.at
FROM (
  SELECT f.id, f.measure, f.at, m.rule, m.digest, cardinality(m.items) AS items, sum(a.value) AS value
  FROM made_form f JOIN made_measure m ON m.key = f.measure JOIN made_answer a ON a.form = f.id
  GROUP BY f.id, f.measure, f.at, m.rule, m.digest, m.items) s
LEFT JOIN made_band b ON b.measure = s.measure AND s.value BETWEEN b.low AND b.high;
