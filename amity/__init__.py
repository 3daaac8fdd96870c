"""Amity: a self-hosted keeper of active networks."""

__version__ = "0.1.0"
