"""The room of inquiry."""

from django.apps import AppConfig


class InquiryConfig(AppConfig):
    """Studies: what was said, how it was coded, and what was found."""

    name = "ownwords.inquiry"
    verbose_name = "Inquiry"
    default_auto_field = "django.db.models.BigAutoField"
