"""What calendar apps read: the training days of the plan in force, by an address that holds a secret."""
