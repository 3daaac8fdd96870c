"""Plain forms: they read what was typed. Whether it may be is for the actions to say."""
