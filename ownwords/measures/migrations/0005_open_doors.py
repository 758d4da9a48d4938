"""The second lock on two doors that open without signing in: rating by a link, and stopping reminders.

Whoever holds the secret of a link names its hash to the database for one transaction, and reaches that link, the
line that it is for while the link is open, and nothing else. Whoever holds a signed address for stopping reminders
reaches the schedules of that person, and can do nothing with them but take the reminder out.
"""

from django.db import migrations

FORWARD = """
CREATE FUNCTION ownwords_link() RETURNS text LANGUAGE sql STABLE AS
$$ SELECT nullif(current_setting('ownwords.link', true), '') $$;
CREATE FUNCTION ownwords_stopping() RETURNS uuid LANGUAGE sql STABLE AS
$$ SELECT nullif(current_setting('ownwords.stopping', true), '')::uuid $$;
CREATE FUNCTION ownwords_link_opens(line uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  RETURN ownwords_link() IS NOT NULL AND EXISTS (
    SELECT 1 FROM measures_ratinglink l WHERE l.secret_hash = ownwords_link() AND l.line_id = line
      AND l.used_at IS NULL AND l.withdrawn_at IS NULL AND l.expires_at > now());
END $$;
-- Whether the rating of a used link is the one that this very form sent: a second press is no fault.
CREATE FUNCTION ownwords_link_kept(form uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  RETURN ownwords_link() IS NOT NULL AND EXISTS (
    SELECT 1 FROM measures_ratinglink l JOIN measures_rating r ON r.id = l.rating_id
    WHERE l.secret_hash = ownwords_link() AND r.submission = form);
END $$;
CREATE POLICY link_held ON measures_ratinglink FOR SELECT USING (secret_hash = ownwords_link());
CREATE POLICY link_spent ON measures_ratinglink FOR UPDATE
  USING (secret_hash = ownwords_link()) WITH CHECK (secret_hash = ownwords_link() AND used_at IS NOT NULL);
CREATE POLICY line_by_link ON measures_line FOR SELECT USING (ownwords_link_opens(id));
CREATE POLICY wording_by_link ON measures_wording FOR SELECT USING (ownwords_link_opens(line_id));
CREATE POLICY rated_by_link ON measures_rating FOR INSERT
  WITH CHECK (way = 'link' AND written_by_id IS NULL AND ownwords_link_opens(line_id));
CREATE POLICY schedule_stopping ON measures_schedule FOR SELECT USING (person_id = ownwords_stopping());
CREATE POLICY schedule_stopped ON measures_schedule FOR UPDATE
  USING (person_id = ownwords_stopping()) WITH CHECK (person_id = ownwords_stopping() AND remind_by = '');
"""


class Migration(migrations.Migration):
    """Policies for links and for stopping reminders."""

    dependencies = [("measures", "0004_begun_once_each")]
    operations = [migrations.RunSQL(FORWARD, migrations.RunSQL.noop)]
