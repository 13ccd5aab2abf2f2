"""Who says what: verbs of saying, speakers, quotations, and the newsrooms a report has it from."""
