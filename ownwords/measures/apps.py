"""The measures room."""

from django.apps import AppConfig


class MeasuresConfig(AppConfig):
    """What somebody follows over years: lines in their own words, beside standard measures."""

    name = "ownwords.measures"
    verbose_name = "Measures"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Say what of measures can be erased."""
        from ownwords.measures.queries.erasing import KINDS
        from ownwords.people.erasable import offer_erasing

        offer_erasing(*KINDS)
