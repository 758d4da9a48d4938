"""A form is begun once by each who writes: a refusal must not betray what somebody began and shows to nobody."""

from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    """The rule takes who wrote it into account."""

    dependencies = [("measures", "0003_figures")]
    operations = [
        migrations.RemoveConstraint(model_name="response", name="response_begun_once"),
        migrations.AddConstraint(
            model_name="response",
            constraint=models.UniqueConstraint(
                condition=Q(finished_at__isnull=True, removed_at__isnull=True),
                fields=("person", "instrument", "about_account", "written_by"),
                name="response_begun_once",
                nulls_distinct=False,
            ),
        ),
    ]
