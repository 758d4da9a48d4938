"""Forms of connections."""
