"""Queries, a file a feature, named by their answer. Each takes the athlete's id, and has it in its WHERE clause."""
