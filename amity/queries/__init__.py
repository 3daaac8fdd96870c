"""Everything that reads: frozen dataclasses out, a fixed number of statements."""
