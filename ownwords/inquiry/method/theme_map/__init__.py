"""The map of themes: themes, sub-themes and codes as boxes and lines, for a page, a file or a document."""
