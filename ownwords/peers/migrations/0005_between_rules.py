"""The second lock on what is between two: who agrees to what, who withholds, who is told of a match, who counts.

A trigger holds the web role alone; what the owner's functions do (erasing) is checked by those functions.
"""

from django.db import migrations

ME = "ownwords_account()"
PEER = "ownwords_role() = 'peer_worker'"
LEAD = "ownwords_role() = 'team_lead'"
OWN_RECORD = "ownwords_role() IN ('person', 'worker', 'team_lead')"
DEFINER = "SECURITY DEFINER SET search_path = public, pg_temp"
HOLDS = "starts_on <= ownwords_today() AND ({0}.ends_on IS NULL OR {0}.ends_on > ownwords_today())"


def holds(row: str) -> str:
    """The condition "holds today" of a span."""
    return f"{row}.{HOLDS.format(row)}"


# Each of the two agrees for themselves alone; agreed words never change; only the person takes a note back, or says
# who sees it. A service that wants no notes gets none.
NOTES = f"""
CREATE FUNCTION ownwords_recording_rule(whose uuid) RETURNS text
LANGUAGE sql STABLE {DEFINER} AS $$
  SELECT r.rule::text FROM peers_recordingrule r JOIN people_person p ON p.organisation_id = r.organisation_id
  WHERE p.id = whose AND r.since <= clock_timestamp() ORDER BY r.since DESC LIMIT 1
$$;
CREATE FUNCTION ownwords_note_by_two() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  own boolean := ownwords_role() = 'person';
BEGIN
  IF current_user <> 'ownwords_web' THEN
    RETURN NEW;
  END IF;
  IF TG_OP = 'INSERT' THEN
    IF coalesce(ownwords_recording_rule(NEW.person_id), 'no_notes') = 'no_notes' THEN
      RAISE EXCEPTION 'The rule of this service is that peer workers write no notes.';
    END IF;
    IF NEW.agreed_at IS NOT NULL OR NEW.taken_back_at IS NOT NULL OR NEW.wording <> 1
      OR own AND NEW.peer_agreed_to IS NOT NULL OR NOT own AND NEW.person_agreed_to IS NOT NULL THEN
      RAISE EXCEPTION 'A note by two begins as words that one of them proposes.';
    END IF;
    RETURN NEW;
  END IF;
  IF (NEW.person_id, NEW.peer_id, NEW.written_by_id) IS DISTINCT FROM (OLD.person_id, OLD.peer_id, OLD.written_by_id) THEN
    RAISE EXCEPTION 'Whose note it is never changes.';
  END IF;
  IF NEW.words IS DISTINCT FROM OLD.words AND (OLD.agreed_at IS NOT NULL OR NEW.wording <> OLD.wording + 1)
    OR NEW.words = OLD.words AND NEW.wording <> OLD.wording THEN
    RAISE EXCEPTION 'Other words are another wording, and words that both agreed to stay.';
  END IF;
  IF own AND NEW.peer_agreed_to IS DISTINCT FROM OLD.peer_agreed_to
    OR NOT own AND NEW.person_agreed_to IS DISTINCT FROM OLD.person_agreed_to
    OR OLD.agreed_at IS NOT NULL AND NEW.agreed_at IS DISTINCT FROM OLD.agreed_at THEN
    RAISE EXCEPTION 'Each of the two agrees for themselves.';
  END IF;
  IF NOT own AND (NEW.visibility <> OLD.visibility OR NEW.taken_back_at IS DISTINCT FROM OLD.taken_back_at) THEN
    RAISE EXCEPTION 'Only the person says who sees a note, or takes it back.';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER ownwords_note_by_two BEFORE INSERT OR UPDATE ON peers_sharednote
  FOR EACH ROW EXECUTE FUNCTION ownwords_note_by_two();
"""

