"""Three simpler ways to make a plan, so that a score has something to stand beside. All of them know what is forbidden."""
