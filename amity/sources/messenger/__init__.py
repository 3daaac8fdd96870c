"""Facebook Messenger, as Facebook exports chats to JSON."""
