"""Reads somebody else's data; knows nothing of ours."""
