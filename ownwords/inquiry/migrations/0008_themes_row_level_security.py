"""The second lock on themes, charts, categories, suggestions, reports and checking back.

What rests on a coding is seen by whoever sees the coding. Whoever holds the link of somebody who was asked names its
hash to the database for one transaction, and reaches what is put to them and what they said themselves, nothing else.
"""

from importlib import import_module

from django.db import migrations

among = import_module("ownwords.inquiry.migrations.0002_row_level_security").among
policies = import_module("ownwords.inquiry.migrations.0002_row_level_security").policies

ME = "ownwords_account()"
WORKS, CODES = among(), among("code")
CODING_SEEN = f"{WORKS} AND EXISTS (SELECT 1 FROM inquiry_coding c WHERE c.id = coding_id)"
AS_OWNER = "SECURITY DEFINER SET search_path = public, pg_temp"

KEPT = (
    "theme",
    "finding",
    "chart",
    "stage",
    "category",
    "property",
    "relation",
    "checkinground",
    "checkinggroup",
    "checkingfinding",
    "respondent",
    "reportitem",
    "coderule",
)
JOINED = ("themecode", "findingtheme", "chartcolumn", "chartcell")
ON_CODINGS = ("themeextract", "incident")

TABLES = (
    "".join(policies(name, insert=CODES, update=CODES, versions=WORKS) for name in KEPT)
    + "".join(policies(name, insert=CODES, update=CODES, delete=CODES, versions=WORKS) for name in JOINED)
    + "".join(
        policies(
            name,
            select=CODING_SEEN,
            insert=f"{CODES} AND ({CODING_SEEN})",
            update=f"{CODES} AND ({CODING_SEEN})",
            delete=f"{CODES} AND ({CODING_SEEN})",
            versions=CODING_SEEN,
        )
        for name in ON_CODINGS
    )
    + policies("checkingreply", insert=f"{CODES} AND typed_by_id = {ME}")
    + policies("ownwordsnote")
    + policies("suggestion", insert=f"{CODES} AND asked_by_id = {ME}", update=CODES, delete=CODES)
)

ASKED = f"""
-- Who holds an open link of an open round, and in which round.
CREATE FUNCTION ownwords_asked() RETURNS TABLE (respondent uuid, round uuid, study uuid, participant uuid)
LANGUAGE sql STABLE {AS_OWNER} AS $$
  SELECT r.id, r.round_id, r.study_id, r.participant_id FROM inquiry_respondent r
  JOIN inquiry_checkinground c ON c.id = r.round_id
  WHERE ownwords_link() IS NOT NULL AND r.secret_hash = ownwords_link() AND r.withdrawn_at IS NULL
    AND r.expires_at > now() AND c.opened_on IS NOT NULL AND c.closed_on IS NULL
$$;
CREATE POLICY asked_sees ON inquiry_respondent FOR SELECT USING (id IN (SELECT a.respondent FROM ownwords_asked() a));
CREATE POLICY asked_reads ON inquiry_respondent FOR UPDATE USING (id IN (SELECT a.respondent FROM ownwords_asked() a))
  WITH CHECK (id IN (SELECT a.respondent FROM ownwords_asked() a));
CREATE POLICY asked_sees ON inquiry_checkinground FOR SELECT USING (id IN (SELECT a.round FROM ownwords_asked() a));
CREATE POLICY asked_sees ON inquiry_checkingfinding FOR SELECT
  USING (removed_at IS NULL AND round_id IN (SELECT a.round FROM ownwords_asked() a));
CREATE POLICY asked_sees ON inquiry_checkingreply FOR SELECT
  USING (respondent_id IN (SELECT a.respondent FROM ownwords_asked() a));
CREATE POLICY asked_says ON inquiry_checkingreply FOR INSERT WITH CHECK (typed_by_id IS NULL
  AND (respondent_id, study_id) IN (SELECT a.respondent, a.study FROM ownwords_asked() a));
CREATE POLICY asked_sees ON inquiry_ownwordsnote FOR SELECT
  USING (respondent_id IN (SELECT a.respondent FROM ownwords_asked() a));
CREATE POLICY asked_says ON inquiry_ownwordsnote FOR INSERT
  WITH CHECK ((respondent_id, study_id) IN (SELECT a.respondent, a.study FROM ownwords_asked() a));
-- What rests on what within a study, such as a finding on an element of practice.
CREATE POLICY link_with_the_study ON ledger_link USING ({among(column="about_id")}) WITH CHECK ({among("code", "about_id")});
"""

