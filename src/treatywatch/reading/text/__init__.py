"""The text cut up: its language, layout, passages and sentences, and what is quoted."""
