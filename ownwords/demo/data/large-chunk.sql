-- Everything about the people from %(first)s to %(last)s: twelve entries and five goals each, with what hangs on them.
TRUNCATE made_entry;
INSERT INTO made_entry
SELECT pg_temp.made_id((extract(epoch FROM t.at) * 1000)::bigint, %(seed)s || 'e' || p.n || ':' || s.k), p.n, s.k, s.kind,
  w.words || ' ' || tail.words, p.id, p.worker, p.account, p.writer, t.at
FROM made_person p CROSS JOIN made_slot s
CROSS JOIN LATERAL (SELECT %(today)s::date::timestamptz + interval '10 hours'
  - make_interval(days => 1 + pg_temp.dice(%(seed)s || 'a' || p.n || ':' || s.k, 690), mins => mod(p.n * 17 + s.k, 400)) AS at) t
JOIN made_words w ON w.kind = s.kind AND w.n = pg_temp.dice(%(seed)s || 'w' || p.n || ':' || s.k, w.of)
JOIN made_words tail ON tail.kind = 'tail' AND tail.n = pg_temp.dice(%(seed)s || 't' || p.n || ':' || s.k, tail.of)
WHERE p.n BETWEEN %(first)s AND %(last)s;

INSERT INTO record_entry (id, kind, words, original_words, said_by, said_by_name, about, rewording, visibility, tags,
  tag_words, standing, answer_words, happened_words, approach, not_read_aloud, version, created_at, changed_at,
  changed_by_id, removed_reason, person_id, written_by_id)
SELECT id, kind, words, words, 'person', '', '', '', CASE WHEN k = 5 AND mod(n, 5) = 0 THEN 'me' ELSE 'team' END, '{}',
  '', 'own', '', '', '', false, 1, at, at, writer, '', person, writer
FROM made_entry ORDER BY person, at;

INSERT INTO record_strength (entry_id, domain, domain_words, time, category, example)
SELECT id, (ARRAY['people', 'health', 'place', 'day-to-day'])[1 + mod(n + k, 4)], '', 'now', 'individual', ''
FROM made_entry WHERE kind = 'strength';
INSERT INTO record_preference (entry_id, subject, not_wanted, why, force)
SELECT id, 'contact-style', '', '', (ARRAY['must', 'prefer', 'open'])[1 + mod(n, 3)] FROM made_entry WHERE kind = 'preference';
INSERT INTO record_conversation (entry_id, template, template_edition, held_on, place, answers, still_disagree)
SELECT id, 'neutral-five-steps', '1', at::date, '', '[{"step": "look", "voice": "person", "words": "The flat."}]', false
FROM made_entry WHERE kind = 'conversation';
INSERT INTO record_goal (entry_id, origin, origin_name, kind_by_person, kind_by_worker, whose, whose_names, direction,
  why, importance, a_bit, hoped, more_than_hoped, obstacles, needs, review_on, outcome, outcome_words, outcome_at, outcome_by_id)
SELECT id, 'person', '', 'personal', '', 'mine', '', 'towards', '', mod(n, 11), '', '', '', '[]', '[]',
  CASE WHEN k < 16 THEN %(today)s::date + pg_temp.dice(%(seed)s || 'r' || n || ':' || k, 35) - 7 END,
  CASE WHEN k < 16 THEN '' ELSE 'met' END, '', CASE WHEN k < 16 THEN NULL ELSE at + interval '1 hour' END,
  CASE WHEN k < 16 THEN NULL ELSE writer END
FROM made_entry WHERE kind = 'goal';

INSERT INTO record_step (id, words, owner, owner_name, due_on, for_need, status, what_happened, closed_at, closed_by_id,
  position, version, created_at, written_by_id, changed_at, changed_by_id, entry_id, owner_account_id, person_id)
SELECT pg_temp.made_id((extract(epoch FROM e.at) * 1000)::bigint, %(seed)s || 's' || e.n || ':' || e.k || ':' || o.place), w.words,
  CASE WHEN o.mine THEN 'person' ELSE 'worker' END, '', %(today)s::date + pg_temp.dice(%(seed)s || 'd' || e.n || ':' || e.k || o.place, 40) - 10,
  '', CASE WHEN o.done THEN 'kept' ELSE 'open' END, '', CASE WHEN o.done THEN e.at + interval '2 hours' END,
  CASE WHEN o.done THEN e.worker END, o.place, 1, e.at, e.writer, e.at, e.writer, e.id,
  CASE WHEN NOT o.mine THEN e.worker END, e.person
FROM made_entry e
CROSS JOIN LATERAL (
  SELECT place, mod(place, 2) = 0 AS mine, e.k > 13 OR pg_temp.dice(%(seed)s || 'o' || e.n || ':' || e.k || place, 3) > 0 AS done
  FROM generate_series(0, CASE WHEN e.k IN (13, 14) THEN 1 ELSE 0 END) place) o
JOIN made_words w ON w.kind = 'step' AND w.n = pg_temp.dice(%(seed)s || 'sw' || e.n || ':' || e.k || o.place, w.of)
WHERE e.kind = 'goal' OR e.kind = 'conversation';

INSERT INTO ledger_act (id, at, actor_id, role, on_behalf_of_id, verb, about_id, thing_kind, thing_id, reason,
  before_digest, after_digest, fields_changed)
SELECT pg_temp.made_id((extract(epoch FROM at) * 1000)::bigint, %(seed)s || 'c' || n || ':' || k), at, writer,
  CASE WHEN writer = account THEN 'person' ELSE 'worker' END, CASE WHEN writer = account THEN NULL ELSE person END,
  'entry_added', person, kind, id, '', '', '', '{}'
FROM made_entry;
INSERT INTO ledger_look (id, at, day, actor_id, role, about_id, part)
SELECT pg_temp.made_id((extract(epoch FROM at) * 1000)::bigint, %(seed)s || 'l' || n || ':' || k), at, at::date, worker, 'worker', person, 'record'
FROM made_entry WHERE k IN (2, 8, 12, 13);
