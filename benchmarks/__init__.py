"""How good the plans are and how fast things go: each measure is one command, and its figures are committed."""
