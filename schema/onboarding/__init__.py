"""Profile, questions and answers."""
