"""Drills: what the product promises when things die, each one command that prints its figures and ends by itself."""
