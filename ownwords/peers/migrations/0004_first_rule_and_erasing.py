"""The rule that holds before anybody decided, what a person sees of an end, and erasing what hangs on the door.

Each erasing function is called by `ownwords_erase` alone, which looks for itself whether two people agreed. What
stays: that something was there, when, who wrote it, whose decision it was, and who agreed to the erasing.
"""

import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

from ownwords.ledger.operations import Together

FIRST_RULE = """
-- Until an organisation decides, the strictest rule holds. Nobody chose it, so nobody's name stands on it; the lock on
-- the organisation lets two who need it at the same moment make one.
CREATE FUNCTION ownwords_first_recording_rule(made uuid, whose uuid) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  org uuid;
  found uuid;
BEGIN
  SELECT organisation_id INTO org FROM people_person WHERE id = whose;
  PERFORM 1 FROM people_organisation WHERE id = org FOR NO KEY UPDATE;
  SELECT id INTO found FROM peers_recordingrule WHERE organisation_id = org ORDER BY since DESC LIMIT 1;
  IF found IS NULL AND org IS NOT NULL THEN
    INSERT INTO peers_recordingrule (id, organisation_id, rule, words, since, set_by_id)
      VALUES (made, org, 'no_notes', '', now(), NULL);
    found := made;
  END IF;
  RETURN found;
END $$;
-- What is kept about somebody is theirs to see; and what was kept by mistake can be taken back.
DROP POLICY seen ON peers_competingend;
CREATE POLICY seen ON peers_competingend FOR SELECT
  USING (ownwords_reaches(person_id) AND ownwords_role() IN ('person', 'worker', 'team_lead'));
CREATE POLICY deleted ON peers_competingend FOR DELETE
  USING (ownwords_reaches(person_id) AND ownwords_role() IN ('worker', 'team_lead'));
"""
GONE = """version = version + 1, changed_at = moment, changed_by_id = by_whom,
    removed_at = coalesce(removed_at, moment), removed_by_id = coalesce(removed_by_id, by_whom), removed_reason = '-',
    erased_at = moment"""
CHANGED = "version = version + 1, changed_at = moment, changed_by_id = by_whom"
ATTEMPT = "note = '', setting = '', present = ''"
INTRODUCTION = "from_words = '', to_words = '', rating = NULL, rating_words = ''"
# A pause by the service owes a reason, so a dash stands where one was.
DOOR = "words = '', reason = CASE WHEN reason = '' THEN '' ELSE '-' END, who_to_call = ''"


def function(kind: str, body: str, *, unless: str = "t.erased_at IS NULL") -> str:
    """The function that erases one kind of thing; nobody may call it but the one that checks."""
    takes = "thing uuid, whose uuid, moment timestamptz, by_whom uuid"
    return f"""
CREATE FUNCTION ownwords_erase_{kind}({takes}) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM 1 FROM peers_{kind} t WHERE t.id = thing AND t.person_id = whose AND {unless} FOR UPDATE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'There is nothing like that to erase.' USING ERRCODE = 'no_data_found';
  END IF;
{body}
END $$;
REVOKE EXECUTE ON FUNCTION ownwords_erase_{kind}(uuid, uuid, timestamptz, uuid) FROM PUBLIC;
"""


def removable(kind: str, columns: str) -> str:
    """Blank columns of a row that can be out of view, and of every version that was kept of it."""
    reasons = "removed_reason = CASE WHEN removed_reason = '' THEN '' ELSE '-' END"
    return function(
        kind,
        f"  UPDATE peers_{kind} SET {columns}, {GONE} WHERE id = thing;\n"
        f"  UPDATE peers_{kind}event SET {columns}, {reasons} WHERE pgh_obj_id = thing;",
    )


ERASING = (
    removable("attempt", ATTEMPT)
    + removable("approach", "words = ''")
    + removable("introduction", INTRODUCTION)
    + function(
        "doorchange",
        f"  UPDATE peers_doorchange SET {DOOR}, {CHANGED}, erased_at = moment WHERE id = thing;\n"
        f"  UPDATE peers_doorchangeevent SET {DOOR} WHERE pgh_obj_id = thing;",
    )
    # That it was asked, and answered, stays: it is never asked again.
    + function(
        "firstface",
        f"  UPDATE peers_firstface SET words = '', answer = NULL, {CHANGED} WHERE id = thing;\n"
        "  UPDATE peers_firstfaceevent SET words = '', answer = NULL WHERE pgh_obj_id = whose;",
        unless="(t.words <> '' OR t.answer IS NOT NULL)",
    )
)


