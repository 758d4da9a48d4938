"""Addresses of peers below a person."""

from ownwords.peers import urls_door, urls_notes

app_name = "peers"
urlpatterns = [*urls_door.urlpatterns, *urls_notes.urlpatterns]
