"""Runs migrations on the connection that `db.migrate` opened."""

from alembic import context

from db.tables.base import Row

context.configure(connection=context.config.attributes["connection"], target_metadata=Row.metadata)
with context.begin_transaction():
    context.run_migrations()
