"""Who withdraws from a study takes back what they said when findings were checked back, and their link is no more.

A trigger, so that no way of withdrawing forgets it: replies and notes have no versions, so what is deleted is gone.
"""

from django.db import migrations

FORGET = """
CREATE FUNCTION ownwords_forget_replies() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  DELETE FROM inquiry_checkingreply WHERE respondent_id IN
    (SELECT r.id FROM inquiry_respondent r WHERE r.participant_id = NEW.id);
  DELETE FROM inquiry_ownwordsnote WHERE respondent_id IN
    (SELECT r.id FROM inquiry_respondent r WHERE r.participant_id = NEW.id);
  UPDATE inquiry_respondent SET withdrawn_at = now()
    WHERE participant_id = NEW.id AND secret_hash IS NOT NULL AND withdrawn_at IS NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER forget_replies AFTER UPDATE OF withdrew_on ON inquiry_participant FOR EACH ROW
  WHEN (OLD.withdrew_on IS NULL AND NEW.withdrew_on IS NOT NULL) EXECUTE FUNCTION ownwords_forget_replies();
"""
BACK = "DROP TRIGGER forget_replies ON inquiry_participant; DROP FUNCTION ownwords_forget_replies();"


class Migration(migrations.Migration):
    """One trigger."""

    dependencies = [("inquiry", "0014_acts_of_a_study")]
    operations = [migrations.RunSQL(FORGET, BACK)]
