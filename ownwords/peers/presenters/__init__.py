"""What a page of peers shows, in words."""
