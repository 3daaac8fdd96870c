"""Single messages saved as files."""
