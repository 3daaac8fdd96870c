"""Instagram, as it exports chats to JSON."""
