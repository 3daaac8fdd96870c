"""Ways in: parse, call one action or query, render."""
