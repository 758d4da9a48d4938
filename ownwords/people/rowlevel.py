"""What the web role may do at all. Row-level security then decides with which rows (the migrations hold its rules)."""

from __future__ import annotations

from typing import Any

from django.db import connections

WEB_ROLE = "ownwords_web"

# History and ledger only ever grow: the web role adds to them and reads them, nothing more.
GRANTS = f"""
GRANT USAGE ON SCHEMA public TO {WEB_ROLE};
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {WEB_ROLE};
GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {WEB_ROLE};
REVOKE UPDATE, DELETE ON ledger_look, ledger_act FROM {WEB_ROLE};
REVOKE INSERT, UPDATE, DELETE ON django_migrations FROM {WEB_ROLE};
DO $$
DECLARE history text;
BEGIN
  FOR history IN SELECT relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname = 'public' AND c.relkind = 'r'
      AND EXISTS (SELECT 1 FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'pgh_created_at')
  LOOP
    EXECUTE format('REVOKE UPDATE, DELETE ON %I FROM {WEB_ROLE}', history);
  END LOOP;
END $$;
"""


def grant(using: str = "default", **kwargs: Any) -> None:
    """Give the web role exactly its rights; runs after every migration, and changes nothing when run again."""
    with connections[using].cursor() as cursor:
        cursor.execute(GRANTS)
