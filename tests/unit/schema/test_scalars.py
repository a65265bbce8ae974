"""Dates and instants are read in one way each."""

import datetime

import pytest

from domain.errors import BadUserInput
from schema.scalars import read_date, read_instant, write_instant
from tests.unit.schema.fakes import ask

CALENDAR = "query($start: Date!, $end: Date!) { viewer { calendar(start: $start, end: $end) { id } } }"


def test_a_date_is_read() -> None:
    assert read_date("2028-02-29") == datetime.date(2028, 2, 29)


@pytest.mark.parametrize(
    "text",
    [
        "2026-02-30",
        "2026-1-1",
        "20260101",
        "2026-01-01T00:00:00Z",
        "2026-W01-1",
        " 2026-01-01",
        "٢٠٢٦-01-01",
        "",
        20260101,
        True,
        None,
    ],
)
def test_anything_else_is_no_date(text: object) -> None:
    with pytest.raises(BadUserInput):
        read_date(text)


@pytest.mark.parametrize("text", ["2026-11-23T10:00:00+01:00", "2026-11-23T09:00:00Z", "2026-11-23T09:00Z"])
def test_an_instant_is_read_in_utc(text: str) -> None:
    assert read_instant(text) == datetime.datetime(2026, 11, 23, 9, tzinfo=datetime.UTC)


@pytest.mark.parametrize(
    "text",
    [
        "2026-11-23T09:00:00",
        "2026-11-23",
        "2026-11-23 09:00:00Z",
        "2026-13-01T00:00:00Z",
        "0001-01-01T00:00:00+23:59",
        1,
        None,
    ],
)
def test_anything_else_is_no_instant(text: object) -> None:
    with pytest.raises(BadUserInput):
        read_instant(text)


def test_an_instant_is_written_in_utc() -> None:
    there = datetime.timezone(datetime.timedelta(hours=1))
    assert write_instant(datetime.datetime(2026, 11, 23, 10, 0, 0, 5, tzinfo=there)) == "2026-11-23T09:00:00.000005Z"


async def test_a_wrong_date_in_a_variable_is_the_clients_mistake() -> None:
    asked = await ask(CALENDAR, variables={"start": "2026-02-30", "end": "2026-03-01"})
    assert (asked.data, asked.codes) == (None, ["BAD_USER_INPUT"])
    assert "There is no such date." in asked.errors[0]["message"]


async def test_a_wrong_date_in_the_document_is_the_clients_mistake() -> None:
    asked = await ask('{ viewer { calendar(start: "tomorrow", end: "2026-03-01") { id } } }')
    assert (asked.data, asked.codes) == (None, ["BAD_USER_INPUT"])
    assert "A Date is written YYYY-MM-DD." in asked.errors[0]["message"]
