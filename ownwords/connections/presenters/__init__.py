"""What a page of connections shows, in words."""