# While something is withheld, nothing in the person's own pages says so; released, they read all of it, with reasons.
SAFETY = f"""
CREATE FUNCTION ownwords_withheld(of_share uuid, whose uuid) RETURNS boolean
LANGUAGE plpgsql STABLE {DEFINER} AS $$
BEGIN
  RETURN EXISTS (SELECT 1 FROM peers_safetyshare s
    WHERE (s.id = of_share OR s.person_id = whose) AND s.withheld_at IS NOT NULL);
END $$;
CREATE POLICY withheld_unseen ON ledger_act AS RESTRICTIVE FOR SELECT USING (
  ownwords_role() <> 'person' OR thing_kind <> 'safetyshare' OR NOT ownwords_withheld(thing_id, NULL));
CREATE POLICY withheld_unseen ON ledger_look AS RESTRICTIVE FOR SELECT USING (
  ownwords_role() <> 'person' OR part <> 'list:withheld' OR NOT ownwords_withheld(NULL, about_id));
CREATE FUNCTION ownwords_safety_kept() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  decided text[] := ARRAY['withheld_at', 'withheld_by_id', 'withheld_reason', 'review_on', 'reviewed_at', 'version',
    'changed_at', 'changed_by_id'];
BEGIN
  IF current_user = 'ownwords_web' AND ((to_jsonb(NEW) - decided) IS DISTINCT FROM (to_jsonb(OLD) - decided)
    OR NEW.withheld_by_id IS NOT NULL AND NEW.withheld_by_id IS DISTINCT FROM OLD.withheld_by_id
      AND NEW.withheld_by_id <> {ME}) THEN
    RAISE EXCEPTION 'What was passed on stays as it was told.';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER ownwords_safety_kept BEFORE UPDATE ON peers_safetyshare
  FOR EACH ROW EXECUTE FUNCTION ownwords_safety_kept();
ALTER TABLE peers_safetyreview ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON peers_safetyreview FOR SELECT
  USING (EXISTS (SELECT 1 FROM peers_safetyshare s WHERE s.id = share_id));
CREATE POLICY added ON peers_safetyreview FOR INSERT WITH CHECK ({LEAD} AND made_by_id = {ME}
  AND EXISTS (SELECT 1 FROM peers_safetyshare s WHERE s.id = share_id AND s.written_by_id <> {ME}));
"""

# Counts alone, to the peer worker and their peer supervisor; to a lead, for a whole team.
COUNTS = f"""
CREATE FUNCTION ownwords_peer_workload(of_peer uuid)
RETURNS TABLE (people bigint, contacts bigint, follow_ups bigint, waiting bigint)
LANGUAGE plpgsql STABLE {DEFINER} AS $$
BEGIN
  IF {PEER} AND of_peer = {ME} OR ownwords_supervises(of_peer) THEN
    RETURN QUERY SELECT
      (SELECT count(DISTINCT r.person_id) FROM people_relationship r
        WHERE r.account_id = of_peer AND r.kind = 'peer_worker' AND {holds("r")}),
      (SELECT count(*) FROM peers_attempt a WHERE a.with_account_id = of_peer AND a.removed_at IS NULL
        AND a.visibility <> 'me' AND a.outcome IN ('met', 'spoke', 'answered_by_message')
        AND a."on" > ownwords_today() - 28 AND a."on" <= ownwords_today()),
      (SELECT count(*) FROM peers_attempt a WHERE a.with_account_id = of_peer AND a.removed_at IS NULL
        AND a.visibility <> 'me' AND a.booked = '3' AND a.followed_up_at IS NULL
        AND EXISTS (SELECT 1 FROM people_relationship r WHERE r.person_id = a.person_id AND r.account_id = of_peer
          AND r.kind = 'peer_worker' AND {holds("r")})),
      (SELECT count(*) FROM peers_message m JOIN peers_channel c ON c.id = m.channel_id
        WHERE c.account_id = of_peer AND m.written_by_id <> of_peer AND m.read_at IS NULL
        AND EXISTS (SELECT 1 FROM people_relationship r WHERE r.person_id = c.person_id AND r.account_id = of_peer
          AND r.kind = 'peer_worker' AND {holds("r")}));
  END IF;
END $$;
CREATE FUNCTION ownwords_peer_counts(of_team uuid) RETURNS TABLE (peer_workers bigint, people bigint, in_contact bigint)
LANGUAGE plpgsql STABLE {DEFINER} AS $$
BEGIN
  IF {LEAD} AND ownwords_in_team(of_team) THEN
    RETURN QUERY
    WITH beside AS (
      SELECT DISTINCT r.person_id FROM people_relationship r
      JOIN people_placement p ON p.person_id = r.person_id AND p.team_id = of_team AND {holds("p")}
      WHERE r.kind = 'peer_worker' AND {holds("r")})
    SELECT
      (SELECT count(DISTINCT m.account_id) FROM people_membership m
        WHERE m.team_id = of_team AND m.role = 'peer_worker' AND {holds("m")}),
      (SELECT count(*) FROM beside),
      (SELECT count(*) FROM beside b WHERE EXISTS (SELECT 1 FROM peers_attempt a
        JOIN people_relationship r ON r.person_id = a.person_id AND r.account_id = a.with_account_id
          AND r.kind = 'peer_worker'
        WHERE a.person_id = b.person_id AND a.removed_at IS NULL AND a.visibility <> 'me'
          AND a.outcome IN ('met', 'spoke', 'answered_by_message')
          AND a."on" > ownwords_today() - 28 AND a."on" <= ownwords_today()));
  END IF;
END $$;
"""

