"""Out: the JSON of findings, the brief, the terminal view."""
