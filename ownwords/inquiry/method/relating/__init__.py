"""A drawing of categories and how they hang together: boxes in three columns, lines that pass none of them. Pure."""
