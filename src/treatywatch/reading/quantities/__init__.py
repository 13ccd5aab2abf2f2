"""Dates, spans of time and numbers in a text: their forms in a language, and what they mean."""
