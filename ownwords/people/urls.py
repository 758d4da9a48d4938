"""Addresses of accounts, roles and looks."""

from django.urls import URLPattern, URLResolver

from ownwords.people import urls_people, urls_signin

urlpatterns: list[URLPattern | URLResolver] = []

# Signing in, accounts, teams.
urlpatterns += urls_signin.urlpatterns

# People's details, who stands beside them, who has looked, and the list of people.
urlpatterns += urls_people.urlpatterns
