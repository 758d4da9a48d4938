"""Words that somebody takes back leave the histories of themes, findings, charts, categories and rounds as well.

And a link with a study, such as a finding that speaks to an element of practice, is changed and taken away only by who
codes in it: who reads a study sees its links.
"""

from importlib import import_module

from django.db import migrations

among = import_module("ownwords.inquiry.migrations.0002_row_level_security").among
earlier = import_module("ownwords.inquiry.migrations.0005_texts_changed")

#: What people write into each of these tables: its columns, and how much a bounded one holds.
WRITTEN = {
    "theme": {"name": 200, "statement": 0, "scope": 0},
    "themeextract": {"note": 0},
    "finding": {"statement": 0, "meaning": 0},
    "chart": {"title": 200, "guidance": 0},
    "chartcell": {"summary": 0},
    "stage": {"name": 80},
    "category": {"saturation": 0},
    "property": {"name": 200, "from_pole": 120, "to_pole": 120},
    "incident": {"note": 0},
    "relation": {"words": 0},
    "checkinground": {"title": 200, "summary": 0, "what_changed": 0},
    "checkinggroup": {"name": 120},
    "checkingfinding": {"words": 0},
    "respondent": {"called": 60},
    "reportitem": {"words": 0, "place": 120},
    "coderule": {"expressions": 0},
    "samplinggroup": {"words": 200, "reason": 0},
    "samplingdecision": {"words": 0, "gap": 0, "answer": 0},
    "attributevalue": {"value": 500},
}
#: Keys of a row, as a step keeps it, that hold what people wrote.
KEPT = sorted({column for columns in WRITTEN.values() for column in columns} | {
    "title", "reference", "place", "file_name", "memo", "words", "name", "folded", "definition", "use_when",
    "not_when", "example", "value", "reason", "gap", "answer",
})  # fmt: skip


def updates() -> str:
    """One statement for each table of versions."""
    made = []
    for table, columns in WRITTEN.items():
        sets = ", ".join(
            f"{column} = left(replace(e.{column}, one, mark), {most})"
            if most
            else f"{column} = replace(e.{column}, one, mark)"
            for column, most in columns.items()
        )
        held = f"concat_ws(' ', {', '.join(f'e.{column}' for column in columns)})"
        made.append(
            f"    UPDATE inquiry_{table}event e SET {sets} WHERE e.study_id = which AND strpos({held}, one) > 0;"
        )
    return "\n".join(made)