# Neither reads what the other said. A peer worker who is asked reads a name, and words the person agreed to show.
MATCHING = f"""
DROP POLICY seen ON peers_match;
DROP POLICY changed ON peers_match;
CREATE POLICY seen ON peers_match FOR SELECT USING (ownwords_reaches(person_id) AND {OWN_RECORD});
CREATE POLICY changed ON peers_match FOR UPDATE USING (ownwords_reaches(person_id) AND {OWN_RECORD});
ALTER TABLE peers_matchanswer ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON peers_matchanswer FOR SELECT USING (given_by_id = {ME} OR side = 'person'
  AND ownwords_role() = 'person' AND EXISTS (SELECT 1 FROM peers_match m WHERE m.id = match_id));
CREATE FUNCTION ownwords_answer_match(of_match uuid, said text) RETURNS text
LANGUAGE plpgsql {DEFINER} AS $$
DECLARE
  found record;
  own text;
BEGIN
  SELECT m.person_id, m.account_id, m.closed_at, p.account_id AS whose INTO found
    FROM peers_match m JOIN people_person p ON p.id = m.person_id WHERE m.id = of_match FOR UPDATE OF m;
  IF found.person_id IS NULL OR said NOT IN ('yes', 'no') THEN
    RETURN 'none';
  END IF;
  IF ownwords_role() = 'person' AND found.whose = {ME} THEN
    own := 'person';
  ELSIF {PEER} AND found.account_id = {ME} AND EXISTS (SELECT 1 FROM people_membership m
      WHERE m.account_id = {ME} AND m.role = 'peer_worker' AND {holds("m")}) THEN
    own := 'peer';
  ELSIF ownwords_role() IN ('worker', 'team_lead') AND found.whose IS NULL AND ownwords_reaches(found.person_id) THEN
    own := 'person';
  ELSE
    RETURN 'none';
  END IF;
  IF found.closed_at IS NOT NULL THEN
    RETURN 'closed';
  END IF;
  INSERT INTO peers_matchanswer (id, match_id, side, answer, given_by_id, given_at)
    VALUES (gen_random_uuid(), of_match, own, said, {ME}, clock_timestamp())
    ON CONFLICT (match_id, side) DO UPDATE SET answer = excluded.answer, given_by_id = excluded.given_by_id,
      given_at = excluded.given_at;
  IF said = 'no' THEN
    UPDATE peers_match SET closed_at = clock_timestamp(), version = version + 1, changed_at = clock_timestamp(),
      changed_by_id = NULL WHERE id = of_match;
    RETURN 'closed';
  END IF;
  IF (SELECT count(*) FROM peers_matchanswer a WHERE a.match_id = of_match AND a.answer = 'yes') < 2 THEN
    RETURN 'waiting';
  END IF;
  INSERT INTO people_relationship (id, person_id, account_id, kind, label, starts_on)
    VALUES (gen_random_uuid(), found.person_id, found.account_id, 'peer_worker', '', ownwords_today())
    ON CONFLICT (person_id, account_id, kind) WHERE ends_on IS NULL DO NOTHING;
  UPDATE peers_match SET began_at = clock_timestamp(), closed_at = clock_timestamp(), version = version + 1,
    changed_at = clock_timestamp(), changed_by_id = NULL WHERE id = of_match;
  RETURN 'began';
END $$;
CREATE FUNCTION ownwords_match_offers()
RETURNS TABLE (match uuid, person uuid, called text, words text, made_on timestamptz, answer text, state text)
LANGUAGE plpgsql STABLE {DEFINER} AS $$
BEGIN
  IF {PEER} AND EXISTS (SELECT 1 FROM people_membership m
      WHERE m.account_id = {ME} AND m.role = 'peer_worker' AND {holds("m")}) THEN
    RETURN QUERY SELECT m.id, m.person_id, p.called::text,
      CASE WHEN w.show_words AND m.closed_at IS NULL THEN w.words ELSE '' END, m.created_at,
      coalesce(a.answer::text, ''),
      CASE WHEN m.began_at IS NOT NULL THEN 'began' WHEN m.closed_at IS NOT NULL THEN 'closed' ELSE 'open' END
    FROM peers_match m JOIN people_person p ON p.id = m.person_id
      LEFT JOIN peers_peerwish w ON w.person_id = m.person_id
      LEFT JOIN peers_matchanswer a ON a.match_id = m.id AND a.side = 'peer'
    WHERE m.account_id = {ME} AND (m.closed_at IS NULL OR m.closed_at > clock_timestamp() - interval '28 days')
    ORDER BY m.created_at DESC, m.id;
  END IF;
END $$;
"""

