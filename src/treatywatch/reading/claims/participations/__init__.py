"""Claims of participation: who signed, ratified, joined, belongs, or stays outside."""
