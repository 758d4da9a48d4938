"""Small pieces of the format: GUIDs, colours, moments, values, characters."""