# A message is what its writer sent; the other marks it as read, and nothing else changes.
MESSAGES = f"""
CREATE FUNCTION ownwords_message_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_user <> 'ownwords_web' THEN
    RETURN NEW;
  END IF;
  IF TG_OP = 'INSERT' THEN
    IF NOT EXISTS (SELECT 1 FROM peers_channel c WHERE c.id = NEW.channel_id AND c."on") THEN
      RAISE EXCEPTION 'Messages are switched off.';
    END IF;
  ELSIF (to_jsonb(NEW) - 'read_at') IS DISTINCT FROM (to_jsonb(OLD) - 'read_at') OR OLD.written_by_id = {ME} THEN
    RAISE EXCEPTION 'A message stays as it was sent.';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER ownwords_message_kept BEFORE INSERT OR UPDATE ON peers_message
  FOR EACH ROW EXECUTE FUNCTION ownwords_message_kept();
"""

# Each rater counts once, with their latest look of a year, and a view leaves the database only when five gave it.
FIDELITY = f"""
DROP POLICY added ON peers_fidelityrating;
CREATE POLICY added ON peers_fidelityrating FOR INSERT WITH CHECK (written_by_id = {ME} AND (
  rater = 'person' AND ownwords_role() = 'person' AND ownwords_reaches(person_id)
    AND EXISTS (SELECT 1 FROM people_placement p
      WHERE p.person_id = peers_fidelityrating.person_id AND p.team_id = peers_fidelityrating.team_id)
  OR {PEER} AND person_id IS NULL AND ownwords_in_team(team_id) AND (rater = 'peer' OR rater = 'supervisor'
    AND EXISTS (SELECT 1 FROM peers_supervision s WHERE s.supervisor_id = {ME} AND {holds("s")}))));
CREATE FUNCTION ownwords_team_fidelity(of_team uuid) RETURNS TABLE (rater text, domain text, value int)
LANGUAGE plpgsql STABLE {DEFINER} AS $$
#variable_conflict use_column
BEGIN
  IF NOT ownwords_in_team(of_team) THEN
    RETURN;
  END IF;
  RETURN QUERY
  WITH latest AS (
    SELECT DISTINCT ON (r.written_by_id, r.rater) r.id, r.rater::text AS rater FROM peers_fidelityrating r
    WHERE r.team_id = of_team AND r.made_on > ownwords_today() - 365
    ORDER BY r.written_by_id, r.rater, r.made_on DESC, r.created_at DESC, r.id DESC),
  given AS (
    SELECT l.rater, a.domain::text AS domain, a.value::int AS value, count(*) OVER (PARTITION BY l.rater, a.domain) AS raters
    FROM latest l JOIN peers_fidelityanswer a ON a.rating_id = l.id WHERE a.value IS NOT NULL)
  SELECT g.rater, g.domain, g.value FROM given g WHERE g.raters >= 5 ORDER BY g.rater, g.domain, g.value;
END $$;
"""

