"""A codebook as a file: a table, a document, or what other programs read."""
