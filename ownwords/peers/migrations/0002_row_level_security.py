"""The second lock on peer support: what is between two stays between two.

The team sees that contact took place where the person lets it. What a peer worker keeps for themselves, why somebody
said no, and messages between meetings are in no row that anybody else can read.
"""

from django.db import migrations

ME = "ownwords_account()"
REACHED = "ownwords_reaches(person_id)"
WORKS_WITH = "ownwords_role() IN ('person', 'worker', 'team_lead', 'peer_worker')"
STAFF = "ownwords_role() IN ('worker', 'team_lead', 'peer_worker')"
OWN = f"ownwords_role() = 'person' AND {REACHED}"

FUNCTIONS = """
CREATE FUNCTION ownwords_supervises(peer uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  RETURN ownwords_role() = 'peer_worker' AND EXISTS (SELECT 1 FROM peers_supervision s
    WHERE s.peer_id = peer AND s.supervisor_id = ownwords_account() AND s.starts_on <= ownwords_today()
      AND (s.ends_on IS NULL OR s.ends_on > ownwords_today()));
END $$;
CREATE FUNCTION ownwords_sees_channel(channel uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  found record;
BEGIN
  SELECT c.person_id, c.account_id INTO found FROM peers_channel c WHERE c.id = channel;
  RETURN found.person_id IS NOT NULL AND ownwords_reaches(found.person_id) AND (ownwords_role() = 'person'
    OR ownwords_role() = 'peer_worker' AND found.account_id = ownwords_account());
END $$;
CREATE FUNCTION ownwords_sees_fidelity(rating uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  found record;
BEGIN
  SELECT r.person_id, r.written_by_id INTO found FROM peers_fidelityrating r WHERE r.id = rating;
  RETURN found.written_by_id = ownwords_account()
    OR found.person_id IS NOT NULL AND ownwords_role() = 'person' AND ownwords_reaches(found.person_id);
END $$;
-- What the team is told of a note that was taken back: that there was one, and the days. Not a word of it.
CREATE FUNCTION ownwords_notes_taken_back(whose uuid) RETURNS TABLE (agreed_at timestamptz, taken_back_at timestamptz)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
BEGIN
  IF ownwords_reaches(whose) THEN
    RETURN QUERY SELECT n.agreed_at, n.taken_back_at FROM peers_sharednote n
      WHERE n.person_id = whose AND n.agreed_at IS NOT NULL AND n.taken_back_at IS NOT NULL
        AND (ownwords_thing_sight(n.id, n.visibility) OR n.peer_id = ownwords_account())
      ORDER BY n.taken_back_at;
  END IF;
END $$;
"""


def policies(
    table: str, *, select: str, insert: str, update: str, versions: str = "", delete: str = ""
) -> str:
    """One table with its rules: who reads, adds, changes and deletes rows, and who reads their earlier versions."""
    made = f"""
ALTER TABLE peers_{table} ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON peers_{table} FOR SELECT USING ({select});
CREATE POLICY added ON peers_{table} FOR INSERT WITH CHECK ({insert});
CREATE POLICY changed ON peers_{table} FOR UPDATE USING (({select}) AND ({update})) WITH CHECK ({update});
"""
    if delete:
        made += f"CREATE POLICY deleted ON peers_{table} FOR DELETE USING ({delete});\n"
    if versions:
        made += f"""
ALTER TABLE peers_{table}event ENABLE ROW LEVEL SECURITY;
CREATE POLICY versions_seen ON peers_{table}event FOR SELECT USING ({versions});
CREATE POLICY versions_added ON peers_{table}event FOR INSERT WITH CHECK (true);
"""
    return made


def earlier(table: str) -> str:
    """An earlier version stays with those it was for, as long as they see the thing today."""
    return f"""(ownwords_role() = 'person'
   OR visibility = 'named' AND ownwords_thing_named(pgh_obj_id, changed_at)
   OR visibility = 'team' AND ownwords_role() IN ('worker', 'team_lead')
   OR visibility <> 'me' AND written_by_id = {ME})
  AND EXISTS (SELECT 1 FROM peers_{table} now WHERE now.id = pgh_obj_id)"""


def in_sight(also: str) -> str:
    """Seen as the person has set it; and, unless it is theirs alone, by whoever `also` names."""
    return f"{REACHED} AND (ownwords_thing_sight(id, visibility) OR visibility <> 'me' AND ({also}))"


