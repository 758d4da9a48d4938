"""Addresses of peers for peer workers, teams and the service as a whole."""

from ownwords.peers import urls_figures, urls_own, urls_walking

urlpatterns = [*urls_walking.urlpatterns, *urls_own.urlpatterns, *urls_figures.urlpatterns]
