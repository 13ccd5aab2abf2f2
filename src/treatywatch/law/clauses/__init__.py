"""One module per final clause: acts in, effects out."""
