"""Pages of connections: thin."""
