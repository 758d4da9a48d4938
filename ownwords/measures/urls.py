"""Addresses of measures below one person."""

from ownwords.measures import urls_forms, urls_lines, urls_schedules

app_name = "measures"
urlpatterns = [*urls_lines.urlpatterns, *urls_schedules.urlpatterns, *urls_forms.urlpatterns]