class Migration(migrations.Migration):
    """The first rule, two policies, and one function for each kind of thing that can be erased."""

    dependencies = [
        ("peers", "0003_between"),
        ("people", "0009_sight"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]
    operations = [
        Together(
            [
                migrations.AlterField(
                    model_name="recordingrule",
                    name="set_by",
                    field=models.ForeignKey(
                        blank=True,
                        help_text="Nobody set the first one of an organisation that has not decided: the strictest holds.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                # How somebody who comes back would like to be reached.
                pgtrigger.migrations.RemoveTrigger(
                    model_name="approach",
                    name="insert_insert",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="approach",
                    name="update_update",
                ),
                migrations.AddField(
                    model_name="approach",
                    name="reach_by",
                    field=models.CharField(
                        blank=True,
                        choices=[
                            ("call", "a phone call"),
                            ("text", "a text or a message"),
                            ("letter", "a letter"),
                            ("in_person", "in person"),
                            ("i_call", "I will call or come by myself"),
                        ],
                        max_length=10,
                    ),
                ),
                migrations.AddField(
                    model_name="approachevent",
                    name="reach_by",
                    field=models.CharField(
                        blank=True,
                        choices=[
                            ("call", "a phone call"),
                            ("text", "a text or a message"),
                            ("letter", "a letter"),
                            ("in_person", "in person"),
                            ("i_call", "I will call or come by myself"),
                        ],
                        max_length=10,
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="approach",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "peers_approachevent" ("changed_at", "changed_by_id", "created_at", "erased_at", "id", "made_on", "person_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reach_by", "referral_needed", "removed_at", "removed_by_id", "removed_reason", "route", "seen_to_at", "seen_to_by_id", "submission", "version", "visibility", "words", "written_by_id") VALUES (NEW."changed_at", NEW."changed_by_id", NEW."created_at", NEW."erased_at", NEW."id", NEW."made_on", NEW."person_id", NOW(), \'insert\', NEW."id", NEW."reach_by", NEW."referral_needed", NEW."removed_at", NEW."removed_by_id", NEW."removed_reason", NEW."route", NEW."seen_to_at", NEW."seen_to_by_id", NEW."submission", NEW."version", NEW."visibility", NEW."words", NEW."written_by_id"); RETURN NULL;',
                            hash="42a9c496922b27b74a46a8ed390c20f63c5adc78",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_53f73",
                            table="peers_approach",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="approach",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "peers_approachevent" ("changed_at", "changed_by_id", "created_at", "erased_at", "id", "made_on", "person_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reach_by", "referral_needed", "removed_at", "removed_by_id", "removed_reason", "route", "seen_to_at", "seen_to_by_id", "submission", "version", "visibility", "words", "written_by_id") VALUES (NEW."changed_at", NEW."changed_by_id", NEW."created_at", NEW."erased_at", NEW."id", NEW."made_on", NEW."person_id", NOW(), \'update\', NEW."id", NEW."reach_by", NEW."referral_needed", NEW."removed_at", NEW."removed_by_id", NEW."removed_reason", NEW."route", NEW."seen_to_at", NEW."seen_to_by_id", NEW."submission", NEW."version", NEW."visibility", NEW."words", NEW."written_by_id"); RETURN NULL;',
                            hash="bdeae02eed680b5269cb9ae3c6f6ed9de093d5e1",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_406a7",
                            table="peers_approach",
                            when="AFTER",
                        ),
                    ),
                ),
                migrations.AddConstraint(
                    model_name="approach",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("reach_by__in", ["", "call", "text", "letter", "in_person", "i_call"])
                        ),
                        name="approach_reach_by_known",
                    ),
                ),
                migrations.RunSQL(FIRST_RULE + ERASING, migrations.RunSQL.noop),
            ]
        )
    ]
