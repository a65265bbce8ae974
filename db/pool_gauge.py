"""Shows how many connections of the pool are in use, by OpenTelemetry's conventions for databases."""

from collections.abc import Iterable

from opentelemetry.metrics import CallbackOptions, Meter, Observation

from db.database import Database


def watch_pool(database: Database, meter: Meter) -> None:
    """Looked at whenever metrics are read."""

    def observed(_options: CallbackOptions) -> Iterable[Observation]:
        pool = database.connections()
        yield Observation(pool.used, {"db.client.connection.state": "used"})
        yield Observation(pool.idle, {"db.client.connection.state": "idle"})

    meter.create_observable_up_down_counter(
        "db.client.connection.count",
        [observed],
        "{connection}",
        "Connections to the database, by whether they are in use.",
    )
