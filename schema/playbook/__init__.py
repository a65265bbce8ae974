"""What the coach has learned."""
