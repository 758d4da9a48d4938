"""Every read of measures. What the viewer may see is applied here, and once more in the database."""
