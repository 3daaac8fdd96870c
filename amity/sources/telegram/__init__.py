"""Telegram, as its desktop program exports one chat or the whole account to JSON."""
