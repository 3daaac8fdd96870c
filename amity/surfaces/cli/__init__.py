"""Amity on the command line."""
