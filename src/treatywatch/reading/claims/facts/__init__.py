"""Claims about a treaty itself: its dates, terms and contents."""