POINTS = {
    "theme": {"parent_id": "theme"},
    "themecode": {"theme_id": "theme", "code_id": "code"},
    "themeextract": {"theme_id": "theme", "coding_id": "coding"},
    "findingtheme": {"finding_id": "finding", "theme_id": "theme"},
    "chartcolumn": {"chart_id": "chart", "code_id": "code"},
    "chartcell": {
        "chart_id": "chart",
        "code_id": "code",
        "participant_id": "participant",
        "source_id": "source",
    },
    "category": {"code_id": "code"},
    "property": {"category_id": "category"},
    "incident": {"property_id": "property", "coding_id": "coding"},
    "relation": {"of_id": "category", "to_id": "category"},
    "checkinggroup": {"round_id": "checkinground"},
    "checkingfinding": {"round_id": "checkinground", "finding_id": "finding"},
    "respondent": {"round_id": "checkinground", "group_id": "checkinggroup", "participant_id": "participant"},
    "checkingreply": {"respondent_id": "respondent", "finding_id": "checkingfinding"},
    "ownwordsnote": {"respondent_id": "respondent", "source_id": "source"},
    "coderule": {"code_id": "code"},
    "suggestion": {"source_id": "source", "code_id": "code", "coding_id": "coding"},
}
STAYING = (*POINTS, "finding", "chart", "stage", "checkinground", "reportitem")


def triggers() -> str:
    """A row points at rows of its own study and stays in it (as migration 0006 says of the others)."""
    made = []
    for table, points in POINTS.items():
        told = ", ".join(f"'{column}', 'inquiry_{to}'" for column, to in points.items())
        made += [
            f"CREATE TRIGGER within_study_{when.lower()} AFTER {when} ON inquiry_{table} REFERENCING NEW TABLE AS fresh"
            f" FOR EACH STATEMENT EXECUTE FUNCTION ownwords_points_within_study({told});"
            for when in ("INSERT", "UPDATE")
        ]
    for table in STAYING:
        made.append(
            f"CREATE TRIGGER study_stays BEFORE UPDATE ON inquiry_{table} FOR EACH ROW"
            " WHEN (OLD.study_id <> NEW.study_id) EXECUTE FUNCTION ownwords_study_stays();"
        )
    return "\n".join(made)


MEMOS = f"""
CREATE FUNCTION ownwords_memo_beside_within_study() RETURNS trigger LANGUAGE plpgsql {AS_OWNER} AS $$
DECLARE there boolean;
BEGIN
  EXECUTE format('SELECT EXISTS (SELECT 1 FROM %I t WHERE t.id = $1 AND t.study_id = $2)', 'inquiry_' || NEW.beside)
    INTO there USING NEW.beside_id, NEW.study_id;
  IF NOT there THEN
    RAISE EXCEPTION 'a memo beside a % of another study', NEW.beside USING ERRCODE = 'foreign_key_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER beside_within_study AFTER INSERT OR UPDATE ON inquiry_memo FOR EACH ROW WHEN (NEW.beside <> '')
  EXECUTE FUNCTION ownwords_memo_beside_within_study();
DROP POLICY seen ON inquiry_memo;
CREATE POLICY seen ON inquiry_memo FOR SELECT USING (
  {import_module("ownwords.inquiry.migrations.0002_row_level_security").MEMO_SEEN}
  AND (beside <> 'coding' OR EXISTS (SELECT 1 FROM inquiry_coding c WHERE c.id = beside_id)));
"""


class Migration(migrations.Migration):
    """Policies and triggers of the tables of migration 0007."""

    dependencies = [("inquiry", "0007_themes_to_checking"), ("measures", "0005_open_doors")]
    operations = [migrations.RunSQL(TABLES + ASKED + triggers() + MEMOS, migrations.RunSQL.noop)]
