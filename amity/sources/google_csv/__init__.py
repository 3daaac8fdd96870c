"""Google Contacts as CSV."""
