"""What the database is filled with at first: the exercise catalogue, the facts it was made from, and the script that makes it."""
