"""WhatsApp chats, as the app exports them to text."""
