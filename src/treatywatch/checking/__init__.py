"""Whether it holds: a claim against the record and the law, and reports against each other."""
