"""Acts towards treaties: leaving and joining, their stages, and what a report does with them."""
