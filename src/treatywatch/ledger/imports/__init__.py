"""From what depositaries publish to acts and faults."""
