"""What a report says: from text to claims. Knows reports and the law's names, never a status."""
