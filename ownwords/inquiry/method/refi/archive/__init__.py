"""The ZIP round a project: looked at before it is opened, and never unpacked to the disk."""
