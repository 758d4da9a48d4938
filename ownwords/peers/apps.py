"""The room of peers."""

from django.apps import AppConfig


class PeersConfig(AppConfig):
    """Introductions, contacts and attempts, the door, and what peers keep to themselves."""

    name = "ownwords.peers"
    verbose_name = "Peers"
    default_auto_field = "django.db.models.BigAutoField"
