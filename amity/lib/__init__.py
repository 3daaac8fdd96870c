"""Small things without domain words: clock, ids, text, the viewer."""
