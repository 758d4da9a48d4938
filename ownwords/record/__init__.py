"""The recovery record: practice, person and worker together."""
