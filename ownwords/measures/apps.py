"""The measures room."""

from django.apps import AppConfig


class MeasuresConfig(AppConfig):
    """What somebody follows over years: lines in their own words, beside standard measures."""

    name = "ownwords.measures"
    verbose_name = "Measures"
    default_auto_field = "django.db.models.BigAutoField"
