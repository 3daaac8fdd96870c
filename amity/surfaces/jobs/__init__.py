"""The worker: what runs while nobody waits."""
