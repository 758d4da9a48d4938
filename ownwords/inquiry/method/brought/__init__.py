"""What becomes of another program's project before it is kept: its texts and passages, names, our own particulars."""
