"""What is told of a treaty itself: its dates, its clauses, what it covers, who keeps it."""
