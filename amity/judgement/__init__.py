"""What we make of what is recorded: plain Python, no Django, no clock, no I/O."""
