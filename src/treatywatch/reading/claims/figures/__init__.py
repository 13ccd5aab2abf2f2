"""Claims of figures, conditions and plans."""