TAKES = "thing uuid, whose uuid, moment timestamptz, by_whom uuid"
GONE = "version = version + 1, changed_at = moment, changed_by_id = by_whom, erased_at = moment"
OUT_OF_VIEW = """removed_at = coalesce(removed_at, moment), removed_by_id = coalesce(removed_by_id, by_whom),
    removed_reason = '-'"""
SAFETY_WORDS = """what = '-', to_whom = '-', why = '-', why_not_told = CASE WHEN why_not_told = '' THEN '' ELSE '-' END,
    withheld_reason = CASE WHEN withheld_reason = '' THEN '' ELSE '-' END"""


def erasing(kind: str, key: str, body: str) -> str:
    """The function that erases one kind of thing; nobody may call it but the one that checks."""
    return f"""
CREATE FUNCTION ownwords_erase_{kind}({TAKES}) RETURNS void
LANGUAGE plpgsql {DEFINER} AS $$
BEGIN
  PERFORM 1 FROM peers_{kind} t WHERE t.{key} = thing AND t.person_id = whose AND t.erased_at IS NULL FOR UPDATE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'There is nothing like that to erase.' USING ERRCODE = 'no_data_found';
  END IF;
{body}
END $$;
REVOKE EXECUTE ON FUNCTION ownwords_erase_{kind}(uuid, uuid, timestamptz, uuid) FROM PUBLIC;
"""


ERASING = (
    erasing(
        "sharednote",
        "id",
        f"""  UPDATE peers_sharednote SET words = '', {OUT_OF_VIEW}, {GONE} WHERE id = thing;
  UPDATE peers_sharednoteevent SET words = '', removed_reason = CASE WHEN removed_reason = '' THEN '' ELSE '-' END
    WHERE pgh_obj_id = thing;""",
    )
    + erasing(
        "safetyshare",
        "id",
        f"""  UPDATE peers_safetyreview SET reason = CASE WHEN reason = '' THEN '' ELSE '-' END WHERE share_id = thing;
  UPDATE peers_safetyshare SET {SAFETY_WORDS}, {GONE} WHERE id = thing;
  UPDATE peers_safetyshareevent SET {SAFETY_WORDS} WHERE pgh_obj_id = thing;""",
    )
    + erasing(
        "peerwish",
        "person_id",
        f"""  UPDATE peers_peerwish SET words = '', show_words = false, {GONE} WHERE person_id = thing;
  UPDATE peers_peerwishevent SET words = '' WHERE pgh_obj_id = thing;""",
    )
)


class Migration(migrations.Migration):
    """Triggers, policies and narrow functions for what is between two."""

    dependencies = [
        ("peers", "0004_first_rule_and_erasing"),
        ("ledger", "0005_outgoing_standing"),
        ("record", "0005_erasing_for_all_rooms"),
    ]
    operations = [
        migrations.RunSQL(
            NOTES + SAFETY + COUNTS + MATCHING + MESSAGES + FIDELITY + ERASING, migrations.RunSQL.noop
        )
    ]
