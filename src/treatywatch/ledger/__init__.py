"""What was done: the record loaded, its faults, and the imports from depositaries."""
