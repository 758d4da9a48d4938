"""Addresses of connections below a person."""

from ownwords.connections import urls_exchange, urls_map, urls_ties

app_name = "connections"
urlpatterns = [*urls_map.urlpatterns, *urls_exchange.urlpatterns, *urls_ties.urlpatterns]
