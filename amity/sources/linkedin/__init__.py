"""What LinkedIn gives of one's data: connections, messages and invitations."""
