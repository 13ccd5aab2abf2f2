"""What a claim is held against, and what comes of it: the record as known on a day, findings."""