FORWARD = f"""
CREATE OR REPLACE FUNCTION ownwords_struck_row(kept jsonb, words text, gap text) RETURNS jsonb
LANGUAGE sql IMMUTABLE SET search_path = public, pg_temp AS $$
  SELECT CASE WHEN jsonb_typeof(kept) <> 'object' THEN kept ELSE (SELECT coalesce(jsonb_object_agg(key,
    CASE WHEN jsonb_typeof(value) = 'string' AND key IN ({", ".join(f"'{key}'" for key in KEPT)})
    THEN to_jsonb(replace(value #>> '{{}}', words, gap)) ELSE value END), '{{}}') FROM jsonb_each(kept)) END
$$;
ALTER FUNCTION ownwords_strike_history(uuid, text[], text) RENAME TO ownwords_strike_texts_history;
REVOKE EXECUTE ON FUNCTION ownwords_strike_texts_history(uuid, text[], text) FROM PUBLIC;
-- Whoever may strike words out of histories of texts, codes and memos (migration 0011) does it here too.
CREATE FUNCTION ownwords_strike_history(which uuid, wordings text[], gap text) RETURNS void
LANGUAGE plpgsql {earlier.AS_OWNER} AS $$
DECLARE
  one text;
  mark text := $3;
BEGIN
  IF NOT coalesce(which = {earlier.CODES} OR which = ownwords_striking_in(), false) THEN RETURN; END IF;
  PERFORM ownwords_strike_texts_history(which, wordings, gap);
  FOREACH one IN ARRAY wordings LOOP
    CONTINUE WHEN length(one) < 3;
{updates()}
  END LOOP;
END $$;
-- With a text that goes whole go the notes on why its passages were chosen, and summaries of it in charts.
ALTER FUNCTION ownwords_forget_source(uuid, text) RENAME TO ownwords_forget_text;
REVOKE EXECUTE ON FUNCTION ownwords_forget_text(uuid, text) FROM PUBLIC;
CREATE FUNCTION ownwords_forget_source(which uuid, called text) RETURNS void
LANGUAGE plpgsql {earlier.AS_OWNER} AS $$
DECLARE
  of uuid := (SELECT s.study_id FROM inquiry_source s WHERE s.id = which);
  on_it uuid[] := ARRAY (SELECT c.id FROM inquiry_coding c WHERE c.source_id = which);
BEGIN
  IF NOT coalesce(of = {earlier.LEADS} OR ownwords_gave(which), false) THEN RETURN; END IF;
  PERFORM ownwords_forget_text(which, called);
  UPDATE inquiry_themeextract SET note = '' WHERE coding_id = ANY (on_it) AND note <> '';
  UPDATE inquiry_themeextractevent SET note = '' WHERE coding_id = ANY (on_it) AND note <> '';
  UPDATE inquiry_incident SET note = '' WHERE coding_id = ANY (on_it) AND note <> '';
  UPDATE inquiry_incidentevent SET note = '' WHERE coding_id = ANY (on_it) AND note <> '';
  DELETE FROM inquiry_chartcell WHERE source_id = which;
  DELETE FROM inquiry_chartcellevent WHERE source_id = which;
  UPDATE inquiry_studystep s SET changes = '[]', open_to_redo = false, undone_at = coalesce(undone_at, now())
    WHERE s.study_id = of AND EXISTS (SELECT 1 FROM jsonb_array_elements(s.changes) c
      WHERE c ->> 'table' IN ('theme_extract', 'incident')
        AND coalesce(c -> 'after' ->> 'coding_id', c -> 'before' ->> 'coding_id') = ANY (on_it::text[]));
END $$;
-- With somebody who withdraws go summaries in charts of what they said.
ALTER FUNCTION ownwords_forget_participant(uuid) RENAME TO ownwords_forget_person;
REVOKE EXECUTE ON FUNCTION ownwords_forget_person(uuid) FROM PUBLIC;
CREATE FUNCTION ownwords_forget_participant(which uuid) RETURNS void
LANGUAGE plpgsql {earlier.AS_OWNER} AS $$
DECLARE of uuid := (SELECT p.study_id FROM inquiry_participant p WHERE p.id = which);
BEGIN
  IF NOT coalesce(of = {earlier.LEADS}, false) THEN RETURN; END IF;
  PERFORM ownwords_forget_person(which);
  DELETE FROM inquiry_chartcell WHERE participant_id = which;
  DELETE FROM inquiry_chartcellevent WHERE participant_id = which;
  UPDATE inquiry_studystep s SET changes = '[]', open_to_redo = false, undone_at = coalesce(undone_at, now())
    WHERE s.study_id = of AND EXISTS (SELECT 1 FROM jsonb_array_elements(s.changes) c WHERE c ->> 'table' = 'chart_cell'
      AND coalesce(c -> 'after' ->> 'participant_id', c -> 'before' ->> 'participant_id') = which::text);
END $$;
DROP POLICY link_with_the_study ON ledger_link;
CREATE POLICY link_of_study_seen ON ledger_link FOR SELECT USING ({among(column="about_id")});
CREATE POLICY link_of_study_made ON ledger_link FOR INSERT WITH CHECK ({among("code", "about_id")});
CREATE POLICY link_of_study_changed ON ledger_link FOR UPDATE USING ({among("code", "about_id")})
  WITH CHECK ({among("code", "about_id")});
CREATE POLICY link_of_study_taken_away ON ledger_link FOR DELETE USING ({among("code", "about_id")});
CREATE POLICY taken_away ON inquiry_attribute FOR DELETE USING ({among("code")});
"""


class Migration(migrations.Migration):
    """Functions for histories and for what goes with a text or a person; policies on links and attributes."""

    dependencies = [("inquiry", "0012_own_words_given")]
    operations = [migrations.RunSQL(FORWARD, migrations.RunSQL.noop)]
