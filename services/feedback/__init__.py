"""The conversation with an athlete: what a message asks for, what comes of it, and what is answered."""
