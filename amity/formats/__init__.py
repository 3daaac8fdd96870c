"""Bytes to plain values and back: mail, vCard, handles. No Django, no network, no database."""
