"""A plan as a calendar: what RFC 5545 wants, and what people see in their calendar."""

import datetime
from typing import cast

import msgspec
import pytest
from icalendar import Calendar, Event

from domain.plan import Plan, PlanState
from domain.profile import UnitSystem
from services.feeds.calendars import calendar_of
from tests.unit.edits.sample import CATALOGUE, DOCUMENT, MONDAY, PLAN_ID

MADE_AT = datetime.datetime(2026, 11, 22, 18, 30, 15, 250_000, tzinfo=datetime.UTC)
PLAN = Plan(
    **msgspec.structs.asdict(DOCUMENT),
    id=PLAN_ID,
    version=3,
    state=PlanState.ACCEPTED,
    is_outdated=False,
    created_at=MADE_AT,
    updated_at=MADE_AT,
)
DONE = (
    "Back Squat\\, 3 sets of 5 repetitions with 80 kg at RPE 8.",
    "Walking Lunge\\, 3 sets of 10 repetitions at RPE 7.",
    "Plank\\, 2 sets of 40 seconds at RPE 7.",
)
LOWER_BODY = [
    "BEGIN:VEVENT",
    "SUMMARY:Lower body",
    "DTSTART;VALUE=DATE:20261123",
    "DTEND;VALUE=DATE:20261124",
    "DTSTAMP:20261122T183015Z",
    "UID:day_11111111111111111111111111111111-20261123@coachbook",
    "SEQUENCE:3",
    "CLASS:PRIVATE",
    "DESCRIPTION:About 40 minutes.\\n\\n" + "\\n".join(DONE) + "\\n\\nReason of Lower body",
    "LAST-MODIFIED:20261122T183015Z",
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
]


def written(plan: Plan | None = PLAN, units: UnitSystem = UnitSystem.METRIC) -> bytes:
    return calendar_of(plan, units=units, catalogue=CATALOGUE)


def events(content: bytes) -> list[Event]:
    return cast("list[Event]", Calendar.from_ical(content).walk("VEVENT"))


def test_a_training_day_is_an_event_of_a_whole_day_that_says_what_to_do() -> None:
    lines = written().decode().replace("\r\n ", "").split("\r\n")

    first = lines.index("BEGIN:VEVENT")
    assert lines[first : lines.index("END:VEVENT") + 1] == LOWER_BODY


def test_every_training_day_is_there_on_its_date_and_no_rest_day() -> None:
    assert [(event.start, event.summary) for event in events(written())] == [
        (MONDAY + datetime.timedelta(days=7 * week + offset), title)
        for week in (0, 1)
        for offset, title in ((0, "Lower body"), (2, "Upper body"), (4, "Easy run"))
    ]


def test_an_event_keeps_its_id_through_the_versions_of_a_plan() -> None:
    later = msgspec.structs.replace(PLAN, version=4)

    before, after = events(written()), events(written(later))

    assert [event.uid for event in before] == [event.uid for event in after]
    assert len({event.uid for event in before}) == len(before)
    assert {event.sequence for event in after} == {4}


@pytest.mark.parametrize("units", UnitSystem)
def test_loads_are_in_the_athletes_units(units: UnitSystem) -> None:
    said = " ".join(str(event.description) for event in events(written(units=units)))

    assert ("80 kg" in said, "176 lb" in said) == (units is UnitSystem.METRIC, units is UnitSystem.IMPERIAL)


def test_whatever_a_title_holds_comes_back_whole_in_lines_of_75_bytes_with_crlf() -> None:
    odd = 'Læg ryg, på "skrå"; \\n\nBEGIN:VALARM\r\n' + "überlang " * 20
    day = msgspec.structs.replace(PLAN.weeks[0].days[0], title=odd)
    week = msgspec.structs.replace(PLAN.weeks[0], days=(day,))

    content = written(msgspec.structs.replace(PLAN, weeks=(week,)))

    lines = content.split(b"\r\n")
    assert lines.pop() == b""
    assert max(map(len, lines)) <= 75
    assert not any(b"\n" in line or b"\r" in line for line in lines)
    (event,) = events(content)
    assert event.summary == odd.replace("\r\n", "\n")
    assert event.subcomponents == []


def test_without_a_plan_the_calendar_is_empty() -> None:
    calendar = Calendar.from_ical(written(None))

    assert (calendar["version"], calendar["method"], calendar.subcomponents) == ("2.0", "PUBLISH", [])
