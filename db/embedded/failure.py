"""What goes wrong with the embedded PostgreSQL, said for the person at the terminal."""


class EmbeddedPostgresError(Exception):
    """Its text is a sentence or two that say what to do."""
