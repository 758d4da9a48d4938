"""The side door."""

from django.apps import AppConfig


class ExchangeConfig(AppConfig):
    """Imports, exports, backup."""

    name = "ownwords.exchange"
    verbose_name = "Side door"
