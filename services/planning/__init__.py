"""Writes plans: pure code from a basis and the catalogue to a plan document, without any input or output."""
