"""A project to bytes that always validate against the published schema."""
