"""What was done: workout logs, what follows from them at once, and what they show in the end."""
