"""The words of a language as data, and what is made of them: forms, patterns, automata."""
