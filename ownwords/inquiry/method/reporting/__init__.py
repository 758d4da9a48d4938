"""Reports and checklists as plain values, and how they become files."""
