"""Every read of peers; what the viewer may see is applied inside."""
