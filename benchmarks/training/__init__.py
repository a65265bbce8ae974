"""How long athletes wait in training: for an edit of their plan, and for the logs of a week without a network."""
