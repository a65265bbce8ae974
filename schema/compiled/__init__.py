"""Compiled operations: a validated query is turned once into Python functions, which answer it without looking at it again."""
