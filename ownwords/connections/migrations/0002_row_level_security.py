"""The second lock on maps, ties, steps and what a team does around them.

A map is drawn by the person, and by whom they have asked; a worker who sees it draws nothing. What somebody keeps to
themselves is in no row that anybody else can read, and so in no count either.
"""

from django.db import migrations

FUNCTIONS = """
CREATE FUNCTION ownwords_draws(whose uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  RETURN ownwords_reaches(whose) AND (ownwords_role() = 'person' OR EXISTS (
    SELECT 1 FROM connections_maphelper h WHERE h.person_id = whose AND h.account_id = ownwords_account()
      AND h.starts_on <= ownwords_today() AND (h.ends_on IS NULL OR h.ends_on > ownwords_today())));
END $$;
-- Whoever was asked to draw sees what the team sees, whichever role they are in.
CREATE FUNCTION ownwords_map_sight(whose uuid, thing uuid, visibility text) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  RETURN ownwords_thing_sight(thing, visibility) OR visibility = 'team' AND ownwords_draws(whose);
END $$;
CREATE FUNCTION ownwords_sees_item(item uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  found record;
BEGIN
  SELECT t.person_id, t.visibility INTO found FROM connections_mapitem t WHERE t.id = item;
  RETURN found.person_id IS NOT NULL AND ownwords_map_sight(found.person_id, item, found.visibility)
    AND ownwords_reaches(found.person_id);
END $$;
CREATE FUNCTION ownwords_sees_tie(tie uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  found record;
BEGIN
  SELECT t.person_id, t.visibility, t.item_id INTO found FROM connections_tie t WHERE t.id = tie;
  RETURN found.person_id IS NOT NULL AND ownwords_map_sight(found.person_id, tie, found.visibility)
    AND ownwords_sees_item(found.item_id);
END $$;
CREATE FUNCTION ownwords_sees_copy(copy uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  found record;
BEGIN
  SELECT t.person_id, t.visibility INTO found FROM connections_mapcopy t WHERE t.id = copy;
  RETURN found.person_id IS NOT NULL AND ownwords_map_sight(found.person_id, copy, found.visibility)
    AND ownwords_reaches(found.person_id);
END $$;
CREATE FUNCTION ownwords_draws_copy(copy uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce((SELECT ownwords_draws(t.person_id) FROM connections_mapcopy t WHERE t.id = copy), false)
$$;
CREATE FUNCTION ownwords_has_account(whose uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM people_person p WHERE p.id = whose AND p.account_id IS NOT NULL)
$$;
CREATE FUNCTION ownwords_team_of_check(made uuid) RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT c.team_id FROM connections_practicecheck c WHERE c.id = made
$$;
"""

ME = "ownwords_account()"
REACHED = "ownwords_reaches(person_id)"
DRAWS = "ownwords_draws(person_id)"
ANYBODY_BESIDE = "ownwords_role() IN ('person', 'worker', 'team_lead', 'supporter', 'peer_worker')"


def policies(table: str, *, select: str, insert: str, update: str, versions: str = "") -> str:
    """One table with its rules: who reads, adds and changes rows, and who reads their earlier versions."""
    made = f"""
ALTER TABLE connections_{table} ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON connections_{table} FOR SELECT USING ({select});
CREATE POLICY added ON connections_{table} FOR INSERT WITH CHECK ({insert});
CREATE POLICY changed ON connections_{table} FOR UPDATE USING ({select} AND {update}) WITH CHECK ({update});
"""
    if versions:
        made += f"""
ALTER TABLE connections_{table}event ENABLE ROW LEVEL SECURITY;
CREATE POLICY versions_seen ON connections_{table}event FOR SELECT USING ({versions});
CREATE POLICY versions_added ON connections_{table}event FOR INSERT WITH CHECK (true);
"""
    return made


def earlier(table: str) -> str:
    """An earlier version stays with those it was for, as long as they see the thing today."""
    return f"""(ownwords_role() = 'person'
   OR visibility = 'named' AND ownwords_thing_named(pgh_obj_id, changed_at)
   OR visibility = 'team' AND (ownwords_role() IN ('worker', 'team_lead') OR {DRAWS}))
  AND EXISTS (SELECT 1 FROM connections_{table} now WHERE now.id = pgh_obj_id)"""


ON_MAP = f"ownwords_map_sight(person_id, id, visibility) AND {REACHED}"
IN_SIGHT = f"ownwords_thing_sight(id, visibility) AND {REACHED}"
# Whoever wrote something down goes on seeing it, unless the person has made it theirs alone.
OWN_WRITING = f"(ownwords_map_sight(person_id, id, visibility) OR visibility <> 'me' AND written_by_id = {ME}) AND {REACHED}"
OF_TEAM = "ownwords_in_team(team_id)"

