"""Claims of withdrawal: who leaves, how far it has gone, and what is nobody's exit."""
