"""Erasing an entry, which only the database may do, and who may write requests for it."""

from django.db import migrations

PERSON = "EXISTS (SELECT 1 FROM people_person p WHERE p.id = record_erasurerequest.person_id)"

# Asked in one's own name and not yet decided; decided in one's own name, by a lead or by the person.
POLICIES = f"""
DROP POLICY with_the_person ON record_erasurerequest;
CREATE POLICY erasure_read ON record_erasurerequest FOR SELECT USING ({PERSON});
CREATE POLICY erasure_asked ON record_erasurerequest FOR INSERT WITH CHECK (
  {PERSON} AND asked_by_id = ownwords_account() AND decided_at IS NULL
  AND ownwords_role() IN ('person', 'worker', 'team_lead'));
CREATE POLICY erasure_decided ON record_erasurerequest FOR UPDATE
  USING ({PERSON} AND decided_at IS NULL AND ownwords_role() IN ('person', 'team_lead'))
  WITH CHECK (decided_by_id = ownwords_account() AND asked_by_id <> ownwords_account());
"""

ERASE = """
CREATE FUNCTION ownwords_erase(request uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  agreed record_erasurerequest%ROWTYPE;
  target record_entry%ROWTYPE;
BEGIN
  SELECT * INTO agreed FROM record_erasurerequest r
    WHERE r.id = request AND r.agreed AND r.decided_at IS NOT NULL
      AND r.decided_by_id = ownwords_account() AND r.asked_by_id <> r.decided_by_id;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'An erasure takes one who asks and another who agrees.' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF NOT (
    EXISTS (SELECT 1 FROM people_person p WHERE p.id = agreed.person_id AND p.account_id = agreed.decided_by_id)
    OR EXISTS (
      SELECT 1 FROM people_placement p JOIN people_membership m ON m.team_id = p.team_id
      WHERE p.person_id = agreed.person_id AND m.account_id = agreed.decided_by_id AND m.role = 'team_lead'
        AND p.starts_on <= ownwords_today() AND (p.ends_on IS NULL OR p.ends_on > ownwords_today())
        AND m.starts_on <= ownwords_today() AND (m.ends_on IS NULL OR m.ends_on > ownwords_today()))) THEN
    RAISE EXCEPTION 'Only the person or a lead of their team decides.' USING ERRCODE = 'insufficient_privilege';
  END IF;
  SELECT * INTO target FROM record_entry e
    WHERE e.id = agreed.entry_id AND e.person_id = agreed.person_id AND e.erased_at IS NULL FOR UPDATE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'There is no such entry to erase.' USING ERRCODE = 'no_data_found';
  END IF;

  DELETE FROM record_draft d WHERE d.person_id = target.person_id AND (
    d.form LIKE '%' || target.id::text || '%'
    OR jsonb_path_exists(d.fields, '$.** ? (@ == $w || @ == $o)',
                         jsonb_build_object('w', target.words, 'o', target.original_words)));

  UPDATE record_goal SET origin_name = '', kind_by_person = '', kind_by_worker = '', whose_names = '', direction = '',
    why = '', importance = NULL, confidence = NULL, a_bit = '', hoped = '', more_than_hoped = '', obstacles = '[]',
    needs = '[]', review_on = NULL, outcome_words = '' WHERE entry_id = target.id;
  UPDATE record_strength SET domain = 'own', domain_words = '', category = '', example = '' WHERE entry_id = target.id;
  UPDATE record_preference SET subject = '', not_wanted = '', why = '', force = '' WHERE entry_id = target.id;
  UPDATE record_conversation SET place = '', answers = '[]', look_again_on = NULL WHERE entry_id = target.id;
  UPDATE record_step SET words = '', for_need = '', due_on = NULL,
    owner_name = CASE WHEN owner_name = '' THEN '' ELSE '-' END,
    what_happened = CASE WHEN what_happened = '' THEN '' ELSE '-' END WHERE entry_id = target.id;
  UPDATE record_otherview SET words = '', withdrawn_at = coalesce(withdrawn_at, agreed.decided_at)
    WHERE entry_id = target.id;
  UPDATE record_entry SET words = '', original_words = '', said_by_name = '', about = '', rewording = '',
    rewording_by_id = NULL, tags = '{}', tag_words = '', answer_words = '', happened_on = NULL, happened_words = '',
    approach = '', position = NULL, version = version + 1, changed_at = agreed.decided_at,
    changed_by_id = agreed.decided_by_id, removed_at = coalesce(removed_at, agreed.decided_at),
    removed_by_id = coalesce(removed_by_id, agreed.decided_by_id), removed_reason = '-',
    erased_at = agreed.decided_at WHERE id = target.id;

  UPDATE record_goalevent SET origin_name = '', kind_by_person = '', kind_by_worker = '', whose_names = '',
    direction = '', why = '', importance = NULL, confidence = NULL, a_bit = '', hoped = '', more_than_hoped = '',
    obstacles = '[]', needs = '[]', review_on = NULL, outcome_words = '' WHERE entry_id = target.id;
  UPDATE record_strengthevent SET domain = 'own', domain_words = '', category = '', example = ''
    WHERE entry_id = target.id;
  UPDATE record_preferenceevent SET subject = '', not_wanted = '', why = '', force = '' WHERE entry_id = target.id;
  UPDATE record_conversationevent SET place = '', answers = '[]', look_again_on = NULL WHERE entry_id = target.id;
  UPDATE record_stepevent SET words = '', for_need = '', due_on = NULL, owner_name = '', what_happened = ''
    WHERE entry_id = target.id;
  UPDATE record_otherviewevent SET words = '' WHERE entry_id = target.id;
  UPDATE record_entryevent SET words = '', original_words = '', said_by_name = '', about = '', rewording = '',
    rewording_by_id = NULL, tags = '{}', tag_words = '', answer_words = '', happened_on = NULL, happened_words = '',
    approach = '', position = NULL, removed_reason = '' WHERE pgh_obj_id = target.id;
END $$;
REVOKE EXECUTE ON FUNCTION ownwords_erase(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ownwords_erase(uuid) TO ownwords_web;
"""
BACK = "DROP FUNCTION ownwords_erase(uuid);"


class Migration(migrations.Migration):
    """The function that erases, and the policies of the requests."""

    dependencies = [("record", "0002_row_level_security")]
    operations = [migrations.RunSQL(POLICIES + ERASE, BACK)]
