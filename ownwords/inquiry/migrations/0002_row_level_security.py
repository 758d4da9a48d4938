"""The second lock on studies: who works in one today, what their duty is, and what stays blind.

Which studies somebody works in is asked once for each statement, not once for each row: a study may hold a million
codings.
"""

from django.db import migrations

FUNCTIONS = """
CREATE FUNCTION ownwords_studies(need text DEFAULT 'any') RETURNS uuid[]
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  who uuid := ownwords_account();
  day date := ownwords_today();
BEGIN
  IF ownwords_role() <> 'researcher' THEN
    RETURN '{}';
  END IF;
  RETURN coalesce((SELECT array_agg(m.study_id) FROM inquiry_studymember m JOIN inquiry_study s ON s.id = m.study_id
    WHERE m.account_id = who AND m.starts_on <= day AND (m.ends_on IS NULL OR m.ends_on > day)
      AND EXISTS (SELECT 1 FROM people_appointment a WHERE a.account_id = who AND a.role = 'researcher'
        AND a.organisation_id = s.organisation_id
        AND a.starts_on <= day AND (a.ends_on IS NULL OR a.ends_on > day))
      AND CASE need WHEN 'lead' THEN m.duty = 'lead' WHEN 'code' THEN m.duty IN ('lead', 'coder')
        WHEN 'key' THEN m.keeps_key WHEN 'blind' THEN s.blind ELSE true END), '{}');
END $$;
-- Whoever sets a study up may put themselves at its head, as long as nobody works in it yet.
CREATE FUNCTION ownwords_begins_study(which uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM inquiry_study s WHERE s.id = which AND s.made_by_id = ownwords_account())
    AND NOT EXISTS (SELECT 1 FROM inquiry_studymember m WHERE m.study_id = which)
$$;
CREATE FUNCTION ownwords_appointed_researcher(organisation uuid, account uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM people_appointment a WHERE a.account_id = account AND a.role = 'researcher'
    AND a.organisation_id = organisation
    AND a.starts_on <= ownwords_today() AND (a.ends_on IS NULL OR a.ends_on > ownwords_today()))
$$;
-- In a blind study: whose codings of which source somebody sees. Both have finished it, or the viewer codes nothing.
CREATE FUNCTION ownwords_open_codings() RETURNS TABLE (source_id uuid, coder_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT theirs.source_id, theirs.coder_id FROM inquiry_finished theirs
  WHERE theirs.study_id = ANY (ownwords_studies('blind')) AND (
    NOT theirs.study_id = ANY (ownwords_studies('code'))
    OR EXISTS (SELECT 1 FROM inquiry_finished mine
      WHERE mine.source_id = theirs.source_id AND mine.coder_id = ownwords_account()))
$$;
"""

ME = "ownwords_account()"


def among(need: str = "any", column: str = "study_id") -> str:
    """The condition that a row belongs to a study in which the viewer has this duty."""
    return f"{column} = ANY ((SELECT ownwords_studies('{need}'))::uuid[])"


WORKS, CODES, LEADS, KEY = among(), among("code"), among("lead"), among("key")


def policies(
    table: str,
    *,
    select: str = WORKS,
    insert: str = "",
    update: str = "",
    delete: str = "",
    versions: str = "",
) -> str:
    """One table with its rules; what is left out, nobody does."""
    made = [f"ALTER TABLE inquiry_{table} ENABLE ROW LEVEL SECURITY;"]
    made.append(f"CREATE POLICY seen ON inquiry_{table} FOR SELECT USING ({select});")
    if insert:
        made.append(f"CREATE POLICY added ON inquiry_{table} FOR INSERT WITH CHECK ({insert});")
    if update:
        made.append(
            f"CREATE POLICY changed ON inquiry_{table} FOR UPDATE USING ({update}) WITH CHECK ({update});"
        )
    if delete:
        made.append(f"CREATE POLICY taken_away ON inquiry_{table} FOR DELETE USING ({delete});")
    if versions:
        made.append(f"ALTER TABLE inquiry_{table}event ENABLE ROW LEVEL SECURITY;")
        made.append(f"CREATE POLICY versions_seen ON inquiry_{table}event FOR SELECT USING ({versions});")
        made.append(f"CREATE POLICY versions_added ON inquiry_{table}event FOR INSERT WITH CHECK (true);")
    return "\n".join(made) + "\n"


