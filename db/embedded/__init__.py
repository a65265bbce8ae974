"""PostgreSQL in the package: started with the server, stopped with it, so that a fresh clone needs nothing installed."""

from db.embedded.failure import EmbeddedPostgresError
from db.embedded.server import EmbeddedPostgres

__all__ = ["EmbeddedPostgres", "EmbeddedPostgresError"]
