"""One module for each type of claim: a reading context in, claims out."""
