"""How well the reader reads and the checker checks, measured on annotated reports."""
