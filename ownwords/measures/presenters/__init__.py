"""What stands on the pages of measures, in words."""