TABLES = (
    policies("mapitem", select=ON_MAP, insert=DRAWS, update=DRAWS, versions=earlier("mapitem"))
    + policies("mapcopy", select=ON_MAP, insert=DRAWS, update=DRAWS, versions=earlier("mapcopy"))
    + policies(
        "tie",
        select=f"{ON_MAP} AND ownwords_sees_item(item_id)",
        insert=f"{DRAWS} AND ownwords_sees_item(item_id)",
        update=DRAWS,
        versions=earlier("tie"),
    )
    + policies("readiness", select=ON_MAP, insert=DRAWS, update=DRAWS, versions=earlier("readiness"))
    + policies("interest", select=ON_MAP, insert=DRAWS, update=DRAWS, versions=earlier("interest"))
    + policies(
        "explained",
        select=IN_SIGHT,
        insert=f"ownwords_role() = 'person' AND {REACHED}",
        update=f"ownwords_role() = 'person' AND {REACHED}",
        versions=earlier("explained"),
    )
    + policies(
        "mapsuggestion",
        select=OWN_WRITING,
        insert=f"{ANYBODY_BESIDE} AND {REACHED} AND written_by_id = {ME}",
        update=f"{REACHED} AND (ownwords_role() = 'person' OR written_by_id = {ME} OR {DRAWS})",
        versions=earlier("mapsuggestion"),
    )
    + policies(
        "connectingstep",
        select=OWN_WRITING,
        insert=f"{ANYBODY_BESIDE} AND {REACHED} AND written_by_id = {ME}",
        update=f"{REACHED} AND (ownwords_role() = 'person' OR written_by_id = {ME})",
        versions=earlier("connectingstep"),
    )
    + policies("personmap", select=REACHED, insert=DRAWS, update=DRAWS, versions=REACHED)
    + policies(
        "maplink",
        select="ownwords_sees_item(one_id) AND ownwords_sees_item(other_id)",
        insert=f"{DRAWS} AND ownwords_sees_item(one_id) AND ownwords_sees_item(other_id)",
        update=DRAWS,
        versions="ownwords_sees_item(one_id) AND ownwords_sees_item(other_id)",
    )
    + policies(
        "mapstep",
        select=f"{DRAWS} AND (item_id IS NULL OR ownwords_sees_item(item_id))",
        insert=DRAWS,
        update=DRAWS,
    )
    + policies(
        "mapcopyitem",
        select="ownwords_sees_copy(copy_id) AND ownwords_sees_item(item_id)",
        insert="ownwords_draws_copy(copy_id)",
        update="false",
    )
    + policies(
        "mapcopylink",
        select="ownwords_sees_copy(copy_id) AND EXISTS (SELECT 1 FROM connections_maplink l WHERE l.id = link_id)",
        insert="ownwords_draws_copy(copy_id)",
        update="false",
    )
    + policies(
        "maphelper",
        select=REACHED,
        insert=f"""{REACHED} AND made_by_id = {ME} AND (ownwords_role() = 'person' OR in_conversation
          AND ownwords_role() IN ('worker', 'team_lead') AND account_id = {ME} AND NOT ownwords_has_account(person_id))""",
        update=f"{REACHED} AND (ownwords_role() = 'person' OR account_id = {ME})",
        versions=REACHED,
    )
    + policies(
        "tieview",
        select="ownwords_sees_tie(tie_id)",
        insert=f"""ownwords_sees_tie(tie_id) AND written_by_id = {ME} AND (side = 'person' AND {DRAWS}
          OR side = 'worker' AND {REACHED} AND ownwords_role() IN ('worker', 'team_lead', 'peer_worker'))""",
        update=f"written_by_id = {ME} OR side = 'person' AND ownwords_role() = 'person' AND {REACHED}",
        versions="ownwords_sees_tie(tie_id)",
    )
    + policies(
        "steplabel",
        select="true",
        insert="ownwords_role() = 'administrator'",
        update="ownwords_role() = 'administrator'",
        versions="true",
    )
    + policies(
        "communitywork",
        select=OF_TEAM,
        insert=f"{OF_TEAM} AND written_by_id = {ME}",
        update=f"{OF_TEAM} AND written_by_id = {ME}",
        versions=OF_TEAM,
    )
    + policies(
        "practicecheck",
        select=OF_TEAM,
        insert=f"{OF_TEAM} AND written_by_id = {ME}",
        update=f"{OF_TEAM} AND written_by_id = {ME}",
        versions=OF_TEAM,
    )
    + policies(
        "practicerating",
        select="ownwords_in_team(ownwords_team_of_check(check_made_id))",
        insert="ownwords_in_team(ownwords_team_of_check(check_made_id))",
        update="ownwords_in_team(ownwords_team_of_check(check_made_id))",
        versions="ownwords_in_team(ownwords_team_of_check(check_made_id))",
    )
)


class Migration(migrations.Migration):
    """Policies for connections."""

    dependencies = [("connections", "0001_initial"), ("people", "0009_sight")]
    operations = [migrations.RunSQL(FUNCTIONS + TABLES, migrations.RunSQL.noop)]
