"""One database URL for two drivers."""

import pytest

from db.urls import asyncpg_url, psycopg_url


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


def test_a_url_that_is_shown_hides_its_password() -> None:
    assert "secret" not in str(asyncpg_url("postgresql://ann:secret@db.test/app"))
