"""Reports held against each other: who says the same, where they differ, who copied whom."""
