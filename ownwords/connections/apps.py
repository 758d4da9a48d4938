"""The room of connections."""

from django.apps import AppConfig


class ConnectionsConfig(AppConfig):
    """The map of people, places and activities; how ties came about; what is around."""

    name = "ownwords.connections"
    verbose_name = "Connections"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Say what of connections may be spoken about in other rooms, and what of it can be erased."""
        from ownwords.connections.queries.erasing import KINDS
        from ownwords.connections.queries.map_things import things_of
        from ownwords.people.erasable import offer_erasing
        from ownwords.people.things import offer_things

        offer_things("connections", things_of)
        offer_erasing(*KINDS)
