"""Address book cards in a file."""
