"""What holds a verdict back: words left open or read amiss, and what the record cannot know."""
