"""Backups that are known to restore: a dump by PostgreSQL's own program, and beside it a manifest of what must come back."""
