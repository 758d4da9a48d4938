"""Erasing a line, a rating, an event, an own answer, a filled form: the words and numbers go, also from history.

Each is called by `ownwords_erase` alone, which looks for itself whether two people agreed. What stays: that something
was there, when, who wrote it, and who agreed.
"""

from django.db import migrations

GONE = """version = version + 1, changed_at = moment, changed_by_id = by_whom,
    removed_at = coalesce(removed_at, moment), removed_by_id = coalesce(removed_by_id, by_whom), removed_reason = '-',
    erased_at = moment"""
NO_ANSWER = "given = 'blank', value = NULL"
LINE = "unit = '', closed_words = ''"
WORDING = "words = '', low_words = '', high_words = '', level_words = '{}'"
RATING = f"{NO_ANSWER}, note = ''"
EVENT = "kind = 'other', words = '', inside_therapy = NULL, help = ''"
OWN = "answer = 'cannot_say', words = '', since = NULL"
RESPONSE = "present = '', source = ''"
SCORE = "value = NULL, why_none = 'erased', answered = 0, prorated = false, band = '', differs = false"


def function(kind: str, body: str) -> str:
    """The function that erases one kind of thing; nobody may call it but the one that checks."""
    takes = "thing uuid, whose uuid, moment timestamptz, by_whom uuid"
    return f"""
CREATE FUNCTION ownwords_erase_{kind}({takes}) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM 1 FROM measures_{kind} t WHERE t.id = thing AND t.person_id = whose AND t.erased_at IS NULL FOR UPDATE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'There is nothing like that to erase.' USING ERRCODE = 'no_data_found';
  END IF;
{body}
END $$;
REVOKE EXECUTE ON FUNCTION ownwords_erase_{kind}(uuid, uuid, timestamptz, uuid) FROM PUBLIC;
"""


def both(table: str, columns: str, of_row: str, gone: str = "") -> str:
    """Blank columns of rows, and of every version that was kept of them; the row's own last version last."""
    of_version = of_row.replace(" id =", " pgh_obj_id =")
    row = f"  UPDATE measures_{table} SET {columns}{', ' + gone if gone else ''} WHERE{of_row};\n"
    reasons = ", removed_reason = CASE WHEN removed_reason = '' THEN '' ELSE '-' END" if gone else ""
    return row + f"  UPDATE measures_{table}event SET {columns}{reasons} WHERE{of_version};\n"


def alone(table: str, columns: str) -> str:
    """A thing on which nothing else hangs."""
    return function(table, both(table, columns, " id = thing", GONE))


FORWARD = (
    function(
        "line",
        both("rating", RATING, " line_id = thing", GONE)
        + both("ownanswer", OWN, " line_id = thing", GONE)
        + both("wording", WORDING, " line_id = thing")
        + "  UPDATE measures_schedule SET ended_at = coalesce(ended_at, moment) WHERE line_id = thing;\n"
        + "  UPDATE measures_ratinglink SET withdrawn_at = coalesce(withdrawn_at, moment)\n"
        "    WHERE line_id = thing AND used_at IS NULL;\n" + both("line", LINE, " id = thing", GONE),
    )
    + alone("rating", RATING)
    + alone("contextevent", EVENT)
    + alone("ownanswer", OWN)
    + function(
        "response",
        both("answer", NO_ANSWER, " response_id = thing")
        + both("score", SCORE, " response_id = thing")
        + "  DELETE FROM measures_itemevent WHERE response_id = thing;\n"
        + "  DELETE FROM measures_itemeventevent WHERE response_id = thing;\n"
        + both("response", RESPONSE, " id = thing", GONE),
    )
)


class Migration(migrations.Migration):
    """One function a kind."""

    dependencies = [("measures", "0006_erased"), ("people", "0007_erasures")]
    operations = [migrations.RunSQL(FORWARD, migrations.RunSQL.noop)]
