"""Signal, as its desktop program exports all chats to plain JSON."""
