"""Everything that changes a record: one function, one transaction."""
