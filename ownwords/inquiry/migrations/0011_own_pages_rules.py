"""The second lock on what participants do themselves: own words by a link, and own words from the record.

Whoever holds the link of a respondent reads their own turns through a function, not the texts: these hold what others
said. To strike words out, the database first checks that every stretch lies in one of these turns of the text as it
stands now, locks the text, and works out what it must say afterwards; only then, and until the transaction ends, may
the same link write that text, and only with just those words.

What somebody gives to a study from their own record, and takes back, goes through functions as well: no researcher
learns from any table who stands behind a pseudonym, and no worker sees that there is a study.
"""

from importlib import import_module

from django.db import migrations

BEFORE = import_module("ownwords.inquiry.migrations.0005_texts_changed")
AS_OWNER = "SECURITY DEFINER SET search_path = public, pg_temp"
GAP = "[…]"

ASKED = f"""
-- The turns in which whoever holds the link speaks themselves, in the texts of a round that puts their words to them.
CREATE FUNCTION ownwords_my_spans(which uuid DEFAULT NULL)
RETURNS TABLE (source uuid, version int, turn int, starts int, ends int, place int)
LANGUAGE sql STABLE {AS_OWNER} AS $$
  SELECT s.id, s.text_version, t.number, t.said_from, t."end", s.position
  FROM ownwords_asked() a
  JOIN inquiry_checkinground c ON c.id = a.round AND c.puts = 'words'
  JOIN inquiry_participant p ON p.id = a.participant AND p.study_id = a.study AND p.withdrew_on IS NULL
  JOIN inquiry_source s ON s.id = ANY (c.sources) AND s.study_id = a.study AND s.removed_at IS NULL
  JOIN inquiry_speaker k ON k.source_id = s.id AND k.participant_id = p.id AND NOT k.asks
  JOIN inquiry_turn t ON t.source_id = s.id AND t.speaker_id = k.id
  WHERE (which IS NULL OR s.id = which) AND t.said_from < t."end"
$$;
CREATE FUNCTION ownwords_my_texts() RETURNS TABLE (source uuid, kind text, held_on date, version int, turns bigint)
LANGUAGE sql STABLE {AS_OWNER} AS $$
  SELECT s.id, s.kind, s.held_on, s.text_version, count(*) FROM ownwords_my_spans() m
  JOIN inquiry_source s ON s.id = m.source GROUP BY s.id ORDER BY s.position, s.made_at, s.id
$$;
-- A page of these turns with their words, and whether each came after somebody who asks.
CREATE FUNCTION ownwords_my_turns(which uuid, beyond int, most int)
RETURNS TABLE (turn int, version int, starts int, ends int, asked boolean, words text)
LANGUAGE sql STABLE {AS_OWNER} AS $$
  SELECT m.turn, m.version, m.starts, m.ends,
    EXISTS (SELECT 1 FROM inquiry_turn b JOIN inquiry_speaker q ON q.id = b.speaker_id
      WHERE b.source_id = which AND b.number = m.turn - 1 AND q.asks),
    substr(x.words, m.starts + 1, m.ends - m.starts)
  FROM (SELECT * FROM ownwords_my_spans(which) n WHERE n.turn > beyond ORDER BY n.turn LIMIT most) m
  JOIN inquiry_sourcetext x ON x.source_id = m.source AND x.number = m.version ORDER BY m.turn
$$;
-- What illustrates a finding that is put to whoever holds the link: live, of people who agreed to be quoted.
CREATE FUNCTION ownwords_asked_quotes(which uuid)
RETURNS TABLE (coding uuid, turn int, said_by text, words text)
LANGUAGE sql STABLE {AS_OWNER} AS $$
  SELECT c.id, t.number, coalesce(p.pseudonym, ''),
    substr(x.words, greatest(c.start, t.said_from) + 1, least(c."end", t."end") - greatest(c.start, t.said_from))
  FROM ownwords_asked() a
  JOIN inquiry_checkingfinding f ON f.id = which AND f.round_id = a.round AND f.removed_at IS NULL
  JOIN LATERAL unnest(f.quotes) WITH ORDINALITY AS q (id, n) ON true
  JOIN inquiry_coding c ON c.id = q.id AND c.study_id = a.study AND c.start < c."end"
  JOIN inquiry_code d ON d.id = c.code_id AND d.removed_at IS NULL
  JOIN inquiry_source s ON s.id = c.source_id AND s.removed_at IS NULL
  JOIN inquiry_sourcetext x ON x.source_id = s.id AND x.number = s.text_version
  JOIN inquiry_turn t ON t.source_id = s.id AND greatest(c.start, t.said_from) < least(c."end", t."end")
  LEFT JOIN inquiry_speaker k ON k.id = t.speaker_id
  LEFT JOIN inquiry_participant p ON p.id = k.participant_id AND p.withdrew_on IS NULL
  WHERE k.id IS NULL OR (SELECT o.agreed FROM inquiry_consent o WHERE o.participant_id = p.id AND o."to" = 'quoting'
    ORDER BY o.said_on DESC, o.made_at DESC, o.id DESC LIMIT 1)
  ORDER BY q.n, t.number
$$;
CREATE FUNCTION ownwords_asked_by() RETURNS TABLE (study text, leads text[])
LANGUAGE sql STABLE {AS_OWNER} AS $$
  SELECT s.title, ARRAY (SELECT w.name FROM inquiry_studymember m JOIN people_account w ON w.id = m.account_id
    WHERE m.study_id = s.id AND m.duty = 'lead' AND m.starts_on <= ownwords_today()
      AND (m.ends_on IS NULL OR m.ends_on > ownwords_today()) ORDER BY w.name)
  FROM ownwords_asked() a JOIN inquiry_study s ON s.id = a.study
$$;
-- Of the row of a respondent, a link changes nothing but that it was read.
DROP POLICY asked_reads ON inquiry_respondent;
CREATE FUNCTION ownwords_asked_read() RETURNS void LANGUAGE sql {AS_OWNER} AS $$
  UPDATE inquiry_respondent SET read_at = now() WHERE read_at IS NULL AND id IN (SELECT a.respondent FROM ownwords_asked() a)
$$;
-- An answer is to a finding that is put to them; a note is of their own turn. Struck is what the function below struck.
DROP POLICY asked_says ON inquiry_checkingreply;
CREATE POLICY asked_says ON inquiry_checkingreply FOR INSERT WITH CHECK (typed_by_id IS NULL
  AND (respondent_id, study_id) IN (SELECT a.respondent, a.study FROM ownwords_asked() a)
  AND (finding_id IS NULL OR finding_id IN (SELECT f.id FROM inquiry_checkingfinding f
    WHERE f.removed_at IS NULL AND f.round_id IN (SELECT a.round FROM ownwords_asked() a))));
DROP POLICY asked_says ON inquiry_ownwordsnote;
CREATE POLICY asked_says ON inquiry_ownwordsnote FOR INSERT WITH CHECK (said <> 'struck'
  AND (respondent_id, study_id) IN (SELECT a.respondent, a.study FROM ownwords_asked() a)
  AND EXISTS (SELECT 1 FROM ownwords_my_spans(source_id) m
    WHERE inquiry_ownwordsnote.turn IS NULL OR m.turn = inquiry_ownwordsnote.turn));
"""

