"""What reading costs: the same questions answered by the server, by graphql-core, by FastAPI, and by hand without a framework."""
