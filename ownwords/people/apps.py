"""The people room."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class PeopleConfig(AppConfig):
    """Who is who, and who may see what."""

    name = "ownwords.people"
    verbose_name = "People"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Register the start-up check of routes, and give the web role its rights after each migration."""
        from ownwords.people import checks, rowlevel, second_factor, signin  # noqa: F401

        post_migrate.connect(rowlevel.grant, sender=self, dispatch_uid="ownwords.grant")
