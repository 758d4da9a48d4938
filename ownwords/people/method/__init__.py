"""Pure functions about people and their names, numbers and reference lists."""
