"""What the database is filled with at first: the exercise catalogue, its facts, and the script that makes it."""
