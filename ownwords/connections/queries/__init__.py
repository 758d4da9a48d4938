"""Every read of connections; what the viewer may see is applied inside."""