WROTE = f"written_by_id = {ME}"
ATTEMPTED = in_sight(f"{WROTE} OR with_account_id = {ME}")
# Somebody who comes back is seen by every peer worker beside them: that is what the door is for.
APPROACHED = in_sight(f"{WROTE} OR ownwords_role() = 'peer_worker'")
BETWEEN_TWO = f"{OWN} OR {REACHED} AND ownwords_role() = 'peer_worker' AND peer_id = {ME}"
IN_RECORD = "agreed_at IS NOT NULL AND taken_back_at IS NULL AND ownwords_thing_sight(id, visibility)"
SAFETY = f"""{REACHED} AND (ownwords_role() = 'person' AND (withheld_at IS NULL OR withheld_by_id IS NULL)
  OR {WROTE} AND {STAFF} OR ownwords_role() = 'team_lead')"""

TABLES = (
    policies(
        "recordingrule",
        select="true",
        insert=f"ownwords_role() = 'administrator' AND set_by_id = {ME}",
        update="false",
    )
    + policies(
        "ruletold", select=REACHED, insert=f"{WORKS_WITH} AND {REACHED} AND told_by_id = {ME}", update="false"
    )
    + policies(
        "peersettings",
        select="true",
        insert="ownwords_role() = 'administrator'",
        update="ownwords_role() = 'administrator'",
        versions="ownwords_role() = 'administrator'",
    )
    + policies(
        "doorchange",
        select=f"{WORKS_WITH} AND {REACHED}",
        insert=f"{WORKS_WITH} AND {REACHED} AND {WROTE}",
        update="false",
        versions=f"{WORKS_WITH} AND {REACHED}",
    )
    + policies(
        "approach",
        select=APPROACHED,
        insert=f"{WORKS_WITH} AND {REACHED} AND {WROTE}",
        update=f"{WORKS_WITH} AND {REACHED}",
        versions=earlier("approach"),
    )
    + policies(
        "attempt",
        select=ATTEMPTED,
        insert=f"{WORKS_WITH} AND {REACHED} AND {WROTE}",
        update=f"{WORKS_WITH} AND {REACHED}",
        versions=earlier("attempt"),
    )
    + policies(
        "introduction",
        select=in_sight(WROTE),
        insert=f"{WORKS_WITH} AND {REACHED} AND {WROTE}",
        update=f"{WORKS_WITH} AND {REACHED}",
        versions=earlier("introduction"),
    )
    + policies(
        "firstface",
        select=f"{WORKS_WITH} AND {REACHED}",
        insert=f"{WORKS_WITH} AND {REACHED}",
        update=OWN,
        versions=f"{WORKS_WITH} AND {REACHED}",
    )
    + policies(
        "sharednote",
        select=f"{BETWEEN_TWO} OR {REACHED} AND {IN_RECORD}",
        insert=f"({BETWEEN_TWO}) AND {WROTE}",
        update=BETWEEN_TWO,
        versions=BETWEEN_TWO,
    )
    + policies(
        "safetyshare",
        select=SAFETY,
        insert=f"{STAFF} AND {REACHED} AND {WROTE} AND withheld_at IS NULL",
        update=f"ownwords_role() = 'team_lead' AND {REACHED}",
        versions=f"ownwords_role() = 'team_lead' AND {REACHED}",
    )
    + policies(
        "ownnote",
        select=f"ownwords_role() = 'peer_worker' AND account_id = {ME}",
        insert=f"ownwords_role() = 'peer_worker' AND account_id = {ME}",
        update=f"ownwords_role() = 'peer_worker' AND account_id = {ME}",
        delete=f"ownwords_role() = 'peer_worker' AND account_id = {ME}",
    )
    + policies(
        "supervision",
        select=f"ownwords_role() = 'administrator' OR ownwords_role() = 'peer_worker' AND {ME} IN (peer_id, supervisor_id)",
        insert=f"ownwords_role() = 'administrator' AND made_by_id = {ME}",
        update="ownwords_role() = 'administrator'",
        versions="ownwords_role() = 'administrator'",
    )
    + policies(
        "supervisionitem",
        select=f"ownwords_role() = 'peer_worker' AND peer_id = {ME} OR ownwords_supervises(peer_id)",
        insert=f"{WROTE} AND (ownwords_role() = 'peer_worker' AND peer_id = {ME} OR ownwords_supervises(peer_id))",
        update=f"ownwords_role() = 'peer_worker' AND peer_id = {ME} OR ownwords_supervises(peer_id)",
        versions=f"ownwords_role() = 'peer_worker' AND peer_id = {ME} OR ownwords_supervises(peer_id)",
    )
    + policies(
        "peerprofile",
        select=WORKS_WITH,
        insert=f"ownwords_role() = 'peer_worker' AND account_id = {ME}",
        update=f"ownwords_role() = 'peer_worker' AND account_id = {ME}",
        versions=f"account_id = {ME}",
    )
    + policies(
        "peerwish",
        select=f"{REACHED} AND ownwords_role() IN ('person', 'worker', 'team_lead')",
        insert=f"{REACHED} AND ownwords_role() IN ('person', 'worker', 'team_lead')",
        update=f"{REACHED} AND ownwords_role() IN ('person', 'worker', 'team_lead')",
        versions=OWN,
    )
    + policies(
        "match",
        select=f"""{REACHED} AND ownwords_role() IN ('person', 'worker', 'team_lead')
          OR ownwords_role() = 'peer_worker' AND account_id = {ME}""",
        insert=f"{REACHED} AND {WROTE} AND ownwords_role() IN ('person', 'worker', 'team_lead')",
        update=f"""{REACHED} AND ownwords_role() IN ('person', 'worker', 'team_lead')
          OR ownwords_role() = 'peer_worker' AND account_id = {ME}""",
        versions=OWN,
    )
    + policies("matchreason", select=f"account_id = {ME}", insert=f"account_id = {ME}", update="false")
    + policies(
        "channel",
        select=f"{REACHED} AND (ownwords_role() = 'person' OR ownwords_role() = 'peer_worker' AND account_id = {ME})",
        insert=f"""{REACHED} AND switched_by_id = {ME}
          AND (ownwords_role() = 'person' OR ownwords_role() = 'peer_worker' AND account_id = {ME})""",
        update=f"{REACHED} AND (ownwords_role() = 'person' OR ownwords_role() = 'peer_worker' AND account_id = {ME})",
        versions=OWN,
    )
    + policies(
        "message",
        select="ownwords_sees_channel(channel_id)",
        insert=f"ownwords_sees_channel(channel_id) AND {WROTE}",
        update="ownwords_sees_channel(channel_id)",
    )
    + policies(
        "answeringhours",
        select=WORKS_WITH,
        insert=f"ownwords_role() = 'peer_worker' AND account_id = {ME}",
        update=f"ownwords_role() = 'peer_worker' AND account_id = {ME}",
        delete=f"ownwords_role() = 'peer_worker' AND account_id = {ME}",
        versions=f"account_id = {ME}",
    )
    + policies(
        "fidelityrating",
        select=f"{WROTE} OR person_id IS NOT NULL AND {OWN}",
        insert=f"""{WROTE} AND (rater = 'person' AND {OWN} OR ownwords_role() = 'peer_worker' AND ownwords_in_team(team_id)
          AND rater IN ('peer', 'supervisor') AND person_id IS NULL)""",
        update=WROTE,
        versions=WROTE,
    )
    + policies(
        "fidelityanswer",
        select="ownwords_sees_fidelity(rating_id)",
        insert="ownwords_sees_fidelity(rating_id)",
        update="ownwords_sees_fidelity(rating_id)",
        versions="ownwords_sees_fidelity(rating_id)",
    )
    + policies(
        "competingend",
        select=f"{REACHED} AND ownwords_role() IN ('worker', 'team_lead')",
        insert=f"{REACHED} AND ownwords_role() IN ('worker', 'team_lead') AND made_by_id = {ME}",
        update=f"{REACHED} AND ownwords_role() IN ('worker', 'team_lead')",
        versions=f"{REACHED} AND ownwords_role() IN ('worker', 'team_lead')",
    )
)


class Migration(migrations.Migration):
    """Policies for peers."""

    dependencies = [("peers", "0001_initial"), ("people", "0009_sight")]
    operations = [migrations.RunSQL(FUNCTIONS + TABLES, migrations.RunSQL.noop)]
