"""The life of Maren Holt: an invented network to look around in, as fresh on any morning as on the first."""
