"""When the words of a text change, what rests on them follows; when they are withdrawn, nothing keeps them.

Blind coding hides others' passages from whoever corrects a text, and yet they have to follow it. So their places, and
nothing else of them, are given out to who codes in the study, and set back moved. The same could be done without
handing out any place by comparing texts in SQL; the rule by which passages follow is long and tested, and stands once.

History can only be added to by the web role; words that somebody takes back must go from there too.
"""

from django.db import migrations

CODES = "ANY (ownwords_studies('code'))"
LEADS = "ANY (ownwords_studies('lead'))"
AS_OWNER = "SECURITY DEFINER SET search_path = public, pg_temp"

MOVING = f"""
CREATE FUNCTION ownwords_coding_spans(which uuid) RETURNS TABLE (coding_id uuid, starts_at int, ends_at int)
LANGUAGE sql STABLE {AS_OWNER} AS $$
  SELECT c.id, c.start, c."end" FROM inquiry_coding c
  WHERE c.source_id = which AND c.study_id = {CODES} ORDER BY c.start, c.id
$$;
-- Two codings of one code by one person that come to lie on the same words are one: the other is empty.
CREATE FUNCTION ownwords_move_codings(which uuid, ids uuid[], starts int[], ends int[]) RETURNS void
LANGUAGE plpgsql {AS_OWNER} AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM inquiry_source s WHERE s.id = which AND s.study_id = {CODES}) THEN RETURN; END IF;
  -- What stands where another is about to be makes room first: a passage is laid once, row by row.
  WITH wanted AS (SELECT o.code_id, o.coder_id, o.brought_by, w.s, w.e, w.id
    FROM unnest(ids, starts, ends) AS w (id, s, e) JOIN inquiry_coding o ON o.id = w.id WHERE o.source_id = which)
  UPDATE inquiry_coding c SET "end" = c.start FROM wanted w
    WHERE c.source_id = which AND c.id = ANY (ids) AND c.start < c."end" AND w.id <> c.id AND w.s = c.start
      AND w.e = c."end" AND w.code_id = c.code_id AND w.coder_id = c.coder_id
      AND w.brought_by IS NOT DISTINCT FROM c.brought_by;
  WITH placed AS (
    SELECT c.id, coalesce(w.s, c.start) AS s, coalesce(w.e, c."end") AS e, row_number() OVER (
      PARTITION BY c.code_id, c.coder_id, c.brought_by, coalesce(w.s, c.start), coalesce(w.e, c."end")
      ORDER BY w.id IS NOT NULL, c.id) AS nth
    FROM inquiry_coding c LEFT JOIN unnest(ids, starts, ends) AS w (id, s, e) ON w.id = c.id
    WHERE c.source_id = which)
  UPDATE inquiry_coding c SET start = p.s, "end" = CASE p.nth WHEN 1 THEN p.e ELSE p.s END, changed_at = now(),
    changed_by_id = ownwords_account()
  FROM placed p WHERE p.id = c.id AND c.id = ANY (ids)
    AND (c.start, c."end") IS DISTINCT FROM (p.s, CASE p.nth WHEN 1 THEN p.e ELSE p.s END);
END $$;
"""

STRIKING = f"""
-- One row as a step keeps it, without words that were struck: in what is said in it, never in ids or numbers.
CREATE FUNCTION ownwords_struck_row(kept jsonb, words text, gap text) RETURNS jsonb
LANGUAGE sql IMMUTABLE SET search_path = public, pg_temp AS $$
  SELECT CASE WHEN jsonb_typeof(kept) <> 'object' THEN kept ELSE (SELECT coalesce(jsonb_object_agg(key,
    CASE WHEN jsonb_typeof(value) = 'string' AND key IN ('title', 'reference', 'place', 'file_name', 'memo', 'words',
      'name', 'folded', 'definition', 'use_when', 'not_when', 'example', 'value', 'reason', 'gap', 'answer')
    THEN to_jsonb(replace(value #>> '{{}}', words, gap)) ELSE value END), '{{}}') FROM jsonb_each(kept)) END
$$;
CREATE FUNCTION ownwords_struck_steps(which uuid, one text, gap text) RETURNS void
LANGUAGE sql {AS_OWNER} AS $$
  UPDATE inquiry_studystep s SET about = replace(s.about, one, gap), changes = (
      SELECT coalesce(jsonb_agg(c || CASE WHEN c ? 'id' AND c ? 'before' THEN jsonb_build_object(
        'before', ownwords_struck_row(c -> 'before', one, gap), 'after', ownwords_struck_row(c -> 'after', one, gap))
        ELSE '{{}}' END ORDER BY n), '[]') FROM jsonb_array_elements(s.changes) WITH ORDINALITY AS e (c, n))
    WHERE s.study_id = which AND which = {CODES}
      AND (strpos(s.about, one) > 0 OR strpos(s.changes::text, substr(to_jsonb(one)::text, 2, length(to_jsonb(one)::text) - 2)) > 0)
$$;
CREATE FUNCTION ownwords_strike_history(which uuid, wordings text[], gap text) RETURNS void
LANGUAGE plpgsql {AS_OWNER} AS $$
DECLARE one text;
BEGIN
  IF NOT which = {CODES} THEN RETURN; END IF;
  FOREACH one IN ARRAY wordings LOOP
    CONTINUE WHEN length(one) < 3;
    UPDATE inquiry_sourceevent e SET title = left(replace(title, one, gap), 200), reference = replace(reference, one, gap),
      place = left(replace(place, one, gap), 200), file_name = left(replace(file_name, one, gap), 255)
      WHERE study_id = which AND strpos(concat_ws(' ', title, reference, place, file_name), one) > 0;
    UPDATE inquiry_speakerevent SET label = left(replace(label, one, gap), 120)
      WHERE study_id = which AND strpos(label, one) > 0;
    UPDATE inquiry_codingevent SET memo = replace(memo, one, gap) WHERE study_id = which AND strpos(memo, one) > 0;
    UPDATE inquiry_memoevent SET words = replace(words, one, gap), title = left(replace(title, one, gap), 200)
      WHERE study_id = which AND strpos(concat_ws(' ', title, words), one) > 0;
    UPDATE inquiry_codeevent SET name = left(replace(name, one, gap), 200), folded = left(replace(folded, lower(one), gap), 400),
      definition = replace(definition, one, gap), use_when = replace(use_when, one, gap),
      not_when = replace(not_when, one, gap), example = replace(example, one, gap)
      WHERE study_id = which AND strpos(concat_ws(' ', name, definition, use_when, not_when, example), one) > 0;
    PERFORM ownwords_struck_steps(which, one, gap);
  END LOOP;
END $$;
"""

