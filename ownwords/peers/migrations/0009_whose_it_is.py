"""Whose something is never changes, nor who wrote it; what somebody said for themselves nobody says for them.

The policies say which rows somebody may change; these triggers say what of them. They hold the web role alone: what the
owner's functions do (erasing, answering a match) is checked by those functions.
"""

from django.db import migrations

ME = "ownwords_account()"

# Arguments name the columns that staff other than the writer may change as well.
KEPT = f"""
CREATE FUNCTION ownwords_peers_kept() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  before jsonb := to_jsonb(OLD);
  after jsonb := to_jsonb(NEW);
  own boolean := ownwords_role() = 'person';
  one text;
BEGIN
  IF current_user <> 'ownwords_web' THEN
    RETURN NEW;
  END IF;
  FOREACH one IN ARRAY ARRAY['id', 'person_id', 'peer_id', 'written_by_id', 'created_at', 'submission', 'erased_at'] LOOP
    IF after -> one IS DISTINCT FROM before -> one THEN
      RAISE EXCEPTION 'Whose something is, and who wrote it, never changes.';
    END IF;
  END LOOP;
  IF NOT own AND after -> 'visibility' IS DISTINCT FROM before -> 'visibility' THEN
    RAISE EXCEPTION 'Only the person says who sees this.';
  END IF;
  IF TG_NARGS > 0 AND OLD.written_by_id IS DISTINCT FROM {ME} THEN
    IF after - TG_ARGV - ARRAY['version', 'changed_at', 'changed_by_id', 'visibility', 'removed_at', 'removed_by_id',
        'removed_reason']
      IS DISTINCT FROM before - TG_ARGV - ARRAY['version', 'changed_at', 'changed_by_id', 'visibility', 'removed_at',
        'removed_by_id', 'removed_reason'] THEN
      RAISE EXCEPTION 'Only who wrote this changes it.';
    ELSIF NOT own AND after -> 'removed_at' IS DISTINCT FROM before -> 'removed_at' THEN
      RAISE EXCEPTION 'Only the person, or who wrote this, takes it out of view.';
    END IF;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER ownwords_kept BEFORE UPDATE ON peers_attempt
  FOR EACH ROW EXECUTE FUNCTION ownwords_peers_kept('followed_up_at');
CREATE TRIGGER ownwords_kept BEFORE UPDATE ON peers_approach
  FOR EACH ROW EXECUTE FUNCTION ownwords_peers_kept('seen_to_at', 'seen_to_by_id');
CREATE TRIGGER ownwords_kept BEFORE UPDATE ON peers_introduction FOR EACH ROW EXECUTE FUNCTION ownwords_peers_kept(
  'from_words', 'to_words', 'how', 'asked_by', 'on', 'peer_present', 'taken_up', 'taken_up_on', 'rating', 'rating_words');
CREATE TRIGGER ownwords_kept BEFORE UPDATE ON peers_match FOR EACH ROW EXECUTE FUNCTION ownwords_peers_kept();
CREATE TRIGGER ownwords_kept BEFORE UPDATE ON peers_supervisionitem FOR EACH ROW EXECUTE FUNCTION ownwords_peers_kept();
"""

# How an introduction or a first meeting was, the person says.
SAID = """
CREATE FUNCTION ownwords_introduction_said() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_user = 'ownwords_web' AND ownwords_role() <> 'person' AND (
    TG_OP = 'INSERT' AND (NEW.rating IS NOT NULL OR NEW.rating_words <> '')
    OR TG_OP = 'UPDATE' AND (NEW.rating, NEW.rating_words) IS DISTINCT FROM (OLD.rating, OLD.rating_words)) THEN
    RAISE EXCEPTION 'Only the person says how an introduction was.';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER ownwords_introduction_said BEFORE INSERT OR UPDATE ON peers_introduction
  FOR EACH ROW EXECUTE FUNCTION ownwords_introduction_said();
CREATE FUNCTION ownwords_first_face_said() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_user <> 'ownwords_web' THEN
    RETURN NEW;
  END IF;
  IF TG_OP = 'INSERT' AND (NEW.answer IS NOT NULL OR NEW.words <> '' OR NEW.answered_at IS NOT NULL
      OR NEW.skipped_at IS NOT NULL)
    OR TG_OP = 'UPDATE' AND ((NEW.id, NEW.person_id, NEW.account_id, NEW.met_on)
      IS DISTINCT FROM (OLD.id, OLD.person_id, OLD.account_id, OLD.met_on)
      OR (OLD.answered_at IS NOT NULL OR OLD.skipped_at IS NOT NULL)
        AND (NEW.answer, NEW.words, NEW.answered_at, NEW.skipped_at)
          IS DISTINCT FROM (OLD.answer, OLD.words, OLD.answered_at, OLD.skipped_at)) THEN
    RAISE EXCEPTION 'Only the person says how the first meeting was, once.';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER ownwords_first_face_said BEFORE INSERT OR UPDATE ON peers_firstface
  FOR EACH ROW EXECUTE FUNCTION ownwords_first_face_said();
"""