def open_to_me(source: str, coder: str) -> str:
    """The condition that what a coder did with a source is not hidden from the viewer by blind coding."""
    return f"""({coder} = {ME} OR NOT {among("blind")}
  OR ({source}, {coder}) IN (SELECT o.source_id, o.coder_id FROM ownwords_open_codings() o))"""


CODING_SEEN = f"{WORKS} AND {open_to_me('source_id', 'coder_id')}"
MEMO_SEEN = f"""{WORKS} AND (about <> 'source' OR {open_to_me("about_id", "made_by_id")})
  AND (about <> 'coding' OR EXISTS (SELECT 1 FROM inquiry_coding c WHERE c.id = about_id))"""

TABLES = (
    policies(
        "study",
        select=among(column="id"),
        insert=f"ownwords_role() = 'researcher' AND made_by_id = {ME}"
        f" AND ownwords_appointed_researcher(organisation_id, {ME})",
        update=among("lead", "id"),
        versions=among(column="pgh_obj_id"),
    )
    + policies(
        "studymember",
        insert=f"{LEADS} OR ownwords_begins_study(study_id) AND account_id = {ME} AND duty = 'lead'",
        update=LEADS,
        versions=WORKS,
    )
    + policies("studypaper", insert=f"{CODES} AND made_by_id = {ME}")
    + "".join(
        policies(name, insert=CODES, update=CODES, versions=WORKS)
        for name in ("samplinggroup", "samplingdecision", "participant", "attribute", "source", "code")
    )
    + "".join(
        policies(name, insert=CODES, update=CODES, delete=CODES, versions=WORKS)
        for name in ("attributevalue", "speaker")
    )
    + "".join(
        policies(name, insert=CODES, update=CODES, delete=CODES) for name in ("sourcetext", "turn", "present")
    )
    + policies("participantkey", select=KEY, insert=KEY, update=KEY, delete=KEY)
    + policies("consent", insert=f"{CODES} AND made_by_id = {ME}")
    + policies(
        "coding",
        select=CODING_SEEN,
        insert=f"{CODES} AND coder_id = {ME}",
        update=CODES,
        delete=f"{CODES} AND ({CODING_SEEN})",
        versions=CODING_SEEN,
    )
    + policies(
        "finished",
        insert=f"{CODES} AND coder_id = {ME}",
        delete=f"{CODES} AND coder_id = {ME}",
        versions=WORKS,
    )
    + policies(
        "memo",
        select=MEMO_SEEN,
        insert=f"{WORKS} AND made_by_id = {ME}",
        update=f"{WORKS} AND made_by_id = {ME}",
        versions=f"{WORKS} AND made_by_id = {ME}",
    )
    + policies(
        "studystep",
        select=f"{WORKS} AND (account_id = {ME} OR NOT {among('blind')})",
        insert=f"{WORKS} AND account_id = {ME}",
        update=f"{WORKS} AND account_id = {ME}",
    )
)

BACK = """
DO $$ DECLARE one record; BEGIN
  FOR one IN SELECT policyname, tablename FROM pg_policies WHERE tablename LIKE 'inquiry\\_%' LOOP
    EXECUTE format('DROP POLICY %I ON %I', one.policyname, one.tablename);
    EXECUTE format('ALTER TABLE %I DISABLE ROW LEVEL SECURITY', one.tablename);
  END LOOP;
END $$;
DROP FUNCTION ownwords_open_codings(); DROP FUNCTION ownwords_appointed_researcher(uuid, uuid);
DROP FUNCTION ownwords_begins_study(uuid); DROP FUNCTION ownwords_studies(text);
"""


class Migration(migrations.Migration):
    """Policies for every table of a study, and for the history of those that have one."""

    dependencies = [("inquiry", "0001_initial")]
    operations = [migrations.RunSQL(FUNCTIONS + TABLES, BACK)]
