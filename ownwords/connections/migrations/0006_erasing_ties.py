"""Erasing ties, views of them, readiness, steps and interests by two people; a view of the person's stays the person's.

Each function is called by `ownwords_erase` alone, which looks for itself whether two people agreed. What stays: that
something was there, when, who wrote it, and who agreed.
"""

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models
from django.db.models import Q

from ownwords.ledger.operations import Together

MARKED = "version = version + 1, changed_at = moment, changed_by_id = by_whom, erased_at = moment"
GONE = f"""{MARKED}, removed_at = coalesce(removed_at, moment),
    removed_by_id = coalesce(removed_by_id, by_whom), removed_reason = '-'"""
TIE = "origin = '', origin_words = ''"
VIEW = "part = '', ground = '{}', idea = '', first_contact = '', helped_by = '{}', anyway = '', words = ''"
READINESS = "value = NULL, words = ''"
STEP = """step = '', step_words = '', words = '', together = NULL, barriers = '{}', barrier_words = '',
    helped_words = '', item_id = NULL, companion_id = NULL, companion_words = ''"""
INTEREST = "answer = '', words = '', service_words = '', service_id = '00000000-0000-0000-0000-000000000000'"


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


def both(table: str, columns: str, of_row: str, of_version: str, gone: str) -> str:
    """Blank columns of rows, and of every version that was kept of them."""
    reasons = ", removed_reason = CASE WHEN removed_reason = '' THEN '' ELSE '-' END" if gone == GONE else ""
    return (
        f"  UPDATE connections_{table} SET {columns}, {gone} WHERE {of_row};\n"
        f"  UPDATE connections_{table}event SET {columns}{reasons} WHERE {of_version};\n"
    )


def alone(table: str, columns: str, gone: str = GONE) -> str:
    """The thing itself."""
    return both(table, columns, "id = thing", "pgh_obj_id = thing", gone)


FORWARD = (
    function("tie", both("tieview", VIEW, "tie_id = thing", "tie_id = thing", MARKED) + alone("tie", TIE))
    + function("tieview", alone("tieview", VIEW, MARKED))
    + function("readiness", alone("readiness", READINESS))
    + function("connectingstep", alone("connectingstep", STEP))
    + function("interest", alone("interest", INTEREST))
)

# Somebody who was asked to draw changes what they wrote down for the person only as long as they are asked.
MAY_CHANGE = """(side = 'worker' AND written_by_id = ownwords_account()
  OR side = 'person' AND ownwords_reaches(person_id)
    AND (ownwords_role() = 'person' OR written_by_id = ownwords_account() AND ownwords_draws(person_id)))"""
VIEWS = f"""
DROP POLICY changed ON connections_tieview;
CREATE POLICY changed ON connections_tieview FOR UPDATE
  USING (ownwords_sees_tie(tie_id) AND {MAY_CHANGE}) WITH CHECK {MAY_CHANGE};
"""


class Migration(migrations.Migration):
    """When a view was erased; what an erased row may leave empty; one function a kind."""

    dependencies = [
        ("connections", "0005_map_turns_and_erasing"),
        ("people", "0009_sight"),
    ]

    operations = [
        Together(
            [
                pgtrigger.migrations.RemoveTrigger(model_name="tieview", name="insert_insert"),
                pgtrigger.migrations.RemoveTrigger(model_name="tieview", name="update_update"),
                migrations.AddField("tieview", "erased_at", models.DateTimeField(blank=True, null=True)),
                migrations.AddField("tieviewevent", "erased_at", models.DateTimeField(blank=True, null=True)),
                pgtrigger.migrations.AddTrigger(
                    model_name="tieview",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "connections_tieviewevent" ("anyway", "changed_at", "changed_by_id", "created_at", "erased_at", "first_contact", "ground", "helped_by", "id", "idea", "part", "person_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "side", "tie_id", "version", "words", "written_by_id") VALUES (NEW."anyway", NEW."changed_at", NEW."changed_by_id", NEW."created_at", NEW."erased_at", NEW."first_contact", NEW."ground", NEW."helped_by", NEW."id", NEW."idea", NEW."part", NEW."person_id", NOW(), \'insert\', NEW."id", NEW."side", NEW."tie_id", NEW."version", NEW."words", NEW."written_by_id"); RETURN NULL;',
                            hash="8c93930cb788ae0738a96331ee57a283b9633b3c",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_2dcd2",
                            table="connections_tieview",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="tieview",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "connections_tieviewevent" ("anyway", "changed_at", "changed_by_id", "created_at", "erased_at", "first_contact", "ground", "helped_by", "id", "idea", "part", "person_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "side", "tie_id", "version", "words", "written_by_id") VALUES (NEW."anyway", NEW."changed_at", NEW."changed_by_id", NEW."created_at", NEW."erased_at", NEW."first_contact", NEW."ground", NEW."helped_by", NEW."id", NEW."idea", NEW."part", NEW."person_id", NOW(), \'update\', NEW."id", NEW."side", NEW."tie_id", NEW."version", NEW."words", NEW."written_by_id"); RETURN NULL;',
                            hash="bc557816f845e008dad497c546f581883044126e",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_d0ea0",
                            table="connections_tieview",
                            when="AFTER",
                        ),
                    ),
                ),
                migrations.RemoveConstraint("connectingstep", "connecting_step_says_something"),
                migrations.AddConstraint(
                    "connectingstep",
                    models.CheckConstraint(
                        condition=Q(("step", ""), _negated=True)
                        | Q(("words", ""), _negated=True)
                        | Q(("erased_at__isnull", False)),
                        name="connecting_step_says_something",
                    ),
                ),
                migrations.RemoveConstraint("interest", "interest_known"),
                migrations.AddConstraint(
                    "interest",
                    models.CheckConstraint(
                        condition=Q(("answer__in", ["go", "help_run", "both", "not_for_me"]))
                        | Q(("answer", ""), ("erased_at__isnull", False)),
                        name="interest_known",
                    ),
                ),
                migrations.RunSQL(FORWARD + VIEWS, migrations.RunSQL.noop),
            ]
        )
    ]
