"""What the law says: pure values and rules. Knows nobody, reads nothing, prints nothing."""
