"""The record room."""

from django.apps import AppConfig


class RecordConfig(AppConfig):
    """The recovery record: what somebody said matters, and what was promised."""

    name = "ownwords.record"
    verbose_name = "Recovery record"
    default_auto_field = "django.db.models.BigAutoField"
