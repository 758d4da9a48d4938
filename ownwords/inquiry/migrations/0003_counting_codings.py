"""How many passages codes have in all, those hidden by blind coding too: a number alone, for who changes the codebook."""

from django.db import migrations

FORWARD = """
CREATE FUNCTION ownwords_count_codings(of_codes uuid[]) RETURNS bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT count(*) FROM inquiry_coding c
  WHERE c.code_id = ANY (of_codes) AND c.study_id = ANY (ownwords_studies('code'))
$$;
"""


class Migration(migrations.Migration):
    """One function."""

    dependencies = [("inquiry", "0002_row_level_security")]
    operations = [migrations.RunSQL(FORWARD, "DROP FUNCTION ownwords_count_codings(uuid[])")]
