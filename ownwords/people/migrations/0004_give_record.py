"""Whoever accepts an invitation gets their record: the one change of a person that nobody signed in makes."""

from django.db import migrations

# It runs with the rights of the tables' owner, so it does nothing but this: an open invitation to a person, by the
# hash of its secret, binds that person to an account, unless they have another one.
FORWARD = """
CREATE FUNCTION ownwords_give_record(hash text, to_account uuid) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE people_person SET account_id = to_account, version = version + 1, changed_at = now(),
    changed_by_id = to_account
  FROM people_invitation invitation
  WHERE invitation.secret_hash = hash AND invitation.whom = 'person' AND invitation.used_at IS NULL
    AND invitation.withdrawn_at IS NULL AND invitation.expires_at > now()
    AND people_person.id = invitation.person_id
    AND (people_person.account_id IS NULL OR people_person.account_id = to_account);
  RETURN FOUND;
END $$;
REVOKE ALL ON FUNCTION ownwords_give_record(text, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ownwords_give_record(text, uuid) TO ownwords_web;
"""


class Migration(migrations.Migration):
    """The function that gives a record to its person."""

    dependencies = [("people", "0003_known_before")]
    operations = [
        migrations.RunSQL(FORWARD, "DROP FUNCTION IF EXISTS ownwords_give_record(text, uuid)"),
    ]
