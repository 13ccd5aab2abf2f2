"""The words of a claim asked again: what they name themselves, and what they only point to."""
