"""Who acts: to which participants an act belongs, by name, by pronoun, by list, by rank."""
