"""Workout logs, and what they show."""
