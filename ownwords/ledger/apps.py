"""The ledger room."""

from django.apps import AppConfig


class LedgerConfig(AppConfig):
    """What happened, what rests on what."""

    name = "ownwords.ledger"
    verbose_name = "Ledger"
    default_auto_field = "django.db.models.BigAutoField"
