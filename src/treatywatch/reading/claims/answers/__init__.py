"""Answers in a fragment, which say what their question leaves open: "Who has left? / Estonia."."""
