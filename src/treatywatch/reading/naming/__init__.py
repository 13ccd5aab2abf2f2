"""Which treaties and participants the words stand for: names, descriptions, references back."""
