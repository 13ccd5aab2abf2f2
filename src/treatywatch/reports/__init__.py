"""Documents in: bytes to a report with fixed offsets. Knows nobody."""
