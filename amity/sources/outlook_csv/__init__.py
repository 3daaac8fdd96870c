"""Outlook's contacts as CSV."""
