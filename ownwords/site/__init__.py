"""The front door: frame, home pages, faults in words."""
