"""What came back when findings were put to people: how far groups differ, and in which order to look at it."""
