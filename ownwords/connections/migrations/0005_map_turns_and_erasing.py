"""Whose turn it is on a map, and erasing what stands on one: words go, also from history and from dated copies.

A dated copy points to versions of items, so where an erased item stood stays, without a word of what it was. How a
tie with it came about, and the suggestion that it came from, are about the same one, and so go with it.
"""

from django.db import migrations

# Whoever draws may not see every step, so the next number comes from here; the lock is held until all is kept.
TURN = """
CREATE FUNCTION ownwords_map_turn(whose uuid) RETURNS integer
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF current_setting('role', true) = 'ownwords_web' AND NOT ownwords_draws(whose) THEN
    RAISE EXCEPTION 'Only the person, or whom they have asked, draws this map.' USING ERRCODE = 'insufficient_privilege';
  END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('map ' || whose::text, 0));
  RETURN coalesce((SELECT max(s.number) FROM connections_mapstep s WHERE s.person_id = whose), 0) + 1;
END $$;
REVOKE EXECUTE ON FUNCTION ownwords_map_turn(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ownwords_map_turn(uuid) TO ownwords_web;
"""

GONE = """version = version + 1, changed_at = moment, changed_by_id = by_whom,
    removed_at = coalesce(removed_at, moment), removed_by_id = coalesce(removed_by_id, by_whom), removed_reason = '-',
    erased_at = moment"""
ITEM = """words = '', note = '', relations = '{}', helps = '', gives_me = NULL, i_give = NULL, service_id = NULL,
    ended_words = '', ended_as = CASE WHEN ended_on IS NULL THEN '' ELSE 'other' END"""
TIE = "origin = '', origin_words = ''"
VIEW = "words = ''"
SUGGESTION = "words = '', why = '', service_id = NULL"


def function(kind: str, body: str) -> str:
    """The function that erases one kind of thing; nobody may call it but the one that checks."""
    takes = "thing uuid, whose uuid, moment timestamptz, by_whom uuid"
    return f"""
CREATE FUNCTION ownwords_erase_{kind}({takes}) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM 1 FROM connections_{kind} t WHERE t.id = thing AND t.person_id = whose AND t.erased_at IS NULL FOR UPDATE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'There is nothing like that to erase.' USING ERRCODE = 'no_data_found';
  END IF;
{body}
END $$;
REVOKE EXECUTE ON FUNCTION ownwords_erase_{kind}(uuid, uuid, timestamptz, uuid) FROM PUBLIC;
"""


def both(table: str, columns: str, of_row: str, of_version: str, gone: str = "") -> str:
    """Blank columns of rows, and of every version that was kept of them."""
    row = f"  UPDATE connections_{table} SET {columns}{', ' + gone if gone else ''} WHERE {of_row};\n"
    reasons = ", removed_reason = CASE WHEN removed_reason = '' THEN '' ELSE '-' END" if gone else ""
    return row + f"  UPDATE connections_{table}event SET {columns}{reasons} WHERE {of_version};\n"


def alone(table: str, columns: str) -> str:
    """The thing itself."""
    return both(table, columns, "id = thing", "pgh_obj_id = thing", GONE)


OF_TIES = "tie_id IN (SELECT t.id FROM connections_tie t WHERE t.item_id = thing)"
FORWARD = (
    TURN
    + function(
        "mapitem",
        both("tieview", VIEW, OF_TIES, OF_TIES)
        + both("tie", TIE, "item_id = thing AND erased_at IS NULL", "item_id = thing", GONE)
        + both("mapsuggestion", SUGGESTION, "item_id = thing AND erased_at IS NULL",
               "pgh_obj_id IN (SELECT s.id FROM connections_mapsuggestion s WHERE s.item_id = thing)", GONE)
        + alone("mapitem", ITEM),
    )
    + function("mapcopy", alone("mapcopy", "label = ''"))
    + function("mapsuggestion", alone("mapsuggestion", SUGGESTION))
)  # fmt: skip


class Migration(migrations.Migration):
    """One function for turns, and one for each kind that can be erased."""

    dependencies = [("connections", "0004_team_figures"), ("people", "0009_sight")]
    operations = [migrations.RunSQL(FORWARD, migrations.RunSQL.noop)]
