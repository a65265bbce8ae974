"""Turns wishes into exact operations, tries them, and keeps what breaks no rule."""
