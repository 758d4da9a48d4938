"""The room of connections."""

from django.apps import AppConfig


class ConnectionsConfig(AppConfig):
    """The map of people, places and activities; how ties came about; what is around."""

    name = "ownwords.connections"
    verbose_name = "Connections"
    default_auto_field = "django.db.models.BigAutoField"
