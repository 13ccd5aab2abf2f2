"""Claims in words that no finer rule knows, and those found by likeness alone."""
