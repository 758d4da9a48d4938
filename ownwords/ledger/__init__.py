"""What happened, and what rests on what. The lowest room: it knows nobody."""