STRIKING = f"""
ALTER TABLE inquiry_ownstrike ENABLE ROW LEVEL SECURITY;
CREATE FUNCTION ownwords_begin_strike(which uuid, seen int, froms int[], tos int[]) RETURNS boolean
LANGUAGE plpgsql {AS_OWNER} AS $$
DECLARE
  who uuid := (SELECT a.respondent FROM ownwords_asked() a);
  many int := coalesce(array_length(froms, 1), 0);
  text_after text;
BEGIN
  IF who IS NULL OR many = 0 OR many <> coalesce(array_length(tos, 1), 0)
    OR NOT EXISTS (SELECT 1 FROM ownwords_my_spans(which)) THEN RETURN false; END IF;
  PERFORM 1 FROM inquiry_source s WHERE s.id = which FOR UPDATE;
  FOR n IN 1 .. many LOOP
    IF froms[n] >= tos[n] OR (n > 1 AND froms[n] <= tos[n - 1]) OR NOT EXISTS (SELECT 1 FROM ownwords_my_spans(which) m
      WHERE m.version = seen AND froms[n] >= m.starts AND tos[n] <= m.ends) THEN RETURN false; END IF;
  END LOOP;
  SELECT x.words INTO text_after FROM inquiry_sourcetext x WHERE x.source_id = which AND x.number = seen;
  FOR n IN REVERSE many .. 1 LOOP
    text_after := overlay(text_after PLACING '{GAP}' FROM froms[n] + 1 FOR tos[n] - froms[n]);
  END LOOP;
  INSERT INTO inquiry_ownstrike (transaction, respondent_id, source_id, becomes)
    VALUES (pg_current_xact_id()::text, who, which, encode(sha256(convert_to(text_after, 'UTF8')), 'hex'));
  RETURN true;
END $$;
-- The text out of which the link in hand strikes words in this transaction.
CREATE FUNCTION ownwords_striking() RETURNS uuid LANGUAGE plpgsql STABLE {AS_OWNER} AS $$
BEGIN
  IF ownwords_link() IS NULL THEN RETURN NULL; END IF;
  RETURN (SELECT o.source_id FROM inquiry_ownstrike o WHERE o.transaction = pg_current_xact_id_if_assigned()::text
    AND o.respondent_id IN (SELECT a.respondent FROM ownwords_asked() a));
END $$;
CREATE FUNCTION ownwords_strike_makes(which uuid, words text) RETURNS boolean LANGUAGE sql STABLE {AS_OWNER} AS $$
  SELECT which = ownwords_striking() AND EXISTS (SELECT 1 FROM inquiry_ownstrike o WHERE o.source_id = which
    AND o.transaction = pg_current_xact_id_if_assigned()::text
    AND o.becomes = encode(sha256(convert_to(words, 'UTF8')), 'hex'))
$$;
-- Keeps that words were struck, without them, and closes the text to the link again.
CREATE FUNCTION ownwords_end_strike(about_turn int, form uuid) RETURNS void LANGUAGE plpgsql {AS_OWNER} AS $$
BEGIN
  IF ownwords_striking() IS NULL OR NOT EXISTS (SELECT 1 FROM inquiry_ownstrike o JOIN inquiry_source s ON s.id = o.source_id
    JOIN inquiry_sourcetext x ON x.source_id = s.id AND x.number = s.text_version
    WHERE s.id = ownwords_striking() AND o.transaction = pg_current_xact_id()::text
      AND o.becomes = encode(sha256(convert_to(x.words, 'UTF8')), 'hex')) THEN
    RAISE EXCEPTION 'no words were struck' USING ERRCODE = 'check_violation';
  END IF;
  INSERT INTO inquiry_ownwordsnote (id, study_id, respondent_id, source_id, turn, said, words, said_at, submission)
    SELECT gen_random_uuid(), a.study, a.respondent, ownwords_striking(), about_turn, 'struck', '', now(), form
    FROM ownwords_asked() a;
  DELETE FROM inquiry_ownstrike WHERE transaction = pg_current_xact_id()::text;
END $$;
CREATE POLICY asked_strikes ON inquiry_source FOR SELECT USING (id = (SELECT ownwords_striking()));
CREATE POLICY asked_struck ON inquiry_source FOR UPDATE
  USING (id = (SELECT ownwords_striking())) WITH CHECK (id = (SELECT ownwords_striking()));
CREATE POLICY asked_strikes ON inquiry_sourcetext FOR SELECT USING (source_id = (SELECT ownwords_striking()));
CREATE POLICY asked_struck ON inquiry_sourcetext FOR UPDATE
  USING (source_id = (SELECT ownwords_striking())) WITH CHECK (source_id = (SELECT ownwords_striking()));
CREATE POLICY asked_keeps ON inquiry_sourcetext FOR INSERT WITH CHECK (made_by_id IS NULL
  AND ownwords_strike_makes(source_id, words));
CREATE POLICY asked_strikes ON inquiry_speaker FOR SELECT USING (source_id = (SELECT ownwords_striking()));
CREATE POLICY asked_strikes ON inquiry_turn FOR SELECT USING (source_id = (SELECT ownwords_striking()));
CREATE POLICY asked_struck ON inquiry_turn FOR DELETE USING (source_id = (SELECT ownwords_striking()));
CREATE POLICY asked_keeps ON inquiry_turn FOR INSERT WITH CHECK (source_id = (SELECT ownwords_striking()));
"""

