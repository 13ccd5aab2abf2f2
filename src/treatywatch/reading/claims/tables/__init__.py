"""Tables in a report: their cells, what each column is for, and what a row claims."""
