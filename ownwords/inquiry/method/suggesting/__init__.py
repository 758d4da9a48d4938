"""Which passages of a text a code might fit: by words that its rule names, or by likeness of meaning."""
