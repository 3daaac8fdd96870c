"""Mail in folders, one file a message, as Dovecot and mutt keep it."""
