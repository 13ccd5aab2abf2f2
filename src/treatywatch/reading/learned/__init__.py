"""What was learned from annotated reports: how far words are like those that make a claim."""
