"""Forms of peers."""
