"""The room of peers."""

from django.apps import AppConfig


class PeersConfig(AppConfig):
    """Introductions, contacts and attempts, the door, and what peers keep to themselves."""

    name = "ownwords.peers"
    verbose_name = "Peers"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Say what of peer support can be erased."""
        from ownwords.peers.queries import erasing, erasing_between
        from ownwords.people.erasable import offer_erasing

        offer_erasing(*erasing.KINDS, *erasing_between.KINDS)
