"""What athlete and coach say about a plan."""