#: Functions of migration 0005 ask who codes, or leads; each learns one more who may.
STRIKES = "ownwords_striking()"
WIDER = (
    (f"c.study_id = {BEFORE.CODES} ORDER", f"(c.study_id = {BEFORE.CODES} OR which = {STRIKES}) ORDER"),
    (
        f"s.id = which AND s.study_id = {BEFORE.CODES})",
        f"s.id = which AND (s.study_id = {BEFORE.CODES} OR which = {STRIKES}))",
    ),
    (f"AND which = {BEFORE.CODES}", f"AND (which = {BEFORE.CODES} OR which = ownwords_striking_in())"),
    (
        f"IF NOT which = {BEFORE.CODES} THEN",
        f"IF NOT coalesce(which = {BEFORE.CODES} OR which = ownwords_striking_in(), false) THEN",
    ),
    (f"IF NOT coalesce(of = {BEFORE.LEADS}, false)", f"IF NOT coalesce(of = {BEFORE.LEADS} OR ownwords_gave(which), false)"),
)  # fmt: skip

IN_STUDY = f"""
CREATE FUNCTION ownwords_striking_in() RETURNS uuid LANGUAGE sql STABLE {AS_OWNER} AS $$
  SELECT s.study_id FROM inquiry_source s WHERE s.id = ownwords_striking()
$$;
-- Whether a text was given from the record of whoever looks, as the person they are.
CREATE FUNCTION ownwords_gave(which uuid) RETURNS boolean LANGUAGE sql STABLE {AS_OWNER} AS $$
  SELECT ownwords_role() = 'person' AND EXISTS (SELECT 1 FROM inquiry_entrygiven g JOIN people_person p ON p.id = g.person_id
    WHERE g.source_id = which AND g.taken_back_at IS NULL AND p.account_id = ownwords_account())
$$;
"""


def wider() -> str:
    """The functions of migration 0005 that strike and forget, for one more who may."""
    sql: str = BEFORE.MOVING + BEFORE.STRIKING + BEFORE.LEAVING
    for narrow, wide in WIDER:
        if narrow not in sql:
            raise ValueError(f"migration 0005 no longer says: {narrow}")
        sql = sql.replace(narrow, wide, 1)
    return sql.replace("CREATE FUNCTION", "CREATE OR REPLACE FUNCTION")


class Migration(migrations.Migration):
    """Functions and policies for who holds a link, and who takes part."""

    dependencies = [("inquiry", "0010_decided_suggestions")]
    operations = [migrations.RunSQL(ASKED + STRIKING + IN_STUDY + wider(), migrations.RunSQL.noop)]
