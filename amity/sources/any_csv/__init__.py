"""Any table of people."""
