"""Settings, addresses and the way the process is served."""
