"""Claims of what somebody says or holds."""
