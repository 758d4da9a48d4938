"""The statements of an import, each over all rows at once. Values go beside them, never into them."""

from __future__ import annotations

# Words are taken apart while rows arrive, so that the database works while the next rows are read.
STAGE = """
DROP TABLE IF EXISTS pg_temp.arriving, pg_temp.touched;
CREATE TEMP TABLE arriving (
  id uuid, external_id text, name text, sort_key text, status text, listed boolean, organisation text, summary text,
  kinds text, facets text, times_end_on date, details jsonb, digest text, head text, body text, places jsonb,
  head_words tsvector GENERATED ALWAYS AS (to_tsvector('english', head)) STORED,
  all_words tsvector GENERATED ALWAYS AS
    (setweight(to_tsvector('english', head), 'A') || to_tsvector('english', body)) STORED);
CREATE TEMP TABLE touched (id uuid, external_id text);
"""
UNSTAGE = "DROP TABLE IF EXISTS pg_temp.arriving, pg_temp.touched"
COPY = """
COPY arriving (id, external_id, name, sort_key, status, listed, organisation, summary, kinds, facets, times_end_on,
  details, digest, head, body, places) FROM STDIN
"""

# One import at a time; a second one waits for the first.
ALONE = """
SELECT pg_advisory_xact_lock(7165401);
CREATE INDEX ON arriving (external_id);
ANALYZE arriving (external_id, digest);
"""

CHANGE = """
WITH done AS (
  UPDATE connections_directoryservice s SET
    name = a.name, sort_key = a.sort_key, status = a.status, listed = a.listed, organisation = a.organisation,
    summary = a.summary, kinds = string_to_array(a.kinds, chr(31)), facets = string_to_array(a.facets, chr(31)),
    times_end_on = a.times_end_on, details = a.details, digest = a.digest,
    head = a.head_words, words = a.all_words,
    changed_at = %(now)s, gone_at = NULL
  FROM arriving a
  WHERE s.source_id = %(source)s AND s.external_id = a.external_id AND s.digest <> a.digest
  RETURNING s.id, s.external_id)
INSERT INTO touched SELECT id, external_id FROM done
"""

ADD = """
WITH done AS (
  INSERT INTO connections_directoryservice
    (id, source_id, external_id, name, sort_key, status, listed, organisation, summary, kinds, facets, times_end_on,
     details, digest, head, words, added_at, changed_at)
  SELECT a.id, %(source)s, a.external_id, a.name, a.sort_key, a.status, a.listed, a.organisation, a.summary,
    string_to_array(a.kinds, chr(31)), string_to_array(a.facets, chr(31)), a.times_end_on, a.details, a.digest,
    a.head_words, a.all_words, %(now)s, %(now)s
  FROM arriving a
  WHERE NOT EXISTS (SELECT 1 FROM connections_directoryservice s
    WHERE s.source_id = %(source)s AND s.external_id = a.external_id)
  RETURNING id, external_id)
INSERT INTO touched SELECT id, external_id FROM done
"""

# In the feed again, and saying what it said before.
BRING_BACK = """
UPDATE connections_directoryservice s SET gone_at = NULL, listed = a.listed
FROM arriving a
WHERE s.source_id = %(source)s AND s.external_id = a.external_id AND s.digest = a.digest AND s.gone_at IS NOT NULL
"""

MARK_GONE = """
UPDATE connections_directoryservice s SET gone_at = %(now)s, listed = false
WHERE s.source_id = %(source)s AND s.gone_at IS NULL
  AND NOT EXISTS (SELECT 1 FROM arriving a WHERE a.external_id = s.external_id)
"""

CLEAR_PLACES = "DELETE FROM connections_directoryplace p USING touched t WHERE p.service_id = t.id"

# Where no point is known, or none may be, the middle of the district stands in for it.
ADD_PLACES = """
INSERT INTO connections_directoryplace (service_id, latitude, longitude, exact, sensitive, town, district)
SELECT t.id, coalesce(p.latitude, d.latitude), coalesce(p.longitude, d.longitude), p.latitude IS NOT NULL,
  p.sensitive, p.town, p.district
FROM touched t JOIN arriving a ON a.external_id = t.external_id,
  jsonb_to_recordset(a.places) AS p(latitude float8, longitude float8, sensitive boolean, town text, district text)
LEFT JOIN connections_postcodedistrict d ON d.district = p.district
"""

ADD_KINDS = """
INSERT INTO connections_directorykind (key, name, services)
SELECT key, name, 0 FROM unnest(%s::text[], %s::text[]) AS given(key, name) ON CONFLICT DO NOTHING
"""
COUNT_KINDS = """
WITH counted AS (
  SELECT substr(mark, 6) AS key, count(*) AS services
  FROM connections_directoryservice s, unnest(s.facets) AS mark WHERE s.listed AND mark LIKE 'kind:%' GROUP BY 1)
UPDATE connections_directorykind k SET services = coalesce(c.services, 0)
FROM connections_directorykind o LEFT JOIN counted c ON c.key = o.key
WHERE k.key = o.key AND k.services <> coalesce(c.services, 0)
"""
ADD_WORDS = """
INSERT INTO connections_directoryword (word) SELECT unnest(%s::text[]) ON CONFLICT DO NOTHING
"""

# What many new rows leave undone in the indexes, so that the first search does not pay for it.
SETTLE = """
SELECT gin_clean_pending_list('directory_head'), gin_clean_pending_list('directory_words'),
  gin_clean_pending_list('directory_facets'), gin_clean_pending_list('directory_word_trgm');
ANALYZE connections_directoryservice;
ANALYZE connections_directoryplace;
"""

PLACE_BY_DISTRICT = """
UPDATE connections_directoryplace p SET latitude = d.latitude, longitude = d.longitude
FROM connections_postcodedistrict d
WHERE NOT p.exact AND p.district = d.district
  AND (p.latitude IS DISTINCT FROM d.latitude OR p.longitude IS DISTINCT FROM d.longitude)
"""