# A "no" that the person gave is theirs to take back. The lock lets a proposal and a "no" come one after the other.
WISHES = """
CREATE FUNCTION ownwords_wants_no_peer(whose uuid) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  found boolean;
BEGIN
  SELECT w.wanted INTO found FROM peers_peerwish w WHERE w.person_id = whose FOR SHARE;
  RETURN found IS NOT DISTINCT FROM false;
END $$;
CREATE FUNCTION ownwords_wish_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_user = 'ownwords_web' AND (NEW.person_id <> OLD.person_id OR ownwords_role() <> 'person'
    AND OLD.changed_by_id IS NOT NULL AND OLD.version > 0 AND (NEW.wanted, NEW.words, NEW.show_words)
      IS DISTINCT FROM (OLD.wanted, OLD.words, OLD.show_words)
    AND EXISTS (SELECT 1 FROM people_person p WHERE p.id = OLD.person_id AND p.account_id = OLD.changed_by_id)) THEN
    RAISE EXCEPTION 'What the person said of peer support is theirs to change.';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER ownwords_wish_kept BEFORE UPDATE ON peers_peerwish
  FOR EACH ROW EXECUTE FUNCTION ownwords_wish_kept();
CREATE FUNCTION ownwords_match_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_user <> 'ownwords_web' THEN
    RETURN NEW;
  END IF;
  IF TG_OP = 'INSERT' THEN
    IF NEW.began_at IS NOT NULL OR NEW.closed_at IS NOT NULL OR ownwords_wants_no_peer(NEW.person_id) THEN
      RAISE EXCEPTION 'A proposal begins open, and never where somebody said no.';
    END IF;
  ELSIF NEW.account_id <> OLD.account_id OR NEW.began_at IS DISTINCT FROM OLD.began_at
    OR OLD.closed_at IS NOT NULL AND NEW.closed_at IS DISTINCT FROM OLD.closed_at THEN
    RAISE EXCEPTION 'A proposal that is closed stays closed, and begins with two answers alone.';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER ownwords_match_kept BEFORE INSERT OR UPDATE ON peers_match
  FOR EACH ROW EXECUTE FUNCTION ownwords_match_kept();
"""

# Messages stay between the two who wrote them; whoever switches them is named.
CHANNELS = f"""
CREATE FUNCTION ownwords_channel_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_user = 'ownwords_web' AND ((NEW.id, NEW.person_id, NEW.account_id)
      IS DISTINCT FROM (OLD.id, OLD.person_id, OLD.account_id)
    OR NEW."on" <> OLD."on" AND NEW.switched_by_id IS DISTINCT FROM {ME}
    OR NEW."on" = OLD."on" AND NEW.switched_by_id IS DISTINCT FROM OLD.switched_by_id) THEN
    RAISE EXCEPTION 'Messages stay between the same two.';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER ownwords_channel_kept BEFORE UPDATE ON peers_channel
  FOR EACH ROW EXECUTE FUNCTION ownwords_channel_kept();
"""

# What somebody said of the principles is said: a later look is another row.
FIDELITY = """
DROP POLICY changed ON peers_fidelityrating;
DROP POLICY changed ON peers_fidelityanswer;
"""

# An organisation's own administrators decide for it.
RULES = f"""
CREATE FUNCTION ownwords_administers(org uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  RETURN ownwords_role() = 'administrator' AND EXISTS (SELECT 1 FROM people_appointment a
    WHERE a.organisation_id = org AND a.account_id = {ME} AND a.role = 'administrator'
      AND a.starts_on <= ownwords_today() AND (a.ends_on IS NULL OR a.ends_on > ownwords_today()));
END $$;
DROP POLICY added ON peers_recordingrule;
CREATE POLICY added ON peers_recordingrule FOR INSERT
  WITH CHECK (ownwords_administers(organisation_id) AND set_by_id = {ME});
DROP POLICY added ON peers_peersettings;
DROP POLICY changed ON peers_peersettings;
CREATE POLICY added ON peers_peersettings FOR INSERT WITH CHECK (ownwords_administers(organisation_id));
CREATE POLICY changed ON peers_peersettings FOR UPDATE USING (ownwords_administers(organisation_id))
  WITH CHECK (ownwords_administers(organisation_id));
"""


class Migration(migrations.Migration):
    """Triggers and policies."""

    dependencies = [("peers", "0008_agreed_by_both")]
    operations = [
        migrations.RunSQL(KEPT + SAID + WISHES + CHANNELS + FIDELITY + RULES, migrations.RunSQL.noop)
    ]
