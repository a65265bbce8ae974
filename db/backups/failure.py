"""What goes wrong with a backup, said for the person at the terminal."""


class BackupFailed(Exception):
    """Its text says what to do, in a line or two, and tells no secret."""
