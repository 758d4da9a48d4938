"""The framework matrix: when a summary is older than its passages, and the matrix as files."""
