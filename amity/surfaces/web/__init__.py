"""Amity in a browser."""
