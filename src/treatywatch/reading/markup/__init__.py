"""Texts given with their marks, of Markdown or a wiki: the words alone, and where they stand."""
