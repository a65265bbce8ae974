"""One URL of a database, as the drivers want it: asyncpg for the app, psycopg for DBOS and its migrations."""

from sqlalchemy import URL, make_url

_ASYNCPG_NAME_OF = {"sslmode": "ssl"}
_LIBPQ_ONLY = {"application_name", "channel_binding", "connect_timeout", "gssencmode", "options"}


def asyncpg_url(url: str) -> URL:
    """Takes `postgres://` and `postgresql://`, with libpq's parameters translated as far as asyncpg knows them."""
    parsed = make_url(_with_known_scheme(url))
    query = {_ASYNCPG_NAME_OF.get(name, name): value for name, value in parsed.query.items() if name not in _LIBPQ_ONLY}
    return parsed.set(drivername="postgresql+asyncpg", query=query)


def plain_url(url: str) -> str:
    """For asyncpg itself, without SQLAlchemy. With the password in it: never to be logged."""
    translated = asyncpg_url(url)
    query = {"sslmode" if name == "ssl" else name: value for name, value in translated.query.items()}
    return translated.set(drivername="postgresql", query=query).render_as_string(hide_password=False)


def psycopg_url(url: str, *, idle_seconds: int | None = None) -> str:
    """With the password in it: never to be logged. `idle_seconds` is after how long a transaction that does nothing is ended."""
    parsed = make_url(_with_known_scheme(url)).set(drivername="postgresql+psycopg")
    if idle_seconds is not None:
        given = parsed.query.get("options", "")
        option = f"-c idle_in_transaction_session_timeout={idle_seconds}s"
        parsed = parsed.update_query_dict({"options": f"{given} {option}".strip()})
    return parsed.render_as_string(hide_password=False)


def _with_known_scheme(url: str) -> str:
    scheme, _, rest = url.partition("://")
    return f"postgresql://{rest}" if scheme == "postgres" else url
