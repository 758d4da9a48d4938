"""What pages of studies read."""
