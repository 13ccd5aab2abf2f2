"""Sentences cut into clauses that each say one thing, and each clause set out as a scene."""
