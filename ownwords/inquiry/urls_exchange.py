"""Addresses of taking a study out and bringing files of other programs in."""

from django.urls import URLPattern, path

from ownwords.inquiry.views import exchange

urlpatterns: list[URLPattern] = [
    path("exchange/", exchange.exchange, name="exchange"),
    path("exchange/bring/", exchange.exchange_bring, name="exchange_bring"),
]
