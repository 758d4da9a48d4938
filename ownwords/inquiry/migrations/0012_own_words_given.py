"""Own words from the record: given to a study and taken back by the person alone, and nobody else learns whose."""

from django.db import migrations

AS_OWNER = "SECURITY DEFINER SET search_path = public, pg_temp"
ME = "(SELECT p.id FROM people_person p WHERE p.account_id = ownwords_account() AND ownwords_role() = 'person')"

GIVING = f"""
ALTER TABLE inquiry_entrygiven ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_seen ON inquiry_entrygiven FOR SELECT USING (person_id IN {ME});
-- The studies in which whoever looks takes part, with what they agreed to. `linked`: the key says that it is them.
CREATE FUNCTION ownwords_my_studies()
RETURNS TABLE (participant uuid, study uuid, title text, question text, leads text[], pseudonym text, agreed text[],
  declined text[], linked boolean)
LANGUAGE sql STABLE {AS_OWNER} AS $$
  WITH said AS (SELECT DISTINCT ON (c.participant_id, c."to") c.participant_id, c."to", c.agreed FROM inquiry_consent c
    ORDER BY c.participant_id, c."to", c.said_on DESC, c.made_at DESC, c.id DESC),
  mine AS (SELECT k.participant_id AS id, true AS linked FROM inquiry_participantkey k WHERE k.person_id IN {ME}
    UNION SELECT g.participant_id, false FROM inquiry_entrygiven g WHERE g.person_id IN {ME} AND g.taken_back_at IS NULL)
  SELECT p.id, s.id, s.title, s.question, ARRAY (SELECT w.name FROM inquiry_studymember m JOIN people_account w ON w.id = m.account_id
      WHERE m.study_id = s.id AND m.duty = 'lead' AND m.starts_on <= ownwords_today()
        AND (m.ends_on IS NULL OR m.ends_on > ownwords_today()) ORDER BY w.name),
    p.pseudonym, ARRAY (SELECT o."to" FROM said o WHERE o.participant_id = p.id AND o.agreed ORDER BY 1),
    ARRAY (SELECT o."to" FROM said o WHERE o.participant_id = p.id AND NOT o.agreed ORDER BY 1), bool_or(m.linked)
  FROM mine m JOIN inquiry_participant p ON p.id = m.id JOIN inquiry_study s ON s.id = p.study_id
  WHERE p.withdrew_on IS NULL GROUP BY p.id, s.id ORDER BY s.title, s.id
$$;
-- Who holds the link of a participant, and is signed in as a person, says that they are this participant.
CREATE FUNCTION ownwords_say_it_is_me() RETURNS boolean LANGUAGE plpgsql {AS_OWNER} AS $$
DECLARE me uuid := {ME}; asked record;
BEGIN
  SELECT * INTO asked FROM ownwords_asked();
  IF me IS NULL OR asked.participant IS NULL OR NOT EXISTS (SELECT 1 FROM inquiry_participant p
    JOIN inquiry_study s ON s.id = p.study_id JOIN people_person r ON r.id = me AND r.organisation_id = s.organisation_id
    WHERE p.id = asked.participant AND p.withdrew_on IS NULL) THEN RETURN false; END IF;
  INSERT INTO inquiry_participantkey (participant_id, study_id, name, contact, person_id, changed_at, changed_by_id)
    VALUES (asked.participant, asked.study, '', '', me, now(), NULL)
    ON CONFLICT (participant_id) DO UPDATE SET person_id = me, changed_at = now()
      WHERE inquiry_participantkey.person_id IS NULL;
  RETURN EXISTS (SELECT 1 FROM inquiry_participantkey k WHERE k.participant_id = asked.participant AND k.person_id = me);
END $$;
-- One entry becomes a text of the study with one turn. Nobody in the study is told more of it than the words.
CREATE FUNCTION ownwords_give_entry(who uuid, kind text, thing uuid, words text, called text, how text) RETURNS uuid
LANGUAGE plpgsql {AS_OWNER} AS $$
DECLARE
  me uuid := {ME};
  mine record; text_id uuid := gen_random_uuid(); speaks uuid := gen_random_uuid(); led uuid; before uuid;
BEGIN
  SELECT * INTO mine FROM ownwords_my_studies() m WHERE m.participant = who AND m.linked AND NOT 'part' = ANY (m.declined);
  IF me IS NULL OR mine IS NULL OR coalesce(trim(words), '') = '' THEN RETURN NULL; END IF;
  SELECT s.made_by_id INTO led FROM inquiry_study s WHERE s.id = mine.study FOR NO KEY UPDATE;
  SELECT g.source_id INTO before FROM inquiry_entrygiven g WHERE g.participant_id = who AND g.thing_kind = kind
    AND g.thing_id = thing AND g.taken_back_at IS NULL;
  IF before IS NOT NULL THEN RETURN before; END IF;
  INSERT INTO inquiry_source (id, study_id, guid, version, made_by_id, made_at, changed_at, kind, title, place,
      recorded_how, reference, position, text_version, length, file_name, encoding, speakers_checked_at)
    SELECT text_id, mine.study, gen_random_uuid(), 1, led, now(), now(), 'answers', left(called, 200), '', left(how, 200), '',
      coalesce(max(s.position) + 1, 0), 1, length(words), '', '', now() FROM inquiry_source s WHERE s.study_id = mine.study;
  INSERT INTO inquiry_sourcetext (id, study_id, source_id, number, words, pages, why, made_at)
    VALUES (gen_random_uuid(), mine.study, text_id, 1, words, '[]', '', now());
  INSERT INTO inquiry_speaker (id, study_id, source_id, label, participant_id, asks)
    VALUES (speaks, mine.study, text_id, mine.pseudonym, who, false);
  INSERT INTO inquiry_turn (study_id, source_id, number, start, said_from, "end", speaker_id, search)
    VALUES (mine.study, text_id, 1, 0, 0, length(words), speaks, to_tsvector('ownwords', words));
  INSERT INTO inquiry_entrygiven (id, study_id, participant_id, person_id, thing_kind, thing_id, source_id, given_at)
    VALUES (gen_random_uuid(), mine.study, who, me, kind, thing, text_id, now());
  RETURN text_id;
END $$;
-- What was given goes from the study as a text goes whose speaker withdraws. Returns the study; null when there was nothing.
CREATE FUNCTION ownwords_take_back(which uuid, called text) RETURNS uuid LANGUAGE plpgsql {AS_OWNER} AS $$
DECLARE given record;
BEGIN
  SELECT * INTO given FROM inquiry_entrygiven g WHERE g.id = which AND g.person_id IN {ME} AND g.taken_back_at IS NULL FOR UPDATE;
  IF NOT FOUND THEN RETURN NULL; END IF;
  PERFORM 1 FROM inquiry_source s WHERE s.id = given.source_id FOR UPDATE;
  PERFORM ownwords_forget_source(given.source_id, called);
  UPDATE inquiry_entrygiven SET taken_back_at = now() WHERE id = which;
  RETURN given.study_id;
END $$;
-- What a study may know of it: which text, when given, when taken back. Not whose record, nor which entry.
CREATE FUNCTION ownwords_given_to(which uuid)
RETURNS TABLE (source uuid, pseudonym text, given_at timestamptz, taken_back_at timestamptz)
LANGUAGE sql STABLE {AS_OWNER} AS $$
  SELECT g.source_id, p.pseudonym, g.given_at, g.taken_back_at FROM inquiry_entrygiven g
  JOIN inquiry_participant p ON p.id = g.participant_id
  WHERE g.study_id = which AND which = ANY (ownwords_studies()) ORDER BY coalesce(g.taken_back_at, g.given_at) DESC, g.id
$$;
-- Once somebody has withdrawn, nothing says any more who they were.
CREATE FUNCTION ownwords_forget_given() RETURNS trigger LANGUAGE plpgsql {AS_OWNER} AS $$
BEGIN
  DELETE FROM inquiry_entrygiven WHERE participant_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER given_forgotten AFTER UPDATE ON inquiry_participant FOR EACH ROW
  WHEN (OLD.withdrew_on IS NULL AND NEW.withdrew_on IS NOT NULL) EXECUTE FUNCTION ownwords_forget_given();
"""

BACK = """
DROP TRIGGER given_forgotten ON inquiry_participant; DROP FUNCTION ownwords_forget_given();
DROP FUNCTION ownwords_given_to(uuid); DROP FUNCTION ownwords_take_back(uuid, text);
DROP FUNCTION ownwords_give_entry(uuid, text, uuid, text, text, text); DROP FUNCTION ownwords_say_it_is_me();
DROP FUNCTION ownwords_my_studies(); DROP POLICY own_seen ON inquiry_entrygiven;
"""


class Migration(migrations.Migration):
    """Functions, one policy, one trigger."""

    dependencies = [("inquiry", "0011_own_pages_rules")]
    operations = [migrations.RunSQL(GIVING, BACK)]
