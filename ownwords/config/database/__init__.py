"""PostgreSQL for the web server: as Django's own, but with an end to its patience."""
