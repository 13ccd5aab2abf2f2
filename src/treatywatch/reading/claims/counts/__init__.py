"""Claims of a number of States: parties, ratifications, ranks, shares, totals."""
