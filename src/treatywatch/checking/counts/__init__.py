"""Numbers of States: which the words ask for, and in how many ways they may be right."""
