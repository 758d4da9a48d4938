"""The front door."""

from django.apps import AppConfig


class SiteConfig(AppConfig):
    """Layout, home pages, search."""

    name = "ownwords.site"
    label = "ownwords_site"
    verbose_name = "Front door"
