"""Every read of the record. What the viewer may see is applied here, and once more in the database."""