LEAVING = f"""
-- A text that was of one person alone: its words, speakers and turns, and whatever notes on its passages said.
CREATE FUNCTION ownwords_forget_source(which uuid, called text) RETURNS void
LANGUAGE plpgsql {AS_OWNER} AS $$
DECLARE of uuid := (SELECT s.study_id FROM inquiry_source s WHERE s.id = which);
BEGIN
  IF NOT coalesce(of = {LEADS}, false) THEN RETURN; END IF;
  UPDATE inquiry_coding SET start = 0, "end" = 0, memo = '', changed_at = now(), changed_by_id = ownwords_account()
    WHERE source_id = which;
  UPDATE inquiry_codingevent SET memo = '' WHERE source_id = which;
  DELETE FROM inquiry_turn WHERE source_id = which;
  DELETE FROM inquiry_sourcetext WHERE source_id = which;
  DELETE FROM inquiry_speaker WHERE source_id = which;
  DELETE FROM inquiry_speakerevent WHERE source_id = which;
  DELETE FROM inquiry_present WHERE source_id = which;
  DELETE FROM inquiry_attributevalue WHERE source_id = which;
  DELETE FROM inquiry_attributevalueevent WHERE source_id = which;
  UPDATE inquiry_source SET title = called, reference = '', place = '', file_name = '', recorded_how = '',
    held_on = NULL, minutes = NULL, length = 0, removed_at = coalesce(removed_at, now()), version = version + 1,
    changed_at = now(), changed_by_id = ownwords_account() WHERE id = which;
  UPDATE inquiry_sourceevent SET title = called, reference = '', place = '', file_name = '', recorded_how = '',
    held_on = NULL, minutes = NULL WHERE pgh_obj_id = which;
  -- Steps on it can be undone no more; that they were taken stays.
  UPDATE inquiry_studystep s SET about = called, changes = '[]', open_to_redo = false, undone_at = coalesce(undone_at, now())
    WHERE s.study_id = of AND strpos(s.changes::text, which::text) > 0;
END $$;
CREATE FUNCTION ownwords_forget_participant(which uuid) RETURNS void
LANGUAGE plpgsql {AS_OWNER} AS $$
DECLARE of uuid := (SELECT p.study_id FROM inquiry_participant p WHERE p.id = which);
BEGIN
  IF NOT coalesce(of = {LEADS}, false) THEN RETURN; END IF;
  DELETE FROM inquiry_participantkey WHERE participant_id = which;
  DELETE FROM inquiry_attributevalue WHERE participant_id = which;
  DELETE FROM inquiry_attributevalueevent WHERE participant_id = which;
  UPDATE inquiry_studystep s SET changes = '[]', open_to_redo = false, undone_at = coalesce(undone_at, now())
    WHERE s.study_id = of AND s.changes @? format('$[*] ? (@.table == "value" && (@.before.participant_id == "%s" || @.after.participant_id == "%s"))', which, which)::jsonpath;
END $$;
"""

BACK = """
DROP FUNCTION ownwords_forget_participant(uuid); DROP FUNCTION ownwords_forget_source(uuid, text);
DROP FUNCTION ownwords_strike_history(uuid, text[], text); DROP FUNCTION ownwords_struck_steps(uuid, text, text);
DROP FUNCTION ownwords_struck_row(jsonb, text, text);
DROP FUNCTION ownwords_move_codings(uuid, uuid[], int[], int[]); DROP FUNCTION ownwords_coding_spans(uuid);
"""


class Migration(migrations.Migration):
    """Functions for moving passages, for striking out of history, and for what goes when somebody withdraws."""

    dependencies = [("inquiry", "0004_brought_by")]
    operations = [migrations.RunSQL(MOVING + STRIKING + LEAVING, BACK)]
