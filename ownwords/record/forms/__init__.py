"""Forms of the record: what somebody types comes back as they typed it."""
