"""iMessage, as the open program imessage-exporter writes chats to text."""
