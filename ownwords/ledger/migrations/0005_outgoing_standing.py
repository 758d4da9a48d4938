"""How sending stands, for the administrator: the messages themselves are hidden from every page."""

from django.db import migrations

# Runs with the rights of the tables' owner and tells no address, no name and no text.
FORWARD = """
CREATE FUNCTION ownwords_outgoing(OUT waiting bigint, OUT oldest_waiting timestamptz, OUT sent_last timestamptz,
  OUT given_up bigint, OUT last_fault text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  waiting := 0; given_up := 0; last_fault := '';
  IF ownwords_role() <> 'administrator' THEN
    RETURN;
  END IF;
  SELECT count(*), min(o.not_before) INTO waiting, oldest_waiting FROM ledger_outgoing o
    WHERE o.sent_at IS NULL AND o.given_up_at IS NULL AND o.not_before <= clock_timestamp();
  SELECT max(o.sent_at) INTO sent_last FROM ledger_outgoing o;
  SELECT count(*) INTO given_up FROM ledger_outgoing o WHERE o.given_up_at > now() - interval '7 days';
  SELECT coalesce((SELECT o.last_fault FROM ledger_outgoing o WHERE o.given_up_at > now() - interval '7 days'
    ORDER BY o.given_up_at DESC LIMIT 1), '') INTO last_fault;
END $$;
REVOKE ALL ON FUNCTION ownwords_outgoing() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ownwords_outgoing() TO ownwords_web;
"""


class Migration(migrations.Migration):
    """The function behind the line on the health page."""

    dependencies = [("ledger", "0004_outgoing_security")]
    operations = [migrations.RunSQL(FORWARD, "DROP FUNCTION IF EXISTS ownwords_outgoing()")]
