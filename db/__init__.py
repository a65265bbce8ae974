"""PostgreSQL and nothing else: connections, tables, queries, migrations, seed."""
