"""What an import would do, and everything kept about one person."""
