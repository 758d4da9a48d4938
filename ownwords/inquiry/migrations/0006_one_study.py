"""Whatever a row of a study points at is of the same study, and no row goes from one study to another.

Policies ask only whether somebody works in the study that a row names. Who works in two could otherwise lay a code of
one on a text of the other, and show it there. It is asked once for each statement: codings come in by the thousand.

What blind coding hides is not changed by a blind stroke either, and a finished text is not opened again by who has
seen the other's codings in it.
"""

from django.db import migrations

POINTS = {
    "samplingdecision": {"memo_id": "memo"},
    "participant": {"sampling_group_id": "samplinggroup"},
    "attributevalue": {"attribute_id": "attribute", "participant_id": "participant", "source_id": "source"},
    "participantkey": {"participant_id": "participant"},
    "consent": {"participant_id": "participant"},
    "source": {"guide_id": "studypaper"},
    "sourcetext": {"source_id": "source"},
    "speaker": {"source_id": "source", "participant_id": "participant"},
    "turn": {"source_id": "source", "speaker_id": "speaker"},
    "present": {"source_id": "source"},
    "code": {"parent_id": "code", "merged_into_id": "code"},
    "coding": {"source_id": "source", "code_id": "code"},
    "finished": {"source_id": "source"},
}
STAYING = (*POINTS, "studymember", "studypaper", "samplinggroup", "attribute", "memo", "studystep")
AS_OWNER = "SECURITY DEFINER SET search_path = public, pg_temp"

FUNCTIONS = f"""
CREATE FUNCTION ownwords_points_within_study() RETURNS trigger LANGUAGE plpgsql {AS_OWNER} AS $$
DECLARE n int := 0; strays boolean;
BEGIN
  WHILE n < TG_NARGS LOOP
    EXECUTE format('SELECT EXISTS (SELECT 1 FROM fresh f WHERE f.%1$I IS NOT NULL AND NOT EXISTS
      (SELECT 1 FROM %2$I t WHERE t.id = f.%1$I AND t.study_id = f.study_id))', TG_ARGV[n], TG_ARGV[n + 1]) INTO strays;
    IF strays THEN
      RAISE EXCEPTION '%.% is of another study', TG_TABLE_NAME, TG_ARGV[n] USING ERRCODE = 'foreign_key_violation';
    END IF;
    n := n + 2;
  END LOOP;
  RETURN NULL;
END $$;
CREATE FUNCTION ownwords_memo_within_study() RETURNS trigger LANGUAGE plpgsql {AS_OWNER} AS $$
DECLARE there boolean;
BEGIN
  IF NEW.about <> 'study' THEN
    EXECUTE format('SELECT EXISTS (SELECT 1 FROM %I t WHERE t.id = $1 AND t.study_id = $2)', 'inquiry_' || NEW.about)
      INTO there USING NEW.about_id, NEW.study_id;
    IF NOT there THEN
      RAISE EXCEPTION 'a memo about a % of another study', NEW.about USING ERRCODE = 'foreign_key_violation';
    END IF;
  END IF;
  RETURN NULL;
END $$;
CREATE FUNCTION ownwords_study_stays() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  RAISE EXCEPTION 'a row of % stays in its study, and whose it is', TG_TABLE_NAME USING ERRCODE = 'check_violation';
END $$;
CREATE FUNCTION ownwords_seen_by_another(which uuid) RETURNS boolean LANGUAGE sql STABLE {AS_OWNER} AS $$
  SELECT EXISTS (SELECT 1 FROM inquiry_finished f WHERE f.source_id = which AND f.coder_id <> ownwords_account()
    AND f.study_id = ANY (ownwords_studies('blind')))
$$;
"""


def triggers() -> str:
    """The triggers of every table."""
    made = []
    for table, points in POINTS.items():
        told = ", ".join(f"'{column}', 'inquiry_{to}'" for column, to in points.items())
        made += [
            f"CREATE TRIGGER within_study_{when.lower()} AFTER {when} ON inquiry_{table} REFERENCING NEW TABLE AS fresh"
            f" FOR EACH STATEMENT EXECUTE FUNCTION ownwords_points_within_study({told});"
            for when in ("INSERT", "UPDATE")
        ]
    for table in STAYING:
        whose = " OR OLD.coder_id <> NEW.coder_id" if table in ("coding", "finished") else ""
        made.append(
            f"CREATE TRIGGER study_stays BEFORE UPDATE ON inquiry_{table} FOR EACH ROW"
            f" WHEN (OLD.study_id <> NEW.study_id{whose}) EXECUTE FUNCTION ownwords_study_stays();"
        )
    return "\n".join(made)


MEMOS = """
CREATE TRIGGER within_study_insert AFTER INSERT ON inquiry_memo
  FOR EACH ROW EXECUTE FUNCTION ownwords_memo_within_study();
CREATE TRIGGER within_study_update AFTER UPDATE ON inquiry_memo FOR EACH ROW
  WHEN (OLD.about <> NEW.about OR OLD.about_id IS DISTINCT FROM NEW.about_id)
  EXECUTE FUNCTION ownwords_memo_within_study();
"""

CODES = "study_id = ANY ((SELECT ownwords_studies('code'))::uuid[])"
BLIND = "study_id = ANY ((SELECT ownwords_studies('blind'))::uuid[])"
POLICIES = f"""
DROP POLICY changed ON inquiry_coding;
CREATE POLICY changed ON inquiry_coding FOR UPDATE USING ({CODES} AND (coder_id = ownwords_account() OR NOT {BLIND}
  OR (source_id, coder_id) IN (SELECT o.source_id, o.coder_id FROM ownwords_open_codings() o))) WITH CHECK ({CODES});
DROP POLICY taken_away ON inquiry_finished;
CREATE POLICY taken_away ON inquiry_finished FOR DELETE
  USING ({CODES} AND coder_id = ownwords_account() AND NOT ownwords_seen_by_another(source_id));
"""

BACK = f"""
DROP POLICY changed ON inquiry_coding;
CREATE POLICY changed ON inquiry_coding FOR UPDATE USING ({CODES}) WITH CHECK ({CODES});
DROP POLICY taken_away ON inquiry_finished;
CREATE POLICY taken_away ON inquiry_finished FOR DELETE USING ({CODES} AND coder_id = ownwords_account());
DROP FUNCTION ownwords_points_within_study() CASCADE; DROP FUNCTION ownwords_memo_within_study() CASCADE;
DROP FUNCTION ownwords_study_stays() CASCADE; DROP FUNCTION ownwords_seen_by_another(uuid);
"""


class Migration(migrations.Migration):
    """Triggers and two policies."""

    dependencies = [("inquiry", "0005_texts_changed")]
    operations = [migrations.RunSQL(FUNCTIONS + triggers() + MEMOS + POLICIES, BACK)]
