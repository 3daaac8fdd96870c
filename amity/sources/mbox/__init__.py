"""Mail in one file, one message after another."""
