"""One database URL for two drivers."""

import pytest
from sqlalchemy import make_url

from db.urls import asyncpg_url, plain_url, psycopg_url


@pytest.mark.parametrize("scheme", ["postgres", "postgresql", "postgresql+asyncpg", "postgresql+psycopg"])
def test_every_spelling_of_postgres_is_taken(scheme: str) -> None:
    url = f"{scheme}://ann:secret@db.test:6543/app"

    assert asyncpg_url(url).render_as_string(hide_password=False) == "postgresql+asyncpg://ann:secret@db.test:6543/app"
    assert psycopg_url(url) == "postgresql+psycopg://ann:secret@db.test:6543/app"


def test_libpqs_parameters_are_translated_for_asyncpg() -> None:
    url = asyncpg_url("postgresql://ann@db.test/app?sslmode=require&connect_timeout=5")

    assert dict(url.query) == {"ssl": "require"}


def test_the_folder_of_a_socket_is_kept() -> None:
    assert dict(asyncpg_url("postgresql://ann:x@/app?host=/tmp/here").query) == {"host": "/tmp/here"}


def test_an_idle_transaction_is_ended_beside_the_options_that_were_given() -> None:
    url = psycopg_url("postgresql://ann@db.test/app?options=-c%20jit%3Doff", idle_seconds=10)

    assert make_url(url).query["options"] == "-c jit=off -c idle_in_transaction_session_timeout=10s"


def test_asyncpg_by_itself_gets_a_plain_url() -> None:
    assert plain_url("postgres://ann:secret@db.test/app?sslmode=require") == (
        "postgresql://ann:secret@db.test/app?sslmode=require"
    )


def test_a_url_that_is_shown_hides_its_password() -> None:
    assert "secret" not in str(asyncpg_url("postgresql://ann:secret@db.test/app"))
