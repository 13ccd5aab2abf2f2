"""What follows: standings, counts and effects, each with its reasons. Knows law and ledger."""
