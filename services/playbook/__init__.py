"""What the coach learns about an athlete: a ledger of changes, and the lessons that are its fold."""
