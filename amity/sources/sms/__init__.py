"""Short messages and calls, as SMS Backup & Restore writes them to XML."""
