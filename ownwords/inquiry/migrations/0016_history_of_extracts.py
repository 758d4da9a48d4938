"""What was chosen for a theme, or as an incident, stays in the history after its passage has lost its code.

Versions name the coding, not its words. Only blind coding hides them: then they are seen by whoever sees the coding.
"""

from importlib import import_module

from django.db import migrations

among = import_module("ownwords.inquiry.migrations.0002_row_level_security").among

ON_CODINGS = ("themeextract", "incident")
CODING = "EXISTS (SELECT 1 FROM inquiry_coding c WHERE c.id = coding_id)"


def versions(condition: str) -> str:
    """Let versions be seen under this condition."""
    return "".join(
        f"DROP POLICY versions_seen ON inquiry_{name}event;"
        f"CREATE POLICY versions_seen ON inquiry_{name}event FOR SELECT USING ({condition});"
        for name in ON_CODINGS
    )


OPEN = versions(f"{among()} AND (NOT {among('blind')} OR {CODING})")
BACK = versions(f"{among()} AND {CODING}")


class Migration(migrations.Migration):
    """Two policies."""

    dependencies = [("inquiry", "0015_replies_withdrawn")]
    operations = [migrations.RunSQL(OPEN, BACK)]
