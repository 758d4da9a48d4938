"""The record room."""

from django.apps import AppConfig


class RecordConfig(AppConfig):
    """The recovery record: what somebody said matters, and what was promised."""

    name = "ownwords.record"
    verbose_name = "Recovery record"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Say what of the record may be spoken about in other rooms, and what of it can be erased."""
        from ownwords.people.erasable import offer_erasing
        from ownwords.people.things import offer_things
        from ownwords.record.queries.erasing import ENTRY
        from ownwords.record.queries.things import things_of

        offer_things("record", things_of)
        offer_erasing(ENTRY)
